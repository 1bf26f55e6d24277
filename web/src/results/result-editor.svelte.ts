import type { ResultInput, ResultOutcome, ResultView } from '@forhoering/shared/contracts/result.contract.js';
import { resultGaps } from '@forhoering/shared/results/result.rules.js';
import { fieldWords } from '@forhoering/shared/i18n/problems.js';
import { api, ApiProblem } from '../lib/api';
import type { Toasts } from '../ui/toasts.svelte';

export interface ThemeDraft {
  tagId: string;
  outcome: ResultOutcome | null;
  did: string;
  why: string;
  /** A comment's number, or ''. */
  quote: string;
}

/** "You said, we did" while it is written: saved by a button, and never over what somebody else has saved meanwhile. */
export class ResultEditor {
  view = $state.raw<ResultView>() as ResultView;
  intro = $state('');
  themes = $state<ThemeDraft[]>([]);
  errors = $state.raw<Record<string, string>>({});
  busy = $state(false);

  constructor(
    private readonly consultationId: string,
    view: ResultView,
    private readonly toasts: Toasts,
  ) {
    this.take(view);
  }

  readonly dirty = $derived(JSON.stringify(this.input()) !== JSON.stringify(inputOf(this.view)));
  readonly isPublished = $derived(this.view.publishedAt !== null);

  async save(): Promise<boolean> {
    if (this.isPublished && !this.isWhole()) return false;
    return this.attempt(() => api(fetch).put<ResultView>(this.path(''), this.input()), 'Gemt');
  }

  /** Whether it can be shown as it stands; names what it lacks. */
  isWhole(): boolean {
    const gaps = resultGaps({ intro: this.intro, themes: this.themes });
    this.errors = Object.fromEntries(gaps.map(({ field, code }) => [field, fieldWords(code, 'da', {})]));
    if (gaps.length > 0) this.toasts.complain('Der mangler noget, før det kan vises. Se felterne med rødt.');
    return gaps.length === 0;
  }

  async publish(): Promise<boolean> {
    if (this.dirty && !(await this.save())) return false;
    return this.attempt(() => api(fetch).post<ResultView>(this.path('/publish')), 'Resultatet kan ses af alle');
  }

  async withdraw(): Promise<void> {
    const done = 'Resultatet er taget af siden';
    await this.attempt(
      () => api(fetch).post<ResultView>(this.path('/withdraw')),
      done,
      () => void this.publish(),
    );
  }

  private path(more: string): string {
    return `/consultations/${this.consultationId}/result${more}`;
  }

  private input(): ResultInput {
    return { intro: this.intro, themes: this.themes.map((theme) => ({ ...theme })), version: this.view.version };
  }

  private take(view: ResultView): void {
    this.view = view;
    const { intro, themes } = inputOf(view);
    this.intro = intro;
    this.themes = themes.map((theme) => ({ quote: '', ...theme }));
  }

  private async attempt(work: () => Promise<ResultView>, said: string, undo?: () => void): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    try {
      this.take(await work());
      this.errors = {};
      this.toasts.say(said, undo);
      return true;
    } catch (refusal) {
      if (!(refusal instanceof ApiProblem)) throw refusal;
      const { problem } = refusal;
      this.errors = Object.fromEntries((problem.errors ?? []).map(({ field, message }) => [field, message]));
      this.toasts.complain(
        problem.code === 'version-conflict'
          ? 'En anden har gemt imens. Kopiér det, du har skrevet, og genindlæs siden.'
          : `${problem.title}. ${problem.detail}`,
      );
      return false;
    } finally {
      this.busy = false;
    }
  }
}

const inputOf = (view: ResultView): ResultInput => ({
  intro: view.intro,
  themes: view.themes.map(({ tagId, outcome, did, why, quote }) => ({
    tagId,
    outcome,
    did,
    why,
    quote: quote?.number ?? '',
  })),
  version: view.version,
});
