import { readdirSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { MonthNumbers, ResponseTimes } from '@forhoering/shared/contracts/response-times.contract.js';
import { zonedOf } from '@forhoering/shared/time/wall-time.js';
import { NoticesService } from '../../src/inbox/notices.service.js';
import { Mailer } from '../../src/platform/mail/mailer.js';
import { startApp, type TestApp } from '../support/app.js';
import { InboxWorld } from '../support/inbox.js';
import { until } from '../support/until.js';

let t: TestApp;
let w: InboxWorld;

beforeAll(async () => {
  t = await startApp({ worker: true });
  w = await InboxWorld.make(t);
  await t.person(['socialMediaManager'], 'some@eksempel.dk');
});
afterAll(() => t.close());

const HOUR_MS = 3_600_000;
/** A letter that came so many hours ago. */
async function letter(text: string, hoursAgo: number): Promise<{ id: string; number: string }> {
  const at = zonedOf(new Date(Date.now() - hoursAgo * HOUR_MS).toISOString());
  const sent = await w.planner.post(`/consultations/${w.consultation.id}/comments`, {
    channel: 'letter',
    text,
    receivedAt: at.toPlainDateTime().toString({ smallestUnit: 'minute' }),
  });
  expect(sent.status).toBe(201);
  const made = await until(
    async () => (await w.planner.get(`/comments/${sent.body.id}/conversation`)).body,
    (one) => one.conversation !== null,
  );
  return { id: made.conversation.id, number: sent.body.number };
}
function mails(number: string): string[] {
  const folder = path.join(t.config.dataDir, 'mail');
  return readdirSync(folder)
    .map((file) => readFileSync(path.join(folder, file), 'utf8'))
    .filter((mail) => mail.includes(number) && mail.includes('/indbakke?samtale='))
    .map((mail) => /^Subject: (.*)$/m.exec(mail)?.[1] ?? '')
    .sort();
}
const tell = (): Promise<void> => t.app.get(NoticesService).run();

describe('who is told', () => {
  it('tells the owner of each step once, and the social media manager after the deadline', async () => {
    const late = await letter('Hvad skete der med lågen?', 48);
    const soon = await letter('Hvem lukker lågen?', 20);
    await tell();
    await tell();
    // The owner: given, breached. Two look after the channels, the administrator being one: each told of the breach.
    expect(mails(late.number)).toHaveLength(4);
    expect(mails(soon.number)).toHaveLength(2);
  });

  it('tries again when the mail server was away, and asks nobody to wait for it', async () => {
    const { id, number } = await letter('Hvornår kommer I forbi?', 1);
    const mailer = t.app.get(Mailer);
    const away = jest.spyOn(mailer, 'send').mockRejectedValue(new Error('away'));
    await tell();
    expect(mails(number)).toHaveLength(0);
    expect((await w.planner.post(`/inbox/${id}/answers`, { kind: 'full', text: 'I morgen.' })).status).toBe(201);
    away.mockRestore();
    await tell();
    expect(mails(number)).toHaveLength(1);
  });
});

describe('how fast it was', () => {
  it('counts what was due, in time or not, and says why the rest was not', async () => {
    const { conversation } = await w.ask('Er der toiletter?');
    await w.ask('Er der stadig toiletter?');
    await w.planner.post(`/inbox/${conversation.id}/answers`, { kind: 'full', text: 'Ja.' });
    const times = (await w.planner.get(`/response-times?consultationId=${w.consultation.id}`)).body as ResponseTimes;
    // The letter of 48 hours ago, and the one answered in time; what still has time is not counted.
    expect(times.total).toMatchObject({ due: 2, inTime: 1, share: 0.5, fullAnswered: 1 });
    expect(times.total.medianMs).toBeLessThan(60_000);
    expect(times.perChannel.map(({ label, due }) => [label, due])).toEqual([
      ['Brev', 1],
      ['Web', 1],
    ]);
    expect(times.perDepartment).toHaveLength(1);
    expect(times.breached).toMatchObject([{ why: 'collected-late', answeredAt: null }]);
    const csv = await w.planner.raw('get', '/response-times/csv').buffer(true);
    expect(csv.text).toContain('I alt;"I alt";2;1;50,0;');
    expect(csv.text).toMatch(/;F-\d{4}-\d{3}-\d{4};[-\d]{10} \d\d:\d\d;;Kom for sent ind til os/);
    expect((await w.planner.get('/response-times?consultationId=x')).status).toBe(422);
    expect((await t.as().get('/response-times')).status).toBe(401);
  });

  it('tells month by month which way people came, and what was read before it was asked', async () => {
    const path = `/response-times/months?consultationId=${w.consultation.id}`;
    const made = await w.planner.post(`/consultations/${w.consultation.id}/official-answers`, {
      question: 'Er der toiletter?',
      answer: 'Ja, bag scenen.',
    });
    const [before] = (await w.planner.get(path)).body.items as MonthNumbers[];
    expect(before).toMatchObject({ answersRead: 0, month: new Date().toISOString().slice(0, 7) });
    expect(before?.ways.web).toBeGreaterThanOrEqual(2);
    await t.as().raw('post', `/public/official-answers/${made.body.id}/read`).set('user-agent', 'Mozilla/5.0');
    const items = (await w.planner.get(path)).body.items as MonthNumbers[];
    expect(items[0]).toMatchObject({ answersRead: 1, ways: before?.ways });
    // Every comment is in one month and one way.
    const sum = items.flatMap(({ ways }) => Object.values(ways)).reduce((all, one) => all + one, 0);
    const all = (await w.planner.get(`/consultations/${w.consultation.id}/comments?limit=200`)).body;
    expect(sum).toBe(all.items.length);
    const csv = await w.planner.raw('get', '/response-times/csv').buffer(true);
    expect(csv.text).toContain('Måned;Web;Sociale medier;');
    expect((await (await t.person(['superUser'])).get(path)).status).toBe(
      (await w.planner.get('/response-times')).status,
    );
    expect((await t.as().get(path)).status).toBe(401);
  });

  it('is public only when the municipality says so', async () => {
    const badge = () => t.as().get(`/public/consultations/${w.consultation.slug}/response-badge`);
    expect((await badge()).status).toBe(404);
    await w.admin.put('/inbox-settings', { showBadge: true, version: 1 });
    expect((await badge()).body).toMatchObject({ share: 0.5, due: 2, inTime: 1, policy: 'elapsed' });
  });
});

describe('news for open pages', () => {
  it('come as events to who may read, and to nobody else', async () => {
    const server = t.app.getHttpServer();
    if (!server.listening) await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1/inbox/events`;
    expect((await fetch(base)).status).toBe(401);
    const dpo = await t.person(['dpo']);
    expect((await fetch(base, { headers: { cookie: dpo.cookie ?? '' } })).status).toBe(403);
    const stop = new AbortController();
    const answer = await fetch(base, { headers: { cookie: w.planner.cookie ?? '' }, signal: stop.signal });
    expect(answer.headers.get('content-type')).toContain('text/event-stream');
    const reader = answer.body?.getReader();
    let heard = '';
    const listening = (async () => {
      while (!heard.includes('event: change\n')) heard += new TextDecoder().decode((await reader?.read())?.value);
    })();
    await w.ask('Hører I mig?');
    await listening;
    stop.abort();
  });
});
