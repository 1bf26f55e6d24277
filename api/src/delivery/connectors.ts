import { Injectable } from '@nestjs/common';
import type { ChannelOffer } from '@forhoering/shared/contracts/delivery.contract.js';
import { POST_CHANNELS, type PostChannel } from '@forhoering/shared/publishing/post-channels.js';
import { Config } from '../platform/config/config.js';
import { BlueskyConnector } from './channels/bluesky/bluesky.connector.js';
import { ChannelHttp } from './channels/channel-http.js';
import type { Connector } from './channels/connector.rules.js';
import { LinkedInConnector } from './channels/linkedin/linkedin.connector.js';
import { MastodonConnector } from './channels/mastodon/mastodon.connector.js';
import { FacebookConnector } from './channels/meta/facebook.connector.js';
import { InstagramConnector } from './channels/meta/instagram.connector.js';
import { ThreadsConnector } from './channels/meta/threads.connector.js';
import { XConnector } from './channels/x/x.connector.js';

/** The networks that the product can speak to. Only this file names them. */
@Injectable()
export class Connectors {
  private readonly all: ReadonlyMap<PostChannel, Connector>;

  constructor(
    http: ChannelHttp,
    private readonly config: Config,
  ) {
    const list: Connector[] = [
      new FacebookConnector(http, config),
      new InstagramConnector(http, config),
      new BlueskyConnector(http, config),
      new MastodonConnector(http),
      new ThreadsConnector(http, config),
      new LinkedInConnector(http, config),
      new XConnector(http, config),
    ];
    this.all = new Map(list.map((connector) => [connector.channel, connector]));
  }

  of(channel: PostChannel): Connector | null {
    return this.all.get(channel) ?? null;
  }

  /** @throws for a channel that nobody could have connected */
  require(channel: PostChannel): Connector {
    const found = this.of(channel);
    if (!found) throw new Error(`no connector for ${channel}`);
    return found;
  }

  /** Whether the network tells what is said to a profile outside of its posts. */
  readsEnquiries(channel: PostChannel): boolean {
    const read = this.of(channel)?.read;
    return read ? 'enquiries' in read : false;
  }

  /** What can be connected here. */
  offers(): ChannelOffer[] {
    return POST_CHANNELS.flatMap((channel): ChannelOffer[] => {
      const connector = this.of(channel);
      if (!connector) return [];
      return [
        {
          channel,
          way: connector.connect ? 'appPassword' : 'signIn',
          server: connector.home,
          ready: connector.needsApp === undefined || this.config.channelApps.has(connector.needsApp),
        },
      ];
    });
  }
}
