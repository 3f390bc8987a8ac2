/** The timer of an HTTP handler: one timer for all its attempts, which have the same duration. */

interface Attempt {
  /** Ends the attempt because its time is over. */
  expire(): void;
}

export class AttemptTimer {
  /** The start of each attempt in flight, on the clock of `performance.now()`, in the order of the starts. */
  private readonly startedAt = new Map<Attempt, number>();
  private timer: NodeJS.Timeout | undefined;

  /** @param durationMs the maximum milliseconds of an attempt. */
  constructor(private readonly durationMs: number) {}

  start(attempt: Attempt): void {
    this.startedAt.set(attempt, performance.now());
    if (this.timer === undefined) this.wait(this.durationMs);
  }

  stop(attempt: Attempt): void {
    this.startedAt.delete(attempt);
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
    for (const [attempt, startedAt] of this.startedAt) {
      const remainingMs = startedAt + this.durationMs - now;
      if (remainingMs > 0) {
        this.wait(remainingMs);
        return;
      }
      this.startedAt.delete(attempt);
      attempt.expire();
    }
  }
}
