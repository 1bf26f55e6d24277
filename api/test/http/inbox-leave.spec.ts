import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AnswererView, ConversationDetail } from '@forhoering/shared/contracts/inbox.contract.js';
import { LeavesService } from '../../src/inbox/leaves.service.js';
import { Database } from '../../src/platform/database/database.js';
import { startApp, type TestApp } from '../support/app.js';
import { InboxWorld } from '../support/inbox.js';

let t: TestApp;
let w: InboxWorld;
beforeAll(async () => {
  t = await startApp({ worker: true });
  w = await InboxWorld.make(t);
});
afterAll(() => t.close());

/** A local day as the product reads it. */
const day = (from: number): string =>
  new Date(Date.now() + from * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Europe/Copenhagen' });
const away = (accountId: string, from = 0, to = 3, who = w.admin) =>
  who.post('/leaves', { accountId, startsOn: day(from), endsOn: day(to) });
const detail = async (id: string): Promise<ConversationDetail> => (await w.planner.get(`/inbox/${id}`)).body;

describe('who is away', () => {
  it('says so for oneself; for others, who looks after the inbox', async () => {
    const own = await away(w.parks.accountId, 5, 6, w.parks.user);
    expect(own.status).toBe(201);
    expect(own.body).toMatchObject({ accountId: w.parks.accountId, startsOn: day(5), endsOn: day(6) });
    expect((await away(w.roads.accountId, 5, 6, w.parks.user)).status).toBe(403);
    expect((await away(w.roads.accountId, 5, 6, await t.person(['caseworker']))).status).toBe(403);
    expect((await away(w.roads.accountId, 5, 6, t.as())).status).toBe(401);
    expect((await w.roads.user.delete(`/leaves/${own.body.id}`)).status).toBe(403);
    const wrong = [
      await away(w.roads.accountId, 3, 1),
      await w.admin.post('/leaves', { accountId: w.roads.accountId, startsOn: 'i morgen', endsOn: day(1) }),
      await away('00000000-0000-4000-8000-000000000000'),
    ];
    expect(wrong.map(({ status, body }) => [status, body.errors[0].field])).toEqual([
      [422, 'endsOn'],
      [422, 'startsOn'],
      [422, 'accountId'],
    ]);
    expect((await w.planner.get('/leaves')).body.items).toMatchObject([{ accountId: w.parks.accountId }]);
    // Not begun yet: the person is there.
    const people = (await w.planner.get('/inbox/answerers')).body.items as AnswererView[];
    expect(people.find(({ id }) => id === w.parks.accountId)?.awayUntil).toBeNull();
    expect((await w.parks.user.delete(`/leaves/${own.body.id}`)).status).toBe(204);
  });

  it('gives what is open to the stand-in on the first day, once, and gets nothing new', async () => {
    const standIn = await t.person(['superUser']);
    const standInId = (await standIn.get('/session')).body.account.id as string;
    await w.admin.post('/duties', {
      departmentId: w.roads.id,
      accountId: standInId,
      startsOn: day(0),
      endsOn: day(30),
      standIn: true,
    });
    const duty = { departmentId: w.roads.id, accountId: w.roads.accountId, startsOn: day(0), endsOn: day(30) };
    await w.admin.post('/duties', duty);
    const { conversation } = await w.ask('Hvornår fejer I vejen?');
    expect((await detail(conversation.id)).ownerId).toBe(w.roads.accountId);

    const leave = await away(w.roads.accountId);
    expect(leave.status).toBe(201);
    const hand = () => Promise.all([t.app.get(LeavesService).run(), t.app.get(LeavesService).run()]);
    await hand();
    expect(await detail(conversation.id)).toMatchObject({ ownerId: standInId, state: 'assigned' });
    const { conversation: fresh } = await w.ask('Hvornår salter I vejen?');
    expect((await detail(fresh.id)).ownerId).toBe(standInId);

    // Nobody gives them more; what they take themselves stays theirs.
    const refused = await w.planner.post(`/inbox/${fresh.id}/assign`, { userId: w.roads.accountId });
    expect(refused.body.errors).toMatchObject([{ field: 'userId', code: 'on-leave' }]);
    const people = (await w.planner.get('/inbox/answerers')).body.items as AnswererView[];
    expect(people.find(({ id }) => id === w.roads.accountId)?.awayUntil).toBe(day(3));
    expect((await w.roads.user.post(`/inbox/${fresh.id}/take`)).status).toBe(200);
    await hand();
    expect((await detail(fresh.id)).ownerId).toBe(w.roads.accountId);

    // Back before time.
    expect((await w.admin.delete(`/leaves/${leave.body.id}`)).status).toBe(204);
    expect((await w.admin.delete(`/leaves/${leave.body.id}`)).status).toBe(404);
    const { conversation: later } = await w.ask('Hvornår klipper I hækken?');
    expect((await detail(later.id)).ownerId).toBe(w.roads.accountId);
  });

  it('leaves what nobody can have visibly to nobody', async () => {
    const { conversation } = await w.ask('Hvor er der egern?', {});
    await w.planner.post(`/inbox/${conversation.id}/assign`, { departmentId: w.parks.id });
    expect((await detail(conversation.id)).ownerId).toBe(w.parks.accountId);
    await away(w.parks.accountId);
    await t.app.get(LeavesService).run();
    expect(await detail(conversation.id)).toMatchObject({ ownerId: null, state: 'new', departmentId: w.parks.id });
    const { items } = (await w.planner.get('/inbox?view=unassigned')).body;
    expect(items.map(({ id }: { id: string }) => id)).toContain(conversation.id);
  });
});

describe('who has it open', () => {
  it('is told to colleagues who may see it, for as long as they look', async () => {
    const { conversation } = await w.ask('Hvem læser det her?');
    const here = (who = w.planner) => who.put(`/inbox/${conversation.id}/presence`, {});
    expect((await here()).body).toEqual({ names: [] });
    expect((await here(w.roads.user)).body).toEqual({ names: ['Prøve Person'] });
    expect((await here()).body.names).toHaveLength(1);
    expect((await here(w.parks.user)).status).toBe(403);
    expect((await here(await t.person(['caseworker']))).status).toBe(403);
    expect((await here(t.as())).status).toBe(401);
    const nowhere = await w.planner.put('/inbox/00000000-0000-4000-8000-000000000000/presence', {});
    expect(nowhere.status).toBe(404);
    await t.app.get(Database).query("update inbox_reader set last_seen = last_seen - interval '1 minute'");
    expect((await here()).body).toEqual({ names: [] });
  });
});
