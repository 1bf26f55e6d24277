import type { LiveComments } from '@forhoering/shared/contracts/collecting.contract.js';
import type { Fault } from '@forhoering/shared/contracts/delivery.contract.js';
import type { PostChannel } from '@forhoering/shared/publishing/post-channels.js';
import type { Dedupe } from '../delivery.rules.js';

/** What came of asking a network. The kinds are what the delivery machine decides by, never the words. */
export type Outcome<T> =
  | { kind: 'ok'; value: T }
  /** Nothing has happened there: it may be tried again. */
  | { kind: 'notSent'; fault: Fault; retryAt?: Date }
  /** Something may have happened there. */
  | { kind: 'unknown'; fault: Fault }
  /** It will be refused every time. */
  | { kind: 'rejected'; fault: Fault }
  /** The way in is closed: a person signs in again. */
  | { kind: 'reauth'; fault: Fault };

/** What was found when it was looked for. */
export type Looked =
  | { kind: 'published'; published: Published }
  /** `anew`: what was prepared cannot be used any more. */
  | { kind: 'absent'; anew?: true }
  | { kind: 'later'; fault: Fault; retryAt?: Date }
  | { kind: 'reauth'; fault: Fault }
  | { kind: 'cannotTell'; fault: Fault };

export interface Published {
  /** The network's own name of the post. */
  externalId: string;
  permalink: string | null;
}

/** JPEG and its description. */
export interface ContentPicture {
  sha256: string;
  altText: string;
}
/** What goes out. Everything in it is fixed when it is ordered, unless it says that it is not. */
export interface DeliveryContent {
  text: string;
  language: 'da' | 'en';
  /** The tracked link in the text; null: none. */
  link: string | null;
  /** What a preview of the link says where the network does not look for itself. */
  title: string;
  description: string;
  picture: ContentPicture | null;
  /** Picture of the link’s preview, where the network does not fetch one itself. */
  card: string | null;
  /** The same picture where anybody may fetch it, for networks that want an address. */
  pictureUrl: string | null;
  /** What it tells of is not published yet: its customer settles it when its time has come. */
  unsettled?: true;
}
/** The post or comment that is answered, as the network names it; root and parent may be the same. */
export interface ReplyTarget {
  externalId: string;
  rootId: string;
}

/** What a connector needs to know of one delivery. */
export interface Parcel {
  /** Unique for ever: the network's own key is made of it. */
  id: string;
  /** When it was ordered; fixed, so that a key made of it is too. */
  orderedAt: Date;
  content: DeliveryContent;
  replyTo: ReplyTarget | null;
}

export type Credentials = Record<string, string>;
/** An account while it is used. */
export interface ChannelSession {
  server: string;
  remoteId: string;
  handle: string;
  credentials: Credentials;
  /**
   * Makes the way in fresh, once for everybody who asks at the same time.
   * @param renew asks the network; gets what is stored now
   */
  renew(renew: (now: Credentials) => Promise<Outcome<Credentials>>): Promise<Outcome<Credentials>>;
  picture(sha256: string): Promise<Buffer>;
}

export interface Connected {
  server: string;
  remoteId: string;
  handle: string;
  name: string;
  address: string | null;
  credentials: Credentials;
  expiresAt: Date | null;
}

/** What `prepare` made, as it is stored. */
export type Prepared = Record<string, unknown>;

/** Another signed-in person's comment or our own, as the network has it. */
export interface RemoteComment {
  externalId: string;
  parentId: string;
  /** The network's id of who wrote it. */
  authorId: string;
  authorName: string;
  text: string;
  permalink: string | null;
  at: Date;
  ours: boolean;
}
export interface PostNumbers {
  reactions: number | null;
  comments: number | null;
  shares: number | null;
  shown: number | null;
}
export interface RemoteThread {
  /** All that could be seen. */
  comments: RemoteComment[];
  numbers: PostNumbers;
  /** False: it was cut short, so what is missing says nothing. */
  whole: boolean;
}

/** Something said to the profile that lies below none of the posts that are read anyway. */
export interface RemoteEnquiry extends RemoteComment {
  /** The post at the top; its own id where it stands alone. */
  rootId: string;
  /** Said to the profile by name or on its wall, not just below something of its own. */
  addressed: boolean;
}
export interface EnquiryAsk {
  since: Date;
  /** Posts of ours that are read by themselves. */
  readAnyway: ReadonlySet<string>;
  /** Of comments that are known already: the post at the top. */
  roots: ReadonlyMap<string, string>;
}
/** A post of ours at the top, as it was met; it may be one that a person has put up by hand. */
export interface RemoteOwnPost {
  externalId: string;
  text: string;
  permalink: string | null;
}
export interface RemoteEnquiries {
  comments: RemoteEnquiry[];
  /** Posts of ours that were looked below, where addresses do not tell which is which. */
  own: RemoteOwnPost[];
  /** False: it was cut short, so what is missing says nothing. */
  whole: boolean;
}

