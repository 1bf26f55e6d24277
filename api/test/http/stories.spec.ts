import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { StoryView } from '@forhoering/shared/contracts/story.contract.js';
import sharp from 'sharp';
import { startApp, type Client, type TestApp } from '../support/app.js';

let t: TestApp;
let planner: Client;
beforeAll(async () => {
  t = await startApp();
  planner = await t.person(['planner']);
});
afterAll(() => t.close());

async function consultation(): Promise<string> {
  const { body } = await planner.post('/consultations', {
    title: `Torvet ${Math.random().toString(36).slice(2)}`,
    questions: [{ kind: 'text', label: 'Hvad?' }],
    closesAt: '2199-12-31',
    deleteOn: '2199-12-31',
  });
  return body.id as string;
}
const POSTS = [
  { channel: 'x', text: 'Skriv: {link}' },
  { channel: 'facebook', text: 'Hvad skal torvet være? {link}' },
];
const story = (more: object = {}): object => ({
  headline: 'Hvad skal torvet være?',
  text: 'Fortæl os det.',
  pictureId: null,
  altText: '',
  plannedOn: null,
  posts: POSTS,
  version: 0,
  ...more,
});
const save = (id: string, more: object = {}, phase = 'opening', who = planner) =>
  who.put(`/consultations/${id}/stories/${phase}`, story(more));
const posted = (id: string, channel: string, body: object = {}, who = planner) =>
  who.post(`/stories/${id}/posts/${channel}/posted`, body);

describe('a story', () => {
  it('is written once for each phase, with a post for each channel, in their order', async () => {
    const id = await consultation();
    const saved = (await save(id)).body as StoryView;
    expect(saved).toMatchObject({ phase: 'opening', version: 1, plannedOn: null, plannedAt: null });
    expect(saved.posts.map(({ channel }) => channel)).toEqual(['facebook', 'x']);
    await save(id, { headline: 'Tak' }, 'closed');
    await save(id, { headline: 'Hvad mangler?' }, 'halfway');
    const { items } = (await planner.get(`/consultations/${id}/stories`)).body as { items: StoryView[] };
    expect(items.map(({ phase }) => phase)).toEqual(['opening', 'halfway', 'closed']);
    const changed = (await save(id, { version: 1, posts: [POSTS[0]] })).body as StoryView;
    expect(changed).toMatchObject({ id: saved.id, version: 2 });
    expect(changed.posts.map(({ channel }) => channel)).toEqual(['x']);
    expect((await save(id, { version: 1 })).body.code).toBe('version-conflict');
    expect((await planner.delete(`/stories/${saved.id}`)).status).toBe(204);
    expect((await planner.delete(`/stories/${saved.id}`)).status).toBe(404);
  });

  it('is planned by the municipality’s own clock, also in the night when it is moved', async () => {
    const id = await consultation();
    const at = async (plannedOn: string, version: number): Promise<unknown> => {
      const { body } = await save(id, { plannedOn, version });
      return body.plannedAt ?? body.errors[0].code;
    };
    expect(await at('2027-03-26T07:30', 0)).toBe('2027-03-26T06:30:00.000Z');
    expect(await at('2027-07-01T07:30', 1)).toBe('2027-07-01T05:30:00.000Z');
    expect(await at('2027-03-28T02:30', 2)).toBe('2027-03-28T01:30:00.000Z');
    expect(await at('2027-02-30T07:30', 3)).toBe('not-a-date');
    expect(await at('i morgen', 3)).toBe('not-a-date');
    const days = (from: string, to: string) => planner.get(`/stories?from=${from}&to=${to}`);
    await save(id, { plannedOn: '2031-05-04T23:30', version: 3 });
    expect((await days('2031-05-04', '2031-05-05')).body.items).toMatchObject([
      { consultationId: id, phase: 'opening', plannedOn: '2031-05-04T23:30', channels: [{ posted: false }, {}] },
    ]);
    expect((await days('2031-05-05', '2031-05-06')).body.items).toEqual([]);
    expect((await days('x', '2031-05-06')).status).toBe(422);
    expect((await planner.get('/stories')).status).toBe(422);
  });

  it('refuses CPR numbers, strangers’ pictures, a channel twice and what is no channel or phase', async () => {
    const id = await consultation();
    const field = async (more: object): Promise<string> => (await save(id, more)).body.errors[0].field;
    expect(await field({ headline: '' })).toBe('headline');
    expect(await field({ text: 'Ring til 010190-1234' })).toBe('text');
    expect(await field({ posts: [{ channel: 'x', text: '010190-1234' }] })).toBe('posts.0.text');
    expect(await field({ posts: [POSTS[0], POSTS[0]] })).toBe('posts.1.channel');
    expect(await field({ posts: [{ channel: 'tiktok', text: '' }] })).toContain('channel');
    expect(await field({ pictureId: id })).toBe('pictureId');
    expect((await save(id, {}, 'midt')).status).toBe(404);
    expect((await save('01a21e24-07b7-71ce-8dcc-3982da1df6f9')).status).toBe(404);
    const other = await consultation();
    const picture = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#567' } })
      .jpeg()
      .toBuffer();
    const file = (await planner.upload(`/consultations/${other}/files`, picture, {}, 'torv.jpg')).body.id;
    expect(await field({ pictureId: file })).toBe('pictureId');
    expect((await save(other, { pictureId: file, altText: 'Torvet' })).body).toMatchObject({ pictureId: file });
  });
});

