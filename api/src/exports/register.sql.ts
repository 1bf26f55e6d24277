import { CHANNEL_DA, COMMENT_STATE_DA } from '@forhoering/shared/i18n/labels.da.js';
import { FORMULA_DANGER_SQL, neutraliseFormula } from '@forhoering/shared/text/csv-safety.js';
import type { Question } from '@forhoering/shared/contracts/consultation.contract.js';
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

/**
 * A cell that a spreadsheet would run is made text; the same rule as `neutraliseFormula`. Nearly every text begins with a letter
 * or a digit: that is seen without the regular expression, which costs more than the rest of the row.
 */
const safe = (column: string): string =>
  `case when ${column} is null then '' when ascii(${column}) between 65 and 122 or ascii(${column}) between 192 and 591 ` +
  `or ascii(${column}) between 48 and 57 then ${column} when ${column} ~ ${quote(FORMULA_DANGER_SQL)} then '''' || ${column} else ${column} end`;

/** Whose register is written. What is the same in every row is not computed in every row. */
export interface RegisterOf {
  consultationId: string;
  /** `F-2026-014` */
  number: string;
  timeZone: string;
  edition: ExportEdition;
  questions: readonly Question[];
}

const numberOf = ({ number }: RegisterOf): string =>
  `${quote(`${number}-`)} || case when m.number < 10000 then lpad(m.number::text, 4, '0') else m.number::text end`;
const danishTime = ({ timeZone }: RegisterOf, column: string): string =>
  `to_char(${column} at time zone ${quote(timeZone)}, 'DD-MM-YYYY HH24:MI')`;
const isoTime = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

/**
 * The public edition reads `public_text`, `public_author` and `public_place` and nothing else that a person wrote; undecided comments
 * are not in it. Who answered what to the closed questions is internal: nobody was told that it would stand beside a name.
 * The names of the tags are looked up once a row, and only for rows that have any.
 */
function rows({ consultationId, edition }: RegisterOf): string {
  const publicOnly = edition === 'public' ? ` and m.state = 'public'` : '';
  const counted = `select comment_id, count(*) from comment_photo where comment_id is not null${edition === 'public' ? ` and state = 'public'` : ''} group by comment_id`;
  return `from comment m left join (${counted}) photos on photos.comment_id = m.id cross join lateral (select case when m.tag_ids <> '{}' then
      array(select t.name from tag t where t.id = any(m.tag_ids) order by t.position) else '{}' end as names offset 0) tags
    where m.consultation_id = ${literalId(consultationId)}${publicOnly} order by m.number`;
}

type Column = [header: string, expression: string];

/** The grid that the public sees pins on: about a hundred metres. */
const coordinate = ({ edition }: RegisterOf, axis: 'longitude' | 'latitude'): string => {
  if (edition === 'internal') return `m.${axis}`;
  return axis === 'longitude' ? 'round(round((m.longitude * 500)::numeric) / 500, 3)' : 'round(m.latitude::numeric, 3)';
};
const PHOTOS = 'coalesce(photos.count, 0)';
const answerTo = (question: Question): string =>
  `(select string_agg(v.value, ', ') from jsonb_array_elements(m.question_answers) a, jsonb_array_elements_text(a -> 'values') v
    where a ->> 'questionId' = ${literalId(question.id)})`;
const closed = ({ questions }: RegisterOf): Question[] => questions.filter(({ kind }) => kind !== 'text');

