import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

export interface FontStyle {
  pack:
    | '@expo-google-fonts/ibm-plex-sans'
    | '@expo-google-fonts/noto-sans'
    | '@expo-google-fonts/noto-sans-arabic'
    | '@expo-google-fonts/noto-emoji';
  style: string;
}

/** The files of the named fonts: what is drawn on the server never depends on the machine's own. */
export function fontFiles(fonts: FontStyle[]): string[] {
  const require = createRequire(import.meta.url);
  return fonts.flatMap(({ pack, style }) => {
    const folder = path.join(path.dirname(require.resolve(`${pack}/package.json`)), style);
    return readdirSync(folder)
      .filter((name) => name.endsWith('.ttf'))
      .map((name) => path.join(folder, name));
  });
}
