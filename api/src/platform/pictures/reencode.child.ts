import { writeFileSync } from 'node:fs';
import sharp, { type OutputInfo } from 'sharp';
import { LIMITS } from '@forhoering/shared/limits.js';

/** What the child says on its way out, as one IPC message. */
export type ChildAnswer =
  { kind: 'done'; width: number; height: number } | { kind: 'too-large' } | { kind: 'unreadable'; reason: string };

const LARGE = 1600;
const SMALL = 640;

// Only what we take: the library could open a lot more, SVG and PDF among them.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpegFile', 'VipsForeignLoadPngFile', 'VipsForeignLoadWebpFile'] });
sharp.cache(false);
sharp.concurrency(1);

async function reencode(inFile: string, largeFile: string, smallFile: string): Promise<ChildAnswer> {
  const options = { limitInputPixels: LIMITS.picturePixels, failOn: 'error' } as const;
  try {
    const { width, height } = await sharp(inFile, options).metadata();
    if (width * height > LIMITS.picturePixels) return { kind: 'too-large' };
    // The camera's turn is made real, since the note of it goes with the rest of the metadata.
    const upright = sharp(inFile, options).autoOrient();
    const sized = (edge: number): Promise<{ data: Buffer; info: OutputInfo }> =>
      upright
        .clone()
        .resize({ width: edge, height: edge, fit: 'inside', withoutEnlargement: true })
        .toColorspace('srgb')
        .webp({ quality: 80, effort: 3 })
        .toBuffer({ resolveWithObject: true });
    const large = await sized(LARGE);
    const small = await sized(SMALL);
    writeFileSync(largeFile, large.data);
    writeFileSync(smallFile, small.data);
    return { kind: 'done', width: large.info.width, height: large.info.height };
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    return /pixel limit|too (large|big)/i.test(reason)
      ? { kind: 'too-large' }
      : { kind: 'unreadable', reason: reason.slice(0, 300) };
  }
}

const [inFile = '', largeFile = '', smallFile = ''] = process.argv.slice(2);
const answer = await reencode(inFile, largeFile, smallFile);
process.send?.(answer, () => process.exit(0));
