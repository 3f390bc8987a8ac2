/** How fast an operation is called in a target: not above its configured rate, and slower once AWS throttles it. */
import { DefaultRateLimiter } from '@smithy/core/retry';
import { RateLimiterMemory, RateLimiterQueue } from 'rate-limiter-flexible';

/** Calls per second, however much AWS throttles. */
const MIN_CALLS_PER_SECOND = 2;

export class RateLimiter {
  /** The SDK's own: without effect until AWS throttles, then it lets calls through as fast as AWS was seen to take them. */
  private readonly adaptive = new DefaultRateLimiter({ minFillRate: MIN_CALLS_PER_SECOND });
  private readonly fixed: RateLimiterQueue | undefined;

  /** `callsPerSecond` bounds the rate. */
  constructor(callsPerSecond: number | undefined) {
    if (callsPerSecond === undefined) return;
    const limiter = new RateLimiterMemory({ points: callsPerSecond, duration: 1 });
    this.fixed = new RateLimiterQueue(limiter, { maxQueueSize: Number.MAX_SAFE_INTEGER });
  }

  /** Waits until a call may be sent. */
  async acquire(): Promise<void> {
    await this.fixed?.removeTokens(1);
    await this.adaptive.getSendToken();
  }

  /** Learns from how AWS took a call; `error` is what the call failed with. */
  report(error?: unknown): void {
    this.adaptive.updateClientSendingRate(error ?? {});
  }
}
