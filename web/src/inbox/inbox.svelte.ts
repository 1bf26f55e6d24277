import type { SendBackInput } from '@forhoering/shared/contracts/answer-proposal.contract.js';
import type {
  AnswererView,
  AnswerInput,
  AnswerManyInput,
  AnswerManyResult,
  AssignInput,
  ConversationDetail,
  ConversationItem,
  EditAnswerInput,
  InboxPage,
  InboxSettings,
  InboxSummary,
  InboxView,
} from '@forhoering/shared/contracts/inbox.contract.js';
import type { PlaceholderValues } from '@forhoering/shared/inbox/placeholders.rules.js';
import { api, ApiProblem } from '../lib/api';
import { isAwake } from '../lib/awake';
import type { Toasts } from '../ui/toasts.svelte';

const ALL: ReadonlySet<string> = new Set(['all']);
/** Also without news from the server the list is asked for this often: a clock runs on. */
const EVERY_MS = 60_000;

/** The inbox as one person works through it: a view, a place in the list, and the conversation that is open. */
export class Inbox {
  view = $state<InboxView>('due');
  /** What is searched for, in all views at once; '' = the view. */
  words = $state('');
  items = $state.raw<ConversationItem[]>([]);
  nextCursor = $state<string | null>(null);
  summary = $state.raw<InboxSummary | null>(null);
  detail = $state.raw<ConversationDetail | null>(null);
  answerers = $state.raw<AnswererView[]>([]);
  settings = $state.raw<InboxSettings | null>(null);
  selectedId = $state<string | null>(null);
  loading = $state(true);
  problem = $state<string | null>(null);
  /** Ticks, so that what is left of a clock is never older than half a minute. */
  now = $state(Date.now());
  private asked = 0;

  constructor(private readonly toasts: Toasts) {}

  /** Starts listening. @returns how to stop */
  start(view: InboxView, conversationId: string | null): () => void {
    this.view = view;
    this.selectedId = conversationId;
    void this.load(conversationId !== null);
    void this.attempt(async () => {
      const [people, settings] = await Promise.all([
        api(fetch).get<{ items: AnswererView[] }>('/inbox/answerers'),
        api(fetch).get<InboxSettings>('/inbox-settings'),
      ]);
      this.answerers = people.items;
      this.settings = settings;
    });
    const clock = setInterval(() => (this.now = Date.now()), 30_000);
    const timer = setInterval(() => void this.refresh(), EVERY_MS);
    // Coming back to the page: what happened meanwhile.
    const back = (): void => void this.refresh();
    document.addEventListener('visibilitychange', back);
    const events = new EventSource('/api/v1/inbox/events');
    let soon: ReturnType<typeof setTimeout> | undefined;
    let changed = new Set<string>();
    events.addEventListener('change', ({ data }: MessageEvent<string>) => {
      changed.add((JSON.parse(data) as { id: string }).id);
      clearTimeout(soon);
      soon = setTimeout(() => {
        void this.refresh(changed);
        changed = new Set();
      }, 150);
    });
    return () => {
      clearInterval(clock);
      clearInterval(timer);
      clearTimeout(soon);
      events.close();
      document.removeEventListener('visibilitychange', back);
    };
  }

  async show(view: InboxView, words = ''): Promise<void> {
    this.view = view;
    this.words = words.trim();
    this.selectedId = null;
    await this.load(false);
  }

  /** Loads from the top; answers to an older question are thrown away. */
  async load(keep: boolean, changed: ReadonlySet<string> = ALL): Promise<void> {
    const mine = ++this.asked;
    this.loading = true;
    await this.attempt(async () => {
      const [page, summary] = await Promise.all([this.page(null), api(fetch).get<InboxSummary>('/inbox/summary')]);
      if (mine !== this.asked) return;
      this.items = page.items;
      this.nextCursor = page.nextCursor;
      this.summary = summary;
      this.now = Date.now();
      if (!keep) await this.select(page.items[0]?.id ?? null);
      else if (this.selectedId !== null && (changed.has('all') || changed.has(this.selectedId)))
        await this.again(this.selectedId);
    });
    if (mine === this.asked) this.loading = false;
  }

  /**
   * News: the list anew, the open conversation anew when it is among them, nothing moved under the hands.
   * @param changed ids of conversations, or `all`
   */
  async refresh(changed: ReadonlySet<string> = ALL): Promise<void> {
    if (!isAwake()) return;
    await this.load(true, changed);
  }

  async more(): Promise<void> {
    if (this.nextCursor === null || this.loading) return;
    this.loading = true;
    await this.attempt(async () => {
      const page = await this.page(this.nextCursor);
      const known = new Set(this.items.map(({ id }) => id));
      this.items = [...this.items, ...page.items.filter(({ id }) => !known.has(id))];
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
      const detail = await api(fetch).get<ConversationDetail>(`/inbox/${id}`);
      if (this.selectedId === id) this.put(detail);
    });
  }

  /** The open conversation anew. One that was given to others may be out of sight now: then the first of the list is read. */
  private async again(id: string): Promise<void> {
    try {
      const detail = await api(fetch).get<ConversationDetail>(`/inbox/${id}`);
      if (this.selectedId === id) this.put(detail);
    } catch (refusal) {
      if (!(refusal instanceof ApiProblem) || refusal.problem.status !== 403) throw refusal;
      if (this.selectedId === id) await this.select(this.items[0]?.id ?? null);
    }
  }

