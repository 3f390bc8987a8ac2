/** Time, as changes need it. */
import { setTimeout as delay } from 'node:timers/promises';

export interface Clock {
  /** Milliseconds that only ever go forward, whatever is done to the time of day. */
  now(): number;
  /** The time of day. */
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
