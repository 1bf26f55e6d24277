import type { FieldProblem } from '@forhoering/shared/contracts/problem.contract.js';
import { fieldWords } from '@forhoering/shared/i18n/problems.js';
import { asked, closesInstant, hasOptions, opensInstant, wallOf } from './draft';
import type { Draft, Field } from './fields';

/** Something in a field that cannot be saved as it stands, or (soft) that will stop the opening. */
export interface DraftProblem extends FieldProblem {
  of: Field;
  soft: boolean;
}

/**
 * What the server would refuse, said before it is asked.
 * @param mayBePast the deadline is what it was, and has run out in its own time
 */
export function draftProblems(draft: Draft, nowMs: number, mayBePast: boolean): DraftProblem[] {
  const problems: DraftProblem[] = [];
  const add = (
    of: Field,
    code: string,
    { field = of, soft = false }: { field?: string; soft?: boolean } = {},
  ): number => problems.push({ of, field, code, soft, message: fieldWords(code, 'da', {}) });
  for (const field of ['opensAt', 'closesAt'] as const) if (wallOf(draft[field]) === null) add(field, 'not-a-date');
  if (wallOf({ date: draft.deleteOn, time: '' }) === null) add('deleteOn', 'not-a-date');
  const [opens, closes] = [opensInstant(draft.opensAt), closesInstant(draft.closesAt)];
  if (opens !== null && closes !== null && opens >= closes) add('closesAt', 'closing-before-opening');
  else if (!mayBePast && closes !== null && Date.parse(closes) <= nowMs)
    add('closesAt', 'closing-in-the-past', { soft: true });
  asked(draft.questions).forEach((question, i) => {
    const options = question.options.map((one) => one.trim()).filter((one) => one !== '');
    if (hasOptions(question.kind) && (options.length < 2 || new Set(options).size < options.length))
      add('questions', 'options-missing', { field: `questions.${i}.options` });
  });
  if (draft.visibility === 'atOnce' && draft.visibilityReason.trim() === '') add('visibilityReason', 'required');
  return problems;
}

/** Fields that must wait: their own problem, or that of the field they are held together with. */
export function heldFields(problems: readonly DraftProblem[]): Set<Field> {
  const held = new Set(problems.filter((problem) => !problem.soft).map((problem) => problem.of));
  if (held.has('visibilityReason')) held.add('visibility');
  if (problems.some((problem) => problem.code === 'closing-before-opening')) held.add('opensAt');
  return held;
}
