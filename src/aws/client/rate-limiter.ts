/** The rate limiter of an operation in a target: a configured maximum rate, and an adaptive rate after throttling by AWS. */
import { DefaultRateLimiter } from '@smithy/core/retry';
import { RateLimiterMemory, RateLimiterQueue } from 'rate-limiter-flexible';
import { classifyError } from './error-class';

/** The minimum of the adaptive rate. */
const MIN_CALLS_PER_SECOND = 2;

export class RateLimiter {
  /** The adaptive limiter of the SDK: it has no effect until AWS throttles, then follows the rate that AWS accepts. */
  private readonly adaptive = new DefaultRateLimiter({ minFillRate: MIN_CALLS_PER_SECOND });
  private readonly fixed: RateLimiterQueue | undefined;

  /** @param callsPerSecond the maximum rate; undefined for none. */
  constructor(callsPerSecond: number | undefined) {
    if (callsPerSecond === undefined) return;
    const limiter = new RateLimiterMemory({ points: callsPerSecond, duration: 1 });
    this.fixed = new RateLimiterQueue(limiter, { maxQueueSize: Number.MAX_SAFE_INTEGER });
  }

  /** Waits until the rate permits a call. */
  async acquire(): Promise<void> {
    await this.fixed?.removeTokens(1);
    await this.adaptive.getSendToken();
  }

  /** Adapts the rate to the result of a call. @param error the error of a failed call. */
  report(error?: unknown): void {
    const errorType = classifyError(error) === 'THROTTLED' ? 'THROTTLING' : undefined;
    this.adaptive.updateClientSendingRate({ errorType, error: {} });
  }
}
