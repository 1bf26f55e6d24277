/** The tables of a TrueType font that say what it draws and how wide (OpenType 1.9: cmap formats 4 and 12, head, hhea, hmtx). */
function tableOf(font: Buffer, name: string): number | null {
  for (let table = 0; table < font.readUInt16BE(4); table += 1) {
    const at = 12 + 16 * table;
    if (font.toString('latin1', at, at + 4) === name) return font.readUInt32BE(at + 8);
  }
  return null;
}

/** Code point to glyph, for every character the font can draw. */
export function glyphsOf(font: Buffer): Map<number, number> {
  const found = new Map<number, number>();
  const cmap = tableOf(font, 'cmap');
  if (cmap === null) return found;
  for (let i = 0; i < font.readUInt16BE(cmap + 2); i += 1) {
    const start = cmap + font.readUInt32BE(cmap + 8 + 8 * i);
    const format = font.readUInt16BE(start);
    if (format === 12) addFormat12(font, start, found);
    else if (format === 4) addFormat4(font, start, found);
  }
  return found;
}

function addFormat12(font: Buffer, start: number, found: Map<number, number>): void {
  for (let group = 0; group < font.readUInt32BE(start + 12); group += 1) {
    const at = start + 16 + 12 * group;
    const [first, last, glyph] = [font.readUInt32BE(at), font.readUInt32BE(at + 4), font.readUInt32BE(at + 8)];
    for (let code = first; code <= last; code += 1) found.set(code, glyph + code - first);
  }
}

function addFormat4(font: Buffer, start: number, found: Map<number, number>): void {
  const segments = font.readUInt16BE(start + 6) / 2;
  const word = (array: number, i: number): number =>
    font.readUInt16BE(start + 14 + array * segments * 2 + (array > 0 ? 2 : 0) + 2 * i);
  for (let i = 0; i < segments; i += 1) {
    const [end, first, delta, range] = [word(0, i), word(1, i), word(2, i), word(3, i)];
    for (let code = first; code <= end && code < 0xffff; code += 1) {
      const place = start + 14 + 3 * segments * 2 + 2 + 2 * i + range + 2 * (code - first);
      const glyph = range === 0 ? code + delta : font.readUInt16BE(place) === 0 ? 0 : font.readUInt16BE(place) + delta;
      if ((glyph & 0xffff) !== 0) found.set(code, glyph & 0xffff);
    }
  }
}

/** Widths in parts of the type size, by code point. Kerning is left out: it is small and mostly makes text narrower. */
export function widthsOf(font: Buffer): (code: number) => number | undefined {
  const [head, hhea, hmtx] = ['head', 'hhea', 'hmtx'].map((name) => tableOf(font, name) ?? 0) as [
    number,
    number,
    number,
  ];
  const unitsPerEm = font.readUInt16BE(head + 18);
  const measured = font.readUInt16BE(hhea + 34);
  const glyphs = glyphsOf(font);
  return (code) => {
    const glyph = glyphs.get(code);
    // Glyphs behind the last measured one are as wide as it.
    return glyph === undefined ? undefined : font.readUInt16BE(hmtx + 4 * Math.min(glyph, measured - 1)) / unitsPerEm;
  };
}
