/** The emulator's one clock. It runs with real time unless it is frozen; it can be set and moved on. */

export class Clock {
  /** The first reading; seeds are laid out around it. Milliseconds since the epoch. */
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

  set(time: number): void {
    if (this.#frozenAt !== undefined) this.#frozenAt = time;
    this.#offset = time - Date.now();
  }

  freeze(): void {
    this.#frozenAt = this.now();
  }

  /** Goes on from the reading at which it was frozen. */
  unfreeze(): void {
    const reading = this.now();
    this.#frozenAt = undefined;
    this.set(reading);
  }
}

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
