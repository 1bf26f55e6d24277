import { describe, expect, it } from '@jest/globals';
import { countPost, fitsPost } from './count-post.rules.js';
import { POST_CHANNELS, withLink, type PostChannel } from './post-channels.js';
import { isOneChannelOnly, permalinkOf, postIssues } from './post-issues.rules.js';
import { plannedTimes, proposedPost, proposedStory, storyFromPressRelease, STORY_PHASES } from './story.rules.js';

const LINK = 'https://forhoering.noerreskov.example/k/abc123?k=bluesky';
const FAMILY = '👨‍👩‍👧‍👦';

describe('how long a post is', () => {
  it.each<[PostChannel, string, number]>([
    ['facebook', 'Åen løber over', 14],
    ['facebook', FAMILY, 7],
    ['bluesky', FAMILY, 1],
    ['bluesky', 'e\u0301t', 2],
    ['threads', 'Hej 👍', 8],
    ['threads', 'æøå', 3],
    ['x', 'æøå ÆØÅ', 7],
    ['x', FAMILY, 2],
    ['x', '🇩🇰', 2],
    ['x', '–“”’…', 4 + 2],
    ['x', '漢字', 4],
    ['x', 'e\u0301', 1],
    ['x', `Se ${LINK}`, 26],
    ['x', `Se ${LINK}.`, 27],
    ['mastodon', `Se (${LINK}), og ${LINK}`, 3 + 1 + 23 + 6 + 23],
    ['bluesky', `Se ${LINK}`, 3 + LINK.length],
    ['linkedin', '', 0],
  ])('%s counts %j as %d', (channel, text, count) => {
    expect(countPost(channel, text)).toBe(count);
  });

  it('is at most what the channel takes, in signs and in bytes', () => {
    expect(fitsPost('bluesky', 'a'.repeat(300))).toBe(true);
    expect(fitsPost('bluesky', 'a'.repeat(301))).toBe(false);
    // 299 families are 299 signs and far more than 3,000 bytes.
    expect(fitsPost('bluesky', FAMILY.repeat(299))).toBe(false);
    expect(fitsPost('x', 'å'.repeat(280))).toBe(true);
    expect(fitsPost('x', '漢'.repeat(141))).toBe(false);
    expect(fitsPost('instagram', 'a'.repeat(2_201))).toBe(false);
  });
});

describe('what is wrong with a post', () => {
  const codes = (channel: PostChannel, text: string, more: object = {}): string[] =>
    postIssues(channel, { text, link: LINK, hasPicture: true, altText: 'Et tårn', ...more }).map(
      ({ level, code }) => `${level} ${code}`,
    );
  it('is what the channel would refuse', () => {
    expect(codes('facebook', '  ')).toEqual(['stops post-empty']);
    expect(codes('facebook', 'Skriv: {link}')).toEqual([]);
    expect(codes('instagram', 'Skriv. Link i profilen', { hasPicture: false })).toEqual(['stops post-needs-picture']);
    expect(codes('x', `${'a'.repeat(290)} {link}`)).toEqual(['stops post-too-long']);
    expect(
      postIssues('x', { text: `${'a'.repeat(290)} {link}`, link: LINK, hasPicture: false, altText: '' })[0],
    ).toEqual({
      level: 'stops',
      code: 'post-too-long',
      over: 34,
    });
    expect(codes('facebook', '{link}', { altText: 'x'.repeat(1_001) })).toEqual(['stops post-alt-too-long']);
  });
  it('is what somebody would regret', () => {
    expect(codes('facebook', 'Skriv til os')).toEqual(['doubt post-without-link']);
    expect(codes('instagram', 'Skriv: {link}')).toEqual(['doubt post-link-is-dead']);
    expect(codes('facebook', '{link}', { altText: ' ' })).toEqual(['doubt post-without-alt']);
    expect(isOneChannelOnly(['facebook'])).toBe(true);
    expect(isOneChannelOnly([])).toBe(false);
    expect(isOneChannelOnly(['facebook', 'x'])).toBe(false);
  });
  it.each<[PostChannel, string, boolean]>([
    ['facebook', 'https://www.facebook.com/noerreskov/posts/123', true],
    ['facebook', 'facebook.com/noerreskov/posts/123', true],
    ['facebook', 'https://facebook.com.evil.example/x', false],
    ['facebook', 'https://notfacebook.com/x', false],
    ['facebook', 'https://facebook.com/', false],
    ['facebook', 'https://user:pass@facebook.com/x', false],
    ['bluesky', 'https://bsky.app/profile/noerreskov.dk/post/3l', true],
    ['mastodon', 'https://social.noerreskov.dk/@kommunen/1', true],
    ['mastodon', 'https://localhost/@kommunen/1', false],
    ['x', 'javascript:alert(1)', false],
    ['x', 'data:text/html,x', false],
    ['x', 'ikke en adresse', false],
    ['x', '', false],
  ])('%s: %s can be a post: %s', (channel, address, can) => {
    expect(permalinkOf(channel, address) !== null).toBe(can);
  });
});

