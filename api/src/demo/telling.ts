import type { INestApplicationContext } from '@nestjs/common';
import type { ResultOutcome, ResultThemeInput } from '@forhoering/shared/contracts/result.contract.js';
import { CommentReaderService } from '../comments/comment-reader.service.js';
import type { SignedIn } from '../platform/http/access.js';
import { ResultsService } from '../results/results.service.js';

/** What the municipality of the demo did, by the key of the theme. */
export interface DemoResult {
  day: number;
  intro: string;
  themes: Record<string, { outcome: ResultOutcome; did: string; why: string }>;
}

/** "You said, we did", with the shortest public comment of each theme as its quote. */
export async function tellResult(
  app: INestApplicationContext,
  planner: SignedIn,
  { intro, themes }: DemoResult,
  made: { id: string; tags: ReadonlyMap<string, string> },
): Promise<void> {
  const written: ResultThemeInput[] = [];
  for (const [key, said] of Object.entries(themes)) {
    const tagId = made.tags.get(key) ?? '';
    const { items } = await app.get(CommentReaderService).list(made.id, { tag: tagId, state: 'public', limit: 200 });
    const free = items.filter(({ number, text }) => text.length > 30 && !written.some(({ quote }) => quote === number));
    const [shortest] = free.toSorted((a, b) => a.text.length - b.text.length);
    written.push({ ...said, tagId, quote: shortest?.number ?? '' });
  }
  await app.get(ResultsService).save(planner, made.id, { intro, themes: written, version: 0 });
  await app.get(ResultsService).publish(planner, made.id);
}
