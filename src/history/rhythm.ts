/** The rhythm of the looks at a list: faster while something is about to change, slower while AWS throttles. */

/** The shortest time between two looks at a list, in seconds. */
const FLOOR_SECONDS = 2;
/** The intervals without a look after which a list was not watched: AWS throttles a look now and then. */
export const LATE_INTERVALS = 3;
/** The part of the ceiling after which the observer looks again while something is about to change. */
const ACTIVE = 0.25;
/** The longest time between two looks while something is about to change and somebody listens, in seconds. */
const LISTENED_SECONDS = 5;
/** The longest time between two looks while AWS throttles or fails, as a multiple of the ceiling. */
const MAX_SLOWDOWN = 8;
/** The part by which a time varies, so that the looks at many lists spread. */
const JITTER = 0.1;

/** What the time until the next look depends on. */
export interface LookState {
  /** The longest time between two looks, in seconds. */
  readonly ceilingSeconds: number;
  /** True while something is about to change, such as a running job. */
  readonly isActive: boolean;
  /** True while a gateway has subscribers. */
  readonly isListened: boolean;
  /** The number of looks in a row that AWS throttled or that failed. */
  readonly failures: number;
  /** A number from 0 to 1. */
  readonly random: number;
}

/** The seconds until the next look at a list. */
export function nextLookSeconds(state: LookState): number {
  const { ceilingSeconds, isActive, isListened, failures, random } = state;
  const active = Math.min(ceilingSeconds * ACTIVE, isListened ? LISTENED_SECONDS : Infinity);
  const usual = isActive && failures === 0 ? active : ceilingSeconds;
  const slowed = usual * Math.min(MAX_SLOWDOWN, 2 ** Math.max(0, failures - 1));
  return Math.max(FLOOR_SECONDS, slowed * (1 - JITTER * random));
}
