import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { InboxEventsService } from '../../src/inbox/inbox-events.service.js';
import { Database } from '../../src/platform/database/database.js';
import { startApp, type Client, type TestApp } from '../support/app.js';
import { InboxWorld } from '../support/inbox.js';
import { until } from '../support/until.js';

let t: TestApp;
let w: InboxWorld;

beforeAll(async () => {
  t = await startApp({ worker: true });
  w = await InboxWorld.make(t);
});
afterAll(() => t.close());

/** An open page: counts what it hears, and knows when it was shown out. */
async function open(who: Client) {
  const { port } = t.app.getHttpServer().address() as AddressInfo;
  const stop = new AbortController();
  const heard = { changes: 0, ended: false, close: () => stop.abort() };
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/inbox/events`, {
    headers: { cookie: who.cookie ?? '' },
    signal: stop.signal,
  });
  expect(answer.status).toBe(200);
  const listen = async (): Promise<void> => {
    for await (const chunk of answer.body ?? [])
      heard.changes += new TextDecoder().decode(chunk).split('event: change').length - 1;
    heard.ended = true;
  };
  void listen().catch(() => (heard.ended = true));
  return heard;
}
const pulse = (): Promise<void> => t.app.get(InboxEventsService).beat();

describe('open pages', () => {
  it('hear of changes again after the database has cut the connection', async () => {
    const page = await open(w.planner);
    await w.ask('Hører I mig før?');
    await until(
      () => Promise.resolve(page.changes),
      (changes) => changes > 0,
    );
    const cut = await t.app
      .get(Database)
      .query(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query = 'listen inbox_change'`,
      );
    expect(cut).toHaveLength(1);
    const before = page.changes;
    // It says so itself when it hears again: what was missed meanwhile is asked for.
    await until(
      () => Promise.resolve(page.changes),
      (changes) => changes > before,
    );
    const again = page.changes;
    await w.ask('Hører I mig efter?');
    await until(
      () => Promise.resolve(page.changes),
      (changes) => changes > again,
    );
    expect(page.ended).toBe(false);
    page.close();
  });

  it('are closed when the session has ended, and stay when it has not', async () => {
    const leaver = await t.person(['planner']);
    const [theirs, ours] = [await open(leaver), await open(w.planner)];
    await pulse();
    expect(theirs.ended).toBe(false);
    await leaver.delete('/session');
    await pulse();
    await until(
      () => Promise.resolve(theirs.ended),
      (ended) => ended,
    );
    expect(ours.ended).toBe(false);
    ours.close();
  });

  it('are closed when the right is taken away', async () => {
    const person = await t.person(['superUser'], 'var@eksempel.dk');
    const page = await open(person);
    const account = (await w.admin.get('/accounts')).body.items.find(
      (one: { email: string }) => one.email === 'var@eksempel.dk',
    );
    await w.admin.patch(`/accounts/${account.id}`, { roles: ['dpo'], version: account.version });
    await pulse();
    await until(
      () => Promise.resolve(page.ended),
      (ended) => ended,
    );
  });
});
