import type { ConversationItem } from '@forhoering/shared/contracts/inbox.contract.js';
import { durationWords } from '@forhoering/shared/inbox/clock.rules.js';
import type { IconName } from '../ui/icons';

/** What the clock of a conversation says: words, a mark beside them, and how much is left of the bar (0–1). */
export interface ClockWords {
  text: string;
  icon: IconName;
  tone: 'ok' | 'mid' | 'low' | 'over' | 'wait' | 'done';
  left: number;
}

export function clockWords(item: ConversationItem, nowMs: number): ClockWords {
  if (item.state === 'waiting') return { text: 'Venter på borgeren', icon: 'clock', tone: 'wait', left: 1 };
  if (item.state === 'answered') return { text: 'Besvaret', icon: 'ok', tone: 'done', left: 0 };
  if (item.state === 'no_answer_needed') return { text: 'Kræver ikke svar', icon: 'ok', tone: 'done', left: 0 };
  const due = Date.parse(item.dueAt ?? '');
  const left = due - nowMs;
  if (left <= 0) return { text: `Overskredet ${durationWords(left)}`, icon: 'stop', tone: 'over', left: 0 };
  const share = Math.min(1, left / Math.max(1, due - Date.parse(item.startedAt)));
  const tone = share < 0.1 ? 'low' : share < 0.25 ? 'mid' : 'ok';
  return { text: `${durationWords(left)} tilbage`, icon: tone === 'ok' ? 'clock' : 'warn', tone, left: share };
}
