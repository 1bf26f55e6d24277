import {
  TIMELINE_STEPS,
  type TimelineEntry,
  type TimelineStep,
  type ConsultationInput,
  type ConsultationView,
  type PublicConsultationView,
  type PublicOrganisation,
  type QuestionInput,
} from '@forhoering/shared/contracts/consultation.contract.js';
import type { PublicFile } from '@forhoering/shared/contracts/file.contract.js';
import type { ChecklistFacts } from '@forhoering/shared/consultations/checklist.rules.js';
import { COPENHAGEN, parseDeadline, parseOpening, zonedOf } from '@forhoering/shared/time/wall-time.js';
import { draftQuestion, FIELD_DA, type Draft, type DraftQuestion, type Field, type Moment } from './fields';

export const FIELDS = Object.keys(FIELD_DA) as Field[];

export function draftOf(c: ConsultationView): Draft {
  return {
    title: c.title,
    teaser: c.teaser,
    purpose: c.purpose,
    canInfluence: orOneEmpty(c.canInfluence),
    settled: orOneEmpty(c.settled),
    questions: c.questions.length === 0 ? [draftQuestion()] : c.questions.map(draftQuestion),
    area: c.area === null ? null : { ...c.area },
    opensAt: momentOf(c.opensOn ?? (c.state === 'draft' ? null : wallTime(c.opensAt)), ''),
    closesAt: momentOf(c.closesOn ?? wallTime(c.closesAt), '23.59'),
    timeline: timelineOf(c.timeline),
    visibility: c.visibility,
    visibilityReason: c.visibilityReason ?? '',
    allowReplies: c.allowReplies,
    departmentId: c.departmentId ?? '',
    caseNumber: c.caseNumber,
    contact: c.contact,
    deleteOn: momentOf(c.deleteOn, '').date,
    legalBasis: c.legalBasis,
    privacyNotice: c.privacyNotice,
  };
}

const timelineOf = (entries: readonly TimelineEntry[]): Draft['timeline'] =>
  Object.fromEntries(
    TIMELINE_STEPS.map((step) => [step, entries.find((entry) => entry.step === step)?.when ?? '']),
  ) as Record<TimelineStep, string>;

const timelineInput = (timeline: Draft['timeline']): TimelineEntry[] =>
  TIMELINE_STEPS.map((step) => ({ step, when: timeline[step].trim() })).filter(({ when }) => when !== '');

/** Opened or closed by a button: nothing was written, and the instant tells the time. */
function wallTime(instant: string | null): string | null {
  return instant === null ? null : zonedOf(instant).toPlainDateTime().toString({ smallestUnit: 'minute' });
}

/** A list with nothing in it still has a line to write in. */
const orOneEmpty = (list: readonly string[]): string[] => (list.length === 0 ? [''] : [...list]);

/** `2026-03-29T12:00` -> `29.03.2026`, `12.00`, as the fields show and take it. */
export function momentOf(written: string | null, usualTime: string): Moment {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}))?/.exec(written ?? '');
  if (!match) return { date: '', time: usualTime };
  const [, year, month, day, hour, minute] = match;
  return { date: `${day}.${month}.${year}`, time: hour === undefined ? usualTime : `${hour}.${minute}` };
}

/** What was typed as `2026-03-29` or `2026-03-29T08:00`; '' for nothing, null for what is no date or no time. */
export function wallOf({ date, time }: Moment): string | null {
  if (date.trim() === '') return '';
  const day = parseOpening(date, COPENHAGEN)?.wall;
  if (day === undefined) return null;
  if (time.trim() === '' || day.includes('T')) return day;
  const clock = /^(?:kl\.?\s*)?(\d{1,2})(?:[.:](\d{2}))?$/i.exec(time.trim());
  if (!clock || Number(clock[1]) > 23 || Number(clock[2] ?? 0) > 59) return null;
  return `${day}T${clock[1]?.padStart(2, '0')}:${clock[2] ?? '00'}`;
}

export const opensInstant = (moment: Moment): string | null =>
  parseOpening(wallOf(moment) ?? '', COPENHAGEN)?.instant ?? null;
export const closesInstant = (moment: Moment): string | null =>
  parseDeadline(wallOf(moment) ?? '', COPENHAGEN)?.instant ?? null;

const lines = (list: readonly string[]): string[] => list.map((line) => line.trim()).filter((line) => line !== '');

export const hasOptions = (kind: DraftQuestion['kind']): boolean => !['text', 'place'].includes(kind);

function questionInputs(questions: readonly DraftQuestion[]): QuestionInput[] {
  return asked(questions).map(({ id, kind, label, options }) => ({
    ...(id === null ? {} : { id }),
    kind,
    label: label.trim(),
    ...(hasOptions(kind) ? { options: lines(options) } : {}),
  }));
}

/** Rows with a question in them. */
export const asked = (questions: readonly DraftQuestion[]): DraftQuestion[] =>
  questions.filter(({ label }) => label.trim() !== '');

