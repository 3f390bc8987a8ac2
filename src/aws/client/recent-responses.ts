/** Answers that have landed, for as long as a request that came before may still ask for them. */
import type { Arrivals } from './in-flight-requests';

/** Milliseconds after which a request that has not asked is not waited for. */
const LIFE = 2_000;
const MAX_ANSWERS = 300;

interface Landed<Value> {
  readonly value: Value;
  readonly at: number;
}

export class AtHand<Value> {
  /** In the order in which they landed. */
  private readonly answers = new Map<string, Landed<Value>>();
  private sweeper: NodeJS.Timeout | undefined;

  constructor(private readonly arrivals: Arrivals) {}

  /** One that landed after the asker had come. */
  find(key: string, since: number): Landed<Value> | undefined {
    const landed = this.answers.get(key);
    return landed !== undefined && landed.at >= since ? landed : undefined;
  }

  keep(key: string, value: Value): void {
    this.answers.delete(key);
    this.answers.set(key, { value, at: performance.now() });
    this.sweep();
  }

  clear(): void {
    this.answers.clear();
  }

  private sweep(): void {
    const oldest = Math.max(this.arrivals.first, performance.now() - LIFE);
    for (const [key, { at }] of this.answers) {
      if (at >= oldest && this.answers.size <= MAX_ANSWERS) break;
      this.answers.delete(key);
    }
    if (this.answers.size === 0 || this.sweeper !== undefined) return;
    this.sweeper = setTimeout(() => {
      this.sweeper = undefined;
      this.sweep();
    }, LIFE).unref();
  }
}
