/** Programs that say what they are. They may read everything; they only do not count as readers. */
const ROBOT =
  /bot|crawl|spider|slurp|preview|facebookexternalhit|embed|fetch|curl|wget|python|java\/|headless|monitor/i;

/** @param userAgent the request's User-Agent; nothing at all is a program too */
export function isRobot(userAgent: string | undefined): boolean {
  return userAgent === undefined || userAgent === '' || ROBOT.test(userAgent);
}