  async step(by: 1 | -1): Promise<void> {
    const at = this.items.findIndex(({ id }) => id === this.selectedId);
    if (by === 1 && at >= this.items.length - 5) void this.more();
    const next = this.items[at + by];
    if (next) await this.select(next.id);
  }

  take = (): Promise<boolean> => this.act('take', {}, 'Du har den nu');
  wait = (): Promise<boolean> => this.act('wait', {}, 'Uret står stille, mens I venter på borgeren');
  reopen = (): Promise<boolean> => this.act('reopen', {}, 'Den er åben igen');
  noAnswer = (reason: string): Promise<boolean> => this.act('no-answer', { reason }, 'Afsluttet uden svar');
  assign = (to: AssignInput): Promise<boolean> => this.act('assign', to, 'Givet videre');

  note(text: string, mentions: string[]): Promise<boolean> {
    return this.change(async (id) =>
      this.put(await api(fetch).post<ConversationDetail>(`/inbox/${id}/notes`, { text, mentions })),
    );
  }

  answer(input: AnswerInput): Promise<boolean> {
    return this.change(async (id) => {
      this.put(await api(fetch).post<ConversationDetail>(`/inbox/${id}/answers`, input));
      const waits = this.detail?.proposedBy !== null;
      const sent = input.kind === 'full' ? 'Svaret er sendt' : 'Det foreløbige svar er sendt';
      this.toasts.say(waits ? 'En anden skal læse det, før det sendes' : sent);
    });
  }

  /** The same words to this one and to the others that said the same. */
  answerMany(input: AnswerInput, others: string[]): Promise<boolean> {
    return this.change(async (id) => {
      const { results } = await api(fetch).post<AnswerManyResult>('/inbox/answers', {
        ...input,
        conversationIds: [id, ...others],
      });
      const sent = results.filter(({ refusal, waits }) => refusal === null && !waits).length;
      const read = results.filter(({ waits }) => waits).length;
      const rest = results.filter(({ refusal }) => refusal !== null).map(({ number }) => number);
      this.toasts.say(
        `Svaret er sendt til ${sent}${read > 0 ? `, og ${read} skal læses først` : ''}${rest.length > 0 ? `. Ikke til ${rest.join(', ')}` : ''}`,
      );
    });
  }

  /** One text to all that were chosen. @returns what became of each; null when it went to nobody */
  async answerChosen(input: AnswerManyInput): Promise<AnswerManyResult['results'] | null> {
    let results: AnswerManyResult['results'] | null = null;
    await this.attempt(async () => {
      ({ results } = await api(fetch).post<AnswerManyResult>('/inbox/answers', input));
    });
    await this.refresh();
    return results;
  }

  /** What words in braces stand for in a conversation; null when it cannot be read. */
  async placeholdersOf(id: string): Promise<PlaceholderValues | null> {
    const { detail } = this;
    if (detail?.id === id) return detail.placeholders;
    let found: PlaceholderValues | null = null;
    await this.attempt(async () => {
      found = (await api(fetch).get<ConversationDetail>(`/inbox/${id}`)).placeholders;
    });
    return found;
  }

  edit(answerId: string, input: EditAnswerInput): Promise<boolean> {
    return this.change(async () => {
      this.put(await api(fetch).patch<ConversationDetail>(`/answers/${answerId}`, input));
      const waits = this.detail?.proposedBy !== null;
      this.toasts.say(waits ? 'En anden skal læse rettelsen først' : 'Rettet, også der hvor borgeren læser det');
    });
  }

  /** About an answer that waits to be read: it goes out, or back to who wrote it. */
  decide(id: string, what: 'approve' | 'send-back' | 'withdraw', body: Partial<SendBackInput>): Promise<boolean> {
    const said = {
      approve: 'Læst og sendt',
      'send-back': 'Sendt tilbage',
      withdraw: 'Trukket tilbage. Teksten er i boksen',
    };
    return this.change(async () => {
      this.put(await api(fetch).post<ConversationDetail>(`/answer-proposals/${id}/${what}`, body));
      this.toasts.say(said[what]);
    });
  }

  delivered(answerId: string, permalink: string): Promise<boolean> {
    return this.change(async () => {
      this.put(await api(fetch).post<ConversationDetail>(`/answers/${answerId}/delivered`, { permalink }));
      this.toasts.say('Noteret: borgeren har svaret');
    });
  }

  private act(what: string, body: object, said: string): Promise<boolean> {
    const version = this.detail?.version;
    return this.change(async (id) => {
      this.put(await api(fetch).post<ConversationDetail>(`/inbox/${id}/${what}`, { ...body, version }));
      this.toasts.say(said);
    });
  }

  private async change(work: (id: string) => Promise<void>): Promise<boolean> {
    const id = this.detail?.id;
    if (id === undefined) return false;
    const done = await this.attempt(() => work(id));
    await this.refresh();
    return done;
  }

  private put(detail: ConversationDetail): void {
    if (detail.mentioned) void this.attempt(() => api(fetch).post(`/inbox/${detail.id}/read`));
    this.detail = detail;
    this.selectedId = detail.id;
    this.items = this.items.map((one) => (one.id === detail.id ? detail : one));
  }

  private page(cursor: string | null): Promise<InboxPage> {
    const query = new URLSearchParams({ view: this.view, limit: '50' });
    if (this.words !== '') query.set('q', this.words);
    if (cursor !== null) query.set('cursor', cursor);
    return api(fetch).get<InboxPage>(`/inbox?${query}`);
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
      else this.toasts.complain(text);
      return false;
    }
  }
}
