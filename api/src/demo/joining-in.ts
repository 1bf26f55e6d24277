import type { INestApplicationContext } from '@nestjs/common';
import { CommentReaderService } from '../comments/comment-reader.service.js';
import { CommentsService } from '../comments/comments.service.js';
import { CommentSupportService } from '../comments/support/comment-support.service.js';
import { OfficialAnswersService } from '../consultations/answers/official-answers.service.js';
import { ModerationService } from '../moderation/moderation.service.js';
import type { SignedIn } from '../platform/http/access.js';

/** A made-up ground beside a made-up brook, drawn over fields in the middle of Zealand. */
export const MEJERI_AREA = {
  type: 'Polygon',
  coordinates: [
    [
      [11.9012, 55.5004],
      [11.9041, 55.5001],
      [11.9049, 55.5013],
      [11.9046, 55.5021],
      [11.9027, 55.5024],
      [11.9014, 55.5018],
      [11.9012, 55.5004],
    ],
  ],
};

const PLACES = ['Udkørslen ved Skolestien', 'Linden på pladsen', 'Stien langs åen', 'Gangtunnelen', 'Mejerivej', null];

/** Where a comment of the demo is about: every third names a place, and most of those put a pin. */
export function placeOf(n: number): { place?: string; point?: { longitude: number; latitude: number } } {
  if (n % 3 !== 0) return {};
  const place = PLACES[(n / 3) % PLACES.length];
  const point = { longitude: 11.901 + ((n * 37) % 40) / 10_000, latitude: 55.5 + ((n * 23) % 25) / 10_000 };
  return { ...(place ? { place } : {}), ...(n % 2 === 0 ? { point } : {}) };
}

const ANSWERS = [
  {
    question: 'Bliver der parkering nok?',
    answer:
      'Det er ikke afgjort. Kommuneplanen kræver én plads til hver bolig. Skriv gerne, hvor det er svært at parkere i dag – det kan vi bruge, når vi tegner.',
  },
  {
    question: 'Hvad sker der med skorstenen og ostelageret?',
    answer:
      'De er ikke fredet, men byrådet har bedt os undersøge, om de kan blive stående. Undersøgelsen er klar, når vi samler op på forhøringen.',
  },
  {
    question: 'Hvornår begynder byggeriet?',
    answer:
      'Tidligst om to år. Først kommer et forslag til lokalplan, og det bliver sendt i formel høring i mindst fire uger.',
  },
];

const REPLIES: Record<number, string> = {
  1: 'Ja, og det samme gælder om eftermiddagen.',
  4: 'Det kan vi godt hjælpe med i foreningen.',
  9: 'Enig – men så skal der også være en bænk.',
};

/** Official answers, some replies between citizens, and people who agree. */
export async function joinIn(
  app: INestApplicationContext,
  { superUser, caseworker }: Record<'superUser' | 'caseworker', SignedIn>,
  made: { id: string; slug: string },
): Promise<void> {
  for (const answer of ANSWERS) await app.get(OfficialAnswersService).add(superUser, made.id, answer);
  const { items } = await app.get(CommentReaderService).publicPage(made.slug, { limit: 12 });
  for (const [i, { number }] of items.entries()) {
    const reply = REPLIES[i];
    if (reply) {
      await app.get(CommentsService).receive(made.slug, { text: reply, replyTo: number }, `198.51.100.${i}`);
      const [newest] = (await app.get(CommentReaderService).list(made.id, { limit: 1 })).items;
      if (newest) await app.get(ModerationService).decide(caseworker, newest.id, { action: 'publish' });
    }
    for (let press = 0; press < (i * 7 + 3) % 17; press += 1)
      await app
        .get(CommentSupportService)
        .set(made.slug, number, { supported: true, browser: `demo-browser-${i}-${press}` }, `198.51.100.${press}`);
  }
}
