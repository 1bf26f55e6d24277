/** Routes of the server that lie at the root, beside the pages: what machines look for there. Everything else is under `/api/v1`. */
export const ROOT_PATHS = [
  'health/live',
  'health/ready',
  'f/:slug/delekort.png',
  'feed.atom',
  'feed.json',
  'feed.rss',
  'oembed',
  'robots.txt',
  'sitemap.xml',
] as const;

const PATTERNS = ROOT_PATHS.map((path) => new RegExp(`^/${path.replaceAll('.', '\\.').replace(/:\w+/g, '[^/]+')}$`));

/** True for the path of one of them, filled in (`/f/mejeri/delekort.png`) or as the API document writes it (`/f/{slug}/…`). */
export const isRootPath = (pathname: string): boolean => PATTERNS.some((pattern) => pattern.test(pathname));
