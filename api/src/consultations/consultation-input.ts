import { v7 as uuidv7 } from 'uuid';
import type {
  Area,
  ConsultationInput,
  Question,
  QuestionInput,
} from '@forhoering/shared/contracts/consultation.contract.js';
import { LIMITS } from '@forhoering/shared/limits.js';
import { COPENHAGEN, localYear, parseDeadline, parseOpening } from '@forhoering/shared/time/wall-time.js';
import type { Actor } from '../audit/audit.service.js';
import { invalid, invalidField, type FieldRefusal } from '../platform/http/problem-error.js';
import { parseArea } from './area.rules.js';
import { orderedTimeline, plainFields } from './consultation.rules.js';
import type { Consultation, PrivacyNotice } from './consultation.entity.js';

interface NewConsultation {
  id: string;
  input: ConsultationInput;
  /** Null: the product itself. */
  actor: Actor | null;
  /** The municipality's standard texts. */
  standard: { legalBasis: string; privacyNotice: string };
  templateName: string | null;
  now: Date;
}

/** An empty draft with its first privacy notice; number, slug and short code are given when it is stored. */
export function newConsultation({ id, input, actor, standard, templateName, now }: NewConsultation): {
  consultation: Consultation;
  notice: PrivacyNotice;
} {
  const notice: PrivacyNotice = {
    id: uuidv7(),
    consultationId: id,
    version: 1,
    text: input.privacyNotice ?? standard.privacyNotice,
    createdAt: now,
    createdBy: actor?.accountId ?? null,
  };
  const consultation: Consultation = {
    id,
    year: localYear(now.toISOString(), COPENHAGEN),
    number: 0,
    slug: '',
    state: 'draft',
    title: '',
    teaser: '',
    purpose: '',
    canInfluence: [],
    settled: [],
    questions: [],
    opensAt: null,
    closesAt: null,
    opensOn: null,
    closesOn: null,
    timeZone: COPENHAGEN,
    departmentId: null,
    contact: '',
    caseNumber: '',
    legalBasis: standard.legalBasis,
    privacyNoticeId: notice.id,
    area: null,
    allowReplies: false,
    shortCode: '',
    timeline: [],
    visibility: 'afterReview',
    visibilityReason: null,
    visibilityBy: null,
    visibilityAt: null,
    deleteOn: null,
    templateName,
    createdBy: actor?.accountId ?? null,
    createdAt: now,
    updatedAt: now,
    updatedBy: actor?.accountId ?? null,
    publishedAt: null,
    version: 1,
  };
  return { consultation, notice };
}

/** What was sent. A validated body has every field of its class, the others as `undefined`. */
export function givenFields<T extends object>(input: T): Partial<T> {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as Partial<T>;
}

interface ApplyInput {
  consultation: Consultation;
  input: ConsultationInput;
  actor: Actor;
  now: Date;
  departmentExists: (id: string) => Promise<boolean>;
}

/** Writes what was sent into the consultation and gives the names of the fields. @throws 422 naming each field that does not hold */
export async function applyInput({ consultation, input, actor, now, departmentExists }: ApplyInput): Promise<string[]> {
  if (input.departmentId && !(await departmentExists(input.departmentId)))
    throw invalidField('departmentId', 'not-found');
  Object.assign(consultation, plainFields(input));
  consultation.canInfluence = withoutBlanks(consultation.canInfluence);
  consultation.settled = withoutBlanks(consultation.settled);
  if (input.questions !== undefined) {
    consultation.questions = mergeQuestions(consultation.questions, input.questions);
  }
  if (input.area !== undefined) consultation.area = input.area === null ? null : acceptArea(input.area);
  if (input.timeline !== undefined) consultation.timeline = orderedTimeline(input.timeline);
  applyDates(consultation, input, now);
  applyVisibility(consultation, input, actor, now);
  return Object.keys(givenFields(input)).filter((field) => !['version', 'reason'].includes(field));
}

/**
 * A question keeps its id wherever it is moved and when it only got better words in its place: answers point at the id.
 * @throws 422 for missing options
 */
