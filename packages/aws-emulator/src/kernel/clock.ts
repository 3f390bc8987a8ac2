/** The clock of the emulator. It follows real time unless it is frozen, and it can be set. */

export class Clock {
  /** The initial time, in milliseconds since the epoch. Seeded times are relative to it. */
  readonly start: number;
  #frozenAt: number | undefined;
  #offset = 0;

  constructor(start = Date.now()) {
    this.start = start;
    this.set(start);
  }

  get frozen(): boolean {
    return this.#frozenAt !== undefined;
  }

  /** Milliseconds since the epoch. */
  now(): number {
    return this.#frozenAt ?? Date.now() + this.#offset;
  }

  /** @param time milliseconds since the epoch */
  set(time: number): void {
    if (this.#frozenAt !== undefined) this.#frozenAt = time;
    this.#offset = time - Date.now();
  }

  freeze(): void {
    this.#frozenAt = this.now();
  }

  /** Continues from the time at which it was frozen. */
  unfreeze(): void {
    const frozenAt = this.now();
    this.#frozenAt = undefined;
    this.set(frozenAt);
  }
}

/** Units of time, in milliseconds. */
export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
