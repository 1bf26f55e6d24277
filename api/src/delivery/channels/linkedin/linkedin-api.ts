import type { ChannelAnswer, ChannelHttp, ChannelReply, ChannelRequest } from '../channel-http.js';
import type { ChannelSession, Credentials, Outcome } from '../connector.rules.js';
import { harmless, outcomeOf, textOf, type Judge } from '../outcomes.js';

/** A version of the API is a month, and lives about a year. This one could not be tried against the network. */
export const LINKEDIN_VERSION = '202606';
export const LINKEDIN_VERSION_ENDS = new Date('2027-06-01T00:00:00Z');
export const LINKEDIN_API = 'https://api.linkedin.com';
export const LINKEDIN_DOOR = 'https://www.linkedin.com';
const RENEW_BEFORE_MS = 10 * 86_400_000;

/** The same words within a while are refused, which says that they may be there. */
export const judge: Judge = ({ status, body }) => {
  const said = textOf(body['message']) ?? '';
  const detail = `${status} · ${said}`.slice(0, 300);
  if (status === 422 && /duplicate/i.test(`${String(body['code'])} ${said}`))
    return { kind: 'unknown', fault: { code: 'duplicate', detail } };
  if (status === 426) return { kind: 'rejected', fault: { code: 'refused', detail } };
  return null;
};

/** Signs that mean something in LinkedIn's texts stand for themselves after a backslash. */
export const littleText = (text: string): string => text.replace(/[\\<>#~_|[\]*(){}@]/g, (sign) => `\\${sign}`);

/** Where signing in happens; a server of one's own does both. */
export const doorOf = (server: string): string => (server === LINKEDIN_API ? LINKEDIN_DOOR : server);

/** What a token's answer holds. */
export function credentialsOf(body: Record<string, unknown>): Credentials | null {
  const token = textOf(body['access_token']);
  const seconds = typeof body['expires_in'] === 'number' ? body['expires_in'] : 60 * 86_400;
  if (!token) return null;
  const expiresAt = new Date(Date.now() + seconds * 1_000).toISOString();
  return { token, refreshToken: textOf(body['refresh_token']) ?? '', expiresAt };
}

/** Requests in the name of an organisation. */
export class LinkedInApi {
  constructor(
    private readonly http: ChannelHttp,
    private readonly session: Pick<ChannelSession, 'server' | 'credentials'>,
  ) {}

  send({ path, headers, ...rest }: Omit<ChannelRequest, 'url'> & { path: string }): Promise<ChannelReply> {
    return this.http.ask({
      ...rest,
      url: path.startsWith('http') ? path : `${this.session.server}/rest/${path}`,
      headers: {
        authorization: `Bearer ${this.session.credentials['token'] ?? ''}`,
        'linkedin-version': LINKEDIN_VERSION,
        'x-restli-protocol-version': '2.0.0',
        ...headers,
      },
    });
  }

  /** A read, or a write that nobody sees. */
  async quietly<T>(
    request: Omit<ChannelRequest, 'url'> & { path: string },
    read: (answer: ChannelAnswer) => T | null,
  ): Promise<Outcome<T>> {
    return harmless(outcomeOf(await this.send(request), judge, read));
  }
}

/** Tokens live sixty days; the refresh token a year, and no longer by being used. */
export const needsRenewal = ({ expiresAt, refreshToken }: Credentials): boolean =>
  expiresAt !== undefined && (refreshToken ?? '') !== '' && Date.parse(expiresAt) - Date.now() < RENEW_BEFORE_MS;
