import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { zonedOf } from '@forhoering/shared/time/wall-time.js';
import { NoticesService } from '../../src/inbox/notices.service.js';
import { startApp, type Client, type TestApp } from '../support/app.js';
import { InboxWorld } from '../support/inbox.js';
import { mailsOf } from '../support/mails.js';
import { until } from '../support/until.js';

const HOUR_MS = 3_600_000;
let t: TestApp;
let w: InboxWorld;
let manager: Client;
let managerId: string;

beforeAll(async () => {
  t = await startApp({ worker: true });
  w = await InboxWorld.make(t);
  manager = await t.person(['socialMediaManager'], 'some@eksempel.dk');
  managerId = (await account('some@eksempel.dk')).id;
});
afterAll(() => t.close());

const account = async (email: string): Promise<{ id: string; email: string; version: number }> =>
  (await w.admin.get('/accounts')).body.items.find((one: { email: string }) => one.email === email);
const emailOf = async (id: string): Promise<string> =>
  (await w.admin.get('/accounts')).body.items.find((one: { id: string }) => one.id === id).email;
const run = (): Promise<void> => t.app.get(NoticesService).run();
const mailed = (to: string, about: string): number =>
  mailsOf(t).filter((mail) => mail.to.includes(to) && mail.text.includes(about)).length;
const unread = async (who: Client): Promise<number> => (await who.get('/inbox/summary')).body.mentioned;

describe('a colleague who is mentioned', () => {
  it('is told by mail, sees it unread until it is read, and is told again of the next one', async () => {
    const { conversation, number } = await w.ask('Hvem ved noget om brønden?');
    const path = `/inbox/${conversation.id}`;
    const note = { text: '@SoMe ved du det?', mentions: [managerId, managerId] };
    expect((await w.roads.user.post(`${path}/notes`, note)).status).toBe(201);
    expect([await unread(manager), await unread(w.roads.user)]).toEqual([1, 0]);
    const [item] = (await manager.get('/inbox?view=mentioned')).body.items;
    expect(item).toMatchObject({ id: conversation.id, mentioned: true });
    expect((await w.due()).find(({ id }) => id === conversation.id)?.mentioned).toBe(false);
    await run();
    expect(mailed('some@eksempel.dk', number)).toBe(1);
    expect((await manager.get(path)).body.mentioned).toBe(true);
    expect((await manager.post(`${path}/read`)).status).toBe(204);
    expect([await unread(manager), (await manager.get(path)).body.mentioned]).toEqual([0, false]);
    // Also when it has been answered meanwhile.
    await w.roads.user.post(`${path}/answers`, { kind: 'full', text: 'Ja.' });
    await w.roads.user.post(`${path}/notes`, note);
    await run();
    expect(mailed('some@eksempel.dk', number)).toBe(2);
    // Read before the mail went: then there is none.
    await w.roads.user.post(`${path}/notes`, note);
    await manager.post(`${path}/read`);
    await run();
    expect(mailed('some@eksempel.dk', number)).toBe(2);
  });

  it('is somebody who may see the conversation: else the note is refused and says who', async () => {
    const { conversation } = await w.ask('Hvem må se det her?');
    const path = `/inbox/${conversation.id}/notes`;
    const refused = await w.roads.user.post(path, { text: '@Natur', mentions: [w.parks.accountId] });
    expect(refused.body.errors[0]).toMatchObject({ field: 'mentions', code: 'cannot-see' });
    expect(refused.body.errors[0].params.name).toEqual(expect.any(String));
    expect((await w.roads.user.post(path, { text: 'x', mentions: [w.consultation.id] })).status).toBe(422);
    const many = Array.from({ length: 21 }, () => managerId);
    expect((await w.roads.user.post(path, { text: 'x', mentions: many })).status).toBe(422);
    expect((await w.planner.get(`/inbox/${conversation.id}`)).body.notes).toEqual([]);
    // Whoever has it may see it, from whichever department.
    await w.planner.post(`/inbox/${conversation.id}/assign`, { departmentId: w.roads.id, userId: w.parks.accountId });
    expect((await w.roads.user.post(path, { text: 'x', mentions: [w.parks.accountId] })).status).toBe(201);
    expect(await unread(w.parks.user)).toBe(1);
    // Out of sight again: then it is nothing to read either.
    await w.planner.post(`/inbox/${conversation.id}/assign`, { userId: w.roads.accountId, departmentId: w.roads.id });
    expect(await unread(w.parks.user)).toBe(0);
  });
});

describe('the clock’s mails', () => {
  async function letter(text: string, hoursAgo: number): Promise<string> {
    const at = zonedOf(new Date(Date.now() - hoursAgo * HOUR_MS).toISOString());
    const receivedAt = at.toPlainDateTime().toString({ smallestUnit: 'minute' });
    const entered = { channel: 'letter', text, receivedAt };
    const sent = await w.planner.post(`/consultations/${w.consultation.id}/comments`, entered);
    await until(
      async () => (await w.planner.get(`/comments/${sent.body.id}/conversation`)).body,
      (one) => one.conversation !== null,
    );
    return sent.body.number as string;
  }

  it('say that half of the time is gone, once', async () => {
    const number = await letter('Hvad er halvt?', 13);
    await run();
    await run();
    const owner = await emailOf(w.roads.accountId);
    const mails = mailsOf(t).filter(({ to, text }) => to.includes(owner) && text.includes(number));
    expect(mails.filter(({ subject }) => subject.includes('halvdelen'))).toHaveLength(1);
  });

  it('go last to the head of the department, who is somebody that may open what they lead to', async () => {
    const choose = (accountId: string | null, who = w.admin) =>
      who.put('/department-heads', { departmentId: w.roads.id, accountId });
    expect((await choose(w.parks.accountId)).body.errors[0].code).toBe('cannot-see');
    expect((await choose(w.consultation.id)).body.errors[0].code).toBe('cannot-answer');
    expect((await choose(null, w.planner)).status).toBe(403);
    await t.person(['superUser'], 'chef@eksempel.dk');
    const { id, version } = await account('chef@eksempel.dk');
    await w.admin.patch(`/accounts/${id}`, { departmentId: w.roads.id, version });
    expect((await choose(id)).body.items).toMatchObject([{ departmentId: w.roads.id, accountId: id }]);
    const days = { startsOn: '2026-01-01', endsOn: '2199-12-31' };
    await w.admin.post('/duties', { ...days, departmentId: w.roads.id, accountId: w.roads.accountId });
    // Without a stand-in: the managers at once, the head an hour later.
    const [fresh, old] = [await letter('Hvem er lige for sent?', 24.5), await letter('Hvem er meget for sent?', 25.5)];
    await run();
    expect([mailed('some@eksempel.dk', fresh), mailed('some@eksempel.dk', old)]).toEqual([1, 1]);
    expect([mailed('chef@eksempel.dk', fresh), mailed('chef@eksempel.dk', old)]).toEqual([0, 1]);
    expect((await choose(null)).body.items).toEqual([]);
  });
});
