import type {
  AnswerKind,
  ConversationDetail,
  InboxDraftInput,
  InboxDraftView,
} from '@forhoering/shared/contracts/inbox.contract.js';
import { api, ApiProblem } from '../lib/api';

const PAUSE_MS = 800;

/** The answer in the works: kept on the server while it is typed, so that a colleague sees it and nothing is lost with the tab. */
export class AnswerDraft {
  text = $state('');
  kind = $state<AnswerKind>('full');
  /** The saved answer that the text came from, as long as something of it may be left. */
  savedAnswerId: string | null = null;
  /** Somebody else who is writing. */
  other = $state<string | null>(null);
  state = $state<'clean' | 'typing' | 'saved' | 'failed'>('clean');
  private id: string | null = null;
  private waited = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** One key per text: sending the same twice is sending it once. */
  key = crypto.randomUUID();

  constructor(private readonly accountId: string) {}

  /** Another conversation, or news of this one. What is being typed here stays. */
  follow(detail: ConversationDetail | null): void {
    const same = detail !== null && detail.id === this.id;
    // What lay before a colleague came back: its words are here to be worked on.
    const back = same && this.waited && detail.proposedBy === null;
    this.waited = detail !== null && detail.proposedBy !== null;
    if (!same || back) {
      void this.flush();
      this.id = detail?.id ?? null;
      this.key = crypto.randomUUID();
      this.state = 'clean';
      this.text = detail?.draftText ?? '';
      this.kind = detail?.draftKind ?? 'full';
      this.savedAnswerId = detail?.draftSavedAnswerId ?? null;
    }
    const holder = detail?.draft ?? null;
    this.other = holder !== null && holder.accountId !== this.accountId ? holder.name : null;
    if (same && this.other !== null && this.state !== 'typing') this.text = detail.draftText ?? '';
  }

  typed(): void {
    if (this.text.trim() === '') this.savedAnswerId = null;
    this.state = 'typing';
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.keep(), PAUSE_MS);
  }

  /** Put in where nothing stands yet, else below what is there. */
  insert(text: string, savedAnswerId: string): void {
    this.text = this.text.trim() === '' ? text : `${this.text.trimEnd()}\n\n${text}`;
    this.savedAnswerId = savedAnswerId;
    this.typed();
  }

  async takeOver(): Promise<void> {
    await this.keep(true);
  }

  /** What was typed goes to the server before something else is looked at. */
  async flush(): Promise<void> {
    if (this.state === 'typing') await this.keep();
  }

  /** It was sent: the server has dropped the draft itself. */
  sent(): void {
    clearTimeout(this.timer);
    this.text = '';
    this.savedAnswerId = null;
    this.kind = 'full';
    this.state = 'clean';
    this.key = crypto.randomUUID();
  }

  private async keep(takeOver = false): Promise<void> {
    clearTimeout(this.timer);
    const { id } = this;
    if (id === null) return;
    try {
      const from = this.savedAnswerId === null ? {} : { savedAnswerId: this.savedAnswerId };
      const body: InboxDraftInput = { text: this.text, kind: this.kind, takeOver, ...from };
      await api(fetch).put<InboxDraftView>(`/inbox/${id}/draft`, body);
      if (this.id !== id) return;
      this.state = 'saved';
      this.other = null;
    } catch (refusal) {
      if (!(refusal instanceof ApiProblem)) throw refusal;
      this.state = 'failed';
      if (refusal.problem.code === 'draft-taken')
        this.other = refusal.problem.detail === '' ? 'En anden' : (this.other ?? 'En anden');
    }
  }
}
