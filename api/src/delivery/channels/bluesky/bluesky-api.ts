import type { ChannelAnswer, ChannelHttp, ChannelReply, ChannelRequest } from '../channel-http.js';
import type { ChannelSession, Credentials, Outcome } from '../connector.rules.js';
import { harmless, outcomeOf, textOf, type Judge } from '../outcomes.js';

/** A token that runs out within this time is renewed before it is used. */
const MARGIN_MS = 5 * 60_000;
const EXPIRED = ['ExpiredToken', 'InvalidToken'];

/** An expired token comes as 400 and not as 401; taken-down and deactivated accounts have codes of their own. */
export const judge: Judge = ({ status, body }) => {
  const code = textOf(body['error']) ?? '';
  const detail = `${status} · ${code}`;
  if (EXPIRED.includes(code)) return { kind: 'notSent', fault: { code: 'signed-out', detail }, retryAt: new Date() };
  if (/^Account(Takedown|Deactivated|Suspended)/.test(code))
    return { kind: 'reauth', fault: { code: 'permission', detail } };
  if (status === 413 || code === 'PayloadTooLarge') return { kind: 'rejected', fault: { code: 'picture', detail } };
  if (code === 'RecordNotFound' || code === 'NotFound') return { kind: 'rejected', fault: { code: 'gone', detail } };
  return null;
};

/** When a JSON web token runs out; it is ours, so nobody needs to verify it. @returns epoch ms, 0 when it does not say */
function expiryOf(token: string): number {
  try {
    const { exp } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as { exp?: number };
    return (exp ?? 0) * 1_000;
  } catch {
    return 0;
  }
}

export const tokensOf = ({ body }: ChannelAnswer): Credentials | null => {
  const [accessJwt, refreshJwt] = [textOf(body['accessJwt']), textOf(body['refreshJwt'])];
  return accessJwt && refreshJwt ? { accessJwt, refreshJwt } : null;
};

/** Signed-in requests to the account's own server. */
export class BlueskyApi {
  constructor(
    private readonly http: ChannelHttp,
    private readonly session: ChannelSession,
  ) {}

  /** Renews the way in before it closes: with the refresh token, else with the app's password, which is rationed. */
  async ready(): Promise<Outcome<string>> {
    const { accessJwt = '' } = this.session.credentials;
    if (expiryOf(accessJwt) - MARGIN_MS > Date.now()) return { kind: 'ok', value: accessJwt };
    return this.renewed();
  }

  async renewed(): Promise<Outcome<string>> {
    const outcome = await this.session.renew((now) => this.renewal(now));
    return outcome.kind === 'ok' ? { kind: 'ok', value: outcome.value['accessJwt'] ?? '' } : outcome;
  }

  /** One request with the token as it is. */
  send(token: string, request: ChannelRequest): Promise<ChannelReply> {
    return this.http.ask({ ...request, headers: { authorization: `Bearer ${token}`, ...request.headers } });
  }

  /** A request that changes nothing others see: with a fresh token, and once more when the token was refused after all. */
  async ask<T>(request: ChannelRequest, read: (answer: ChannelAnswer) => T | null): Promise<Outcome<T>> {
    const token = await this.ready();
    if (token.kind !== 'ok') return token;
    const first = harmless(outcomeOf(await this.send(token.value, request), judge, read));
    if (first.kind === 'ok' || first.fault.code !== 'signed-out') return first;
    const again = await this.renewed();
    if (again.kind !== 'ok') return again;
    return harmless(outcomeOf(await this.send(again.value, request), judge, read));
  }

  xrpc(method: string, params: Record<string, string> = {}): string {
    const query = new URLSearchParams(params).toString();
    return `${this.session.server}/xrpc/${method}${query === '' ? '' : `?${query}`}`;
  }

  private async renewal(now: Credentials): Promise<Outcome<Credentials>> {
    const stored = now['accessJwt'] ?? '';
    // Somebody else has renewed it while we waited for our turn.
    if (stored !== this.session.credentials['accessJwt'] && expiryOf(stored) - MARGIN_MS > Date.now())
      return { kind: 'ok', value: now };
    const refreshed = harmless(
      outcomeOf(
        await this.http.ask({
          method: 'POST',
          url: this.xrpc('com.atproto.server.refreshSession'),
          headers: { authorization: `Bearer ${now['refreshJwt'] ?? ''}` },
        }),
        judge,
        tokensOf,
      ),
    );
    if (refreshed.kind === 'ok') return { kind: 'ok', value: { ...now, ...refreshed.value } };
    if (refreshed.fault.code !== 'signed-out') return refreshed;
    const signedIn = harmless(
      outcomeOf(
        await this.http.ask({
          method: 'POST',
          url: this.xrpc('com.atproto.server.createSession'),
          body: { identifier: this.session.remoteId, password: now['password'] ?? '' },
        }),
        judge,
        tokensOf,
      ),
    );
    return signedIn.kind === 'ok' ? { kind: 'ok', value: { ...now, ...signedIn.value } } : signedIn;
  }
}