const FACTS = {
  title: 'Hvad skal der ske på Mejerigrunden?',
  teaser: 'Det gamle mejeri har stået tomt siden 2019. Nu skal vi lave en plan.',
  question: 'Hvad må der ikke ske?',
  deadline: 'søndag 29. marts 2026 kl. 23.59',
  comments: 148,
};

describe('words to begin with', () => {
  it.each(STORY_PHASES)('%s: there is a headline, and every channel gets a post that it would take', (phase) => {
    const story = proposedStory(phase, FACTS);
    expect(story.headline).toContain('Mejerigrunden');
    for (const channel of POST_CHANNELS) {
      const post = proposedPost(channel, story, LINK);
      expect(post.startsWith(story.headline)).toBe(true);
      expect(
        postIssues(channel, { text: post, link: LINK, hasPicture: true, altText: 'Et tårn' }).filter(
          ({ level }) => level === 'stops',
        ),
      ).toEqual([]);
      expect(post.includes('{link}')).toBe(channel !== 'instagram');
    }
  });
  it('say one comment and none as people do', () => {
    expect(proposedStory('halfway', { ...FACTS, comments: 1 }).text).toContain('Én har skrevet til os.');
    expect(proposedStory('lastDays', { ...FACTS, comments: 0 }).text).not.toContain('har skrevet');
    expect(proposedStory('closed', { ...FACTS, comments: 1 }).text).toContain('Ét bidrag kom ind.');
  });
  it('are cut at whole sentences where a channel is short, and the headline only when nothing else is left', () => {
    const story = {
      headline: 'Kort overskrift',
      text: `${'Den første sætning er her. '.repeat(30)}\n\nOg et afsnit til.`,
    };
    const post = proposedPost('x', story, LINK);
    expect(fitsPost('x', withLink(post, LINK))).toBe(true);
    expect(post).toMatch(/her\.\n\n\{link\}$/);
    const long = proposedPost('bluesky', { headline: 'ord '.repeat(200).trim(), text: '' }, LINK);
    expect(fitsPost('bluesky', withLink(long, LINK))).toBe(true);
    expect(long).toMatch(/ …\n\n\{link\}$/);
    expect(proposedPost('x', { headline: '', text: '' }, LINK)).toBe('{link}');
    // However long the address is, it ends.
    expect(proposedPost('bluesky', { headline: 'Hej', text: '' }, `https://x.example/${'a'.repeat(4_000)}`)).toBe(
      '{link}',
    );
  });
});

describe('a pasted press release', () => {
  it('gives headline, lead and first paragraphs, without what speaks to journalists', () => {
    const story = storyFromPressRelease(
      'PRESSEMEDDELELSE\n\n12. marts 2026\n\nKommunen spørger borgerne om mejeriet\n\nByrådet vil høre, hvad borgerne\nved, før planen tegnes.\n\nDet gamle mejeri har stået tomt siden 2019.\n\nYderligere oplysninger: ring til Plan og Byg\n\nMere',
    );
    expect(story).toEqual({
      headline: 'Kommunen spørger borgerne om mejeriet',
      text: 'Byrådet vil høre, hvad borgerne ved, før planen tegnes.\n\nDet gamle mejeri har stået tomt siden 2019.',
    });
  });
  it('bears Windows line ends, one block, and nothing at all', () => {
    expect(storyFromPressRelease('Overskrift\r\n\r\nBrødtekst.')).toEqual({
      headline: 'Overskrift',
      text: 'Brødtekst.',
    });
    expect(storyFromPressRelease('Overskrift\nFørste afsnit.\nAndet afsnit.')?.text).toBe(
      'Første afsnit.\n\nAndet afsnit.',
    );
    expect(storyFromPressRelease('Kun en linje')).toEqual({ headline: 'Kun en linje', text: '' });
    expect(storyFromPressRelease(' \n\n ')).toBeNull();
    const long = storyFromPressRelease(`${'ord '.repeat(80)}\n\n${'Afsnit. '.repeat(400)}`);
    expect([...(long?.headline ?? '')].length).toBeLessThanOrEqual(122);
    expect(long?.text).toBe('');
  });
});

describe('the usual plan', () => {
  it('has the opening, the middle, three days before the last day, and the day after', () => {
    expect(plannedTimes('2026-03-02T07:00:00Z', '2026-03-29T22:00:00Z')).toEqual({
      opening: '2026-03-02T09:00',
      halfway: '2026-03-15T07:30',
      lastDays: '2026-03-26T07:30',
      closed: '2026-03-30T09:00',
    });
  });
  it('holds for a period of two days, and over the night when the clock is moved', () => {
    expect(plannedTimes('2026-10-24T10:00:00Z', '2026-10-25T23:00:00Z')).toEqual({
      opening: '2026-10-24T09:00',
      halfway: '2026-10-24T07:30',
      lastDays: '2026-10-25T07:30',
      closed: '2026-10-26T09:00',
    });
  });
});
