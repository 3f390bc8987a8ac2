// Pseudo-random numbers that a seed determines.

export class Random {
  /** An array with one element, so that Node.js does not allocate a new number for each step. */
  private readonly state: Int32Array;

  constructor(seed: number) {
    this.state = Int32Array.of(Math.imul(seed, 0x9e3779b1));
  }

  /** A number from 0 (inclusive) to 1 (exclusive). */
  next(): number {
    const state = ((this.state[0] ?? 0) + 0x6d2b79f5) | 0;
    this.state[0] = state;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  }

  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<Item>(items: readonly Item[]): Item {
    const item = items[this.between(0, items.length - 1)];
    if (item === undefined) throw new RangeError('There is nothing to pick from.');
    return item;
  }
}
