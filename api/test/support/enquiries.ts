import type { CommentListItem } from '@forhoering/shared/contracts/comment.contract.js';
import type { ConsultationSummary } from '@forhoering/shared/contracts/consultation.contract.js';
import type { ConversationItem } from '@forhoering/shared/contracts/inbox.contract.js';
import { Database } from '../../src/platform/database/database.js';
import type { TestApp } from './app.js';
import type { ChannelWorld } from './channels.js';
import { until } from './until.js';

/** The year's register of what is said outside consultations. */
export async function standing(where: ChannelWorld): Promise<ConsultationSummary | undefined> {
  const { items } = (await where.planner.get('/consultations')).body as { items: ConsultationSummary[] };
  return items.find(({ state }) => state === 'standing');
}
export async function register(where: ChannelWorld): Promise<CommentListItem[]> {
  const home = await standing(where);
  return home ? (await where.planner.get(`/consultations/${home.id}/comments?order=oldest&limit=100`)).body.items : [];
}
/** Has everything read again and again until it is so. */
export const seenBy = <T>(t: TestApp, ask: () => Promise<T>, holds: (value: T) => boolean): Promise<T> =>
  until(async () => {
    await t.app.get(Database).query('update collect_source set next_at = now()');
    return ask();
  }, holds);
export const has = (text: string) => (items: CommentListItem[]) => items.some((one) => one.text === text);
export const find = (items: CommentListItem[], text: string) => items.find((one) => one.text === text);
export async function conversation(where: ChannelWorld, text: string): Promise<ConversationItem | undefined> {
  const { items } = (await where.planner.get('/inbox?limit=200')).body as { items: ConversationItem[] };
  return items.find(({ excerpt }) => excerpt === text);
}
