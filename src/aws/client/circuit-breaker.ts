/** Whether a service in a target is asked at all: after failures in a row it is left alone, then one attempt shows whether it is back. */
import { CircuitState, ConsecutiveBreaker, circuitBreaker, handleAll } from 'cockatiel';
import type { CallLimits } from './call-limits';
import type { FailureClass } from './failure-class';

/** The service counts as down, and was not asked. */
export class CircuitOpenError extends Error {
  constructor(readonly retryAfterSeconds: number) {
    super('The service counts as down.');
  }
}

export const BREAKER_STATES = ['closed', 'open', 'half-open'] as const;
export type BreakerState = (typeof BREAKER_STATES)[number];

const STATES = {
  [CircuitState.Closed]: 'closed',
  [CircuitState.Open]: 'open',
  [CircuitState.HalfOpen]: 'half-open',
  [CircuitState.Isolated]: 'open',
} as const satisfies Record<CircuitState, BreakerState>;

export class CircuitBreaker {
  private readonly breaker;
  private cooldownUntil = 0;

  constructor({ failureThreshold, cooldownMs }: Pick<CallLimits, 'failureThreshold' | 'cooldownMs'>) {
    this.breaker = circuitBreaker(handleAll, {
      halfOpenAfter: cooldownMs,
      breaker: new ConsecutiveBreaker(failureThreshold),
    });
    this.breaker.onBreak(() => {
      this.cooldownUntil = Date.now() + cooldownMs;
    });
  }

  get state(): BreakerState {
    return STATES[this.breaker.state];
  }

  /** Throws CircuitOpenError while the service counts as down, unless it is time to try it again. */
  admit(): void {
    const remaining = this.cooldownUntil - Date.now();
    if (this.state === 'closed' || (this.state === 'open' && remaining <= 0)) return;
    // While one attempt shows whether the service is back, nobody knows how long that takes.
    throw new CircuitOpenError(Math.max(1, Math.ceil(remaining / 1_000)));
  }

  /**
   * Makes an attempt and learns from it, or throws CircuitOpenError. A silent attempt counts as a failure at once; a
   * broken one may be followed by a better one, so that only `gaveUp` counts.
   */
  async attempt<Response>(
    work: () => Promise<Response>,
    classify: (error: unknown) => FailureClass,
  ): Promise<Response> {
    if (this.state !== 'closed') return this.probe(work, classify);
    try {
      const response = await work();
      await this.record('responded');
      return response;
    } catch (error) {
      const failureClass = classify(error);
      if (failureClass !== 'failed') await this.record(failureClass);
      throw error;
    }
  }

  /** Counts a read that failed with all its attempts. */
  async recordFailedRead(failureClass: FailureClass): Promise<void> {
    if (failureClass === 'failed') await this.record(failureClass);
  }

  /** Whatever does not show that the service is back leaves it alone for another while. */
  private async probe<Response>(
    work: () => Promise<Response>,
    classify: (error: unknown) => FailureClass,
  ): Promise<Response> {
    this.admit();
    const result = await this.breaker.execute(async () => {
      try {
        return { response: await work() };
      } catch (error) {
        if (classify(error) === 'responded') return { error };
        throw error;
      }
    });
    if ('error' in result) throw result.error;
    return result.response;
  }

  private async record(failureClass: FailureClass): Promise<void> {
    if (failureClass === 'inconclusive' || this.state !== 'closed') return;
    const outcome =
      failureClass === 'responded' ? Promise.resolve() : Promise.reject(new Error(failureClass));
    await this.breaker.execute(() => outcome).catch(() => undefined);
  }
}