describe('a post that has been put up', () => {
  it('is on record with who, when and where, and keeps its words', async () => {
    const id = await consultation();
    const { id: storyId } = (await save(id)).body as StoryView;
    const first = (await posted(storyId, 'x')).body as StoryView;
    const post = (view: StoryView) => view.posts.find(({ channel }) => channel === 'x');
    expect(post(first)).toMatchObject({
      postedAt: expect.any(String),
      postedByName: expect.any(String),
      permalink: null,
    });
    const second = (await posted(storyId, 'x', { permalink: 'x.com/noerreskov/status/1' })).body as StoryView;
    expect(post(second)).toMatchObject({
      postedAt: post(first)?.postedAt,
      permalink: 'https://x.com/noerreskov/status/1',
    });
    expect((await posted(storyId, 'x', { permalink: 'https://x.com.evil.example/1' })).body.errors[0]).toMatchObject({
      field: 'permalink',
      code: 'not-a-post-address',
    });
    expect((await posted(storyId, 'bluesky')).status).toBe(404);
    // Its words are what was said: changed or dropped they may not be, until somebody says that it is not up.
    const changed = [{ channel: 'x', text: 'Noget andet' }, POSTS[1]];
    expect((await save(id, { version: 1, posts: changed })).body.code).toBe('post-is-out');
    expect((await save(id, { version: 1, posts: [POSTS[1]] })).body.code).toBe('post-is-out');
    expect((await planner.delete(`/stories/${storyId}`)).body.code).toBe('post-is-out');
    expect((await save(id, { version: 1, headline: 'Ny overskrift' })).status).toBe(200);
    const back = (await planner.post(`/stories/${storyId}/posts/x/not-posted`)).body as StoryView;
    expect(post(back)).toMatchObject({ postedAt: null, postedByName: null, permalink: null });
    expect((await save(id, { version: 2, posts: changed })).status).toBe(200);
  });

  it('two people who say so at once say it once', async () => {
    const id = await consultation();
    const { id: storyId } = (await save(id)).body as StoryView;
    const both = await Promise.all([posted(storyId, 'facebook'), posted(storyId, 'facebook')]);
    const times = both.map(({ body }) => (body as StoryView).posts[0]?.postedAt);
    expect(times[0]).toBe(times[1]);
  });

  it('is written by planners and social media managers only', async () => {
    const id = await consultation();
    const { id: storyId } = (await save(id)).body as StoryView;
    const some = await t.person(['socialMediaManager']);
    expect((await save(id, { version: 1 }, 'opening', some)).status).toBe(200);
    for (const role of ['caseworker', 'superUser', 'dpo', 'administrator'] as const) {
      const other = await t.person([role]);
      expect((await save(id, { version: 2 }, 'opening', other)).status).toBe(403);
      expect((await posted(storyId, 'x', {}, other)).status).toBe(403);
      expect((await other.delete(`/stories/${storyId}`)).status).toBe(403);
      expect((await other.get(`/consultations/${id}/stories`)).status).toBe(200);
    }
    expect((await t.as().get(`/consultations/${id}/stories`)).status).toBe(401);
  });
});
