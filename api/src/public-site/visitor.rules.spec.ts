import { expect, it } from '@jest/globals';
import { isReader } from './visitor.rules.js';

it.each([
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 [FBAN/FBIOS;FBAV/500.0]',
    true,
  ],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36', true],
  ['Mozilla/5.0 (X11; Linux x86_64) HeadlessChrome/140.0', true],
  ['facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)', false],
  ['meta-externalagent/1.1', false],
  ['Mozilla/5.0 (compatible; Bluesky Cardyb/1.1; +mailto:support@bsky.app)', false],
  ['Mastodon/4.4.0 (http.rb/5.2.0; +https://mastodon.social/)', false],
  ['http.rb/5.1.1 (Mastodon/4.2.0; +https://a.dk/) Bot', false],
  ['LinkedInBot/1.0 (compatible; Mozilla/5.0)', false],
  ['Twitterbot/1.0', false],
  ['Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)', false],
  ['curl/8.5.0', false],
  ['node', false],
  ['', false],
])('%s reads: %p', (agent, reads) => expect(isReader('GET', { 'user-agent': agent })).toBe(reads));

it('does not count a look ahead, or a question about the head only', () => {
  const agent = { 'user-agent': 'Mozilla/5.0 Firefox/140' };
  expect(isReader('GET', agent)).toBe(true);
  expect(isReader('HEAD', agent)).toBe(false);
  expect(isReader('GET', { ...agent, purpose: 'prefetch' })).toBe(false);
  expect(isReader('GET', { ...agent, 'sec-purpose': 'prefetch;prerender' })).toBe(false);
});
