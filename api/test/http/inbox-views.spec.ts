import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ConversationItem } from '@forhoering/shared/contracts/inbox.contract.js';
import { startApp, type Client, type TestApp } from '../support/app.js';
import { InboxWorld } from '../support/inbox.js';

let t: TestApp;
let w: InboxWorld;

beforeAll(async () => {
  t = await startApp({ worker: true });
  w = await InboxWorld.make(t);
});
afterAll(() => t.close());

describe('views, drafts and many at once', () => {
  it('counts and lists only what somebody may see, due first, page by page', async () => {
    for (const text of ['Hvor er den?', 'Hvad er det?', 'Hvem er det?']) await w.ask(text);
    const all = (await w.planner.get('/inbox?limit=200')).body.items as ConversationItem[];
    const dues = all.map(({ dueAt }) => Date.parse(dueAt ?? ''));
    expect(dues).toEqual([...dues].sort((a, b) => a - b));
    const first = (await w.planner.get('/inbox?limit=1')).body;
    const second = (await w.planner.get(`/inbox?limit=1&cursor=${first.nextCursor}`)).body;
    expect(second.items[0].id).toBe(all[1]?.id);
    const theirs = (await w.parks.user.get('/inbox?limit=200')).body.items as ConversationItem[];
    expect(theirs.every(({ departmentId }) => departmentId === w.parks.id)).toBe(true);
    const summary = (await w.planner.get('/inbox/summary')).body;
    expect(summary.due).toBe(all.length);
    expect((await w.planner.get('/inbox?view=alt')).status).toBe(422);
    expect((await w.planner.get('/inbox?cursor=x')).status).toBe(422);
  });

  it('leases a text in the works, and lets it be taken over', async () => {
    const { conversation } = await w.ask('Hvor skal skraldet stå?');
    const put = (who: Client, more: object = {}) =>
      who.put(`/inbox/${conversation.id}/draft`, { text: 'Ved vejen', kind: 'full', ...more });
    expect((await put(w.planner)).status).toBe(200);
    expect((await put(w.roads.user)).body.code).toBe('draft-taken');
    expect((await w.roads.user.get(`/inbox/${conversation.id}`)).body).toMatchObject({
      draft: { name: 'Prøve Person' },
      draftText: 'Ved vejen',
    });
    expect((await put(w.roads.user, { takeOver: true })).status).toBe(200);
    expect((await put(w.planner)).body.code).toBe('draft-taken');
    expect((await w.parks.user.put(`/inbox/${conversation.id}/draft`, { text: '', kind: 'full' })).status).toBe(403);
    expect((await w.roads.user.delete(`/inbox/${conversation.id}/draft`)).status).toBe(204);
    expect((await put(w.planner)).status).toBe(200);
  });

  it('answers many, each with its own receipt, and says which it could not', async () => {
    const asked = [
      await w.ask('Hvor er planen?', { idempotencyKey: '1' }),
      await w.ask('Hvor er planen?', { idempotencyKey: '2' }),
      await w.ask('Hvor er planen?', { idempotencyKey: '3' }),
    ];
    const ids = asked.map(({ conversation }) => conversation.id);
    const [first] = ids;
    expect((await w.planner.get(`/inbox/${first}`)).body.sameText).toHaveLength(2);
    await w.planner.post(`/inbox/${first}/no-answer`, { reason: 'Er svaret i telefonen' });
    const done = await w.planner.post('/inbox/answers', { kind: 'full', text: 'På siden.', conversationIds: ids });
    expect(done.body.results.map((one: { refusal: string | null }) => one.refusal)).toEqual([
      'conversation-done',
      null,
      null,
    ]);
    expect((await w.privately(asked[2]?.token ?? '')).answers).toHaveLength(1);
  });

  it('refuses who has no right, and a session that has ended', async () => {
    const { conversation } = await w.ask('Må man se det?');
    for (const who of [await t.person(['caseworker']), await t.person(['dpo']), t.as()]) {
      const expected = who.cookie === null ? 401 : 403;
      expect((await who.get('/inbox')).status).toBe(expected);
      expect((await who.post(`/inbox/${conversation.id}/answers`, { kind: 'full', text: 'Nej' })).status).toBe(
        expected,
      );
    }
    expect((await w.parks.user.get(`/inbox/${conversation.id}`)).status).toBe(403);
    expect((await w.parks.user.post(`/inbox/${conversation.id}/take`)).status).toBe(403);
    expect((await w.parks.user.put('/inbox-settings', { version: 1, policy: 'openDays' })).status).toBe(403);
    const gone = await t.person(['planner']);
    await gone.delete('/session');
    expect((await gone.get('/inbox')).status).toBe(401);
    const many = await w.parks.user.post('/inbox/answers', {
      kind: 'full',
      text: 'Hej',
      conversationIds: [conversation.id],
    });
    expect(many.body.results[0].refusal).toBe('not-your-department');
  });
});

