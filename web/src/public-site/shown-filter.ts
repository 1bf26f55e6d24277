/** How the public narrows the comments down, as the address says it: `?q=`, `?tema=`, `?sted=1`, `?besvaret=1`. */
export interface ShownFilter {
  q: string;
  theme: string;
  placed: boolean;
  answered: boolean;
}

export const shownFilter = (query: URLSearchParams): ShownFilter => ({
  q: query.get('q') ?? '',
  theme: query.get('tema') ?? '',
  placed: query.get('sted') === '1',
  answered: query.get('besvaret') === '1',
});

export const isShownFilter = ({ q, theme, placed, answered }: ShownFilter): boolean =>
  q !== '' || theme !== '' || placed || answered;

/** The filter as the API asks for it: begins with `&`, or is empty. */
export function apiFilter({ q, theme, placed, answered }: ShownFilter): string {
  const query = new URLSearchParams();
  if (q !== '') query.set('q', q);
  if (theme !== '') query.set('theme', theme);
  if (placed) query.set('placed', 'true');
  if (answered) query.set('answered', 'true');
  return query.size > 0 ? `&${query}` : '';
}

/** The address of the comments under this filter. */
export function filterPath(slug: string, { q, theme, placed, answered }: ShownFilter, before: string | null): string {
  const query = new URLSearchParams();
  if (q !== '') query.set('q', q);
  if (theme !== '') query.set('tema', theme);
  if (placed) query.set('sted', '1');
  if (answered) query.set('besvaret', '1');
  if (before !== null) query.set('before', before);
  return `/f/${slug}${query.size > 0 ? `?${query}` : ''}`;
}
