import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LinkedInDouble } from '../../../e2e/doubles/linkedin.ts';
import { Database } from '../../src/platform/database/database.js';
import { startApp, type TestApp } from '../support/app.js';
import { ChannelWorld, someWord, type Told } from '../support/channels.js';

let t: TestApp;
let world: ChannelWorld;
let accountId = '';
const double = new LinkedInDouble();

beforeAll(async () => {
  await double.start();
  const env = { CHANNEL_SERVERS: `linkedin=${double.url}`, CHANNEL_APP_LINKEDIN: 'linkedin-app:linkedin-secret' };
  t = await startApp({ worker: true, env });
  world = await ChannelWorld.make(t);
  accountId = (await world.signIn('linkedin')).id;
});
afterAll(async () => {
  await t.close();
  await double.stop();
});

async function out(): Promise<{ told: Told; urn: string; path: string }> {
  const told = await world.story(['linkedin']);
  await world.send(told, 'linkedin', accountId);
  await world.becomes(told, 'linkedin', 'delivered');
  const urn = double.posts.find(({ commentary }) => commentary.includes(told.link))?.id ?? '';
  return { told, urn, path: `/stories/${told.story.id}/posts/linkedin/live` };
}

/** Every place in the database that holds a text with this in it. */
async function placesWith(word: string): Promise<string[]> {
  const db = t.app.get(Database);
  const columns = await db.query<{ place: string; table: string; column: string }>(
    `select format('%I.%I', c.table_schema, c.table_name) as "table", format('%I', c.column_name) as "column", c.table_name || '.' || c.column_name as place
     from information_schema.columns c join information_schema.tables b using (table_schema, table_name)
     where b.table_type = 'BASE TABLE' and c.table_schema not in ('pg_catalog', 'information_schema')
       and c.data_type in ('text', 'character varying', 'jsonb', 'json', 'tsvector', 'bytea', 'ARRAY')`,
  );
  expect(columns.length).toBeGreaterThan(100);
  const found: string[] = [];
  for (const { table, column, place } of columns) {
    const [row] = await db.query<{ n: number }>(
      `select count(*)::int as n from ${table} where convert_from(convert_to(${column}::text, 'UTF8'), 'UTF8') ilike '%' || $1 || '%'
         or ${column}::text ilike '%' || encode(convert_to($1, 'UTF8'), 'hex') || '%'`,
      [word],
    );
    if (row && row.n > 0) found.push(place);
  }
  return found;
}

describe('comments on LinkedIn', () => {
  it('are shown as they are there, and nothing of them is kept', async () => {
    const { told, urn, path } = await out();
    const [word, reply] = [someWord(), someWord()];
    const above = double.say(urn, `Hvorfor ${word}?`);
    double.say(above, `Fordi ${reply}`, 'urn:li:organization:4000');
    const { status, body, headers } = await world.planner.get(path);
    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('no-store');
    expect(body).toMatchObject({
      more: false,
      items: [
        { author: null, text: `Hvorfor ${word}?`, ours: false, replies: [{ text: `Fordi ${reply}`, ours: true }] },
      ],
    });
    expect(JSON.stringify(body)).not.toContain('urn:li:person');
    for (const kept of [word, reply, 'urn:li:person:p1']) expect(await placesWith(kept)).toEqual([]);
    // The search finds what is kept.
    expect(await placesWith(told.story.posts[0]?.text.split(' ').at(-2) ?? '')).toContain('post.text');
    expect((await world.planner.get(`/consultations/${told.consultationId}/comment-counts`)).body.total).toBe(0);
  });

  it('are asked for once by all who look within a minute', async () => {
    const { urn, path } = await out();
    double.say(urn, someWord());
    const before = double.asked.filter((one) => one.includes('socialActions')).length;
    await Promise.all([1, 2, 3].map(() => world.planner.get(path)));
    await world.planner.get(path);
    expect(double.asked.filter((one) => one.includes('socialActions'))).toHaveLength(before + 1);
  });

  it('are shown to those who look after the channels only, and where there is something to show', async () => {
    const { told, path } = await out();
    expect((await t.as().get(path)).status).toBe(401);
    for (const role of ['caseworker', 'superUser', 'dpo'] as const)
      expect((await (await t.person([role])).get(path)).status).toBe(403);
    expect((await world.planner.get(path.replace('linkedin', 'facebook'))).status).toBe(404);
    const waiting = await world.story(['linkedin']);
    expect((await world.planner.get(`/stories/${waiting.story.id}/posts/linkedin/live`)).status).toBe(404);
    expect((await world.planner.get(`/stories/${told.consultationId}/posts/linkedin/live`)).status).toBe(404);
  });

  it('are missing in words while LinkedIn is away, and there again when it is back', async () => {
    const { path } = await out();
    double.faults.push({ on: 'GET /rest/socialActions', kind: 'dropBefore' });
    const away = await world.planner.get(path);
    expect([away.status, away.body.title]).toEqual([503, expect.any(String)]);
    expect((await world.planner.get(path)).status).toBe(200);
  });
});