describe('what the municipality has decided', () => {
  it('routes by words, signs, and pauses on closed days', async () => {
    const before = (await w.planner.get('/inbox-settings')).body;
    const saved = await w.admin.put('/inbox-settings', {
      policy: 'openDays',
      closedDays: ['12-24', '2026-06-05'],
      signature: '{department} i {organisation}',
      rules: [{ words: ['træ', 'sø'], departmentId: w.parks.id }],
      version: before.version,
    });
    expect(saved).toMatchObject({ status: 200, body: { policy: 'openDays', version: before.version + 1 } });
    expect((await w.admin.put('/inbox-settings', { version: before.version })).body.code).toBe('version-conflict');
    const bad = { closedDays: ['31-02'], version: before.version + 1 };
    expect((await w.admin.put('/inbox-settings', bad)).body.errors[0].code).toBe('not-a-date');
    const { conversation } = await w.ask('Bliver træerne ved søen fældet?');
    expect(conversation).toMatchObject({ departmentId: w.parks.id });
    const done = await w.parks.user.post(`/inbox/${conversation.id}/answers`, { kind: 'full', text: 'Nej.' });
    expect(done.body.answers[0].signature).toMatch(/^Natur .* i /);
    await w.admin.put('/inbox-settings', { policy: 'elapsed', rules: [], version: before.version + 1 });
  });
});

describe('who is on duty', () => {
  it('gets the questions of the department, the stand-in when nobody else is', async () => {
    const account = (email: string) =>
      w.admin.get('/accounts').then(({ body }) => body.items.find((one: { email: string }) => one.email === email));
    await t.person(['superUser'], 'vagt@eksempel.dk');
    await t.person(['superUser'], 'afloeser@eksempel.dk');
    const [onDuty, standIn] = [await account('vagt@eksempel.dk'), await account('afloeser@eksempel.dk')];
    const days = { departmentId: w.roads.id, startsOn: '2026-01-01', endsOn: '31.12.2199' };
    const second = await w.admin.post('/duties', { ...days, accountId: standIn.id, standIn: true });
    expect(second).toMatchObject({ status: 201, body: { endsOn: '2199-12-31', standIn: true } });
    expect((await w.ask('Hvem har vagten nu?')).conversation.ownerId).toBe(standIn.id);
    const first = await w.admin.post('/duties', { ...days, accountId: onDuty.id });
    expect((await w.ask('Og hvem har den så?')).conversation.ownerId).toBe(onDuty.id);
    expect((await w.planner.get('/duties')).body.items).toHaveLength(2);
    expect((await w.planner.delete(`/duties/${first.body.id}`)).status).toBe(403);
    expect((await w.admin.delete(`/duties/${first.body.id}`)).status).toBe(204);
    expect((await w.admin.delete(`/duties/${first.body.id}`)).status).toBe(404);
    const wrong = await w.admin.post('/duties', { ...days, accountId: onDuty.id, endsOn: '2025-01-01' });
    expect(wrong.body.errors[0]).toMatchObject({ field: 'endsOn', code: 'end-before-start' });
    const dpo = await t.person(['dpo'], 'dpo2@eksempel.dk');
    expect(dpo.cookie).not.toBeNull();
    const refused = await w.admin.post('/duties', { ...days, accountId: (await account('dpo2@eksempel.dk')).id });
    expect(refused.body.errors[0].code).toBe('cannot-answer');
  });
});
