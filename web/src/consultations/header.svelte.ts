import { getContext, setContext, type Snippet } from 'svelte';

const KEY = Symbol('consultation-header');

/** The head over a consultation's pages, which the page below may add to. */
export class ConsultationHeader {
  /** As it is being typed; null = as it is saved. */
  title = $state<string | null>(null);
  actions = $state.raw<Snippet | null>(null);
}

export const provideHeader = (): ConsultationHeader => setContext(KEY, new ConsultationHeader());
export const useHeader = (): ConsultationHeader => getContext<ConsultationHeader>(KEY);
