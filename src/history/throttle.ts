/** The share of the observer of the account's request rate. */
import type { SteadyClock } from './steady-clock';

/** The time between two calls of the observer to one service in one target: at most two calls per second. */
export const CALL_INTERVAL_MS = 500;

/** Awaited before every call of the observer. */
export type Throttle = () => Promise<void>;

/** Spreads calls, so that each begins `intervalMs` after the one before it, or later. */
export function createThrottle(clock: SteadyClock, intervalMs: number, signal: AbortSignal): Throttle {
  let next = -Infinity;
  return async () => {
    const now = clock.now();
    const at = Math.max(now, next);
    next = at + intervalMs;
    if (at > now) await clock.delay(at - now, signal);
  };
}
