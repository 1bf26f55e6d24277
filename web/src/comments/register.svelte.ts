import type { Channel, CommentState } from '@forhoering/shared/comments/comment-states.js';
import type {
  CommentCounts,
  CommentDetail,
  CommentListItem,
  CommentOrder,
  CommentPage,
  DecideCommentInput,
} from '@forhoering/shared/contracts/comment.contract.js';
import type { CommentPhotoView, DecidePhotoInput } from '@forhoering/shared/contracts/file.contract.js';
import type { CommentTagsResult, TagView } from '@forhoering/shared/contracts/tag.contract.js';
import { api, ApiProblem } from '../lib/api';
import type { Toasts } from '../ui/toasts.svelte';

export interface RegisterFilter {
  q: string;
  tag: string;
  channel: Channel | '';
  state: CommentState | 'undecided' | '';
}

const ORDER_KEY = 'forhoering-raekkefoelge';

/** The register of one consultation as a person works through it: a filter, a place in the list, and what can be undone. */
export class Register {
  filter = $state<RegisterFilter>({ q: '', tag: '', channel: '', state: '' });
  /** Kept on this device: some work from the beginning, some look at what is new. */
  order = $state<CommentOrder>(localStorage.getItem(ORDER_KEY) === 'oldest' ? 'oldest' : 'newest');
  items = $state.raw<CommentListItem[]>([]);
  counts = $state.raw<CommentCounts | null>(null);
  tags = $state.raw<TagView[]>([]);
  detail = $state.raw<CommentDetail | null>(null);
  selectedId = $state<string | null>(null);
  nextCursor = $state<string | null>(null);
  loading = $state(false);
  problem = $state<string | null>(null);
  private undoable = $state.raw<Array<{ text: string; undo: () => Promise<boolean> }>>([]);
  private asked = 0;
  private turn: Promise<void> = Promise.resolve();

  constructor(
    readonly consultationId: string,
    private readonly toasts: Toasts,
  ) {}

  readonly selected = $derived(this.items.find((item) => item.id === this.selectedId) ?? null);
  readonly canUndo = $derived(this.undoable.length > 0);

  async start(): Promise<void> {
    await Promise.all([this.loadTags(), this.load()]);
  }

  async loadTags(): Promise<void> {
    await this.attempt(async () => {
      this.tags = (await api(fetch).get<{ items: TagView[] }>(`/consultations/${this.consultationId}/tags`)).items;
    });
  }

  /** Loads from the top. Answers to an older question are thrown away. */
  async load(): Promise<void> {
    const mine = ++this.asked;
    this.loading = true;
    await this.attempt(async () => {
      const [page, counts] = await Promise.all([
        this.fetchPage(null),
        api(fetch).get<CommentCounts>(`/consultations/${this.consultationId}/comment-counts`),
      ]);
      if (mine !== this.asked) return;
      this.items = page.items;
      this.nextCursor = page.nextCursor;
      this.counts = counts;
      if (!page.items.some((item) => item.id === this.selectedId)) await this.select(page.items[0]?.id ?? null);
    });
    if (mine === this.asked) this.loading = false;
  }

  async sort(order: CommentOrder): Promise<void> {
    this.order = order;
    localStorage.setItem(ORDER_KEY, order);
    await this.load();
  }

  async more(): Promise<void> {
    if (this.nextCursor === null || this.loading) return;
    this.loading = true;
    await this.attempt(async () => {
      const page = await this.fetchPage(this.nextCursor);
      const known = new Set(this.items.map((item) => item.id));
      this.items = [...this.items, ...page.items.filter((item) => !known.has(item.id))];
      this.nextCursor = page.nextCursor;
    });
    this.loading = false;
  }

  async select(id: string | null): Promise<void> {
    this.selectedId = id;
    if (id === null) {
      this.detail = null;
      return;
    }
    await this.attempt(async () => {
      const detail = await api(fetch).get<CommentDetail>(`/comments/${id}`);
      if (this.selectedId === id) this.detail = detail;
    });
  }

  async step(by: 1 | -1): Promise<void> {
    const at = this.items.findIndex((item) => item.id === this.selectedId);
    if (by === 1 && at >= this.items.length - 5) void this.more();
    const next = this.items[at + by];
    if (next) await this.select(next.id);
  }

  async nextUntagged(): Promise<void> {
    const at = this.items.findIndex((item) => item.id === this.selectedId);
    const next = this.items.slice(at + 1).find((item) => item.tagIds.length === 0);
    if (next) await this.select(next.id);
    else this.toasts.say('Alle bidrag herefter har et tema');
  }

  async toggleTag(tag: TagView): Promise<void> {
    const { selectedId } = this;
    await this.inTurn(() => this.toggle(tag, selectedId));
  }

  private async toggle(tag: TagView, id: string | null): Promise<void> {
    const item = this.items.find((one) => one.id === id);
    if (!item) return;
    const had = item.tagIds.includes(tag.id);
    const before = item.tagIds;
    if (!(await this.setTags(item, had ? before.filter((id) => id !== tag.id) : [...before, tag.id]))) return;
    this.push(had ? `“${tag.name}” er fjernet` : `“${tag.name}” er sat`, async () => {
      const now = this.items.find((one) => one.id === item.id);
      const done = now !== undefined && (await this.setTags(now, before));
      await this.select(item.id);
      return done;
    });
  }

