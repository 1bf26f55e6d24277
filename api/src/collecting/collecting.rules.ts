const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** In the first two days, when most is said. */
const HOT_MS = 3 * MINUTE;
const HOT_FOR_MS = 2 * DAY;
/** To the deadline, and thirty days after it. */
const WARM_MS = 20 * MINUTE;
const WARM_AFTER_MS = 30 * DAY;
/** Edits and deletions are followed as long as the register is kept. */
const COLD_MS = DAY;

/** When a post is read again: often while people write, and daily as long as the register is kept. Null: never. */
export function nextLook(
  post: { postedAt: Date; closesAt: Date | null; deleteOn: string | null },
  now: Date,
): Date | null {
  const at = now.getTime();
  if (post.deleteOn !== null && at > Date.parse(post.deleteOn) + DAY) return null;
  if (at - post.postedAt.getTime() < HOT_FOR_MS) return new Date(at + HOT_MS);
  const warm = post.closesAt === null || at < post.closesAt.getTime() + WARM_AFTER_MS;
  return new Date(at + (warm ? WARM_MS : COLD_MS));
}

/** After trouble: no sooner than the network asks, and no later than the next look would be. */
export function lookAfterTrouble(retryAt: Date | null, now: Date): Date {
  return retryAt ?? new Date(now.getTime() + 5 * MINUTE);
}

/** What is said to a profile is looked for this often: the promise of an answer is a day. */
const ENQUIRIES_MS = 10 * MINUTE;
/** So far back edits and deletions of it are followed. */
const ENQUIRIES_BACK_MS = 14 * DAY;

export const nextEnquiries = (now: Date): Date => new Date(now.getTime() + ENQUIRIES_MS);
/** Nothing from before the profile was first read: nobody expects what is old to come up. */
export const enquiriesSince = (firstReadAt: Date, now: Date): Date =>
  // Networks tell times in whole seconds, and their clocks are not ours.
  new Date(Math.max(firstReadAt.getTime() - MINUTE, now.getTime() - ENQUIRIES_BACK_MS));
