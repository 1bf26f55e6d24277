/** States by which the public list can be narrowed down, in the order of its sections. */
export const LIST_STATES = ['open', 'scheduled', 'closed'] as const;
export type ListState = (typeof LIST_STATES)[number];

export const isConsultationFilterState = (value: unknown): value is ListState =>
  LIST_STATES.some((one) => one === value);

export interface ListFilter {
  q: string;
  state: ListState | null;
  department: string;
}

type Listed = { title: string; teaser: string; state: string; departmentName: string | null };

/** Words anywhere in title, teaser or department, whatever their case; every word must be there. */
export function fitsFilter(item: Listed, { q, state, department }: ListFilter): boolean {
  if (state !== null && item.state !== state) return false;
  if (department !== '' && item.departmentName !== department) return false;
  const text = fold(`${item.title} ${item.teaser} ${item.departmentName ?? ''}`);
  return fold(q)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

const fold = (text: string): string => text.normalize('NFC').toLowerCase().replaceAll('aa', 'å').trim();