/** A field as the API would keep it: two values that mean the same read the same. */
function meaning(field: Field, value: Draft[Field]): unknown {
  if (field === 'questions')
    return questionInputs(value as DraftQuestion[]).map(({ kind, label, options }) => [kind, label, options ?? []]);
  if (field === 'opensAt' || field === 'closesAt') {
    const moment = value as Moment;
    const wall = wallOf(moment);
    return wall === null ? [moment.date, moment.time] : field === 'closesAt' ? wall.replace(/T23:59$/, '') : wall;
  }
  if (field === 'timeline') return timelineInput(value as Draft['timeline']);
  if (field === 'area' || field === 'allowReplies') return value;
  if (field === 'deleteOn') return wallOf({ date: value as string, time: '' }) ?? value;
  return Array.isArray(value) ? lines(value as string[]) : (value as string).trim();
}

export function same<K extends Field>(field: K, a: Draft[K], b: Draft[K]): boolean {
  return JSON.stringify(meaning(field, a)) === JSON.stringify(meaning(field, b));
}

export const dirtyFields = (draft: Draft, base: Draft): Field[] =>
  FIELDS.filter((field) => !same(field, draft[field], base[field]));

/** Only what was changed goes to the server, so that two people who edit different fields do not undo each other. */
export function inputOf(draft: Draft, fields: readonly Field[]): ConsultationInput {
  const input: Record<string, unknown> = {};
  for (const field of fields) {
    if (field === 'questions') input[field] = questionInputs(draft.questions);
    else if (field === 'opensAt' || field === 'closesAt') input[field] = wallOf(draft[field]) || null;
    else if (field === 'deleteOn') input[field] = wallOf({ date: draft.deleteOn, time: '' })?.slice(0, 10) || null;
    else if (field === 'departmentId') input[field] = draft.departmentId || null;
    else if (field === 'timeline') input[field] = timelineInput(draft.timeline);
    else if (field === 'canInfluence' || field === 'settled') input[field] = lines(draft[field]);
    else if (field !== 'visibility' && field !== 'visibilityReason') input[field] = draft[field];
  }
  if (fields.includes('visibility') || fields.includes('visibilityReason')) {
    input['visibility'] = draft.visibility;
    if (draft.visibility === 'atOnce') input['visibilityReason'] = draft.visibilityReason;
  }
  return input;
}

/** What the checklist looks at, as typed now. */
export function factsOf(draft: Draft, caseNumberPattern: string): ChecklistFacts {
  return {
    title: draft.title.trim(),
    teaser: draft.teaser.trim(),
    purpose: draft.purpose,
    canInfluence: lines(draft.canInfluence),
    settled: lines(draft.settled),
    questions: asked(draft.questions).map(({ label }) => label),
    opensAt: opensInstant(draft.opensAt),
    closesAt: closesInstant(draft.closesAt),
    contact: draft.contact.trim(),
    departmentId: draft.departmentId || null,
    caseNumber: draft.caseNumber.trim(),
    caseNumberPattern,
    legalBasis: draft.legalBasis.trim(),
    privacyNotice: draft.privacyNotice.trim(),
    visibility: draft.visibility,
    deleteOn: wallOf({ date: draft.deleteOn, time: '' })?.slice(0, 10) || null,
  };
}

/** What citizens would see of it now. */
export function publicOf(
  draft: Draft,
  view: ConsultationView,
  organisation: PublicOrganisation,
  { departmentName, files }: { departmentName: string | null; files: PublicFile[] },
): PublicConsultationView {
  const { number, slug, state, privacyNoticeVersion, publicUrl, shortUrl, changes } = view;
  const { publishedAt, updatedAt } = view;
  const { title, teaser, purpose, contact, caseNumber, legalBasis, privacyNotice, visibility } = draft;
  return {
    number,
    slug,
    state,
    privacyNoticeVersion,
    publicUrl,
    shortUrl,
    changes,
    timeline: timelineInput(draft.timeline),
    publishedAt,
    updatedAt,
    title,
    teaser,
    purpose,
    contact,
    caseNumber,
    legalBasis,
    privacyNotice,
    visibility,
    allowReplies: draft.allowReplies,
    canInfluence: lines(draft.canInfluence),
    settled: lines(draft.settled),
    // What has just been drawn is shown once the server has looked at it.
    area: view.area,
    questions: asked(draft.questions).map(({ key, id, kind, label, options }) => ({
      id: id ?? `ny-${key}`,
      kind,
      label,
      options: hasOptions(kind) ? lines(options) : [],
    })),
    opensAt: opensInstant(draft.opensAt),
    closesAt: closesInstant(draft.closesAt),
    departmentName,
    commentCount: 0,
    placeCount: 0,
    answeredCount: 0,
    files,
    officialAnswers: [],
    organisation,
  };
}
