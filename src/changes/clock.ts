/** The clock of changes, which tests replace. */
import { setTimeout as delay } from 'node:timers/promises';

export interface Clock {
  /** Monotonic time in milliseconds, independent of the system time. */
  now(): number;
  /** The system time. */
  date(): Date;
  delay(milliseconds: number): Promise<void>;
}

export const SYSTEM_CLOCK: Clock = {
  now: () => performance.now(),
  date: () => new Date(),
  delay: async (milliseconds) => {
    await delay(milliseconds);
  },
};
