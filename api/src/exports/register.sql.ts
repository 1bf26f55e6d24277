import { CHANNEL_DA, COMMENT_STATE_DA } from '@forhoering/shared/i18n/labels.da.js';
import { FORMULA_DANGER_SQL } from '@forhoering/shared/text/csv-safety.js';
import type { ExportEdition } from '@forhoering/shared/contracts/export.contract.js';

/** COPY takes no parameters, so the one value in it is checked here. */
function literalId(id: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw new Error('not an id');
  return `'${id}'`;
}

const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const words = (column: string, table: Record<string, string>): string =>
  `case ${column} ${Object.entries(table)
    .map(([key, word]) => `when ${quote(key)} then ${quote(word)}`)
    .join(' ')} else ${column} end`;

/** A cell that a spreadsheet would run is made text; the same rule as `neutraliseFormula`. */
const safe = (expression: string): string => {
  const value = `coalesce(${expression}, '')`;
  return `case when ${value} ~ ${quote(FORMULA_DANGER_SQL)} then '''' || ${value} else ${value} end`;
};

const NUMBER = `'F-' || c.year || '-' || lpad(c.number::text, greatest(3, length(c.number::text)), '0') || '-' || lpad(m.number::text, greatest(4, length(m.number::text)), '0')`;
const TAGS = `array(select t.name from tag t where t.id = any(m.tag_ids) order by t.position)`;
const danishTime = (column: string): string => `to_char(${column} at time zone c.time_zone, 'DD-MM-YYYY HH24:MI')`;
const isoTime = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

/** The public edition reads `public_text` and `public_author` and nothing else that a person wrote; undecided comments are not in it. */
function rows(consultationId: string, edition: ExportEdition): string {
  const publicOnly = edition === 'public' ? ` and m.state = 'public'` : '';
  return `from comment m join consultation c on c.id = m.consultation_id where m.consultation_id = ${literalId(consultationId)}${publicOnly} order by m.number`;
}

type Column = [header: string, expression: string];

function excelColumns(edition: ExportEdition): Column[] {
  const shared = (text: string, author: string): Column[] => [
    ['Nr.', NUMBER],
    ['Modtaget', danishTime('m.received_at')],
    ['Skrevet', `coalesce(${danishTime('m.upstream_at')}, '')`],
    ['Kanal', words('m.channel', CHANNEL_DA)],
    ['Navn', safe(author)],
    ['Bidrag', safe(text)],
    ['Temaer', safe(`array_to_string(${TAGS}, ', ')`)],
  ];
  if (edition === 'public') return shared('m.public_text', `coalesce(m.public_author, 'Borger')`);
  return [
    ...shared('m.text', `coalesce(m.author_name, '')`),
    ['Tilstand', words('m.state', COMMENT_STATE_DA)],
    ['Vist tekst', safe('m.public_text')],
    ['Grund til skjul', safe('m.hidden_reason')],
    ['For tidligt', `case when m.early then 'ja' else '' end`],
    ['For sent', `case when m.late then 'ja' else '' end`],
    ['Mail', safe('m.email')],
    ['Link', safe('m.permalink')],
    ['Eksternt id', safe('m.external_id')],
    ['Note', safe('m.entry_note')],
  ];
}

function machineColumns(edition: ExportEdition): Column[] {
  const shared: Column[] = [
    ['number', NUMBER],
    ['received_at', isoTime('m.received_at')],
    ['upstream_at', isoTime('m.upstream_at')],
    ['channel', 'm.channel'],
    ['author', edition === 'public' ? 'm.public_author' : 'm.author_name'],
    ['text', edition === 'public' ? 'm.public_text' : 'm.text'],
    ['tags', `array_to_string(${TAGS}, '|')`],
  ];
  if (edition === 'public') return shared;
  return [
    ...shared,
    ['state', 'm.state'],
    ['public_text', 'm.public_text'],
    ['hidden_reason', 'm.hidden_reason'],
    ['early', 'm.early'],
    ['late', 'm.late'],
    ['email', 'm.email'],
    ['permalink', 'm.permalink'],
    ['external_id', 'm.external_id'],
    ['entry_note', 'm.entry_note'],
  ];
}

const select = (columns: Column[], from: string): string =>
  `select ${columns.map(([header, expression]) => `${expression} as "${header}"`).join(', ')} ${from}`;

/** Statement for the CSV that a Danish spreadsheet opens. */
export function excelCsvSql(consultationId: string, edition: ExportEdition): string {
  return `copy (${select(excelColumns(edition), rows(consultationId, edition))}) to stdout with (format csv, header, delimiter ';', null '')`;
}

/** Statement for RFC 4180 with commas, texts as they are. */
export function machineCsvSql(consultationId: string, edition: ExportEdition): string {
  return `copy (${select(machineColumns(edition), rows(consultationId, edition))}) to stdout with (format csv, header)`;
}

/** One JSON object per line: control characters as quote and delimiter never occur in JSON text, so nothing gets quoted. */
export function jsonRowsSql(consultationId: string, edition: ExportEdition): string {
  const fields = machineColumns(edition)
    .map(
      ([name, expression]) =>
        `${quote(name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()))}, ${name === 'tags' ? `to_json(${TAGS})` : expression}`,
    )
    .join(', ');
  return `copy (select json_build_object(${fields})::text ${rows(consultationId, edition)}) to stdout with (format csv, quote e'\\x01', delimiter e'\\x02')`;
}

export function countSql(edition: ExportEdition): string {
  return `select count(*)::int as count from comment where consultation_id = $1${edition === 'public' ? ` and state = 'public'` : ''}`;
}
