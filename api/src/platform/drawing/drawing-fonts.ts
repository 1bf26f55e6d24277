import { readFileSync } from 'node:fs';
import { fontFiles, type FontStyle } from '../fonts/font-files.js';
import { widthsOf } from '../fonts/font-tables.js';

const BOLD: FontStyle = { pack: '@expo-google-fonts/ibm-plex-sans', style: '600SemiBold' };
const REGULAR: FontStyle = { pack: '@expo-google-fonts/ibm-plex-sans', style: '400Regular' };

/** The fonts of drawings; what the first ones lack is taken from the later ones. */
export const DRAWING_FONTS: FontStyle[] = [
  BOLD,
  REGULAR,
  { pack: '@expo-google-fonts/noto-sans', style: '600SemiBold' },
  { pack: '@expo-google-fonts/noto-sans-arabic', style: '600SemiBold' },
  { pack: '@expo-google-fonts/noto-emoji', style: '400Regular' },
];

/** How wide a text is, in parts of its type size. */
export type Measure = (text: string, weight: 'bold' | 'regular') => number;

/** What the other fonts draw, guessed rather wide than narrow: Hebrew and Arabic are slim, emoji wider than high. */
const other = (code: number): number => (code >= 0x590 && code <= 0x8ff ? 0.7 : 1.25);
let widths: Record<'bold' | 'regular', (code: number) => number | undefined> | null = null;

export const measureText: Measure = (text, weight) => {
  widths ??= { bold: read(BOLD), regular: read(REGULAR) };
  const of = widths[weight];
  let sum = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    sum += of(code) ?? other(code);
  }
  return sum;
};

const read = (style: FontStyle): ((code: number) => number | undefined) =>
  widthsOf(readFileSync(fontFiles([style])[0] ?? ''));
