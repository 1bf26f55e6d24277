/**
 * Length as the limits count it: code points. A family emoji counts as several, which nobody minds,
 * while browser, server and database all count the same.
 */
export function countCharacters(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** The first `max` code points: never half a character, which no database would take. */
export function cutText(text: string, max: number): string {
  return Array.from(text.slice(0, 2 * max))
    .slice(0, max)
    .join('');
}

export interface TextProblem {
  code: 'text-empty' | 'text-too-long' | 'text-null-byte' | 'text-lone-surrogate';
  params: Record<string, number>;
}

/** Why a text is not accepted, or null. Null bytes and half characters cannot be stored by any database, so they are named. */
export function textProblem(raw: string, { min, max }: { min: number; max: number }): TextProblem | null {
  if (raw.includes('\u0000')) return { code: 'text-null-byte', params: {} };
  if (!raw.isWellFormed()) return { code: 'text-lone-surrogate', params: {} };
  const length = countCharacters(cleanText(raw));
  if (length < min || !/[\p{L}\p{N}\p{S}\p{P}]/u.test(raw)) return { code: 'text-empty', params: { min } };
  if (length > max) return { code: 'text-too-long', params: { max, length } };
  return null;
}

/**
 * The little that is done to a text before it is kept: line breaks become LF and control characters go, which no reader sees and
 * which break PDF and CSV. Everything else, markup and spelling included, stays as it was written.
 */
export function cleanText(raw: string): string {
  return raw
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(CONTROLS, '')
    .normalize('NFC')
    .trim();
}

// Built from escapes: the characters themselves would be invisible here. Bidi controls could make a text read as another one.
const CONTROLS = new RegExp(
  '[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\u202a-\\u202e\\u2066-\\u2069\\ufeff]',
  'g',
);
