/** How many calls per second the control endpoints let through: a token bucket per account, region and operation. */
import { SECOND } from './clock';
import type { Scope } from './scope';

interface Bucket {
  tokens: number;
  filledAt: number;
}

interface Limit {
  readonly perSecond: number;
  readonly buckets: Map<string, Bucket>;
}

export class RateLimits {
  /** By operation; services that have one of the same name share its number, not its buckets. */
  readonly #limits = new Map<string, Limit>();

  /** Calls per second, by operation. */
  get all(): Readonly<Record<string, number>> {
    return Object.fromEntries(
      Array.from(this.#limits, ([operation, { perSecond }]) => [operation, perSecond]),
    );
  }

  /** Fills the buckets anew; null takes the limit away. */
  set(operation: string, perSecond: number | null): void {
    if (perSecond === null) this.#limits.delete(operation);
    else this.#limits.set(operation, { perSecond, buckets: new Map() });
  }

  /** Whether a call may pass. @param now milliseconds of a clock that only runs forward */
  admit(service: string, operation: string, { account, region }: Scope, now: number): boolean {
    const limit = this.#limits.get(operation);
    if (limit === undefined) return true;
    const { perSecond, buckets } = limit;
    const key = `${service}/${account}/${region}`;
    const { tokens, filledAt } = buckets.get(key) ?? { tokens: perSecond, filledAt: now };
    const filled = Math.min(perSecond, tokens + ((now - filledAt) / SECOND) * perSecond);
    const admitted = filled >= 1;
    buckets.set(key, { tokens: admitted ? filled - 1 : filled, filledAt: now });
    return admitted;
  }
}