function excelColumns(of: RegisterOf): Column[] {
  const shared = (text: string, author: string): Column[] => [
    ['Nr.', numberOf(of)],
    ['Modtaget', danishTime(of, 'm.received_at')],
    ['Skrevet', `coalesce(${danishTime(of, 'm.upstream_at')}, '')`],
    ['Kanal', words('m.channel', CHANNEL_DA)],
    ['Navn', safe(author)],
    ['Bidrag', safe(text)],
    ['Temaer', safe(`nullif(array_to_string(tags.names, ', '), '')`)],
    ['Sted', safe(of.edition === 'public' ? 'm.public_place' : 'm.place')],
    ['Breddegrad', `replace(${coordinate(of, 'latitude')}::text, '.', ',')`],
    ['Længdegrad', `replace(${coordinate(of, 'longitude')}::text, '.', ',')`],
    ['Støtter', 'm.support_count'],
    ['Billeder', PHOTOS],
  ];
  if (of.edition === 'public') return shared('m.public_text', `coalesce(m.public_author, 'Borger')`);
  return [
    ...shared('m.text', 'm.author_name'),
    ['Tilstand', words('m.state', COMMENT_STATE_DA)],
    ['Vist tekst', safe('m.public_text')],
    ['Grund til skjul', safe('m.hidden_reason')],
    ['For tidligt', `case when m.early then 'ja' else '' end`],
    ['For sent', `case when m.late then 'ja' else '' end`],
    ['Mail', safe('m.email')],
    ['Link', safe('m.permalink')],
    ['Eksternt id', safe('m.external_id')],
    ['Note', safe('m.entry_note')],
    ...closed(of).map((question): Column => [question.label, safe(answerTo(question))]),
  ];
}

function machineColumns(of: RegisterOf): Column[] {
  const shared: Column[] = [
    ['number', numberOf(of)],
    ['received_at', isoTime('m.received_at')],
    ['upstream_at', isoTime('m.upstream_at')],
    ['channel', 'm.channel'],
    ['author', of.edition === 'public' ? 'm.public_author' : 'm.author_name'],
    ['text', of.edition === 'public' ? 'm.public_text' : 'm.text'],
    ['tags', `array_to_string(tags.names, '|')`],
    ['place', of.edition === 'public' ? 'm.public_place' : 'm.place'],
    ['latitude', coordinate(of, 'latitude')],
    ['longitude', coordinate(of, 'longitude')],
    ['support_count', 'm.support_count'],
    ['photo_count', PHOTOS],
  ];
  if (of.edition === 'public') return shared;
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
  `select ${columns.map(([, expression]) => expression).join(', ')} ${from}`;

const cell = (text: string): string => (/[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A table as COPY writes it, and its first line: PostgreSQL would cut a question's words at 63 bytes. */
export interface RegisterTable {
  header: string;
  statement: string;
}

/** The CSV that a Danish spreadsheet opens. */
export function excelCsv(of: RegisterOf): RegisterTable {
  const columns = excelColumns(of);
  return {
    header: columns.map(([name]) => cell(neutraliseFormula(name))).join(';'),
    statement: `copy (${select(columns, rows(of))}) to stdout with (format csv, delimiter ';', null '')`,
  };
}

/** RFC 4180 with commas, texts as they are. */
export function machineCsv(of: RegisterOf): RegisterTable {
  const answers = of.edition === 'internal' ? closed(of).map((one): Column => [one.label, answerTo(one)]) : [];
  const columns = [...machineColumns(of), ...answers];
  return {
    header: columns.map(([name]) => cell(name)).join(','),
    statement: `copy (${select(columns, rows(of))}) to stdout with (format csv)`,
  };
}

/** One JSON object per line: control characters as quote and delimiter never occur in JSON text, so nothing gets quoted. */
export function jsonRowsSql(of: RegisterOf): string {
  const answers: Column[] = of.edition === 'internal' ? [['question_answers', 'm.question_answers']] : [];
  const fields = [...machineColumns(of), ...answers]
    .map(
      ([name, expression]) =>
        `${quote(name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()))}, ${name === 'tags' ? `to_json(tags.names)` : expression}`,
    )
    .join(', ');
  return `copy (select json_build_object(${fields})::text ${rows(of)}) to stdout with (format csv, quote e'\\x01', delimiter e'\\x02')`;
}

export function countSql(edition: ExportEdition): string {
  return `select count(*)::int as count from comment where consultation_id = $1${edition === 'public' ? ` and state = 'public'` : ''}`;
}
