import { expect } from '@jest/globals';
import type { ChannelAccountView } from '@forhoering/shared/contracts/delivery.contract.js';
import type { PostView, StoryView } from '@forhoering/shared/contracts/story.contract.js';
import type { Client, TestApp } from './app.js';
import { until } from './until.js';

/** Letters only: digits by chance look like a CPR number once in a while. */
export const someWord = (): string =>
  Array.from({ length: 12 }, () => String.fromCharCode(97 + Math.floor(Math.random() * 26))).join('');

export interface Told {
  consultationId: string;
  slug: string;
  /** The link in the post, without its source. */
  link: string;
  story: StoryView;
}

/** A municipality that tells its stories on networks. */
export class ChannelWorld {
  private constructor(
    readonly t: TestApp,
    readonly planner: Client,
    readonly admin: Client,
  ) {}

  static async make(t: TestApp): Promise<ChannelWorld> {
    return new ChannelWorld(t, await t.person(['planner', 'socialMediaManager']), await t.admin());
  }

  /** An open consultation with a story for these channels. */
  async story(channels: string[], more: object = {}): Promise<Told> {
    const told = await this.draft(channels, more);
    expect((await this.planner.post(`/consultations/${told.consultationId}/publish`)).status).toBe(200);
    return told;
  }

  /** The same, not opened yet. */
  async draft(channels: string[], more: object = {}): Promise<Told> {
    const { body } = await this.planner.post('/consultations', {
      title: `Torvet ${someWord()}`,
      teaser: 'Hvad skal torvet være?',
      questions: [{ kind: 'text', label: 'Hvad?' }],
      closesAt: '2199-12-31',
      deleteOn: '2199-12-31',
      visibility: 'atOnce',
      visibilityReason: 'Prøve',
    });
    const story = await this.planner.put(`/consultations/${body.id}/stories/opening`, {
      headline: 'Torvet',
      text: 'Hvad skal torvet være?',
      pictureId: null,
      altText: '',
      plannedOn: null,
      posts: channels.map((channel) => ({ channel, text: `Hvad skal torvet være? ${someWord()} {link}` })),
      version: 0,
      ...more,
    });
    expect(story.status).toBe(200);
    return { consultationId: body.id, slug: body.slug, link: body.shortUrl, story: story.body };
  }

  send(told: Told, channel: string, accountId: string, more: object = {}): ReturnType<Client['post']> {
    return this.planner.post(`/stories/${told.story.id}/posts/${channel}/send`, { accountId, when: 'now', ...more });
  }

  async post(told: Told, channel: string): Promise<PostView> {
    const { items } = (await this.planner.get(`/consultations/${told.consultationId}/stories`)).body as {
      items: StoryView[];
    };
    const found = items.flatMap(({ posts }) => posts).find((post) => post.channel === channel);
    if (!found) throw new Error('no such post');
    return found;
  }

  /** Waits until it is so with the post's delivery. */
  async becomes(told: Told, channel: string, state: string, timeoutMs?: number): Promise<PostView> {
    return until(
      () => this.post(told, channel),
      ({ delivery }) => delivery?.state === state,
      timeoutMs,
    );
  }

  /** Signs in as people do: by the network's own page. */
  async signIn(channel: string, more: object = {}): Promise<ChannelAccountView> {
    const start = await this.admin.post('/channel-accounts/sign-in', { channel, ...more });
    expect(start.status).toBe(200);
    const page = await fetch(start.body.url, { redirect: 'manual' });
    const back = new URL(page.headers.get('location') ?? '');
    const done = await this.admin.post('/channel-accounts/sign-in/complete', Object.fromEntries(back.searchParams));
    expect(done.status).toBe(201);
    const [account] = (done.body as { items: ChannelAccountView[] }).items;
    if (!account) throw new Error('no account');
    return account;
  }
}
