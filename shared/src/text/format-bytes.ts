/** `840 kB`, `1,3 MB`: a file's size in words, powers of 1,000. */
export function formatBytes(bytes: number, language: 'da' | 'en' = 'da'): string {
  if (bytes < 1_000) return `${bytes} B`;
  if (bytes < 999_500) return `${Math.round(bytes / 1_000)} kB`;
  const megabytes = (bytes / 1_000_000).toFixed(1);
  return `${language === 'da' ? megabytes.replace('.', ',') : megabytes} MB`;
}
