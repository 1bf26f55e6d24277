import type { Handle, HandleFetch } from '@sveltejs/kit/hooks';

export const handle: Handle = async ({ event, resolve }) => {
  event.locals.language = event.url.searchParams.get('lang') === 'en' ? 'en' : 'da';
  const response = await resolve(event, {
    transformPageChunk: ({ html }) => titled(html.replace('%lang%', event.locals.language)),
  });
  response.headers.set('x-content-type-options', 'nosniff');
  frame(response.headers, event.route.id);
  if (!response.headers.has('referrer-policy')) response.headers.set('referrer-policy', 'same-origin');
  if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'no-store');
  return response;
};

/** The box that other sites show may stand in any frame, the editor's own preview in ours; nothing else in any. */
const FRAMED: Record<string, { policy: string; options: string | null }> = {
  '/(embed)/f/[slug]/indlejr': { policy: '*', options: null },
  '/(draft)/forudse/[id]': { policy: "'self'", options: 'SAMEORIGIN' },
};

function frame(headers: Headers, route: string | null): void {
  const framed = FRAMED[route ?? ''];
  const options = framed === undefined ? 'DENY' : framed.options;
  if (options !== null) headers.set('x-frame-options', options);
  const policy = headers.get('content-security-policy');
  if (framed && policy)
    headers.set(
      'content-security-policy',
      policy.replace("frame-ancestors 'none'", `frame-ancestors ${framed.policy}`),
    );
}

/** Staff pages are drawn in the browser; until then their page must have a name too. */
const titled = (html: string): string =>
  html.includes('<title>') ? html : html.replace('</head>', '<title>Forhøring</title></head>');

/** Pages call the API's own routes; on the server that never leaves the process. */
export const handleFetch: HandleFetch = async ({ event, request, fetch }) => {
  const url = new URL(request.url);
  if (!globalThis.__forhoering || !url.pathname.startsWith('/api/')) return fetch(request);
  for (const name of ['cookie', 'user-agent']) {
    const value = event.request.headers.get(name);
    if (value !== null) request.headers.set(name, value);
  }
  request.headers.set('accept-language', event.locals.language);
  return globalThis.__forhoering.inject(request, event.getClientAddress());
};
