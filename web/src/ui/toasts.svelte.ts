import { getContext, setContext } from 'svelte';

export interface Toast {
  id: number;
  text: string;
  tone: 'ok' | 'danger';
  undo?: () => void;
}

const KEY = Symbol('toasts');
const SHOWN_MS = 8_000;

/** Short messages at the edge of the screen. One with an undo stays while it has the focus. */
export class Toasts {
  items = $state<Toast[]>([]);
  private next = 1;

  say(text: string, undo?: () => void): void {
    this.add({ id: this.next, text, tone: 'ok', ...(undo ? { undo } : {}) });
  }

  complain(text: string): void {
    this.add({ id: this.next, text, tone: 'danger' });
  }

  close(id: number): void {
    this.items = this.items.filter((item) => item.id !== id);
  }

  private add(toast: Toast): void {
    this.next += 1;
    // Undo takes back the latest step: only its own message may offer it.
    const earlier = toast.undo ? this.items.map(({ id, text, tone }) => ({ id, text, tone })) : this.items;
    this.items = [...earlier.slice(-2), toast];
    const end = (): void => {
      if (document.activeElement?.closest(`[data-toast="${toast.id}"]`)) setTimeout(end, 2_000);
      else this.close(toast.id);
    };
    setTimeout(end, SHOWN_MS);
  }
}

export const provideToasts = (): Toasts => setContext(KEY, new Toasts());
export const useToasts = (): Toasts => getContext<Toasts>(KEY);
