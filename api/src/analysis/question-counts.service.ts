import { Injectable } from '@nestjs/common';
import { SCALE_STEPS, type Question } from '@forhoering/shared/contracts/consultation.contract.js';
import type { QuestionCounts } from '@forhoering/shared/contracts/overview.contract.js';
import { Database } from '../platform/database/database.js';

interface CountRow {
  question_id: string;
  /** null: how many people answered the question at all */
  value: string | null;
  count: number;
}

/** How closed questions were answered: the same figures on the overview and in the report. */
@Injectable()
export class QuestionCountsService {
  constructor(private readonly db: Database) {}

  /** @param publicOnly only comments that everybody can read */
  async of(consultationId: string, questions: readonly Question[], publicOnly = false): Promise<QuestionCounts[]> {
    const closed = questions.filter(({ kind }) => kind !== 'text' && kind !== 'place');
    if (closed.length === 0) return [];
    const [rows, total] = await Promise.all([
      this.db.query<CountRow>(COUNTS, [consultationId, publicOnly]),
      this.db.queryOne<{ count: number }>(TOTAL, [consultationId, publicOnly]),
    ]);
    return closed.map((question) => countsOf(question, rows, total?.count ?? 0));
  }
}

function countsOf(question: Question, rows: readonly CountRow[], total: number): QuestionCounts {
  const of = (value: string | null): number =>
    rows.find((row) => row.question_id === question.id && row.value === value)?.count ?? 0;
  const options = question.kind === 'scale' ? SCALE_STEPS : question.options;
  const [low = '', high = ''] = question.kind === 'scale' ? question.options : [];
  const ends: Record<string, string> = { 1: low, [SCALE_STEPS.length]: high };
  return {
    questionId: question.id,
    label: question.label,
    options: options.map((option) => ({
      label: question.kind === 'scale' && ends[option] ? `${option} (${ends[option]})` : option,
      count: of(option),
    })),
    answered: of(null),
    skipped: Math.max(0, total - of(null)),
  };
}

const COUNTED = `m.consultation_id = $1 and m.state <> 'withdrawn' and (not $2::boolean or m.state = 'public')`;
const COUNTS = `select a ->> 'questionId' as question_id, v.value, count(distinct m.id)::int as count
  from comment m, jsonb_array_elements(m.question_answers) a, jsonb_array_elements_text(a -> 'values') v
  where ${COUNTED} group by grouping sets ((1, 2), (1))`;
// Only who came through the form was asked.
const TOTAL = `select count(*)::int as count from comment m where ${COUNTED} and m.channel = 'web' and m.parent_id is null`;
