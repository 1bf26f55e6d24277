import { countPost, fitsPost } from './count-post.rules.js';
import { LINK_PLACE, POST_RULES, withLink, type PostChannel } from './post-channels.js';

export interface PostDraft {
  text: string;
  /** The tracked link that stands for `{link}`. */
  link: string;
  hasPicture: boolean;
  altText: string;
}

export type PostIssueCode =
  | 'post-empty'
  | 'post-too-long'
  | 'post-needs-picture'
  | 'post-alt-too-long'
  | 'post-without-link'
  | 'post-link-is-dead'
  | 'post-without-alt';
export interface PostIssue {
  /** `stops`: the channel would refuse it. `doubt`: worth a look. */
  level: 'stops' | 'doubt';
  code: PostIssueCode;
  /** How much too long. */
  over?: number;
}

const HAS_ADDRESS = /https?:\/\/|\bwww\./i;

/** What the channel would refuse, and what somebody would regret. The same in the browser and on the server. */
export function postIssues(channel: PostChannel, { text, link, hasPicture, altText }: PostDraft): PostIssue[] {
  const rules = POST_RULES[channel];
  const whole = withLink(text, link).trim();
  const issues: PostIssue[] = [];
  const stops = (code: PostIssueCode, over?: number): number =>
    issues.push({ level: 'stops', code, ...(over === undefined ? {} : { over }) });
  const doubt = (code: PostIssueCode): number => issues.push({ level: 'doubt', code });
  if (whole === '') stops('post-empty');
  if (!fitsPost(channel, whole)) stops('post-too-long', Math.max(1, countPost(channel, whole) - rules.max));
  if (rules.needsPicture && !hasPicture) stops('post-needs-picture');
  if ([...altText].length > rules.altMax) stops('post-alt-too-long', [...altText].length - rules.altMax);
  if (whole !== '' && rules.linksWork && !text.includes(LINK_PLACE)) doubt('post-without-link');
  if (!rules.linksWork && HAS_ADDRESS.test(whole)) doubt('post-link-is-dead');
  if (hasPicture && altText.trim() === '') doubt('post-without-alt');
  return issues;
}

/** A story that is told in one place reaches those who are there. */
export const isOneChannelOnly = (channels: readonly PostChannel[]): boolean => channels.length === 1;

/** Host and path of a web address; nothing before the host, so that no name can pose as one. */
const ADDRESS = /^(?:https?:\/\/)?([a-z0-9-]+(?:\.[a-z0-9-]+)+)(:\d+)?(\/[^\s<>"]+)$/i;

/**
 * Whether an address can be that of a post on the channel.
 * @param address as pasted; the scheme may be missing
 * @returns the address, or null
 */
export function permalinkOf(channel: PostChannel, address: string): string | null {
  const match = ADDRESS.exec(address.trim());
  if (!match) return null;
  const [, host = '', port = '', path = ''] = match;
  const name = host.toLowerCase();
  const { hosts } = POST_RULES[channel];
  const known = hosts === null || hosts.some((one) => name === one || name.endsWith(`.${one}`));
  return known ? `https://${name}${port}${path}` : null;
}
