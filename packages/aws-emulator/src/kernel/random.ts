/** Deterministic random choices for seeds: the same words give the same sequence on every machine. */
import { createHash } from 'node:crypto';

/** A mulberry32 generator whose starting point is the SHA-256 of some words. */
export class Random {
  #state: number;

  constructor(...words: readonly string[]) {
    this.#state = createHash('sha256').update(JSON.stringify(words)).digest().readUInt32LE(0);
  }

  /** From 0 (included) to 1 (excluded). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number, both ends included. */
  int(min: number, max: number): number {
    return min + Math.floor(this.next() * (max - min + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(values: readonly [T, ...T[]]): T {
    return values[this.int(0, values.length - 1)] ?? values[0];
  }

  /** Between `min` and `max` different values, in their given order. */
  some<T>(values: readonly T[], min: number, max: number): T[] {
    const wanted = Math.min(values.length, this.int(min, max));
    const left = new Set(values.keys());
    while (left.size > wanted) left.delete([...left][this.int(0, left.size - 1)] ?? 0);
    return [...left].flatMap((index) => values.slice(index, index + 1));
  }

  hex(length: number): string {
    let text = '';
    while (text.length < length) text += this.int(0, 0xffff).toString(16).padStart(4, '0');
    return text.slice(0, length);
  }

  /** Digits, the first of them not 0. */
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

/** Makes ids until one is new. */
export function unusedId(taken: { has(id: string): boolean }, make: () => string): string {
  for (;;) {
    const id = make();
    if (!taken.has(id)) return id;
  }
}
