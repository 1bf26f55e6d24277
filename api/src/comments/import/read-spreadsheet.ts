import { readSheet } from 'read-excel-file/node';
import { ImportRefused } from './import-refused.js';

/** Unpacked, a sheet of 200,000 rows with long texts stays below this; what is larger was made to be. */
const MOST_BYTES = 400 * 1024 * 1024;
const END_OF_DIRECTORY = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
const DIRECTORY_ENTRY = 0x02_01_4b_50;

export const isZip = (bytes: Buffer): boolean => bytes.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 0x03, 0x04]));

/**
 * The first sheet of an Excel file as CSV text with commas, so that everything after it is the same as for a CSV file. Formulas give
 * their last value; a moment is written as local wall time.
 * @throws ImportRefused `import-not-csv` for a zip that is no Excel file, `import-too-large` for one that unpacks to too much
 */
export async function spreadsheetText(bytes: Buffer): Promise<string> {
  const size = unpackedBytes(bytes);
  if (size === null) throw new ImportRefused('import-not-csv');
  if (size > MOST_BYTES) throw new ImportRefused('import-too-large', { max: '400 MB udpakket' });
  try {
    const rows = await readSheet(bytes, { trim: false });
    return rows.map((row) => row.map(cellText).map(quoted).join(',')).join('\n');
  } catch {
    throw new ImportRefused('import-not-csv');
  }
}

/** What the zip's own directory says that it holds. @returns null when there is none, or it is broken */
function unpackedBytes(bytes: Buffer): number | null {
  const end = bytes.lastIndexOf(END_OF_DIRECTORY);
  if (end < 0 || end + 22 > bytes.length) return null;
  let [at, left, sum] = [bytes.readUInt32LE(end + 16), bytes.readUInt16LE(end + 10), 0];
  for (; left > 0; left -= 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) return null;
    sum += bytes.readUInt32LE(at + 24);
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return sum;
}

/** Excel's moments have no zone: they come as UTC and are meant as the clock on the wall. */
function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 16);
  return typeof value === 'number' || typeof value === 'boolean' ? value.toString() : (value as string);
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
