import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { Config } from '../config/config.js';

export interface StoredFile {
  sha256: string;
  bytes: number;
}

/** Files by their content: the name is the SHA-256, so the same bytes are kept once and a stored file never changes. */
@Injectable()
export class FileStore {
  private readonly root: string;

  constructor(config: Config) {
    this.root = path.join(config.dataDir, 'files');
  }

  /** A path for work in progress on the same disk; the caller removes it or hands it to `adopt`. */
  async scratchPath(extension: string): Promise<string> {
    const folder = path.join(this.root, 'scratch');
    await makePrivate(folder);
    return path.join(folder, `${randomBytes(12).toString('hex')}.${extension}`);
  }

  /** Streams into the store in constant memory. */
  async put(source: Readable, signal?: AbortSignal): Promise<StoredFile> {
    const scratch = await this.scratchPath('part');
    const meter = new HashingMeter();
    try {
      await pipeline(source, meter, createWriteStream(scratch, { flush: true }), ...(signal ? [{ signal }] : []));
      const file = meter.result();
      await this.place(scratch, file.sha256);
      return file;
    } catch (error) {
      await rm(scratch, { force: true });
      throw error;
    }
  }

  /** Takes over a finished file made at `scratchPath`. */
  async adopt(scratch: string): Promise<StoredFile> {
    const meter = new HashingMeter();
    await pipeline(createReadStream(scratch), meter.resume());
    const file = meter.result();
    await this.place(scratch, file.sha256);
    return file;
  }

  open(sha256: string): Readable {
    return createReadStream(this.pathOf(sha256));
  }

  async exists(sha256: string): Promise<boolean> {
    return stat(this.pathOf(sha256)).then(
      () => true,
      () => false,
    );
  }

  async remove(sha256: string): Promise<void> {
    await rm(this.pathOf(sha256), { force: true });
  }

  private async place(scratch: string, sha256: string): Promise<void> {
    const target = this.pathOf(sha256);
    await makePrivate(path.dirname(target));
    await rename(scratch, target);
  }

  private pathOf(sha256: string): string {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('not a content address');
    return path.join(this.root, sha256.slice(0, 2), sha256.slice(2));
  }
}

/** Imported files and internal exports are nobody else's on the machine to read. */
const makePrivate = (folder: string): Promise<unknown> => mkdir(folder, { recursive: true, mode: 0o700 });

class HashingMeter extends Transform {
  private readonly hash = createHash('sha256');
  private bytes = 0;

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: (error: null, data: Buffer) => void): void {
    this.hash.update(chunk);
    this.bytes += chunk.length;
    done(null, chunk);
  }

  result(): StoredFile {
    return { sha256: this.hash.digest('hex'), bytes: this.bytes };
  }
}
