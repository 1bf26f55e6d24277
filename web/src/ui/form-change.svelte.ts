import type { FieldProblem } from '@forhoering/shared/contracts/problem.contract.js';
import { ApiProblem } from '../lib/api';
import type { Toasts } from './toasts.svelte';

/** One change of a form at a time: a double click is one, what is wrong stands at its field, and the rest is said. */
export class FormChange {
  errors = $state.raw<FieldProblem[]>([]);
  busy = $state(false);

  constructor(private readonly toasts: Toasts) {}

  errorOf(field: string): string | undefined {
    return this.errors.find((error) => error.field === field)?.message;
  }

  /** @returns whether it is done */
  async run(work: () => Promise<unknown>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.errors = [];
    try {
      await work();
      return true;
    } catch (refusal) {
      if (!(refusal instanceof ApiProblem)) throw refusal;
      this.errors = refusal.problem.errors ?? [];
      if (this.errors.length === 0) this.toasts.complain(`${refusal.problem.title}. ${refusal.problem.detail}`);
      return false;
    } finally {
      this.busy = false;
    }
  }
}
