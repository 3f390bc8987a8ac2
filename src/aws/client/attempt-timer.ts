/** The timer of an HTTP handler: one timer for all its attempts, which have the same duration. */
import { InFlightSet } from '../../domain/in-flight';

interface Attempt {
  /** The start, on the clock of `performance.now()`. */
  readonly startedAt: number;
  /** Ends the attempt because its time is over. */
  expire(): void;
}

export class AttemptTimer {
  /** In the order of their starts. */
  private readonly attempts = new InFlightSet<Attempt>();
  private timer: NodeJS.Timeout | undefined;

  /** @param durationMs the maximum milliseconds of an attempt. */
  constructor(private readonly durationMs: number) {}

  start(attempt: Attempt): void {
    this.attempts.add(attempt);
    if (this.timer === undefined) this.wait(this.durationMs);
  }

  stop(attempt: Attempt): void {
    this.attempts.delete(attempt);
  }

  /** Does not keep the process alive, because the socket of an attempt does. */
  private wait(milliseconds: number): void {
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.expireAttempts();
    }, milliseconds).unref();
  }

  private expireAttempts(): void {
    const now = performance.now();
    for (const attempt of this.attempts.toArray()) {
      const remainingMs = attempt.startedAt + this.durationMs - now;
      if (remainingMs > 0) {
        this.wait(remainingMs);
        return;
      }
      this.attempts.delete(attempt);
      attempt.expire();
    }
  }
}
