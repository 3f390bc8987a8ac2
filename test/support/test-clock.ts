// A clock of the history whose time stands still until a test advances it.
import { setImmediate as nextTick } from 'node:timers/promises';
import type { SteadyClock } from '../../src/history/steady-clock';

interface Waiter {
  readonly at: number;
  readonly end: () => void;
}

export class TestClock implements SteadyClock {
  private time = Date.now();
  private waiting: readonly Waiter[] = [];

  now(): number {
    return this.time;
  }

  delay(milliseconds: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (signal.aborted) {
        resolve();
        return;
      }
      const end = () => {
        this.waiting = this.waiting.filter((waiter) => waiter.end !== end);
        signal.removeEventListener('abort', end);
        resolve();
      };
      this.waiting = [...this.waiting, { at: this.time + milliseconds, end }];
      signal.addEventListener('abort', end);
    });
  }

  /** Advances the time, and ends the delays that are over. */
  advance(milliseconds: number): void {
    this.time += milliseconds;
    for (const { at, end } of this.waiting) if (at <= this.time) end();
  }

  /** Resolves when as many delays wait. */
  async waits(count: number): Promise<void> {
    while (this.waiting.length !== count) await nextTick();
  }
}
