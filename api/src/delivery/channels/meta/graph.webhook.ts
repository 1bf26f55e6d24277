import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Config } from '../../../platform/config/config.js';
import type { ChannelHttp } from '../channel-http.js';
import type { ChannelSession, Outcome, WebhookConnector, WebhookHint } from '../connector.rules.js';
import { harmless, listOf, objectOf, outcomeOf, textOf } from '../outcomes.js';
import { Graph, judge } from './graph.js';

/** What is written below the page's posts, and where the page is named. */
const FIELDS = 'feed,mention';
const said = ({ success }: Record<string, unknown>): true | null => (success === true ? true : null);

/** Meta tells that something happened; what, is asked for afterwards. https://developers.facebook.com/docs/graph-api/webhooks/getting-started */
export class GraphWebhook implements WebhookConnector {
  constructor(
    private readonly config: Config,
    private readonly http: ChannelHttp,
  ) {}

  async subscribe(session: ChannelSession): Promise<Outcome<true> | null> {
    if (!this.config.channelHooks.has('facebook')) return null;
    const path = `${session.remoteId}/subscribed_apps`;
    return new Graph(this.http, session).quietly('POST', path, { subscribed_fields: FIELDS }, said);
  }

  async unsubscribe(session: ChannelSession): Promise<Outcome<true> | null> {
    if (!this.config.channelHooks.has('facebook')) return null;
    const path = `${session.remoteId}/subscribed_apps`;
    const reply = await new Graph(this.http, session).send({ method: 'DELETE', path });
    return harmless(outcomeOf(reply, judge, ({ body }) => said(body)));
  }

  challenge(query: Record<string, unknown>): string | null {
    const token = this.config.channelHooks.get('facebook');
    const given = textOf(query['hub.verify_token']) ?? '';
    const known = token !== undefined && query['hub.mode'] === 'subscribe' && same(given, token);
    return known ? textOf(query['hub.challenge']) : null;
  }

  hints(raw: Buffer, headers: Record<string, unknown>): WebhookHint[] | null {
    const app = this.config.channelApps.get('facebook');
    const signature = textOf(headers['x-hub-signature-256']) ?? '';
    if (!app || !same(signature, `sha256=${createHmac('sha256', app.secret).update(raw).digest('hex')}`)) return null;
    return hintsIn(raw);
  }
}

/** A page names the post, an Instagram account the picture; what names us elsewhere has neither. */
function hintsIn(raw: Buffer): WebhookHint[] {
  try {
    const body = objectOf(JSON.parse(raw.toString('utf8')) as unknown);
    return listOf(body['entry']).flatMap((entry) => {
      const profileId = textOf(entry['id']) ?? '';
      return listOf(entry['changes']).map(({ value }) => {
        const what = objectOf(value);
        return { profileId, postId: textOf(what['post_id']) ?? textOf(objectOf(what['media'])['id']) };
      });
    });
  } catch {
    return [];
  }
}

/** In a time that tells nothing about where they differ. */
function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
