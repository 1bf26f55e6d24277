/**
 * Whether a case number looks like the municipality's own. In the pattern every digit stands for any digit; everything else stands
 * for itself, small or capital. No regular expressions: the person who writes the pattern copies a real number.
 * @param pattern `26/000000`; empty = anything goes
 */
export function fitsCaseNumber(caseNumber: string, pattern: string): boolean {
  const wanted = [...pattern.trim().toLowerCase()];
  const given = [...caseNumber.trim().toLowerCase()];
  if (wanted.length === 0) return true;
  return (
    wanted.length === given.length &&
    wanted.every((one, i) => (isDigit(one) ? isDigit(given[i] ?? '') : one === given[i]))
  );
}

const isDigit = (character: string): boolean => /^[0-9]$/.test(character);