function mergeQuestions(before: Question[], input: QuestionInput[]): Question[] {
  const left = [...before];
  const take = (fits: (old: Question) => boolean): string | undefined => {
    const at = left.findIndex(fits);
    return at < 0 ? undefined : left.splice(at, 1)[0]?.id;
  };
  const named = input.map(({ id, kind }) => take((old) => old.id === id && old.kind === kind));
  const same = input.map(({ kind, label }, i) => named[i] ?? take((old) => old.kind === kind && old.label === label));
  return input.map((question, i) => {
    const open = question.kind === 'text' || question.kind === 'place';
    const options = open ? [] : withoutBlanks(question.options ?? []);
    if (!open && (options.length < 2 || new Set(options).size < options.length))
      throw invalidField(`questions.${i}.options`, 'options-missing');
    const reworded = (): string | undefined => take((old) => old.id === before[i]?.id && old.kind === question.kind);
    return { id: same[i] ?? reworded() ?? uuidv7(), kind: question.kind, label: question.label, options };
  });
}

function acceptArea(input: unknown): Area {
  const area = parseArea(input);
  if (typeof area === 'string') throw invalidField('area', area, { max: LIMITS.areaCorners });
  return area;
}

const withoutBlanks = (lines: string[]): string[] => lines.map((line) => line.trim()).filter((line) => line !== '');

function applyDates(consultation: Consultation, input: ConsultationInput, now: Date): void {
  const problems: FieldRefusal[] = [];
  const wasPublished = consultation.state === 'published';
  if (input.opensAt !== undefined) {
    const opening = input.opensAt === null ? null : parseOpening(input.opensAt, COPENHAGEN);
    if (input.opensAt !== null && opening === null) problems.push({ field: 'opensAt', code: 'not-a-date' });
    consultation.opensAt = opening === null ? null : new Date(opening.instant);
    consultation.opensOn = opening?.wall ?? null;
  }
  if (input.closesAt !== undefined) {
    const closing = input.closesAt === null ? null : parseDeadline(input.closesAt, COPENHAGEN);
    if (input.closesAt !== null && closing === null) problems.push({ field: 'closesAt', code: 'not-a-date' });
    consultation.closesAt = closing === null ? null : new Date(closing.instant);
    consultation.closesOn = closing?.wall ?? null;
    if (wasPublished && problems.length === 0) problems.push(...closingOfPublished(consultation, now));
  }
  if (input.deleteOn !== undefined) {
    const day = input.deleteOn === null ? null : dayOf(input.deleteOn);
    if (input.deleteOn !== null && day === null) problems.push({ field: 'deleteOn', code: 'not-a-date' });
    consultation.deleteOn = day;
  }
  if (
    consultation.opensAt &&
    consultation.closesAt &&
    consultation.opensAt >= consultation.closesAt &&
    problems.length === 0
  ) {
    problems.push({ field: 'closesAt', code: 'closing-before-opening' });
  }
  if (problems.length > 0) throw invalid(problems);
}

/** An open consultation keeps a closing, and one that lies ahead: to end it now there is "close". */
function closingOfPublished(consultation: Consultation, now: Date): FieldRefusal[] {
  if (consultation.closesAt === null) return [{ field: 'closesAt', code: 'closing-missing' }];
  return consultation.closesAt <= now ? [{ field: 'closesAt', code: 'closing-in-the-past' }] : [];
}

/** `2027-04-30`, or the Danish day of an instant. */
function dayOf(text: string): string | null {
  return parseOpening(text, COPENHAGEN)?.wall.slice(0, 10) ?? null;
}

const NO_REASON = 'Ingen begrundelse angivet';

function applyVisibility(consultation: Consultation, input: ConsultationInput, actor: Actor, now: Date): void {
  if (input.visibility === undefined) return;
  // A form asks why and sends what was typed; a script that does not know the field still leaves a trace of that.
  const reason = input.visibilityReason ?? (consultation.visibilityReason || NO_REASON);
  if (input.visibility === 'atOnce' && reason === '') {
    throw invalidField('visibilityReason', 'required');
  }
  consultation.visibilityReason = input.visibility === 'atOnce' ? reason : null;
  if (input.visibility === consultation.visibility) return;
  consultation.visibility = input.visibility;
  consultation.visibilityBy = actor.accountId;
  consultation.visibilityAt = now;
}
