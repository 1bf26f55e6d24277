import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database } from '../../src/platform/database/database.js';
import { startApp, type Client, type TestApp } from '../support/app.js';
import { InboxWorld } from '../support/inbox.js';

let t: TestApp;
let w: InboxWorld;

beforeAll(async () => {
  t = await startApp({ worker: true });
  w = await InboxWorld.make(t);
});
afterAll(() => t.close());

/** A small generator with a seed, so that an order that fails can be run again. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

describe('whatever the order of questions, hand-overs and answers', () => {
  it.each([1, 7, 42])('no conversation is lost, and each has one owner or visibly none (seed %d)', async (seed) => {
    const roll = dice(seed);
    const ids: string[] = [];
    const numbers: string[] = [];
    for (let i = 0; i < 6; i += 1) {
      const asked = await w.ask(`Hvad er svar ${seed}-${i}?`);
      ids.push(asked.conversation.id);
      numbers.push(asked.number);
    }
    let said = 0;
    // A citizen writes again: below an answer, while we wait, or in between.
    const reply = (): Promise<{ status: number }> =>
      t.as().post(`/public/consultations/${w.consultation.slug}/comments`, {
        text: `Så tænker jeg på ${seed}-${(said += 1)}.`,
        replyTo: numbers[roll(numbers.length)],
        idempotencyKey: `${seed}-${said}`,
      });
    const people: Client[] = [w.planner, w.roads.user, w.parks.user];
    const acts: Array<(who: Client, id: string) => Promise<{ status: number }>> = [
      (who, id) => who.post(`/inbox/${id}/take`),
      (who, id) => who.post(`/inbox/${id}/assign`, { departmentId: roll(2) === 0 ? w.parks.id : w.roads.id }),
      (who, id) => who.post(`/inbox/${id}/assign`, { userId: null }),
      (who, id) => who.post(`/inbox/${id}/wait`),
      (who, id) => who.post(`/inbox/${id}/reopen`),
      (who, id) => who.post(`/inbox/${id}/no-answer`, { reason: 'Prøve' }),
      (who, id) =>
        who.post(`/inbox/${id}/answers`, { kind: 'holding', text: 'Vi vender tilbage', promisedOn: '2199-01-01' }),
      (who, id) => who.post(`/inbox/${id}/answers`, { kind: 'full', text: 'Svar' }),
      reply,
    ];
    // Three at once each time: what one does, another may have made impossible.
    for (let round = 0; round < 40; round += 1) {
      const moves = Array.from({ length: 3 }, () => {
        const [who, id, act] = [people[roll(3)], ids[roll(ids.length)], acts[roll(acts.length)]];
        return who && id && act ? act(who, id) : Promise.resolve({ status: 500 });
      });
      for (const { status } of await Promise.all(moves)) expect([200, 201, 403, 409]).toContain(status);
    }
    // What comes last in the queue has come: so has all before it, also what was done twice.
    await w.ask(`Er ${seed} det sidste?`);
    const rows = await t.app.get(Database).query<{
      id: string;
      state: string;
      owner_id: string | null;
      due: Date | null;
      paused_left_ms: string | null;
      most: number;
      round: number;
      ended: number;
    }>(
      `select v.id, v.state, v.owner_id, v.round, (select count(*)::int from conversation_round r where r.conversation_id = v.id) as ended, coalesce(v.promised_at, v.due_at) as due, v.paused_left_ms,
         coalesce((select max(n) from (select count(*)::int as n from answer a where a.conversation_id = v.id group by a.round, a.kind) x), 0) as most
       from conversation v where v.id = any($1::uuid[])`,
      [ids],
    );
    expect(rows).toHaveLength(ids.length);
    const views = new Map<string, string[]>();
    for (const view of ['due', 'unassigned', 'waiting', 'answered'])
      for (const { id } of (await w.planner.get(`/inbox?view=${view}&limit=200`)).body.items as Array<{ id: string }>)
        views.set(id, [...(views.get(id) ?? []), view]);
    for (const row of rows) {
      expect(row.due).not.toBeNull();
      expect(row.most).toBeLessThanOrEqual(1);
      // Every round that began has either ended or is the one that runs.
      expect(row.round).toBe(row.ended + 1);
      if (row.state === 'new') expect(row.owner_id).toBeNull();
      if (row.state === 'assigned') expect(row.owner_id).not.toBeNull();
      if (row.state === 'waiting') expect(row.paused_left_ms).not.toBeNull();
      // Each is in just one of the lists; nobody's is, besides, among those that nobody has.
      const list = { new: 'due', assigned: 'due', waiting: 'waiting' }[row.state] ?? 'answered';
      expect(views.get(row.id)?.filter((view) => view !== 'unassigned')).toEqual([list]);
      expect(views.get(row.id)?.includes('unassigned')).toBe(row.owner_id === null && list === 'due');
    }
  });
});
