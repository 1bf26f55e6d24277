/** Asks again until it is no longer busy: quickly at first, then every second. `seen` gets each answer on the way. */
export async function poll<T>(
  start: T,
  ask: (last: T) => Promise<T>,
  busy: (value: T) => boolean,
  seen: (value: T) => void,
): Promise<T> {
  let value = start;
  for (let wait = 150; busy(value); wait = Math.min(wait * 1.5, 1_000)) {
    await new Promise((resolve) => setTimeout(resolve, wait));
    value = await ask(value);
    seen(value);
  }
  return value;
}