  async decide(input: DecideCommentInput): Promise<boolean> {
    const { selectedId } = this;
    return this.inTurn(() => this.decideOn(selectedId, input));
  }

  private async decideOn(id: string | null, input: DecideCommentInput): Promise<boolean> {
    const item = this.items.find((one) => one.id === id);
    if (!item) return false;
    return this.attempt(async () => {
      await this.send(item.id, { ...input, version: item.version });
      const said = input.action === 'hide' ? `${item.number} er skjult` : `${item.number} er vist for alle`;
      this.push(said, () => this.takeBack(item.id));
    });
  }

  async decidePhoto(id: string, input: DecidePhotoInput): Promise<boolean> {
    return this.attempt(async () => {
      const photo = await api(fetch).post<CommentPhotoView>(`/photos/${id}/decision`, input);
      const { detail } = this;
      if (!detail?.photos.some((one) => one.id === id)) return;
      const photos = detail.photos.map((one) => (one.id === id ? photo : one));
      this.detail = { ...detail, photos, photosWaiting: photos.filter(({ state }) => state === 'waiting').length };
      this.put(this.detail);
      this.toasts.say(input.action === 'publish' ? 'Billedet vises nu for alle' : 'Billedet vises ikke for andre');
    });
  }

  /** Takes back the latest step; one that could not be taken back is left on the pile only when the network is to blame. */
  async undo(): Promise<void> {
    await this.inTurn(async () => {
      const last = this.undoable.at(-1);
      if (!last) return;
      this.undoable = this.undoable.slice(0, -1);
      if (await last.undo()) this.toasts.say(`Fortrudt: ${last.text}`);
      else if (this.problem !== null) this.undoable = [...this.undoable, last];
    });
  }

  /** The server knows where the comment was before: it alone can put back a reason or a redaction. */
  private takeBack(id: string): Promise<boolean> {
    return this.attempt(() => this.send(id, { action: 'undo' }));
  }

  private async send(id: string, input: DecideCommentInput): Promise<void> {
    const detail = await api(fetch).post<CommentDetail>(`/comments/${id}/decision`, input);
    this.put(detail);
    if (this.selectedId === id) this.detail = detail;
    void this.refreshCounts();
  }

  /** One change after the other: two quick keys would both send the version that only the first one has. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.turn.then(work);
    this.turn = mine.then(
      () => undefined,
      () => undefined,
    );
    return mine;
  }

  private async setTags(item: CommentListItem, tagIds: string[]): Promise<boolean> {
    return this.attempt(async () => {
      const done = await api(fetch).put<CommentTagsResult>(`/comments/${item.id}/tags`, {
        tagIds,
        version: item.version,
      });
      this.put({ ...item, tagIds: done.tagIds, version: done.version });
      if (this.detail?.id === item.id) this.detail = { ...this.detail, tagIds: done.tagIds, version: done.version };
      this.recount(item.tagIds, done.tagIds);
    });
  }

  /** Counts beside the code book change at once, without asking the server. */
  private recount(before: string[], after: string[]): void {
    const delta = (id: string): number => Number(after.includes(id)) - Number(before.includes(id));
    this.tags = this.tags.map((tag) => ({ ...tag, count: tag.count + delta(tag.id) }));
    if (this.counts)
      this.counts = {
        ...this.counts,
        tagged: this.counts.tagged + Number(after.length > 0) - Number(before.length > 0),
      };
  }

  private async refreshCounts(): Promise<void> {
    await this.attempt(async () => {
      this.counts = await api(fetch).get<CommentCounts>(`/consultations/${this.consultationId}/comment-counts`);
    });
  }

  private put(item: CommentListItem): void {
    this.items = this.items.map((one) =>
      one.id === item.id
        ? {
            ...one,
            state: item.state,
            tagIds: item.tagIds,
            version: item.version,
            flags: item.flags,
            photosWaiting: item.photosWaiting,
          }
        : one,
    );
  }

  private push(text: string, undo: () => Promise<boolean>): void {
    this.undoable = [...this.undoable.slice(-49), { text, undo }];
    this.toasts.say(text, () => void this.undo());
  }

  private fetchPage(cursor: string | null): Promise<CommentPage> {
    const { q, tag, channel, state } = this.filter;
    const query = new URLSearchParams({ limit: '50', order: this.order });
    if (q.trim() !== '') query.set('q', q.trim());
    if (tag !== '') query.set('tag', tag);
    if (channel !== '') query.set('channel', channel);
    if (state === 'undecided') query.set('undecided', 'true');
    else if (state !== '') query.set('state', state);
    if (cursor !== null) query.set('cursor', cursor);
    return api(fetch).get<CommentPage>(`/consultations/${this.consultationId}/comments?${query}`);
  }

  private async attempt(work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      this.problem = null;
      return true;
    } catch (refusal) {
      if (!(refusal instanceof ApiProblem)) throw refusal;
      const { problem } = refusal;
      const text = problem.errors?.[0]?.message ?? `${problem.title}. ${problem.detail}`;
      if (problem.status === 0 || problem.status >= 500) this.problem = text;
      this.toasts.complain(text);
      if (problem.code === 'version-conflict') await this.load();
      return false;
    }
  }
}
