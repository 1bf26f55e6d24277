import { countPost } from '../publishing/count-post.rules.js';
import { POST_RULES, type PostChannel } from '../publishing/post-channels.js';

/** A comment on Facebook is shorter than a post. */
const COMMENT_MAX: Partial<Record<PostChannel, number>> = { facebook: 8_000 };

/** An answer as it stands below the question on a network: who answers is the last line. */
export const channelAnswer = (text: string, signature: string): string => `${text.trim()}\n\n${signature}`.trim();

/** By how much an answer is too long for the channel, counted as the channel does; 0 when it fits. */
export function overChannel(channel: PostChannel, text: string, signature: string): number {
  const max = COMMENT_MAX[channel] ?? POST_RULES[channel].max;
  return Math.max(0, countPost(channel, channelAnswer(text, signature)) - max);
}
