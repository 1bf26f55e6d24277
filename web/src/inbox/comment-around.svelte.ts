import type { CommentDetail } from '@forhoering/shared/contracts/comment.contract.js';
import type { ConsultationView } from '@forhoering/shared/contracts/consultation.contract.js';
import type { ConversationDetail } from '@forhoering/shared/contracts/inbox.contract.js';
import type { CommentTagsResult, TagView } from '@forhoering/shared/contracts/tag.contract.js';
import { api, ApiProblem } from '../lib/api';
import type { Toasts } from '../ui/toasts.svelte';

type Home = Pick<ConsultationView, 'area' | 'questions'> & { tags: TagView[] };

/** The comment that a conversation is about, as the register has it: what came with the words, and its themes. */
export class CommentAround {
  comment = $state.raw<CommentDetail | null>(null);
  home = $state.raw<Home | null>(null);
  /** Asked once for each consultation while the inbox is open. */
  private readonly homes = new Map<string, Promise<Home>>();
  /** One change after the other: two quick keys are two themes. */
  private turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly toasts: Toasts) {}

  async follow({ commentId, consultationId }: Pick<ConversationDetail, 'commentId' | 'consultationId'>): Promise<void> {
    if (this.comment?.id !== commentId) this.comment = null;
    try {
      const [comment, home] = await Promise.all([
        api(fetch).get<CommentDetail>(`/comments/${commentId}`),
        this.homeOf(consultationId),
      ]);
      [this.comment, this.home] = [comment, home];
    } catch (refusal) {
      // The conversation itself is there; what is beside it is looked for again with the next one.
      if (!(refusal instanceof ApiProblem)) throw refusal;
    }
  }

  /** @returns whether it is done */
  toggle(tag: TagView): Promise<boolean> {
    const done = this.turn.then(() => this.toggleNow(tag));
    this.turn = done.catch(() => undefined);
    return done;
  }

  private async toggleNow(tag: TagView): Promise<boolean> {
    const { comment } = this;
    if (comment === null) return false;
    const had = comment.tagIds.includes(tag.id);
    const tagIds = had ? comment.tagIds.filter((id) => id !== tag.id) : [...comment.tagIds, tag.id];
    try {
      const { version } = comment;
      const done = await api(fetch).put<CommentTagsResult>(`/comments/${comment.id}/tags`, { tagIds, version });
      if (this.comment?.id === comment.id) this.comment = { ...comment, tagIds: done.tagIds, version: done.version };
      this.toasts.say(had ? `“${tag.name}” er fjernet` : `“${tag.name}” er sat`);
      return true;
    } catch (refusal) {
      if (!(refusal instanceof ApiProblem)) throw refusal;
      this.toasts.complain(`${refusal.problem.title}. ${refusal.problem.detail}`);
      await this.follow({ commentId: comment.id, consultationId: comment.consultationId });
      return false;
    }
  }

  private homeOf(consultationId: string): Promise<Home> {
    const known = this.homes.get(consultationId);
    if (known) return known;
    const asked = Promise.all([
      api(fetch).get<ConsultationView>(`/consultations/${consultationId}`),
      api(fetch).get<{ items: TagView[] }>(`/consultations/${consultationId}/tags`),
    ]).then(([{ area, questions }, { items }]) => ({ area, questions, tags: items }));
    this.homes.set(consultationId, asked);
    asked.catch(() => this.homes.delete(consultationId));
    return asked;
  }
}
