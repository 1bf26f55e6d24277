const START = '[\\s\\u200b\\ufeff]*[=+\\-@|%＝＋－＠]|^[\\t\\r\\n]';
const DANGER = new RegExp(`^${START}`, 'u');

/** The same rule as a PostgreSQL regular expression. */
export const FORMULA_DANGER_SQL = String.raw`^[\s\u200B\uFEFF]*[=+@|%＝＋－＠-]|^[\t\r\n]`;

/**
 * A cell that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, CSV injection).
 * Works on cells of several lines too, since only the start decides.
 */
export function neutraliseFormula(value: string): string {
  return DANGER.test(value) ? `'${value}` : value;
}
