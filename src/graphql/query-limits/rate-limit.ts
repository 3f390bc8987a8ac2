/** The rate limit: the points of cost that a caller may use per minute. */
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { RateLimitedError } from '../../domain/errors';
import { networkOf } from '../../domain/network';
import { ANONYMOUS, type Principal } from '../../domain/principal';

/** A caller has all points again after this time. */
export const PERIOD_SECONDS = 60;

/** The points of every request, also of one that fails. */
export const ADMISSION_POINTS = 1;

/** Each started unit of this many bytes beyond the first costs a point. */
const BYTES_PER_POINT = 1_024;

/** Returns the points of the size of a request, in bytes of its body, or of its query string for GET. */
export function sizePoints(bytes: number): number {
  return Math.max(0, Math.ceil(bytes / BYTES_PER_POINT) - 1);
}

export interface Caller {
  readonly principal: Principal;
  /** The network address. */
  readonly address: string | undefined;
}

/** A counter of points by key. Each key has the same number of points in every period. */
export interface PointStore {
  /** Takes points. Returns undefined, or the seconds until enough points are available when there are too few. */
  take(key: string, points: number): Promise<number | undefined>;
}

export class MemoryPointStore implements PointStore {
  private readonly limiter: RateLimiterMemory;

  constructor(pointsPerMinute: number) {
    this.limiter = new RateLimiterMemory({ points: pointsPerMinute, duration: PERIOD_SECONDS });
  }

  take(key: string, points: number): Promise<number | undefined> {
    return secondsToWait(this.limiter.consume(key, points));
  }
}

/**
 * Converts the result of a limiter of rate-limiter-flexible, which rejects when there are too few points. Returns the
 * seconds to wait, or undefined.
 */
export async function secondsToWait(consumed: Promise<RateLimiterRes>): Promise<number | undefined> {
  try {
    await consumed;
    return undefined;
  } catch (rejection) {
    if (!(rejection instanceof RateLimiterRes)) throw rejection;
    return Math.max(1, Math.ceil(rejection.msBeforeNext / 1000));
  }
}

export class RateLimit {
  private readonly local: PointStore;

  /** While `shared` is unavailable, this gateway counts locally. */
  constructor(
    pointsPerMinute: number,
    private readonly shared?: PointStore,
  ) {
    this.local = new MemoryPointStore(pointsPerMinute);
  }

  /** Takes points from the caller. Throws RateLimitedError when the caller has too few. */
  async charge(caller: Caller, points: number): Promise<void> {
    const seconds = await this.take(callerKey(caller), points);
    if (seconds !== undefined) throw new RateLimitedError(seconds);
  }

  private async take(key: string, points: number): Promise<number | undefined> {
    try {
      return await (this.shared ?? this.local).take(key, points);
    } catch {
      return this.local.take(key, points);
    }
  }
}

/** The key of a caller in limits. Anonymous callers are identified by network, others by the name of their principal. */
export function callerKey({ principal, address = '' }: Caller): string {
  return principal.name === ANONYMOUS.name ? `from:${networkOf(address)}` : `by:${principal.name}`;
}
