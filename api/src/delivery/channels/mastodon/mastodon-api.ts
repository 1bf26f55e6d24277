import type { ChannelRequest } from '../channel-http.js';
import type { ChannelSession, Connected } from '../connector.rules.js';
import { detailOf, textOf, type Judge } from '../outcomes.js';

/** 422 is a word about the post, 404 about something that is gone; both stay as they are. */
export const judge: Judge = (answer) => {
  const { status } = answer;
  if (status === 422) {
    const { detail } = detailOf(answer);
    if (/character limit/i.test(detail)) return { kind: 'rejected', fault: { code: 'too-long', detail } };
    if (/file|media/i.test(detail)) return { kind: 'rejected', fault: { code: 'picture', detail } };
    return { kind: 'rejected', fault: { code: 'refused', detail } };
  }
  return null;
};

export const signed = (
  { server, credentials }: ChannelSession,
  { path, headers, ...rest }: Omit<ChannelRequest, 'url'> & { path: string },
): ChannelRequest => ({
  ...rest,
  url: `${server}${path}`,
  headers: { authorization: `Bearer ${credentials['token'] ?? ''}`, ...headers },
});

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** Statuses come as HTML with few elements: paragraphs and breaks become lines, the rest goes. */
export function plainText(html: string): string {
  return html
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<\/p>\s*<p[^>]*>/gi, '\n\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#(\d+)|#x([0-9a-f]+)|([a-z]+));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
      if (name) return ENTITIES[name.toLowerCase()] ?? whole;
      const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16);
      return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole;
    })
    .trim();
}

export function profileOf(
  body: Record<string, unknown>,
): (Pick<Connected, 'handle' | 'name' | 'address'> & { id: string }) | null {
  const [id, acct] = [textOf(body['id']), textOf(body['acct'])];
  if (!id || !acct) return null;
  return { id, handle: acct, name: textOf(body['display_name']) || acct, address: textOf(body['url']) };
}
