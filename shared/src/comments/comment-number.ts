/** `F-2026-014`: the consultation, by year and running number. */
export function formatConsultationNumber(year: number, consultation: number): string {
  return `F-${year}-${String(consultation).padStart(3, '0')}`;
}

/** `F-2026-014-0123`: the comment, in table, report, answer and address. Four digits or more. */
export function formatCommentNumber(year: number, consultation: number, comment: number): string {
  return `${formatConsultationNumber(year, consultation)}-${String(comment).padStart(4, '0')}`;
}

export interface CommentNumber {
  /** Null for the short form. */
  year: number | null;
  consultation: number | null;
  number: number;
}

/** `F-2026-014-0123`, or the short forms `0123` and `…0123` that people say; null for anything else. */
export function parseCommentNumber(text: string): CommentNumber | null {
  const full = /^f-?(\d{4})-(\d{1,6})-(\d{1,9})$/i.exec(text);
  if (full) return { year: Number(full[1]), consultation: Number(full[2]), number: Number(full[3]) };
  const short = /^(?:…|\.\.\.|#|nr\.? ?)?(\d{4,9})$/i.exec(text);
  return short ? { year: null, consultation: null, number: Number(short[1]) } : null;
}
