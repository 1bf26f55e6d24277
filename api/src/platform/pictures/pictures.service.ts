import { fork } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import sharp from 'sharp';
import { LIMITS } from '@forhoering/shared/limits.js';
import { FileStore, type StoredFile } from '../files/file-store.js';
import { invalidField } from '../http/problem-error.js';
import { log } from '../log/log.js';
import { Turns } from '../process/turns.js';
import { kindOf } from './picture-kind.js';
import type { ChildAnswer } from './reencode.child.js';

/** A picture as we keep it: two sizes of WebP without metadata. Pixels are those of the large one. */
export interface StoredPicture {
  large: StoredFile;
  small: StoredFile;
  width: number;
  height: number;
}

/** From source (tests) the child is the compiled file; from the build it lies beside this one. */
const CHILD = path.join(
  import.meta.dirname.replace(`${path.sep}src${path.sep}`, `${path.sep}dist${path.sep}`),
  'reencode.child.js',
);
/** Decoders have had holes: what a stranger sent is opened in a process that can be killed. */
const TIMEOUT_MS = 20_000;
/** A picture of the largest size takes some 200 MB while it is open. */
const AT_ONCE = 2;

/** Pictures are decoded and written anew: what came never leaves as it came, nor does its metadata. */
@Injectable()
export class Pictures {
  private readonly turns = new Turns(AT_ONCE);

  constructor(private readonly files: FileStore) {}

  /**
   * A picture of our own making as JPEG, which every network takes.
   * @param most bytes; quality goes down until it fits
   */
  async jpeg(own: Buffer, most: number): Promise<StoredFile> {
    for (let quality = 90; ; quality -= 10) {
      const bytes = await sharp(own).flatten({ background: '#fff' }).jpeg({ quality, mozjpeg: true }).toBuffer();
      if (bytes.length <= most || quality <= 30) return this.files.put(Readable.from([bytes]));
    }
  }

  /**
   * @param field the field of the form, for the refusal
   * @throws 422 `picture-heic`, `picture-type`, `picture-too-large`, `picture-unreadable`
   */
  async store(bytes: Buffer, field: string): Promise<StoredPicture> {
    const kind = kindOf(bytes);
    if (kind === 'heic') throw invalidField(field, 'picture-heic');
    if (!['jpeg', 'png', 'webp'].includes(kind)) throw invalidField(field, 'picture-type');
    const endTurn = await this.turns.take();
    const [inFile, largeFile, smallFile] = await Promise.all([
      this.files.scratchPath(kind),
      this.files.scratchPath('webp'),
      this.files.scratchPath('webp'),
    ]);
    try {
      await writeFile(inFile, bytes, { mode: 0o600 });
      const answer = await reencode([inFile, largeFile, smallFile]);
      if (answer.kind === 'too-large')
        throw invalidField(field, 'picture-too-large', { max: `${LIMITS.picturePixels / 1_000_000}` });
      if (answer.kind === 'unreadable') throw invalidField(field, 'picture-unreadable');
      const [large, small] = [await this.files.adopt(largeFile), await this.files.adopt(smallFile)];
      return { large, small, width: answer.width, height: answer.height };
    } finally {
      endTurn();
      await Promise.all([inFile, largeFile, smallFile].map((file) => rm(file, { force: true })));
    }
  }
}

function reencode(args: string[]): Promise<ChildAnswer> {
  return new Promise((resolve) => {
    const child = fork(CHILD, args, {
      execArgv: [],
      env: { VIPS_CONCURRENCY: '1' },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      timeout: TIMEOUT_MS,
      killSignal: 'SIGKILL',
    });
    let answer: ChildAnswer | null = null;
    let words = '';
    child.stderr?.setEncoding('utf8').on('data', (chunk: string) => (words = (words + chunk).slice(-500)));
    child.on('message', (message: ChildAnswer) => (answer = message));
    child.once('error', (error) => {
      log.error('picture-child', error);
      resolve({ kind: 'unreadable', reason: 'not started' });
    });
    child.once('exit', (code, signal) => {
      if (answer === null) log.warn('picture-child-ended', { code, signal, words });
      resolve(answer ?? { kind: 'unreadable', reason: 'ended' });
    });
  });
}
