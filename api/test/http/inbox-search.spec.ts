import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { InboxPage } from '@forhoering/shared/contracts/inbox.contract.js';
import { startApp, type Client, type TestApp } from '../support/app.js';
import { InboxWorld } from '../support/inbox.js';

let t: TestApp;
let w: InboxWorld;

beforeAll(async () => {
  t = await startApp({ worker: true });
  w = await InboxWorld.make(t);
});
afterAll(() => t.close());

const find = async (who: Client, q: string, more = ''): Promise<InboxPage> => {
  const { status, body } = await who.get(`/inbox?q=${encodeURIComponent(q)}${more}`);
  expect(status).toBe(200);
  return body as InboxPage;
};
const numbers = async (who: Client, q: string): Promise<string[]> =>
  (await find(who, q)).items.map(({ number }) => number);

describe('searching in the inbox', () => {
  it('finds by number, long and short, by words in any form, and by who wrote', async () => {
    const hedge = await w.ask('Hvem klipper ligusterhækken ved skolen?', { name: 'Agnete Hviid' });
    const lamp = await w.ask('Hvornår kommer lampen ved Åbrinken?');
    expect(await numbers(w.planner, hedge.number)).toEqual([hedge.number]);
    expect(await numbers(w.planner, hedge.number.toLowerCase())).toEqual([hedge.number]);
    expect(await numbers(w.planner, hedge.number.slice(-4))).toEqual([hedge.number]);
    expect(await numbers(w.planner, 'ligusterhæk')).toEqual([hedge.number]);
    expect(await numbers(w.planner, 'lampe aabrinken')).toEqual([lamp.number]);
    expect(await numbers(w.planner, 'agnete')).toEqual([hedge.number]);
    expect(await numbers(w.planner, 'lampe skolen')).toEqual([]);
    expect(await numbers(w.planner, 'F-1999-001-0001')).toEqual([]);
    for (const q of ['&|!()', `' or 1=1 --`, ':*', '%']) expect(Array.isArray(await numbers(w.planner, q))).toBe(true);
    // Also what is done.
    await w.planner.post(`/inbox/${lamp.conversation.id}/no-answer`, { reason: 'Ringede' });
    expect(await numbers(w.planner, 'åbrinken')).toEqual([lamp.number]);
  });

  it('finds only what the person may see, and nothing that nobody can', async () => {
    const { conversation, number } = await w.ask('Hvor blev kastanjen af?');
    expect(await numbers(w.roads.user, 'kastanje')).toEqual([number]);
    expect(await numbers(w.parks.user, 'kastanje')).toEqual([]);
    expect(await numbers(w.parks.user, number)).toEqual([]);
    await w.planner.post(`/comments/${conversation.commentId}/decision`, { action: 'hide', reason: 'Prøve' });
    expect(await numbers(w.planner, 'kastanje')).toEqual([]);
    expect((await (await t.person(['dpo'])).get('/inbox?q=kastanje')).status).toBe(403);
    expect((await w.planner.get(`/inbox?q=${'a'.repeat(201)}`)).status).toBe(422);
  });

  it('goes on page by page, newest first', async () => {
    const asked = [await w.ask('Bolden et?'), await w.ask('Bolden to?'), await w.ask('Bolden tre?')];
    const first = await find(w.planner, 'bolden', '&limit=2');
    const cursor = encodeURIComponent(first.nextCursor ?? '');
    const second = await find(w.planner, 'bolden', `&limit=2&cursor=${cursor}`);
    expect([...first.items, ...second.items].map(({ number }) => number)).toEqual(
      asked.map(({ number }) => number).toReversed(),
    );
    expect(second.nextCursor).toBeNull();
  });
});
