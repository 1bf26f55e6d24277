import type { IncomingHttpHeaders } from 'node:http';

/**
 * Names that programs give themselves: search engines, and the networks' own fetchers, which come for the preview as soon as a post is
 * out. Those that name themselves as a browser are not known from people.
 */
const PROGRAMS =
  /bot\b|bot\/|crawl|spider|slurp|preview|facebookexternalhit|facebookcatalog|meta-external|embedly|whatsapp|telegram|skypeuri|cardyb|mastodon|pleroma|akkoma|misskey|friendica|iframely|^(curl|wget|node|python|go-http|java|okhttp|axios|undici|ruby|php|libwww|http\.rb)/i;

/** Whether somebody reads the page: no program, no look ahead by a browser. Nothing of it is kept. */
export function isReader(method: string | undefined, headers: IncomingHttpHeaders): boolean {
  const agent = headers['user-agent'] ?? '';
  const ahead = /prefetch|prerender/i.test(
    `${String(headers['purpose'] ?? '')} ${String(headers['sec-purpose'] ?? '')}`,
  );
  return method === 'GET' && agent !== '' && !ahead && !PROGRAMS.test(agent);
}
