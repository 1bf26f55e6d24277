import { isConsultationFilterState } from '@forhoering/shared/consultations/public-list.js';
import { LIMITS } from '@forhoering/shared/limits.js';

/** A page that everybody gets alike. */
export interface CachedAddress {
  path: string;
  /** The consultation it shows; null for the list. */
  slug: string | null;
  /** What changes the page, in a fixed order; nothing else of what hangs on a link makes an entry of its own. */
  query: string;
  /** Filtered pages are many and rarely read twice: they have a small cache of their own and push nothing else out. */
  filtered: boolean;
}

const PATH = /^\/(?:f\/([a-z0-9-]{1,80})(\/indlejr)?)?$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The filters of each page by name, and what of a value counts. '' = as if it were not there. */
type Filters = Record<string, (value: string) => string>;
const words = (value: string): string =>
  [
    ...value
      .toWellFormed()
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim(),
  ]
    .slice(0, LIMITS.searchQuery)
    .join('');
const COMMENTS: Filters = {
  q: words,
  tema: (value) => (UUID.test(value) ? value.toLowerCase() : ''),
  sted: (value) => (value === '1' ? '1' : ''),
};
const LIST: Filters = {
  q: words,
  tilstand: (value) => (isConsultationFilterState(value) ? value : ''),
  afdeling: (value) => [...value.trim()].slice(0, LIMITS.departmentName).join(''),
};

/** Where a request leads, or null for a page that is made anew each time. */
export function cachedAddress(url: string): CachedAddress | null {
  const [path = '/', ...rest] = url.split('?');
  const match = PATH.exec(path);
  if (!match) return null;
  const [, slug = null, embed] = match;
  const given = new URLSearchParams(rest.join('?'));
  const known = new URLSearchParams();
  if (given.get('lang') === 'en') known.set('lang', 'en');
  let filtered = false;
  if (embed === undefined) {
    for (const [name, read] of Object.entries(slug === null ? LIST : COMMENTS)) {
      const value = read(given.get(name) ?? '');
      if (value === '') continue;
      known.set(name, value);
      filtered = true;
    }
    const before = given.get('before');
    if (slug !== null && before !== null && /^\d{1,9}$/.test(before)) known.set('before', before);
  }
  return { path, slug, query: known.toString(), filtered };
}
