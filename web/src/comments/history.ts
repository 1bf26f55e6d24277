import type { CommentEvent } from '@forhoering/shared/contracts/comment.contract.js';

const WORDS: Record<string, string> = {
  'comment.receive': 'Kom ind',
  'comment.collect': 'Hentet fra kanalen',
  'comment.upstreamEdit': 'Rettet på kanalen',
  'comment.upstreamGone': 'Fjernet på kanalen',
  'comment.enter': 'Skrevet ind af en medarbejder',
  'comment.publish': 'Vist for alle',
  'comment.hide': 'Skjult',
  'comment.undo': 'Seneste beslutning fortrudt',
  'comment.edit': 'Rettet af borgeren',
  'comment.withdraw': 'Trukket tilbage af borgeren',
  'comment.follow': 'Borgeren valgte mails',
  'comment.showName': 'Borgeren valgte, om navnet vises',
  'comment.photoPublish': 'Et billede vist for alle',
  'comment.photoHide': 'Et billede skjult',
  'comment.tag': 'Temaer ændret',
};

/** An event of a comment's history in words. */
export function historyWords(event: CommentEvent): string {
  if (event.action === 'comment.publish' && event.data['withoutMarked'] === true) return 'Vist uden det markerede';
  return WORDS[event.action] ?? event.action;
}
