import path from 'node:path';
import { POST_CHANNELS } from '@forhoering/shared/publishing/post-channels.js';
import { v7 as uuidv7 } from 'uuid';
import { ChannelHttp, type ChannelReply, type ChannelRequest } from './delivery/channels/channel-http.js';
import type { ChannelSession, Connector, Credentials, Outcome, Parcel } from './delivery/channels/connector.rules.js';
import { Connectors } from './delivery/connectors.js';
import { loadConfig } from './platform/config/config.js';

const say = (line: string): boolean => process.stdout.write(`${line}\n`);

/**
 * `npm run conformance -- <channel>`: run by a person with a test profile on the real network. It posts, looks for what it posted, answers
 * below it, reads both, and removes them where it can; every answer of the network is printed as a shape, without its contents.
 * How to give it a way in: docs/how-to/connect-a-channel.md.
 */
class Witness extends ChannelHttp {
  override async ask(request: ChannelRequest): Promise<ChannelReply> {
    const reply = await super.ask(request);
    const { pathname, host } = new URL(request.url);
    const said =
      reply.kind === 'answer'
        ? `${reply.answer.status} ${JSON.stringify(shapeOf(reply.answer.body, 0))}`
        : JSON.stringify(reply);
    say(`    ${request.method} ${host}${pathname}\n      ${said}`);
    return reply;
  }
}

/** Names and kinds of what came, and of lists the first. */
function shapeOf(value: unknown, depth: number): unknown {
  if (Array.isArray(value)) return value.length === 0 ? [] : [shapeOf(value[0], depth + 1), `× ${value.length}`];
  if (typeof value !== 'object' || value === null) return value === null ? null : typeof value;
  if (depth > 4) return '…';
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shapeOf(inner, depth + 1)]));
}

const env = (name: string): string => process.env[`CONFORMANCE_${name}`] ?? '';

async function sessionFor(connector: Connector): Promise<ChannelSession> {
  const server = env('SERVER') || (connector.home ?? '');
  const open = (remoteId: string, handle: string, credentials: Credentials): ChannelSession => {
    const session: ChannelSession = {
      server,
      remoteId,
      handle,
      credentials,
      renew: async (renew) => {
        const outcome = await renew(session.credentials);
        if (outcome.kind === 'ok') session.credentials = outcome.value;
        return outcome;
      },
      picture: () => Promise.reject(new Error('no picture is sent here')),
    };
    return session;
  };
  if (!connector.connect) return open(env('ID'), env('NAME'), { token: env('TOKEN') });
  const { remoteId, handle, credentials } = required(
    await connector.connect(server, env('NAME'), env('SECRET')),
    'connect',
  );
  return open(remoteId, handle, credentials);
}

/** @throws with what the network said */
function required<T>(outcome: Outcome<T>, step: string): T {
  if (outcome.kind === 'ok') return outcome.value;
  throw new Error(`${step}: ${JSON.stringify(outcome)}`);
}

const parcelOf = (text: string, replyTo: Parcel['replyTo']): Parcel => ({
  id: uuidv7(),
  orderedAt: new Date(),
  replyTo,
  content: {
    text,
    language: 'da',
    link: null,
    title: '',
    description: '',
    picture: null,
    card: null,
    pictureUrl: null,
  },
});

async function publish(connector: Connector, session: ChannelSession, parcel: Parcel): Promise<string> {
  const prepared = required(await connector.prepare(session, parcel), 'prepare');
  const { externalId, permalink } = required(await connector.commit(session, parcel, prepared), 'commit');
  say(`    → ${externalId} ${permalink ?? '(no address)'}`);
  const looked = await connector.look(session, parcel, prepared, parcel.orderedAt);
  if (looked.kind !== 'published') say(`    ! it was published and is not found: ${JSON.stringify(looked)}`);
  return externalId;
}

async function main(): Promise<void> {
  const wanted = process.argv[2];
  const config = loadConfig(process.env, path.resolve(import.meta.dirname, '../..'));
  const connectors = new Connectors(new Witness(config), config);
  const channel = POST_CHANNELS.find((one) => one === wanted);
  const connector = channel && connectors.of(channel);
  if (!connector)
    throw new Error(
      `There is: ${connectors
        .offers()
        .map((offer) => offer.channel)
        .join(', ')}.`,
    );
  say(`${connector.channel}, ${new Date().toISOString()}\n  connect`);
  const session = await sessionFor(connector);
  say('  who we are');
  required(await connector.check(session), 'check');
  say('  post');
  const made: string[] = [];
  const root = await publish(connector, session, parcelOf(`Prøve, slettes igen (${Date.now().toString(36)})`, null));
  made.push(root);
  if (connector.read) {
    say('  answer below it');
    made.push(await publish(connector, session, parcelOf('Svar, slettes igen', { externalId: root, rootId: root })));
    say('  read');
    const thread = required(await connector.read.pull(session, root), 'read');
    say(
      `    → ${thread.comments.length} below it, ${thread.comments.filter(({ ours }) => ours).length} ours, numbers ${JSON.stringify(thread.numbers)}`,
    );
  }
  say('  remove');
  for (const id of made.toReversed()) {
    if (connector.remove) required(await connector.remove(session, id), 'remove');
    else say(`    ! remove it yourself: ${id}`);
  }
  say('\ndone: every step was answered as the product expects');
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
