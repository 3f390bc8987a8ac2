/** The time between two attempts to connect. It grows, and differs between browsers. */

const FIRST_SECONDS = 2;
/** Six attempts in the first minute, whatever fails. */
const MAX_SECONDS = 30;

/**
 * Returns milliseconds.
 * @param failures the number of failures in a row, at least 1
 * @param retryAfterSeconds the time that the gateway asks to wait
 * @param random a number from 0 to 1, which spreads the browsers of a gateway that was restarted
 */
export function backoffMs(failures: number, retryAfterSeconds: number | undefined, random: number): number {
  const seconds = Math.min(MAX_SECONDS, FIRST_SECONDS * 2 ** (failures - 1));
  // A hint is a lower bound only after the first failure: a gateway that always says 1 s would get a request per second.
  const wait = failures === 1 ? (retryAfterSeconds ?? seconds) : Math.max(retryAfterSeconds ?? 0, seconds);
  return 1_000 * wait * (1 + random / 2);
}
