/** The clock of the history: it starts with the system time and does not jump with it. */

export interface SteadyClock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Resolves after a time, or at once when the signal aborts. */
  delay(milliseconds: number, signal: AbortSignal): Promise<void>;
}

export function steadyClock(): SteadyClock {
  const start = Date.now() - performance.now();
  return {
    now: () => start + performance.now(),
    delay: (milliseconds, signal) =>
      new Promise((resolve) => {
        if (signal.aborted) {
          resolve();
          return;
        }
        const end = () => {
          clearTimeout(timer);
          signal.removeEventListener('abort', end);
          resolve();
        };
        const timer = setTimeout(end, milliseconds);
        timer.unref();
        signal.addEventListener('abort', end);
      }),
  };
}
