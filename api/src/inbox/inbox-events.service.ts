import type { ServerResponse } from 'node:http';
import { BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { SessionService } from '../identity/session.service.js';
import { Config } from '../platform/config/config.js';
import { ChangeListener } from '../platform/database/change-listener.js';
import type { SignedIn } from '../platform/http/access.js';
import { ProblemError } from '../platform/http/problem-error.js';
import { INBOX_CHANNEL } from './inbox-access.js';

/** Between two of them a proxy hears nothing; and this long an ended session can go on listening. */
const PULSE_MS = 15_000;
/** Pages of one person, and of everybody in one process. */
const MOST_OF_ONE = 12;
const MOST = 1_000;

/**
 * News for open pages. Says only which conversation changed, by its id: what, each page asks for with its own rights. Every web process hears
 * the database on one connection, so that it does not matter which of them made the change.
 */
@Injectable()
export class InboxEventsService implements BeforeApplicationShutdown {
  private readonly streams = new Map<ServerResponse, SignedIn>();
  private listener: ChangeListener | null = null;
  private pulse: NodeJS.Timeout | null = null;

  constructor(
    private readonly config: Config,
    private readonly sessions: SessionService,
  ) {}

  /** @throws 429 when this person, or this process, has too many open already */
  admit(me: SignedIn): void {
    const mine = [...this.streams.values()].filter(({ accountId }) => accountId === me.accountId).length;
    if (mine >= MOST_OF_ONE || this.streams.size >= MOST)
      throw new ProblemError(429, 'too-many-attempts', { retryAfterSeconds: 60 });
  }

  async open(me: SignedIn, response: ServerResponse, headers: Record<string, string>): Promise<void> {
    response.writeHead(200, {
      ...headers,
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    // How long the browser waits before it comes back.
    response.write('retry: 3000\n\n');
    this.streams.set(response, me);
    response.on('close', () => this.streams.delete(response));
    await this.listen();
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (this.pulse) clearInterval(this.pulse);
    for (const response of this.streams.keys()) response.end();
    await this.listener?.close();
  }

  private async listen(): Promise<void> {
    if (this.listener) return;
    this.listener = new ChangeListener(
      this.config.databaseUrl ?? '',
      INBOX_CHANNEL,
      (id) => this.say(id),
      // What was missed while it could not hear is made up for.
      (hearing) => hearing && this.say('all'),
    );
    this.pulse = setInterval(() => void this.beat(), PULSE_MS);
    await this.listener.start();
  }

  /** @param id of the conversation, or `all` */
  private say(id: string): void {
    const event = `event: change\ndata: ${JSON.stringify({ id })}\n\n`;
    for (const response of this.streams.keys()) response.write(event);
  }

  /** Keeps the way open, and shows out whose session has ended. */
  async beat(): Promise<void> {
    const live = new Map<string, boolean>();
    for (const [response, { sessionId }] of this.streams) {
      const holds =
        live.get(sessionId) ??
        (await this.sessions.isLive(sessionId).catch(
          // The database is away: nobody is shown out for that.
          () => true,
        ));
      live.set(sessionId, holds);
      if (holds) response.write(': \n\n');
      else response.end();
    }
  }
}
