import { publishFindings } from '@forhoering/shared/consultations/checklist.rules.js';
import type { ConsultationFileView } from '@forhoering/shared/contracts/file.contract.js';
import type { DepartmentView } from '@forhoering/shared/contracts/session.contract.js';
import { plural } from '@forhoering/shared/i18n/labels.da.js';
import { periodDays, periodWords } from '@forhoering/shared/time/period.rules.js';
import { factsOf } from './draft';
import type { Editor } from './editor.svelte';
import { FIELD_DA, SECTIONS, type Field } from './fields';

export type Level = 'stops' | 'doubtful' | 'fine';

/** A line of "Før I åbner": what it is about, what to do, and where. */
export interface Line {
  key: string;
  level: Level;
  field: Field | 'files';
  title: string;
  act: string;
  /** Where it is mended, when that is another page. */
  href?: string;
}

const WORDS: Record<string, [title: string, act: string]> = {
  'title-missing': ['Titlen mangler', 'Skriv en titel'],
  'question-missing': ['Der er intet spørgsmål', 'Stil mindst ét spørgsmål'],
  'closing-missing': ['Ingen dato for lukning', 'Sæt en frist'],
  'delete-date-missing': ['Ingen dato for sletning', 'Sæt en slettefrist'],
  'teaser-missing': ['Der er ingen kort tekst', 'Skriv kort om sagen'],
  'can-influence-missing': ['Det fremgår ikke, hvad man kan påvirke', 'Skriv det'],
  'settled-missing': ['Det fremgår ikke, hvad der ligger fast', 'Skriv det'],
  'blanks-left': ['der står stadig ord i [klammer]', 'Skriv jeres egne ord'],
  'contact-missing': ['Ingen kontakt', 'Skriv, hvem man kan ringe til'],
  'case-number-missing': ['Intet sagsnummer', 'Skriv sagsnummeret'],
  'case-number-pattern': ['Sagsnummer passer ikke', 'Tjek sagsnummeret'],
  'department-missing': ['Ingen afdeling', 'Vælg afdeling'],
  'shown-at-once': ['Bidrag vises uden at være læst', 'Se, om det er meningen'],
  'closing-in-the-past': ['Fristen er gået', 'Sæt en ny frist'],
  'period-short': ['Perioden er kortere end 14 dage', 'Se på fristen'],
  'holiday-in-period': ['Der er helligdage i perioden', 'Se på fristen'],
  'delete-before-closing': ['Slettes, før den lukker', 'Ret slettefristen'],
  'delete-too-early': ['Slettes før 3 måneder efter fristen', 'Se på slettefristen'],
  'legal-basis-missing': ['Intet retsgrundlag', 'Skriv eller vælg et'],
  'privacy-notice-missing': ['Ingen tekst om oplysninger', 'Skriv eller vælg en'],
};

/** What is fine unless one of the codes is found. */
type Fine = [field: Field, title: string, unless: string[]];

interface Seen {
  pattern: string;
  departments: DepartmentView[];
  files: ConsultationFileView[];
  /** The story of the opening goes out in one place. */
  oneChannelOnly: boolean;
}

