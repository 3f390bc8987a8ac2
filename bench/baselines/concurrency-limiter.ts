/** A limit on concurrent calls. Further calls wait in a queue, first in, first out. */
export class ConcurrencyLimiter {
  private free: number;
  private readonly waiting: (() => void)[] = [];

  constructor(maxConcurrent: number) {
    this.free = maxConcurrent;
  }

  async run<Value>(call: () => Promise<Value>): Promise<Value> {
    if (this.free === 0) await new Promise<void>((resolve) => this.waiting.push(resolve));
    else this.free -= 1;
    try {
      return await call();
    } finally {
      const next = this.waiting.shift();
      if (next === undefined) this.free += 1;
      else next();
    }
  }
}
