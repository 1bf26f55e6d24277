/** "Roskilde Kommune, Vej og Park"; without a department no lonely comma. */
export function signatureOf(pattern: string, organisation: string, department: string | null): string {
  return pattern
    .replaceAll('{organisation}', organisation)
    .replaceAll('{department}', department ?? '')
    .replace(/^[\s,–-]+|[\s,–-]+$/gu, '')
    .slice(0, 200);
}
