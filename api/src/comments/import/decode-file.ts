import { ImportRefused } from './import-refused.js';
import { isZip, spreadsheetText } from './read-spreadsheet.js';

export interface DecodedFile {
  text: string;
  encoding: 'UTF-8' | 'UTF-16' | 'Windows-1252' | 'Excel';
}

/** First bytes of what people choose by mistake: gzip, PDF, old Office. */
const NOT_CSV = [
  [0x1f, 0x8b],
  [0x25, 0x50, 0x44, 0x46],
  [0xd0, 0xcf, 0x11, 0xe0],
];

/** The rows of a CSV or Excel file as CSV text. @throws ImportRefused */
export async function textOfFile(bytes: Buffer): Promise<DecodedFile> {
  return isZip(bytes) ? { text: await spreadsheetText(bytes), encoding: 'Excel' } : decodeFile(bytes);
}

/**
 * The text of a CSV file. UTF-8 and UTF-16 by their marks; without a mark UTF-8, unless nearly every letter beyond ASCII
 * breaks it: then Windows-1252, which older Danish spreadsheets write. Single broken places become U+FFFD and are reported per row.
 * @throws ImportRefused
 */
function decodeFile(bytes: Buffer): DecodedFile {
  if (NOT_CSV.some((magic) => magic.every((byte, i) => bytes[i] === byte))) throw new ImportRefused('import-not-csv');
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    const text = new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes);
    if (text.includes('\0')) throw new ImportRefused('import-wrong-encoding');
    return { text, encoding: 'UTF-16' };
  }
  if (bytes.includes(0)) throw new ImportRefused('import-wrong-encoding');
  const text = new TextDecoder('utf-8').decode(bytes);
  const broken = count(text, '\ufffd');
  if (broken === 0) return { text, encoding: 'UTF-8' };
  const whole = text.match(/[\u0080-\ufffc]/g)?.length ?? 0;
  if (broken <= whole) return { text, encoding: 'UTF-8' };
  return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'Windows-1252' };
}

function count(text: string, char: string): number {
  let found = 0;
  for (let at = text.indexOf(char); at >= 0; at = text.indexOf(char, at + 1)) found += 1;
  return found;
}
