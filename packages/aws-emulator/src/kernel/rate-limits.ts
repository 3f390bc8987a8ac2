/** Rate limits that the control endpoints set: one token bucket per service, account, region and operation. */
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
  /** By operation. Services with an operation of the same name share the limit, but not the buckets. */
  readonly #limits = new Map<string, Limit>();

  /** The limits in calls per second, by operation. */
  get all(): Readonly<Record<string, number>> {
    return Object.fromEntries(
      Array.from(this.#limits, ([operation, { perSecond }]) => [operation, perSecond]),
    );
  }

  /** Sets a limit and refills its buckets; null removes the limit. */
  set(operation: string, perSecond: number | null): void {
    if (perSecond === null) this.#limits.delete(operation);
    else this.#limits.set(operation, { perSecond, buckets: new Map() });
  }

  /**
   * Takes a token, and returns false if there is none.
   * @param now milliseconds of a monotonic clock
   */
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