/** What is on the list now: what stops, what is doubtful, what is fine. */
export function checklistLines(
  { draft, now: nowMs, view, askedBefore }: Pick<Editor, 'draft' | 'now' | 'view' | 'askedBefore'>,
  { pattern, departments, files, oneChannelOnly }: Seen,
): Line[] {
  const facts = factsOf(draft, pattern);
  // What has been open may close in its own time.
  const findings = publishFindings(facts, nowMs).filter(
    ({ code }) => view.state === 'draft' || code !== 'closing-in-the-past',
  );
  const codes = new Set(findings.map(({ code }) => code));
  const blank = new Set(findings.filter(({ code }) => code === 'blanks-left').map(({ field }) => field));
  const wrong = findings.map(({ code, level, field }): Line => {
    const [words = code, act = 'Se feltet'] = WORDS[code] ?? [];
    const title = code === 'blanks-left' ? `${FIELD_DA[field as Field]}: ${words}` : words;
    // The server opens it all the same; nobody means to open something that has closed.
    const stops = level === 'blocks' || code === 'closing-in-the-past';
    return { key: `${code}-${field}`, level: stops ? 'stops' : 'doubtful', field: field as Field, title, act };
  });
  const silent = files.filter(({ kind, altText }) => kind === 'picture' && altText === '').length;
  if (silent > 0)
    wrong.push({
      key: 'alt-text-missing',
      level: 'doubtful',
      field: 'files',
      title: silent === 1 ? 'Billedet mangler alt-tekst' : `${silent} billeder mangler alt-tekst`,
      act: 'Skriv, hvad de viser',
    });
  if (askedBefore.length > 0)
    wrong.push({
      key: 'same-area-recently',
      level: 'doubtful',
      field: 'area',
      title: 'Området er spurgt inden for et år',
      act: 'Se, hvornår',
    });
  if (oneChannelOnly)
    wrong.push({
      key: 'one-channel-only',
      level: 'doubtful',
      field: 'title',
      title: 'Historien skal kun ud ét sted',
      act: 'Tag en kanal mere med',
      href: `/forhoeringer/${view.id}/opslag`,
    });
  const department = departments.find(({ id }) => id === draft.departmentId)?.name ?? '';
  const days = facts.closesAt === null ? 0 : periodDays(facts.opensAt ?? new Date(nowMs).toISOString(), facts.closesAt);
  const fine: Fine[] = [
    ['title', 'Titel og kort tekst', ['title-missing', 'teaser-missing']],
    ['canInfluence', 'Påvirkes og ligger fast', ['can-influence-missing', 'settled-missing']],
    ['questions', plural(facts.questions.length, 'spørgsmål', 'spørgsmål'), ['question-missing']],
    ...(view.area === null ? [] : [['area', 'Område tegnet', []] satisfies Fine]),
    ['closesAt', `Frist: ${periodWords(days)}`, ['closing-missing', 'closing-in-the-past', 'period-short']],
    ['visibility', 'Bidrag læses, før de vises', ['shown-at-once']],
    ['departmentId', department, ['department-missing']],
    ['caseNumber', `Sag ${facts.caseNumber}`, ['case-number-missing', 'case-number-pattern']],
    ['contact', 'Kontakt', ['contact-missing']],
    [
      'deleteOn',
      `Slettefrist: ${draft.deleteOn}`,
      ['delete-date-missing', 'delete-before-closing', 'delete-too-early'],
    ],
    ['legalBasis', 'Retsgrundlag', ['legal-basis-missing']],
    ['privacyNotice', 'Tekst om oplysninger', ['privacy-notice-missing']],
  ];
  const right = fine
    .filter(([field, , unless]) => !unless.some((code) => codes.has(code)) && !blank.has(field))
    .map(([field, title]): Line => ({ key: `ok-${field}`, level: 'fine', field, title, act: '' }));
  const order: Level[] = ['stops', 'doubtful', 'fine'];
  return [...wrong, ...right].sort((a, b) => order.indexOf(a.level) - order.indexOf(b.level));
}

/** The worst that is said about a part of the page. */
export function sectionLevel(sectionId: string, lines: readonly Line[], errors: ReadonlySet<string>): Level {
  const fields = SECTIONS.find(({ id }) => id === sectionId)?.fields ?? [];
  const levels = lines
    .filter(({ field, href }) => href === undefined && field !== 'files' && fields.includes(field))
    .map(({ level }) => level);
  if (levels.includes('stops') || fields.some((field) => errors.has(field))) return 'stops';
  if (sectionId === 'filer' && lines.some(({ field }) => field === 'files')) return 'doubtful';
  return levels.includes('doubtful') ? 'doubtful' : 'fine';
}
