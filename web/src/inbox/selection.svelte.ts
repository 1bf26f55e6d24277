import type { ConversationItem } from '@forhoering/shared/contracts/inbox.contract.js';
import { LIMITS } from '@forhoering/shared/limits.js';

/** Conversations that are answered in one act, as they looked when they were chosen. */
export class Selection {
  chosen = $state.raw<ReadonlyMap<string, ConversationItem>>(new Map());
  /** More were pressed than can be answered at once. */
  full = $state(false);
  private last: string | null = null;

  has = (id: string): boolean => this.chosen.has(id);

  /** @param range with all between it and the last one that was pressed, as lists do with shift */
  toggle(items: readonly ConversationItem[], id: string, range = false): void {
    const [from, to] = [items.findIndex((one) => one.id === this.last), items.findIndex((one) => one.id === id)];
    const on = !this.has(id);
    const among =
      range && from >= 0 ? items.slice(Math.min(from, to), Math.max(from, to) + 1) : items.slice(to, to + 1);
    this.set(among, on);
    this.last = id;
  }

  set(among: readonly ConversationItem[], on: boolean): void {
    const next = new Map(this.chosen);
    this.full = false;
    for (const one of among)
      if (!on) next.delete(one.id);
      else if (next.size < LIMITS.answersAtOnce || next.has(one.id)) next.set(one.id, one);
      else this.full = true;
    this.chosen = next;
  }

  /** What is left after an answer, as it looks now. */
  keep(left: readonly string[], items: readonly ConversationItem[]): void {
    const now = new Map(items.map((one) => [one.id, one]));
    this.chosen = new Map(
      [...this.chosen].filter(([id]) => left.includes(id)).map(([id, one]) => [id, now.get(id) ?? one]),
    );
  }

  clear(): void {
    this.chosen = new Map();
    this.full = false;
    this.last = null;
  }
}
