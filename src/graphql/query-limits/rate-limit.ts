/** How many points of cost a caller may use up in a minute. */
import { isIPv6 } from 'node:net';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { RateLimitedError } from '../../domain/errors';
import { ANONYMOUS, type Principal } from '../../domain/principal';

/** Seconds after which a caller has all points again. */
export const PERIOD = 60;

export interface Caller {
  readonly principal: Principal;
  /** The network address. */
  readonly address: string | undefined;
}

/** Counts points by key; each key has the same number of them in every period. */
export interface PointStore {
  /** Seconds until there are enough again; undefined when there were. */
  take(key: string, points: number): Promise<number | undefined>;
}

export class MemoryPointStore implements PointStore {
  private readonly limiter: RateLimiterMemory;

  constructor(pointsPerMinute: number) {
    this.limiter = new RateLimiterMemory({ points: pointsPerMinute, duration: PERIOD });
  }

  take(key: string, points: number): Promise<number | undefined> {
    return waitOf(this.limiter.consume(key, points));
  }
}

/** What a limiter of rate-limiter-flexible answers, which rejects where there are not enough points. */
export async function waitOf(consumed: Promise<RateLimiterRes>): Promise<number | undefined> {
  try {
    await consumed;
    return undefined;
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
  }
}

export class RateLimit {
  private readonly own: PointStore;

  /** While `shared` cannot be asked, this gateway counts for itself. */
  constructor(
    pointsPerMinute: number,
    private readonly shared?: PointStore,
  ) {
    this.own = new MemoryPointStore(pointsPerMinute);
  }

  /** Throws RateLimitedError. */
  async charge(caller: Caller, points: number): Promise<void> {
    const seconds = await this.take(keyOf(caller), points);
    if (seconds !== undefined) throw new RateLimitedError(seconds);
  }

  private async take(key: string, points: number): Promise<number | undefined> {
    try {
      return await (this.shared ?? this.own).take(key, points);
    } catch {
      return this.own.take(key, points);
    }
  }
}

/** Whoever need not sign in is known by where they are. */
function keyOf({ principal, address = '' }: Caller): string {
  return principal.name === ANONYMOUS.name ? `from:${networkOf(address)}` : `by:${principal.name}`;
}

/** One subscriber has all addresses of an IPv6 network of 64 bits. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const [head = '', tail = ''] = address.replace(/%.*$/, '').split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === '' ? [] : tail.split(':');
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0');
  const groups = address.includes('::') ? [...before, ...zeros, ...after] : before;
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
