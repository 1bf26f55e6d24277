import type { INestApplicationContext } from '@nestjs/common';
import type { ConversationItem } from '@forhoering/shared/contracts/inbox.contract.js';
import { CommentReaderService } from '../comments/comment-reader.service.js';
import { AnswersService } from '../inbox/answers.service.js';
import { ConversationsService } from '../inbox/conversations.service.js';
import { MentionsService } from '../inbox/mentions.service.js';
import { InboxReaderService } from '../inbox/inbox-reader.service.js';
import { Clock } from '../platform/clock/clock.js';
import type { SignedIn } from '../platform/http/access.js';
import { dayFrom } from './plan.js';

const HOUR_MS = 3_600_000;
const ANSWERS = [
  'Tak for dit spørgsmål. Det er ikke afgjort endnu. Vi undersøger det og skriver om det, når vi samler op på forhøringen.',
  'Det er en af de ting, I kan være med til at bestemme. Vi tager dit bidrag med, når vi laver forslaget.',
  'Ja, det har vi set på. Det står under “Det ligger fast” på siden, og du er velkommen til at ringe, hvis du vil vide mere.',
  'Det ved vi først, når vi har målt. Vi måler i løbet af vinteren og lægger tallene på siden.',
];

/** How long somebody waits in the demo: mostly some hours, now and then too long. */
const waitsMs = (n: number): number => (n % 13 === 0 ? 27 : 2 + ((n * 7) % 20)) * HOUR_MS;

/** Questions become conversations, and those that have waited their time are answered by the people of the demo. */
export async function answerQuestions(
  app: INestApplicationContext,
  { planner, superUser }: Record<'planner' | 'superUser', SignedIn>,
  consultationId: string,
  isLast: boolean,
): Promise<void> {
  const { items } = await app.get(CommentReaderService).list(consultationId, { limit: 15 });
  for (const { id } of items) await app.get(ConversationsService).arrived(id);
  const now = app.get(Clock).nowMs();
  const due = (await app.get(InboxReaderService).list(planner, 'due', undefined, 200)).items;
  for (const item of due.filter((one) => one.consultationId === consultationId)) {
    const n = Number(item.number.slice(-4));
    if (item.promisedAt === null && now - Date.parse(item.startedAt) >= waitsMs(n))
      await answer(app, { planner, superUser }, item, n);
  }
  const newest = due.at(-1);
  if (isLast && newest && newest.consultationId === consultationId)
    await app
      .get(MentionsService)
      .note(planner, newest.id, { text: 'Ved I, om det er målt? Ellers ringer jeg til Vand og Klima.' });
}

async function answer(
  app: INestApplicationContext,
  { planner, superUser }: Record<'planner' | 'superUser', SignedIn>,
  item: ConversationItem,
  n: number,
): Promise<void> {
  const answers = app.get(AnswersService);
  const who = item.departmentId === superUser.departmentId ? superUser : planner;
  const held = n % 11 === 0;
  const { id } = held
    ? await answers.answer(who, item.id, {
        kind: 'holding',
        text: `Tak for dit spørgsmål. Vi har læst det, og ${item.departmentName ?? 'vi'} svarer inden for tre dage.`,
        promisedOn: dayFrom(app.get(Clock).nowMs(), 3),
      })
    : await answers.answer(who, item.id, { kind: 'full', text: ANSWERS[n % ANSWERS.length] ?? '' });
  if (item.channel !== 'web') await answers.copied(who, id, {});
}
