import type { SendPostInput } from '@forhoering/shared/contracts/delivery.contract.js';
import type { StoryInput, StoryView } from '@forhoering/shared/contracts/story.contract.js';
import { POST_CHANNELS, type PostChannel } from '@forhoering/shared/publishing/post-channels.js';
import { postIssues, type PostIssue } from '@forhoering/shared/publishing/post-issues.rules.js';
import { proposedPost, type Story, type StoryPhase } from '@forhoering/shared/publishing/story.rules.js';
import { momentOf, wallOf } from '../consultations/editor/draft';
import type { Moment } from '../consultations/editor/fields';
import { api, ApiProblem } from '../lib/api';
import type { Toasts } from '../ui/toasts.svelte';

/** What the editor knows of the consultation. */
export interface StoryWorld {
  consultationId: string;
  phase: StoryPhase;
  shortUrl: string;
  /** To begin with where nothing has been written. */
  proposal: Story;
  proposedOn: string | null;
}
const FIRST_CHANNELS: readonly PostChannel[] = ['facebook', 'instagram', 'linkedin'];

/** One story while it is written: kept by itself a moment after the last key, and never over what somebody else has kept. */
export class StoryEditor {
  view = $state.raw<StoryView | null>(null);
  headline = $state('');
  text = $state('');
  pictureId = $state<string | null>(null);
  altText = $state('');
  planned = $state<Moment>({ date: '', time: '' });
  /** In the order of the channels. */
  posts = $state<Array<{ channel: PostChannel; text: string }>>([]);
  chosen = $state<PostChannel>('facebook');
  saving = $state(false);
  /** Somebody else has kept something meanwhile: nothing more is sent. */
  stale = $state(false);
  errors = $state.raw<Record<string, string>>({});
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly world: StoryWorld,
    view: StoryView | null,
    private readonly toasts: Toasts,
  ) {
    if (view) this.take(view);
    else this.begin();
    this.chosen = this.posts[0]?.channel ?? 'facebook';
  }

  readonly dirty = $derived(JSON.stringify(this.input()) !== (this.view ? JSON.stringify(inputOf(this.view)) : ''));
  readonly wrongDate = $derived(this.planned.date.trim() !== '' && wallOf(this.planned) === null);
  readonly others = $derived(POST_CHANNELS.filter((channel) => !this.posts.some((post) => post.channel === channel)));

  linkOf(channel: PostChannel): string {
    return `${this.world.shortUrl}?k=${channel}`;
  }
  /** The picture of the story, or the preview picture that follows every link: there is always one. */
  issuesOf(channel: PostChannel, text: string): PostIssue[] {
    const altText = this.pictureId === null ? 'Delekortet' : this.altText;
    return postIssues(channel, { text, link: this.linkOf(channel), hasPicture: true, altText });
  }
  postOf(channel: PostChannel) {
    return this.view?.posts.find((post) => post.channel === channel) ?? null;
  }
  proposalFor(channel: PostChannel): string {
    return proposedPost(channel, { headline: this.headline, text: this.text }, this.linkOf(channel));
  }

  add(channel: PostChannel): void {
    const posts = [...this.posts, { channel, text: this.proposalFor(channel) }];
    this.posts = posts.toSorted((a, b) => POST_CHANNELS.indexOf(a.channel) - POST_CHANNELS.indexOf(b.channel));
    this.chosen = channel;
  }
  drop(channel: PostChannel): void {
    this.posts = this.posts.filter((post) => post.channel !== channel);
    this.chosen = this.posts[0]?.channel ?? 'facebook';
  }
  /** The story anew for a channel; what stood there is given back by undo. */
  fetchAgain(channel: PostChannel): void {
    const post = this.posts.find((one) => one.channel === channel);
    if (!post) return;
    const before = post.text;
    post.text = this.proposalFor(channel);
    if (post.text !== before) this.toasts.say('Historien er hentet igen', () => this.write(channel, before));
  }
  write(channel: PostChannel, text: string): void {
    const post = this.posts.find((one) => one.channel === channel);
    if (post) post.text = text;
  }
  /** A new story and with it all posts that are not out. */
  replace(story: Story): void {
    this.headline = story.headline;
    this.text = story.text;
    for (const post of this.posts) if (!this.postOf(post.channel)?.postedAt) post.text = this.proposalFor(post.channel);
  }

  /** After each change: kept when the hands rest. */
  touched(): void {
    clearTimeout(this.timer);
    if (this.dirty && !this.stale && this.view !== null) this.timer = setTimeout(() => void this.save(), 1_200);
  }

  async save(): Promise<boolean> {
    clearTimeout(this.timer);
    if (this.saving || this.stale || this.wrongDate) return false;
    this.saving = true;
    const input = this.input();
    const { consultationId, phase } = this.world;
    const kept = await this.attempt(() =>
      api(fetch).put<StoryView>(`/consultations/${consultationId}/stories/${phase}`, input),
    );
    this.saving = false;
    if (kept && this.dirty) this.touched();
    return kept;
  }

  async posted(channel: PostChannel, permalink: string): Promise<boolean> {
    if ((this.dirty || this.view === null) && !(await this.save())) return false;
    const id = this.view?.id;
    return this.attempt(() => api(fetch).post<StoryView>(`/stories/${id}/posts/${channel}/posted`, { permalink }));
  }
  async notPosted(channel: PostChannel): Promise<void> {
    await this.attempt(() => api(fetch).post<StoryView>(`/stories/${this.view?.id}/posts/${channel}/not-posted`));
  }

  /** Hands the post over to be sent. What was not kept yet is kept first. */
  async send(channel: PostChannel, input: SendPostInput): Promise<boolean> {
    if ((this.dirty || this.view === null) && !(await this.save())) return false;
    return this.attempt(() => api(fetch).post<StoryView>(`/stories/${this.view?.id}/posts/${channel}/send`, input));
  }
  /** Approves, takes back or settles what is on its way. */
  async deliver(deliveryId: string, act: string, body: object = {}): Promise<boolean> {
    return this.attempt(async () => {
      await api(fetch).post(`/deliveries/${deliveryId}/${act}`, body);
      return this.fetched();
    });
  }
  /** How far the posts have come. Words are left as they are. */
  async lookAgain(): Promise<void> {
    try {
      this.view = await this.fetched();
    } catch (refusal) {
      if (!(refusal instanceof ApiProblem)) throw refusal;
    }
  }
  private async fetched(): Promise<StoryView> {
    const { consultationId, phase } = this.world;
    const { items } = await api(fetch).get<{ items: StoryView[] }>(`/consultations/${consultationId}/stories`);
    const found = items.find((story) => story.phase === phase);
    if (!found || !this.view) throw new Error('the story is gone');
    // Somebody else's words are not taken over unseen: saving finds out.
    return found.version === this.view.version ? found : { ...this.view, posts: this.view.posts };
  }

  private input(): Omit<StoryInput, 'version'> & { version: number } {
    return {
      headline: this.headline.trim(),
      text: this.text.trim(),
      pictureId: this.pictureId,
      altText: this.altText.trim(),
      plannedOn: this.plannedOn(),
      posts: this.posts.map(({ channel, text }) => ({ channel, text: text.trim() })),
      version: this.view?.version ?? 0,
    };
  }

  /** A day without a time is the morning of that day. */
  private plannedOn(): string | null {
    const wall = wallOf(this.planned) || null;
    return wall === null || wall.includes('T') ? wall : `${wall}T09:00`;
  }

  private begin(): void {
    const { proposal, proposedOn } = this.world;
    this.headline = proposal.headline;
    this.text = proposal.text;
    this.planned = momentOf(proposedOn, '');
    this.posts = FIRST_CHANNELS.map((channel) => ({ channel, text: this.proposalFor(channel) }));
  }
  private take(view: StoryView): void {
    this.view = view;
    this.headline = view.headline;
    this.text = view.text;
    this.pictureId = view.pictureId;
    this.altText = view.altText;
    this.planned = momentOf(view.plannedOn, '');
    this.posts = view.posts.map(({ channel, text }) => ({ channel, text }));
  }

  /** What was typed while the answer was on its way stays. */
  private async attempt(work: () => Promise<StoryView>): Promise<boolean> {
    const asked = JSON.stringify(this.input());
    try {
      const view = await work();
      if (JSON.stringify(this.input()) === asked) this.take(view);
      else this.view = view;
      this.errors = {};
      return true;
    } catch (refusal) {
      if (!(refusal instanceof ApiProblem)) throw refusal;
      const { problem } = refusal;
      this.errors = Object.fromEntries((problem.errors ?? []).map(({ field, message }) => [field, message]));
      this.stale = problem.code === 'version-conflict';
      if (!this.stale && problem.errors === undefined) this.toasts.complain(`${problem.title}. ${problem.detail}`);
      return false;
    }
  }
}

const inputOf = (view: StoryView): StoryInput => ({
  headline: view.headline,
  text: view.text,
  pictureId: view.pictureId,
  altText: view.altText,
  plannedOn: view.plannedOn,
  posts: view.posts.map(({ channel, text }) => ({ channel, text })),
  version: view.version,
});
