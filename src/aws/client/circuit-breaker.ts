/** Whether a service in a target is asked at all: after failures in a row it is left alone, then one attempt shows whether it is back. */
import { CircuitState, ConsecutiveBreaker, circuitBreaker, handleAll } from 'cockatiel';
import type { CallLimits } from './call-limits';
import type { Symptom } from './failure-class';

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

export class Circuit {
  private readonly breaker;
  private restsUntil = 0;

  constructor({ failuresInARow, restMs }: Pick<CallLimits, 'failuresInARow' | 'restMs'>) {
    this.breaker = circuitBreaker(handleAll, {
      halfOpenAfter: restMs,
      breaker: new ConsecutiveBreaker(failuresInARow),
    });
    this.breaker.onBreak(() => {
      this.restsUntil = Date.now() + restMs;
    });
  }

  get state(): BreakerState {
    return STATES[this.breaker.state];
  }

  /** Throws CircuitOpenError while the service counts as down, unless it is time to try it again. */
  admit(): void {
    const left = this.restsUntil - Date.now();
    if (this.state === 'closed' || (this.state === 'open' && left <= 0)) return;
    // While one attempt shows whether the service is back, nobody knows how long that takes.
    throw new CircuitOpenError(Math.max(1, Math.ceil(left / 1_000)));
  }

  /**
   * Makes an attempt and learns from it, or throws CircuitOpenError. A silent attempt counts as a failure at once; a
   * broken one may be followed by a better one, so that only `gaveUp` counts.
   */
  async attempt<Answer>(
    work: () => Promise<Answer>,
    symptomOf: (error: unknown) => Symptom,
  ): Promise<Answer> {
    if (this.state !== 'closed') return this.probe(work, symptomOf);
    try {
      const answer = await work();
      await this.count('answering');
      return answer;
    } catch (error) {
      const symptom = symptomOf(error);
      if (symptom !== 'broken') await this.count(symptom);
      throw error;
    }
  }

  /** Counts a read that failed with all its attempts. */
  async gaveUp(symptom: Symptom): Promise<void> {
    if (symptom === 'broken') await this.count(symptom);
  }

  /** Whatever does not show that the service is back leaves it alone for another while. */
  private async probe<Answer>(
    work: () => Promise<Answer>,
    symptomOf: (error: unknown) => Symptom,
  ): Promise<Answer> {
    this.admit();
    const result = await this.breaker.execute(async () => {
      try {
        return { answer: await work() };
      } catch (error) {
        if (symptomOf(error) === 'answering') return { error };
        throw error;
      }
    });
    if ('error' in result) throw result.error;
    return result.answer;
  }

  private async count(symptom: Symptom): Promise<void> {
    if (symptom === 'unknown' || this.state !== 'closed') return;
    const outcome = symptom === 'answering' ? Promise.resolve() : Promise.reject(new Error(symptom));
    await this.breaker.execute(() => outcome).catch(() => undefined);
  }
}
