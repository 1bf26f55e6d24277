import { durationWords } from '@forhoering/shared/inbox/clock.rules.js';
import { plural } from '@forhoering/shared/i18n/labels.da.js';
import { formatDateTimeSentence } from '@forhoering/shared/time/format-time.js';
import type { NoticeKind } from './notice.rules.js';

/** What a mail may say about a conversation: no words of the citizen, only the number and a link to the very one. */
export interface NoticeLine {
  conversationId: string;
  number: string;
  title: string;
  due: Date;
  owned: boolean;
}
export interface Words {
  subject: string;
  text: string;
}

/** One notice, one mail. */
export function noticeWords(line: NoticeLine, kind: NoticeKind, nowMs: number, publicUrl: string): Words {
  const { number } = line;
  const subject: Record<NoticeKind, string> = {
    assigned: line.owned ? `Du har fået ${number} til svar` : `Ingen har ${number}`,
    'warning-50': `${number}: halvdelen af tiden er gået`,
    'warning-75': `${number}: en fjerdedel af tiden er tilbage`,
    'warning-90': `${number}: en tiendedel af tiden er tilbage`,
    breached: `${number} er ikke besvaret til tiden`,
    'stand-in': `${number} er ikke besvaret til tiden, og du er afløser`,
    head: `${number} er ikke besvaret til tiden i din afdeling`,
    mentioned: `En kollega har nævnt dig i ${number}`,
    'to-read': `Et svar til ${number} venter på, at du læser det`,
    'sent-back': `Dit svar til ${number} er sendt tilbage`,
    escalated: `${number} er ikke besvaret til tiden`,
  };
  return { subject: subject[kind], text: linesOf(line, nowMs, publicUrl).join('\n\n') };
}

/** Many in one mail, due first. */
export function digestWords(lines: NoticeLine[], nowMs: number, publicUrl: string): Words {
  return {
    subject: `${plural(lines.length, 'spørgsmål', 'spørgsmål')} venter på svar`,
    text: listOf(lines, nowMs, publicUrl),
  };
}

/** What falls due while nobody is there. */
export function weekendWords(lines: NoticeLine[], untilMs: number, nowMs: number, publicUrl: string): Words {
  const until = formatDateTimeSentence(new Date(untilMs).toISOString(), 'da');
  return {
    subject: `${plural(lines.length, 'svar', 'svar')} skal være givet, før I er tilbage`,
    text: `Inden ${until} er der frist for:\n\n${listOf(lines, nowMs, publicUrl)}`,
  };
}

const listOf = (lines: NoticeLine[], nowMs: number, publicUrl: string): string =>
  [...lines]
    .sort((a, b) => a.due.getTime() - b.due.getTime())
    .map((line) => linesOf(line, nowMs, publicUrl).join('\n'))
    .join('\n\n');

function linesOf({ conversationId, number, title, due }: NoticeLine, nowMs: number, publicUrl: string): string[] {
  const left = due.getTime() - nowMs;
  const time = left > 0 ? `${durationWords(left)} tilbage` : `overskredet med ${durationWords(left)}`;
  return [
    `${number} i “${title}” venter på svar.`,
    `Svar senest ${formatDateTimeSentence(due.toISOString(), 'da')} (${time}).`,
    `${publicUrl}/indbakke?samtale=${conversationId}`,
  ];
}
