import { SECTIONS, type Field } from './fields';

const CONTROL = 'input, textarea, select, button';

/** Goes to a field with the focus in it, as a link to it promises. */
export function goToField(event: Event, field: Field | 'files'): void {
  const box = document.getElementById(`felt-${field}`) ?? document.querySelector(`[data-field="${field}"]`);
  if (!box) return;
  event.preventDefault();
  box.scrollIntoView({ block: 'start' });
  box.querySelector<HTMLElement>(CONTROL)?.focus({ preventScroll: true });
}

/** Goes to the part's heading: the next Tab is its first field, and J and K still work. */
export function goToSection(id: string): void {
  const heading = document.getElementById(`del-${id}`);
  heading?.scrollIntoView({ block: 'start' });
  heading?.focus({ preventScroll: true });
}

/** The part that the focus is in, or the one that is being read. */
export function currentSection(): string {
  const focused = document.activeElement?.closest('section')?.querySelector('[data-section]');
  const all = [...document.querySelectorAll<HTMLElement>('[data-section]')];
  const read = all.filter((heading) => heading.getBoundingClientRect().top < 160).at(-1);
  return (focused ?? read ?? all[0])?.getAttribute('data-section') ?? SECTIONS[0]?.id ?? '';
}

/** @returns whether the key goes into something that is being written */
export const isTyping = (event: KeyboardEvent): boolean =>
  event.target instanceof HTMLElement &&
  event.target.closest('input, textarea, select, [contenteditable], dialog') !== null;
