import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { zonedOf } from '@forhoering/shared/time/wall-time.js';
import { closedAhead } from '../../src/inbox/notice.rules.js';
import { NoticesService } from '../../src/inbox/notices.service.js';
import { WeekendListService } from '../../src/inbox/weekend-list.service.js';
import { Clock } from '../../src/platform/clock/clock.js';
import { Database } from '../../src/platform/database/database.js';
import { Mailer } from '../../src/platform/mail/mailer.js';
import { startApp, type TestApp } from '../support/app.js';
import { InboxWorld } from '../support/inbox.js';
import { mailsOf, type Mailed } from '../support/mails.js';
import { until } from '../support/until.js';

const HOUR_MS = 3_600_000;
const MANAGER = 'some@eksempel.dk';
let t: TestApp;
let w: InboxWorld;
/** The super user's address. */
let owner: string;

beforeAll(async () => {
  t = await startApp({ worker: true });
  w = await InboxWorld.make(t);
  await t.person(['socialMediaManager'], MANAGER);
  const { items } = (await w.admin.get('/accounts')).body;
  owner = items.find((one: { id: string }) => one.id === w.roads.accountId).email;
});
afterAll(() => t.close());

async function letter(text: string, hoursAgo: number): Promise<{ id: string; number: string }> {
  const at = zonedOf(new Date(Date.now() - hoursAgo * HOUR_MS).toISOString());
  const sent = await w.planner.post(`/consultations/${w.consultation.id}/comments`, {
    channel: 'letter',
    text,
    receivedAt: at.toPlainDateTime().toString({ smallestUnit: 'minute' }),
  });
  const made = await until(
    async () => (await w.planner.get(`/comments/${sent.body.id}/conversation`)).body,
    (one) => one.conversation !== null,
  );
  return { id: made.conversation.id, number: sent.body.number };
}
const run = (): Promise<void> => t.app.get(NoticesService).run();
const sql = (text: string, params: unknown[] = []): Promise<unknown> => t.app.get(Database).query(text, params);
const to = (address: string, about: string): Mailed[] =>
  mailsOf(t).filter(
    (mail) => mail.to.includes(address) && mail.text.includes(about) && mail.text.includes('/indbakke'),
  );

describe('after the deadline', () => {
  it('tells the stand-in first, and an hour later those who look after the channels', async () => {
    await t.person(['superUser'], 'afloeser@eksempel.dk');
    const { items } = (await w.admin.get('/accounts')).body;
    const standIn = items.find((one: { email: string }) => one.email === 'afloeser@eksempel.dk').id;
    const days = { departmentId: w.roads.id, startsOn: '2026-01-01', endsOn: '2199-12-31' };
    await w.admin.post('/duties', { ...days, accountId: w.roads.accountId });
    const second = await w.admin.post('/duties', { ...days, accountId: standIn, standIn: true });
    const { id, number } = await letter('Hvem tager sig af hullet?', 24.5);
    await run();
    expect(to(owner, number)).toHaveLength(2);
    expect(to('afloeser@eksempel.dk', number).map(({ subject }) => subject)).toHaveLength(1);
    expect(to(MANAGER, number)).toHaveLength(0);
    await sql(`update conversation set due_at = due_at - interval '1 hour' where id = $1`, [id]);
    await run();
    await run();
    expect(to(MANAGER, number)).toHaveLength(1);
    expect(to('afloeser@eksempel.dk', number)).toHaveLength(1);
    await w.admin.delete(`/duties/${second.body.id}`);
  });
});

describe('a person’s own choice', () => {
  it('is mails at once unless another is made, and only for who reads the inbox', async () => {
    expect((await w.roads.user.get('/inbox/preferences')).body).toEqual({ mail: 'atOnce' });
    expect((await w.roads.user.put('/inbox/preferences', { mail: 'aldrig' })).status).toBe(422);
    expect((await (await t.person(['dpo'])).put('/inbox/preferences', { mail: 'digest' })).status).toBe(403);
    expect((await t.as().get('/inbox/preferences')).status).toBe(401);
  });

  it('gathers what there is in one mail, without what has been answered meanwhile', async () => {
    expect((await w.roads.user.put('/inbox/preferences', { mail: 'digest' })).body).toEqual({ mail: 'digest' });
    const [first, second, third] = [
      await letter('Hvad er det første?', 1),
      await letter('Hvad er det andet?', 2),
      await letter('Hvad er det tredje?', 3),
    ];
    await run();
    expect(to(owner, first.number)).toHaveLength(0);
    await w.planner.post(`/inbox/${third.id}/no-answer`, { reason: 'Prøve' });
    // Since then the hour of the gathered mails has come.
    await sql(`update inbox_notice set at = at - interval '1 day' where mailed_at is null`);
    await run();
    await run();
    const [digest, ...more] = to(owner, first.number);
    expect(more).toEqual([]);
    expect(digest?.text).toContain(second.number);
    expect(digest?.text.indexOf(second.number)).toBeLessThan(digest?.text.indexOf(first.number) ?? 0);
    expect(to(owner, third.number)).toHaveLength(0);
    await w.roads.user.put('/inbox/preferences', { mail: 'atOnce' });
  });
});

describe('when something breaks', () => {
  it('a worker that is killed while it mails leaves the notice to the next one', async () => {
    const { id, number } = await letter('Hvem var her?', 1);
    const mailer = t.app.get(Mailer);
    // Killed after it had claimed it: nothing was sent, nothing was marked.
    const away = jest.spyOn(mailer, 'send').mockRejectedValue(new Error('away'));
    await run();
    away.mockRestore();
    await sql('update inbox_notice set claimed_at = app_now() where conversation_id = $1', [id]);
    await run();
    expect(to(owner, number)).toHaveLength(0);
    await sql(`update inbox_notice set claimed_at = app_now() - interval '11 minutes' where conversation_id = $1`, [
      id,
    ]);
    await run();
    expect(to(owner, number)).toHaveLength(1);
  });
});

describe('before closed days', () => {
  it('lists once what falls due before anybody is back: the owner’s own, and all for the managers', async () => {
    const { number } = await letter('Hvem kommer lørdag?', 2);
    let at = Date.now();
    while (closedAhead(at, ['12-24']) === null) at += HOUR_MS;
    const clock = jest.spyOn(t.app.get(Clock), 'nowMs').mockReturnValue(at);
    const lists = (address: string): Mailed[] =>
      to(address, number).filter(({ text }) => text.includes('er der frist for'));
    const mailer = t.app.get(Mailer);
    const away = jest.spyOn(mailer, 'send').mockRejectedValue(new Error('away'));
    await t.app.get(WeekendListService).run();
    expect(lists(owner)).toHaveLength(0);
    away.mockRestore();
    await t.app.get(WeekendListService).run();
    await t.app.get(WeekendListService).run();
    clock.mockRestore();
    expect(lists(owner)).toHaveLength(1);
    expect(lists(MANAGER)).toHaveLength(1);
    expect(lists('afloeser@eksempel.dk')).toHaveLength(0);
  });
});
