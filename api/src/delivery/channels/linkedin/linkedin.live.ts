import type { LiveComment, LiveComments, LiveReply } from '@forhoering/shared/contracts/collecting.contract.js';
import type { ChannelHttp } from '../channel-http.js';
import type { ChannelSession, Outcome } from '../connector.rules.js';
import { countOf, listOf, objectOf, textOf } from '../outcomes.js';
import { LinkedInApi } from './linkedin-api.js';

const SHOWN = 50;
/** Comments whose replies are fetched in one look. */
const WITH_REPLIES = 20;

interface Found extends LiveReply {
  urn: string | null;
  below: number;
}

/**
 * Members' words below a post, for somebody who looks at them now. They may not be kept, so nothing here remembers anything. Names need a
 * permission for members' profiles that a municipality does not get.
 * https://learn.microsoft.com/linkedin/marketing/community-management/shares/comments-api
 */
export async function liveComments(
  http: ChannelHttp,
  session: ChannelSession,
  externalId: string,
): Promise<Outcome<Pick<LiveComments, 'items' | 'more'>>> {
  const top = await below(http, session, externalId);
  if (top.kind !== 'ok') return top;
  const items: LiveComment[] = [];
  let asked = 0;
  let more = top.value.length >= SHOWN;
  for (const { urn, below: count, ...comment } of top.value) {
    let replies: LiveReply[] = [];
    if (count > 0 && urn !== null && asked < WITH_REPLIES) {
      asked += 1;
      const found = await below(http, session, urn);
      if (found.kind !== 'ok') return found;
      replies = found.value.map(({ author, text, at, ours }) => ({ author, text, at, ours }));
    }
    more ||= replies.length < count;
    items.push({ ...comment, replies });
  }
  return { kind: 'ok', value: { items, more } };
}

function below(http: ChannelHttp, session: ChannelSession, urn: string): Promise<Outcome<Found[]>> {
  const path = `socialActions/${encodeURIComponent(urn)}/comments?start=0&count=${SHOWN}`;
  return new LinkedInApi(http, session).quietly({ method: 'GET', path }, ({ body }) =>
    listOf(body['elements']).flatMap((one) => commentOf(session, one)),
  );
}

function commentOf(session: ChannelSession, one: Record<string, unknown>): Found[] {
  const time = objectOf(one['created'])['time'];
  const ours = one['actor'] === session.remoteId;
  if (typeof time !== 'number') return [];
  return [
    {
      urn: textOf(one['commentUrn']),
      below: countOf(objectOf(one['commentsSummary'])['aggregatedTotalComments']) ?? 0,
      author: ours ? session.handle : null,
      text: textOf(objectOf(one['message'])['text']) ?? '',
      at: new Date(time).toISOString(),
      ours,
    },
  ];
}
