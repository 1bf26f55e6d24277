import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const PASSWORD = 'fire-graa-gaes';

export interface BlueskyUser {
  did: string;
  handle: string;
  password: string;
  accessJwt: string;
  refreshJwt: string;
}

/** Where the real server lies when `npm test` has been able to fetch it; else null. */
export function blueskyPlace(): { node: string; folder: string } | null {
  const [node, folder] = [process.env['BLUESKY_NODE'], process.env['BLUESKY_SERVER']];
  return node && folder ? { node, folder } : null;
}

/** A real Bluesky server (PDS) with a directory of its own, on loopback. */
export class BlueskyServer {
  url: string;
  private child: ChildProcess | null = null;
  private dataDir = '';

  /** @param url one that somebody else has started */
  constructor(url = '') {
    this.url = url;
  }

  /** @param appView where it passes on what it does not answer itself */
  async start(appView?: string): Promise<this> {
    const place = blueskyPlace();
    if (!place) throw new Error('the Bluesky server was not fetched');
    this.dataDir = mkdtempSync(path.join(os.tmpdir(), 'forhoering-bluesky-'));
    const args = [
      '--require',
      path.join(place.folder, 'loopback.cjs'),
      path.join(place.folder, 'serve.mjs'),
      this.dataDir,
      ...(appView ? [appView] : []),
    ];
    // It ends with us: its standard input is ours to close.
    const child = spawn(place.node, args, {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { PATH: process.env['PATH'] ?? '' },
    });
    this.child = child;
    let words = '';
    child.stderr.on('data', (chunk: Buffer) => (words = (words + chunk.toString()).slice(-4_000)));
    this.url = await new Promise<string>((resolve, reject) => {
      child.stdout.on('data', (chunk: Buffer) => {
        const match = /^ready (\S+)$/m.exec(chunk.toString());
        if (match) resolve(match[1] ?? '');
      });
      child.once('exit', (code) => reject(new Error(`the Bluesky server ended with ${code}: ${words}`)));
    });
    return this;
  }

  async stop(): Promise<void> {
    const { child } = this;
    if (child && child.exitCode === null) {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await gone;
    }
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  /** Somebody new. */
  async join(name = `u${randomUUID().slice(0, 8)}`): Promise<BlueskyUser> {
    const made = await this.ask('com.atproto.server.createAccount', {
      handle: `${name}.test`,
      email: `${name}@eksempel.dk`,
      password: PASSWORD,
    });
    return { ...(made as unknown as BlueskyUser), password: PASSWORD };
  }

  /** Writes, also below something. */
  async post(
    user: BlueskyUser,
    text: string,
    reply?: object,
    more: object = {},
  ): Promise<{ uri: string; cid: string }> {
    const record = {
      $type: 'app.bsky.feed.post',
      text,
      createdAt: new Date().toISOString(),
      ...(reply ? { reply } : {}),
      ...more,
    };
    const body = { repo: user.did, collection: 'app.bsky.feed.post', record };
    return (await this.ask('com.atproto.repo.createRecord', body, user)) as { uri: string; cid: string };
  }

  async remove(user: BlueskyUser, uri: string): Promise<void> {
    const rkey = uri.split('/').at(-1) ?? '';
    await this.ask('com.atproto.repo.deleteRecord', { repo: user.did, collection: 'app.bsky.feed.post', rkey }, user);
  }

  async records(user: BlueskyUser): Promise<Array<{ uri: string; cid: string; value: Record<string, unknown> }>> {
    const query = new URLSearchParams({ repo: user.did, collection: 'app.bsky.feed.post', limit: '100' });
    const answer = await fetch(`${this.url}/xrpc/com.atproto.repo.listRecords?${query.toString()}`);
    return ((await answer.json()) as { records: Array<{ uri: string; cid: string; value: Record<string, unknown> }> })
      .records;
  }

  async ask(method: string, body: object, as?: BlueskyUser): Promise<Record<string, unknown>> {
    const answer = await fetch(`${this.url}/xrpc/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(as ? { authorization: `Bearer ${as.accessJwt}` } : {}) },
      body: JSON.stringify(body),
    });
    const said = (await answer.json().catch(() => ({}))) as Record<string, unknown>;
    if (!answer.ok) throw new Error(`${method}: ${answer.status} ${JSON.stringify(said)}`);
    return said;
  }
}
