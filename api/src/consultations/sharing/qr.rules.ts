import { encode } from 'uqr';

/** A QR code as rows of modules with its quiet zone of four around it (ISO/IEC 18004), error correction M. True is black. */
export const qrModules = (content: string): boolean[][] => encode(content, { ecc: 'M', border: 4 }).data;

/** The black modules as SVG path data, a unit each. */
export const qrPath = (modules: boolean[][]): string =>
  modules.flatMap((row, y) => runs(row).map(([from, length]) => `M${from} ${y}h${length}v1h-${length}z`)).join(' ');

/** One path, black on white, of whatever size it is given. */
export function qrSvg(modules: boolean[][], label: string): string {
  const size = modules.length;
  const name = label.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size * 8}" height="${size * 8}" shape-rendering="crispEdges" role="img">` +
    `<title>${name}</title><path d="M0 0h${size}v${size}H0z" fill="#fff"/><path d="${qrPath(modules)}"/></svg>`
  );
}

/** Black stretches of a row as start and length: fewer shapes, and no hairlines between modules in print. */
function runs(row: boolean[]): Array<[from: number, length: number]> {
  const found: Array<[number, number]> = [];
  for (let x = 0; x < row.length; x += 1) {
    if (!row[x]) continue;
    const from = x;
    while (row[x + 1]) x += 1;
    found.push([from, x - from + 1]);
  }
  return found;
}

/** The largest picture of whole pixels per module that is no larger than asked for. @returns grey bytes, a square of `edge` */
export function qrPixels(modules: boolean[][], atMost: number): { edge: number; bytes: Uint8Array } {
  const scale = Math.max(1, Math.floor(atMost / modules.length));
  const edge = modules.length * scale;
  const bytes = new Uint8Array(edge * edge).fill(255);
  for (const [y, row] of modules.entries())
    for (const [from, length] of runs(row))
      for (let line = 0; line < scale; line += 1)
        bytes.fill(0, (y * scale + line) * edge + from * scale, (y * scale + line) * edge + (from + length) * scale);
  return { edge, bytes };
}
