import { Resvg } from '@resvg/resvg-js';
import { fontFiles } from '../fonts/font-files.js';
import { DRAWING_FONTS } from './drawing-fonts.js';

export interface DrawOrder {
  id: number;
  svg: string;
}
export type DrawAnswer = { id: number; png: Uint8Array } | { id: number; problem: string };

const font = { loadSystemFonts: false, fontFiles: fontFiles(DRAWING_FONTS), defaultFontFamily: 'IBM Plex Sans' };

function draw({ id, svg }: DrawOrder): DrawAnswer {
  try {
    return { id, png: new Resvg(svg, { font, logLevel: 'off' }).render().asPng() };
  } catch (error) {
    return { id, problem: error instanceof Error ? error.message : 'unknown' };
  }
}

process.on('message', (order: DrawOrder) => process.send?.(draw(order)));
