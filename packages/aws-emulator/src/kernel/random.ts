/** Deterministic random values for seeds: the same words give the same sequence on every machine. */
import { createHash } from 'node:crypto';

/** A mulberry32 generator whose initial state is the SHA-256 of some words. */
export class Random {
  #state: number;

  constructor(...words: readonly string[]) {
    this.#state = createHash('sha256').update(JSON.stringify(words)).digest().readUInt32LE(0);
  }

  /** A number from 0 (inclusive) to 1 (exclusive). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from `min` to `max`, both inclusive. */
  int(min: number, max: number): number {
    return min + Math.floor(this.next() * (max - min + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(values: readonly [T, ...T[]]): T {
    return values[this.int(0, values.length - 1)] ?? values[0];
  }

  /** A subset of `min` to `max` values, in their original order. */
  some<T>(values: readonly T[], min: number, max: number): T[] {
    const count = Math.min(values.length, this.int(min, max));
    const indices = new Set(values.keys());
    while (indices.size > count) indices.delete([...indices][this.int(0, indices.size - 1)] ?? 0);
    return [...indices].flatMap((index) => values.slice(index, index + 1));
  }

  hex(length: number): string {
    let text = '';
    while (text.length < length) text += this.int(0, 0xffff).toString(16).padStart(4, '0');
    return text.slice(0, length);
  }

  /** A string of digits whose first digit is not 0. */
  digits(length: number): string {
    let text = String(this.int(1, 9));
    while (text.length < length) text += String(this.int(0, 9));
    return text;
  }

  /** A version 4 UUID. */
  uuid(): string {
    const hex = this.hex(32);
    const variant = this.pick(['8', '9', 'a', 'b']);
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
  }
}

/** Calls `make` until it returns an id that is not in `taken`. */
export function unusedId(taken: { has(id: string): boolean }, make: () => string): string {
  for (;;) {
    const id = make();
    if (!taken.has(id)) return id;
  }
}
