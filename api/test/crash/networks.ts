import { BlueskyServer, type BlueskyUser } from '../../../e2e/doubles/bluesky-server.ts';
import { GraphDouble } from '../../../e2e/doubles/graph.ts';
import { MastodonDouble } from '../../../e2e/doubles/mastodon.ts';

/** A network that can be counted on: how many of our posts it holds, by their text. */
export interface Counted {
  channel: 'bluesky' | 'mastodon' | 'facebook' | 'instagram';
  /** For CHANNEL_SERVERS. */
  server: string;
  account: { server: string; remoteId: string; handle: string; credentials: Record<string, string> };
  texts(): Promise<string[]>;
  stop(): Promise<void>;
}

/** The real thing. @param user nobody yet: joins */
export async function bluesky(): Promise<Counted> {
  const server = await new BlueskyServer().start();
  const us: BlueskyUser = await server.join('noerreskov');
  return {
    channel: 'bluesky',
    server: server.url,
    account: {
      server: server.url,
      remoteId: us.did,
      handle: us.handle,
      credentials: { accessJwt: us.accessJwt, refreshJwt: us.refreshJwt, password: us.password },
    },
    texts: async () => (await server.records(us)).map(({ value }) => String(value['text'])),
    stop: () => server.stop(),
  };
}

/** A stand-in. Answers take a moment, so that a death falls into it. */
export async function mastodon(): Promise<Counted> {
  const double = await new MastodonDouble().start();
  double.delayMs = 20;
  return {
    channel: 'mastodon',
    server: double.url,
    account: { server: double.url, remoteId: double.us.id, handle: 'noerreskov', credentials: { token: double.token } },
    texts: () => Promise.resolve(double.ours.map(({ content }) => content.replace(/<[^>]*>/g, ''))),
    stop: () => double.stop(),
  };
}

/** A stand-in for two: the page knows no key at all, and a container tells what became of it. */
export async function graph(channel: 'facebook' | 'instagram'): Promise<Counted> {
  const double = await new GraphDouble().start();
  double.delayMs = 20;
  double.quota.total = 100_000;
  const { id } = channel === 'facebook' ? double.page : double.instagram;
  return {
    channel,
    server: double.url,
    account: { server: double.url, remoteId: id, handle: 'noerreskov', credentials: { token: double.token } },
    texts: () =>
      Promise.resolve(
        channel === 'facebook' ? double.ours.map(({ message }) => message) : double.media.map(({ caption }) => caption),
      ),
    stop: () => double.stop(),
  };
}