export interface ReadConnector {
  /** What has been written below a post of ours. */
  pull(session: ChannelSession, externalId: string): Promise<Outcome<RemoteThread>>;
  /** Whether a comment that is missing from the thread still stands. */
  stands(session: ChannelSession, externalId: string): Promise<Outcome<boolean>>;
  /**
   * What people say to the profile outside of the posts in `readAnyway`, from `since` on: they name it, write on its wall, or below
   * something else of its own. Absent: the network does not tell.
   */
  enquiries?(session: ChannelSession, ask: EnquiryAsk): Promise<Outcome<RemoteEnquiries>>;
}

/** Something happened below a post, or elsewhere around a profile. */
export interface WebhookHint {
  profileId: string;
  postId: string | null;
}

/** A network that tells when something happens. */
export interface WebhookConnector {
  /** The answer to the network's question whether the address is ours; null: it is not the network that asks. */
  challenge(query: Record<string, unknown>): string | null;
  /** Where something happened; null: the signature does not hold. */
  hints(raw: Buffer, headers: Record<string, unknown>): WebhookHint[] | null;
  /** Has the network tell about this profile; harmless when it does already. Null: nothing is set up for it here. */
  subscribe?(session: ChannelSession): Promise<Outcome<true> | null>;
  unsubscribe?(session: ChannelSession): Promise<Outcome<true> | null>;
}

/** One network. `prepare` and looking may be repeated freely; `commit` is one request that may publish, without any retry inside. */
export interface Connector {
  readonly channel: PostChannel;
  readonly dedupe: Dedupe;
  /** For answers, where they go another way than posts. */
  readonly answerDedupe?: Dedupe;
  /** The usual server; null: there are many. */
  readonly home: string | null;
  /** With name and an app's password; absent where people sign in at the network. */
  connect?(server: string, identifier: string, secret: string): Promise<Outcome<Connected>>;
  signIn?: SignInConnector;
  /** The municipality's app that has to be registered with the network first, by its name in the configuration. */
  readonly needsApp?: string;
  /** Who we are, asked of the network. */
  check(session: ChannelSession): Promise<Outcome<Pick<Connected, 'handle' | 'name' | 'address'>>>;
  prepare(session: ChannelSession, parcel: Parcel): Promise<Outcome<Prepared>>;
  commit(session: ChannelSession, parcel: Parcel, prepared: Prepared): Promise<Outcome<Published>>;
  /** Looks for what may have gone out at or after `since`. */
  look(session: ChannelSession, parcel: Parcel, prepared: Prepared, since: Date): Promise<Looked>;
  /** What the network calls a post of the profile, read off the address that a person has copied; null: not the profile's, or not to be told. */
  idOf?(account: { server: string; remoteId: string; handle: string }, permalink: string): string | null;
  /** Takes a post or answer of ours away again. */
  remove?(session: ChannelSession, externalId: string): Promise<Outcome<true>>;
  readonly read: ReadConnector | null;
  /** By what its numbers are counted: the interface and its version. */
  readonly countedAs: string;
  /** How many follow the profile; null: it is not told. */
  followers?(session: ChannelSession): Promise<Outcome<number | null>>;
  /** What may be looked at and not kept: whoever calls shows it and lets go of it. */
  live?(session: ChannelSession, externalId: string): Promise<Outcome<Pick<LiveComments, 'items' | 'more'>>>;
  readonly webhook?: WebhookConnector;
  /** When the network ends the version of its API that is spoken here; absent: it has no versions. */
  readonly apiEnds?: Date;
}

/** OAuth with PKCE (RFC 7636). */
export interface SignInConnector {
  /** Registers the app where the network does that on the spot. @returns null: nobody has registered the municipality's app */
  app(server: string, redirectUri: string): Promise<Outcome<{ id: string; secret: string }> | null>;
  url(
    server: string,
    app: { id: string; secret: string },
    ask: { redirectUri: string; state: string; challenge: string },
  ): string;
  complete(
    server: string,
    app: { id: string; secret: string },
    answer: { code: string; redirectUri: string; verifier: string },
  ): Promise<Outcome<Connected[]>>;
}
