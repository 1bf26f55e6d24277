import { Temporal } from 'temporal-polyfill';
import { COPENHAGEN } from '../time/wall-time.js';
import { fitsPost } from './count-post.rules.js';
import { LINK_PLACE, POST_RULES, withLink, type PostChannel } from './post-channels.js';

/** When in a consultation a story is told. */
export const STORY_PHASES = ['opening', 'halfway', 'lastDays', 'closed'] as const;
export type StoryPhase = (typeof STORY_PHASES)[number];

export interface Story {
  headline: string;
  text: string;
}

/** What the rules know of the consultation. */
export interface StoryFacts {
  title: string;
  teaser: string;
  /** The first question, or ''. */
  question: string;
  /** In words: `søndag 29. marts kl. 23.59`. */
  deadline: string;
  comments: number;
}

/** Words to begin with for each phase: a rule, no language model. A person reads and changes them. */
export function proposedStory(phase: StoryPhase, facts: StoryFacts): Story {
  const { title, teaser, question, deadline, comments } = facts;
  const asked = question === '' || question === title ? '' : question;
  const until = deadline === '' ? '' : `Fristen er ${deadline}. `;
  const said = comments === 1 ? 'Én har skrevet til os.' : `${comments} har skrevet til os.`;
  const minute = 'Det tager et minut, og du skal ikke logge ind.';
  switch (phase) {
    case 'opening':
      return { headline: title, text: paragraphs(teaser, asked, `Skriv, før det bliver besluttet. ${until}${minute}`) };
    case 'halfway':
      return {
        headline: `Hvad mangler vi at høre? ${title}`,
        text: paragraphs(comments === 0 ? '' : said, asked, `Du kan nå det endnu. ${until}${minute}`),
      };
    case 'lastDays':
      return {
        headline: `Tre dage tilbage: ${title}`,
        text: paragraphs(comments === 0 ? '' : said, `${until}${minute}`),
      };
    case 'closed':
      return {
        headline: `Tak for jeres bidrag: ${title}`,
        text: paragraphs(
          comments === 0 ? '' : `${comments === 1 ? 'Ét bidrag' : `${comments} bidrag`} kom ind.`,
          'Nu læser vi det hele og skriver, hvad I sagde, hvad vi gør, og hvorfor.',
        ),
      };
  }
}

const paragraphs = (...all: string[]): string =>
  all
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .join('\n\n');

/** Lines of a press release that are about the release and not of it. */
const FRAME =
  /^(pressemeddelelse|til (?:medierne|pressen|offentliggørelse).*|nyhed|\d{1,2}\.?[ -](?:\d{1,2}|[a-zæøå]+)\.?[ -]\d{4}|[-–#*_\s]+)$/i;
/** From here on it speaks to journalists. */
const END =
  /^(yderligere (?:oplysninger|information)|for (?:yderligere|mere) (?:oplysninger|information)|kontakt\b|pressekontakt|fakta\b|noter? til redaktionen|###)/i;
const LONGEST_STORY = 1_200;

/** Headline, lead and first paragraphs of a pasted press release. @returns null when there is nothing in it to tell */
export function storyFromPressRelease(pasted: string): Story | null {
  const lines = pasted.replaceAll(/\r\n?/g, '\n').trim();
  // Without empty lines each line is a paragraph, as word processors paste them.
  const blocks = lines
    .split(/\n[ \t]*\n/.test(lines) ? /\n\s*\n/ : '\n')
    .map((block) => block.replaceAll(/\s*\n\s*/g, ' ').trim())
    .filter((block) => block !== '' && !FRAME.test(block));
  const end = blocks.findIndex((block) => END.test(block));
  const [headline, ...body] = end === -1 ? blocks : blocks.slice(0, end);
  if (headline === undefined) return null;
  let text = '';
  for (const block of body) {
    const longer = paragraphs(text, block);
    if ([...longer].length > LONGEST_STORY) break;
    text = longer;
  }
  return { headline: cutSentence(headline, 120), text };
}

/** The longest whole sentences within `max` characters; a hard cut with … only where not even one fits. */
function cutSentence(text: string, max: number): string {
  if ([...text].length <= max) return text;
  const within = [...text].slice(0, max).join('');
  const stop = Math.max(within.lastIndexOf('. '), within.lastIndexOf('? '), within.lastIndexOf('! '));
  if (stop > 20) return within.slice(0, stop + 1);
  return `${within.slice(0, Math.max(within.lastIndexOf(' ', max - 2), 1)).trimEnd()} …`;
}

/**
 * The story as a post of the channel: headline, as much of the text as fits in whole sentences, and the link last.
 * @param link what stands for `{link}`: its length counts
 */
export function proposedPost(channel: PostChannel, { headline, text }: Story, link: string): string {
  const tail = POST_RULES[channel].linksWork ? LINK_PLACE : 'Find linket i vores profil.';
  const sentences = text.split(/(?<=[.!?])\s+(?=\p{Lu})|\n\n+/u);
  const glue = [...text.matchAll(/(?<=[.!?])\s+(?=\p{Lu})|\n\n+/gu)].map(([white]) =>
    white.includes('\n\n') ? '\n\n' : ' ',
  );
  for (let count = text.trim() === '' ? 0 : sentences.length; count >= 0; count -= 1) {
    const body = sentences
      .slice(0, count)
      .reduce((all, one, i) => (i === 0 ? one : all + (glue[i - 1] ?? ' ') + one), '');
    const post = paragraphs(headline, body, tail);
    if (fitsPost(channel, withLink(post, link))) return post;
  }
  // Not even the headline fits: as much of it as does.
  for (let length = [...headline].length - 10; length > 10; length -= 10) {
    const post = paragraphs(cutSentence(headline, length), tail);
    if (fitsPost(channel, withLink(post, link))) return post;
  }
  return tail;
}

const POST_TIME = { opening: '09:00', halfway: '07:30', lastDays: '07:30', closed: '09:00' } as const;

/**
 * The four dates of the usual plan, as local wall time (`2026-03-26T07:30`).
 * Half-way is the middle of the period; "three days left" and "closed" are counted from the last day.
 * @param opensAt when it opens, or now for one that has no date yet
 */
export function plannedTimes(opensAt: string, closesAt: string): Record<StoryPhase, string> {
  const day = (instant: string): Temporal.PlainDate =>
    Temporal.Instant.from(instant).toZonedDateTimeISO(COPENHAGEN).toPlainDate();
  // An exclusive end at midnight belongs to the day before.
  const last = Temporal.Instant.from(closesAt)
    .subtract({ milliseconds: 1 })
    .toZonedDateTimeISO(COPENHAGEN)
    .toPlainDate();
  const first = day(opensAt);
  const length = Math.max(0, first.until(last, { largestUnit: 'day' }).days);
  const days: Record<StoryPhase, Temporal.PlainDate> = {
    opening: first,
    halfway: first.add({ days: Math.floor(length / 2) }),
    lastDays: length < 3 ? last : last.subtract({ days: 3 }),
    closed: last.add({ days: 1 }),
  };
  return Object.fromEntries(
    STORY_PHASES.map((phase) => [phase, `${days[phase].toString()}T${POST_TIME[phase]}`]),
  ) as Record<StoryPhase, string>;
}
