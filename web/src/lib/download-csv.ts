import { neutraliseFormula } from '@forhoering/shared/text/csv-safety.js';

/** Hands a table over as a file that spreadsheets open as it is: semicolons, and a mark that says UTF-8. */
export function downloadCsv(fileName: string, rows: ReadonlyArray<ReadonlyArray<string | number>>): void {
  const cell = (value: string | number): string =>
    typeof value === 'number' ? String(value) : `"${neutraliseFormula(value).replaceAll('"', '""')}"`;
  const text = rows.map((row) => row.map(cell).join(';')).join('\r\n');
  const url = URL.createObjectURL(new Blob(['\ufeff' + text + '\r\n'], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${fileName}.csv`;
  link.click();
  URL.revokeObjectURL(url);
}
