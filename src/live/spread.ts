/** The jitter of reconnects: a thousand subscribers that come back at once would overload the gateway. */

const MIN_SECONDS = 1;
const MAX_SECONDS = 10;

/** A random time until a subscriber may try again, in whole seconds. */
export function spreadSeconds(): number {
  return MIN_SECONDS + Math.floor(Math.random() * (MAX_SECONDS - MIN_SECONDS + 1));
}
