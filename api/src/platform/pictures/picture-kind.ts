/** What a file is by its own first bytes; names and declared types are only what somebody said. */
export type FileKind = 'jpeg' | 'png' | 'webp' | 'heic' | 'gif' | 'svg' | 'pdf' | 'unknown';

const starts = (bytes: Uint8Array, ...pattern: number[]): boolean => pattern.every((byte, i) => bytes[i] === byte);

/** @param bytes the file, or at least its first 1,024 bytes */
export function kindOf(bytes: Uint8Array): FileKind {
  const ascii = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  if (starts(bytes, 0xff, 0xd8, 0xff)) return 'jpeg';
  if (starts(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png';
  if (ascii.startsWith('RIFF') && ascii.slice(8, 12) === 'WEBP') return 'webp';
  // ISO base media: HEIC and AVIF name their brand after "ftyp".
  if (ascii.slice(4, 8) === 'ftyp' && /^(heic|heix|heim|heis|hevc|mif1|msf1|avif)/.test(ascii.slice(8, 12)))
    return 'heic';
  if (ascii.startsWith('GIF8')) return 'gif';
  // Readers look for the mark within the first kilobyte; some scanners write a line before it.
  if (ascii.includes('%PDF-')) return 'pdf';
  if (/<svg[\s>]/i.test(ascii)) return 'svg';
  return 'unknown';
}
