/** The circuit breaker of a service in a target: it opens after consecutive failures, and admits one probe after a cooldown. */
import { CircuitState, ConsecutiveBreaker, circuitBreaker, handleAll } from 'cockatiel';
import type { CallLimits } from './call-limits';
import type { FailureClass } from './failure-class';

/** The circuit breaker is open, and the gateway did not call the service. */
export class CircuitOpenError extends Error {
  constructor(readonly retryAfterSeconds: number) {
    super('The circuit breaker of the service is open.');
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
  /** True when the last recorded result is a failure. */
  private hasFailed = false;

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

  /** Throws CircuitOpenError while the breaker is open and cooling down, or while a probe is in flight. */
  admit(): void {
    const remainingMs = this.cooldownUntil - Date.now();
    if (this.state === 'closed' || (this.state === 'open' && remainingMs <= 0)) return;
    // The duration of a probe is unknown, so that calls during a probe get the minimum of one second.
    throw new CircuitOpenError(Math.max(1, Math.ceil(remainingMs / 1_000)));
  }

  /**
   * Runs an attempt and records its result, or throws CircuitOpenError. A timeout counts as a failure at once. After
   * any other failure the SDK may retry, so only `recordFailedRead` counts it.
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

  /** Records a read whose attempts have all failed. */
  async recordFailedRead(failureClass: FailureClass): Promise<void> {
    if (failureClass === 'failed') await this.record(failureClass);
  }

  /** Runs an attempt after the cooldown. A response closes the breaker; any other result opens it for another cooldown. */
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
    const isFailure = failureClass !== 'responded';
    // Only after a failure does a response change the count of consecutive failures.
    if (!isFailure && !this.hasFailed) return;
    this.hasFailed = isFailure;
    const outcome = isFailure ? Promise.reject(new Error(failureClass)) : Promise.resolve();
    await this.breaker.execute(() => outcome).catch(() => undefined);
  }
}
