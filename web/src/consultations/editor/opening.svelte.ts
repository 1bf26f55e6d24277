import type { ConsultationView } from '@forhoering/shared/contracts/consultation.contract.js';
import { api, ApiProblem } from '../../lib/api';
import type { Toasts } from '../../ui/toasts.svelte';
import type { Line } from './checklist';
import type { Editor } from './editor.svelte';
import { goToField } from './go-to';

/** Opening a draft: what stops it, what is asked once, and what went wrong. */
export class Opening {
  notice = $state('');
  busy = $state(false);
  /** Texts in which a template still has words to fill in: asked about before everybody can read them. */
  unfinished = $state.raw<Line[]>([]);

  constructor(
    private readonly editor: Editor,
    private readonly toasts: Toasts,
    private readonly opened: () => Promise<void>,
  ) {}

  async ask(event: Event, lines: readonly Line[]): Promise<void> {
    if (this.busy || !this.editor.isDraft) return;
    this.notice = '';
    const stops = lines.filter(({ level }) => level === 'stops');
    const [first] = stops;
    if (first) {
      this.notice = `Der mangler noget, før I kan åbne: ${stops.map(({ title }) => title.toLowerCase()).join(', ')}.`;
      return goToField(event, first.field);
    }
    this.unfinished = lines.filter(({ key }) => key.startsWith('blanks-left-'));
    if (this.unfinished.length === 0) await this.open();
  }

  async open(): Promise<void> {
    if (this.busy) return;
    const { editor } = this;
    this.busy = true;
    this.unfinished = [];
    try {
      if (!(await editor.save())) this.notice = 'Noget er ikke gemt endnu. Se de røde felter, og prøv igen.';
      else {
        await api(fetch).post(`/consultations/${editor.view.id}/publish`);
        editor.take(await api(fetch).get<ConsultationView>(`/consultations/${editor.view.id}`));
        await this.opened();
        this.toasts.say(
          editor.view.state === 'open'
            ? 'Forhøringen er åben. Del linket.'
            : 'Forhøringen er offentliggjort og åbner af sig selv.',
        );
      }
    } catch (failure) {
      if (!(failure instanceof ApiProblem)) throw failure;
      this.notice = `${failure.problem.title}. ${failure.problem.detail}`;
    }
    this.busy = false;
  }
}
