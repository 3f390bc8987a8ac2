/** Responses that remain available after their call ends, for requests that arrived before the response. */
import { InFlightMap } from '../../domain/in-flight';
import type { InFlightRequests } from './in-flight-requests';

/** The maximum time that a response remains available, in milliseconds. */
const TTL_MS = 2_000;
const MAX_RESPONSES = 300;

interface RecentResponse<Value> {
  readonly value: Value;
  readonly resolvedAt: number;
}

export class RecentResponses<Value> {
  /** In the order in which the calls ended. */
  private readonly responses = new InFlightMap<RecentResponse<Value>>();
  private sweeper: NodeJS.Timeout | undefined;

  constructor(private readonly requests: InFlightRequests) {}

  /** A response that resolved after `arrivedAt`; undefined without one. */
  find(key: string, arrivedAt: number): RecentResponse<Value> | undefined {
    const recent = this.responses.get(key);
    return recent !== undefined && recent.resolvedAt >= arrivedAt ? recent : undefined;
  }

  add(key: string, value: Value): void {
    this.responses.set(key, { value, resolvedAt: performance.now() });
    this.sweep();
  }

  clear(): void {
    this.responses.clear();
  }

  private sweep(): void {
    const oldest = Math.max(this.requests.earliestArrival, performance.now() - TTL_MS);
    for (let first = this.responses.oldest; first !== undefined; first = this.responses.oldest) {
      const [key, { resolvedAt }] = first;
      if (resolvedAt >= oldest && this.responses.size <= MAX_RESPONSES) break;
      this.responses.delete(key);
    }
    if (this.responses.size === 0 || this.sweeper !== undefined) return;
    this.sweeper = setTimeout(() => {
      this.sweeper = undefined;
      this.sweep();
    }, TTL_MS).unref();
  }
}
