import { describe, expect, it } from '@jest/globals';
import { loadConfig } from '../../platform/config/config.js';
import { BlueskyConnector } from './bluesky/bluesky.connector.js';
import { facetsOf, recordKey } from './bluesky/bluesky-record.rules.js';
import { ChannelHttp } from './channel-http.js';
import { MastodonConnector } from './mastodon/mastodon.connector.js';
import { FacebookConnector } from './meta/facebook.connector.js';
import { plainText } from './mastodon/mastodon-api.js';
import { limited, outcomeOf, redact } from './outcomes.js';
import { isPrivateAddress } from './private-address.js';

describe('addresses that nothing is sent to', () => {
  it.each([
    ['127.0.0.1', true],
    ['10.1.2.3', true],
    ['172.31.255.255', true],
    ['192.168.0.1', true],
    ['169.254.169.254', true],
    ['100.64.0.1', true],
    ['0.0.0.0', true],
    ['224.0.0.1', true],
    ['255.255.255.255', true],
    ['::1', true],
    ['::', true],
    ['fe80::1', true],
    ['fd12::1', true],
    ['::ffff:127.0.0.1', true],
    ['::7f00:1', true],
    ['64:ff9b::7f00:1', true],
    ['2002:7f00:1::', true],
    ['ikke en adresse', true],
    ['1.1.1.1', false],
    ['172.32.0.1', false],
    ['2606:4700::1111', false],
    ['::ffff:1.1.1.1', false],
  ])('%s: %p', (address, hidden) => expect(isPrivateAddress(address)).toBe(hidden));
});

describe('a record of Bluesky', () => {
  it('has a key of thirteen letters that is always the same, sorts by time and differs by delivery', () => {
    const orderedAt = new Date('2026-11-28T08:00:00Z');
    const key = recordKey({ id: 'a', orderedAt });
    expect(key).toMatch(/^[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}$/);
    expect(recordKey({ id: 'a', orderedAt })).toBe(key);
    expect(recordKey({ id: 'b', orderedAt })).not.toBe(key);
    expect(recordKey({ id: 'a', orderedAt: new Date('2026-11-28T08:00:01Z') }) > key).toBe(true);
  });
  it('names links and tags by their bytes', () => {
    const text = 'Æblet på åen 🍏 https://nørreskov.dk/f/x?k=bluesky. #Torvet, ikke #2026 eller a#b';
    const bytes = Buffer.from(text);
    const found = facetsOf(text) as Array<{ index: { byteStart: number; byteEnd: number }; features: object[] }>;
    expect(found.map(({ index }) => bytes.subarray(index.byteStart, index.byteEnd).toString())).toEqual([
      'https://nørreskov.dk/f/x?k=bluesky',
      '#Torvet',
    ]);
    expect(found[1]?.features).toEqual([{ $type: 'app.bsky.richtext.facet#tag', tag: 'Torvet' }]);
  });
});

it('a status of Mastodon is read without its elements', () => {
  const html =
    '<p>Hej &amp; tak &lt;3<br />ny linje</p><p>se <a href="https://a.dk"><span>https://</span>a.dk</a>&#8217;&#x1F34F;</p>';
  expect(plainText(html)).toBe('Hej & tak <3\nny linje\n\nse https://a.dk’🍏');
});

describe('the address of a post that was put up by hand', () => {
  const config = loadConfig({}, '/x');
  const http = new ChannelHttp(config);
  const bluesky = new BlueskyConnector(http, config);
  const facebook = new FacebookConnector(http, config);
  const mastodon = new MastodonConnector(http);
  const us = { server: 'https://skov.example', remoteId: '1000', handle: 'noerreskov' };
  const atproto = { ...us, remoteId: 'did:plc:x', handle: 'noerreskov.dk' };
  it.each([
    ['https://bsky.app/profile/noerreskov.dk/post/3n3ecypvfnjz4', 'at://did:plc:x/app.bsky.feed.post/3n3ecypvfnjz4'],
    ['https://bsky.app/profile/did:plc:x/post/3n3ecypvfnjz4?x=1', 'at://did:plc:x/app.bsky.feed.post/3n3ecypvfnjz4'],
    ['https://bsky.app/profile/andre.dk/post/3n3ecypvfnjz4', null],
    ['https://bsky.app/profile/noerreskov.dk', null],
  ])('%s: %p', (address, id) => expect(bluesky.idOf(atproto, address)).toBe(id));
  it.each([
    ['https://skov.example/@noerreskov/110', '110'],
    ['https://skov.example/@borger/110', null],
    ['https://andet.example/@noerreskov/110', null],
  ])('%s: %p', (address, id) => expect(mastodon.idOf(us, address)).toBe(id));
  it.each([
    ['https://www.facebook.com/noerreskov/posts/234', '1000_234'],
    ['https://www.facebook.com/noerreskov/posts/torvet/234/', '1000_234'],
    ['https://www.facebook.com/permalink.php?story_fbid=234&id=1000', '1000_234'],
    ['https://www.facebook.com/permalink.php?story_fbid=234&id=77', null],
    ['https://www.facebook.com/noerreskov/posts/pfbid02abc', null],
  ])('%s: %p', (address, id) => expect(facebook.idOf(us, address)).toBe(id));
});

describe('what an answer means', () => {
  const judge = () => null;
  const answer = (status: number, headers = {}, body = {}) => ({ status, headers, body });
  const read = (): string => 'ok';
  it.each([
    [200, 'ok'],
    [400, 'rejected'],
    [401, 'reauth'],
    [403, 'rejected'],
    [404, 'rejected'],
    [429, 'notSent'],
    [500, 'unknown'],
    [302, 'rejected'],
  ])('%i is %s', (status, kind) =>
    expect(outcomeOf({ kind: 'answer', answer: answer(status) }, judge, read).kind).toBe(kind),
  );
  it('a lost connection is unknown once bytes have left, and an answer nobody understands is too', () => {
    const fault = { code: 'timeout' } as const;
    expect(outcomeOf({ kind: 'failure', sent: true, fault }, judge, read).kind).toBe('unknown');
    expect(outcomeOf({ kind: 'failure', sent: false, fault }, judge, read).kind).toBe('notSent');
    expect(outcomeOf({ kind: 'answer', answer: answer(200) }, judge, () => null).kind).toBe('unknown');
  });
  it('waits as long as it is told, in any of the ways networks say it', () => {
    const wait = (headers: object): number => {
      const outcome = limited(answer(429, headers));
      return outcome.kind === 'notSent' && outcome.retryAt
        ? Math.round((outcome.retryAt.getTime() - Date.now()) / 1_000)
        : -1;
    };
    const soon = new Date(Date.now() + 90_000);
    expect(wait({ 'retry-after': '30' })).toBe(30);
    expect(wait({ 'ratelimit-reset': String(Math.round(soon.getTime() / 1_000)) })).toBeGreaterThan(85);
    expect(wait({ 'x-ratelimit-reset': soon.toISOString() })).toBeGreaterThan(85);
    expect(wait({ 'retry-after': '99999999' })).toBe(86_400);
    expect(wait({})).toBe(-1);
  });
  it('keeps no token in what is told', () =>
    expect(redact(`Invalid token ${'EAA'.padEnd(80, 'x')} given`)).toBe('Invalid token … given'));
});
