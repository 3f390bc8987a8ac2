// One run of one replica: its own clock, its calls to what lies outside, and its death, after which none of them returns.
import type { Clock } from '../../../src/changes/clock';
import type { Simulation } from './simulation';

const EPOCH = Date.UTC(2026, 0, 1);

/** How the process is troubled. */
export interface Trouble {
  /** Dies instead of going on for the time of this number. */
  readonly diesAtStep: number;
  /** Dies as soon as a change has left it. */
  readonly diesAfterSend: boolean;
  /** The probability that it stands still before it goes on. */
  readonly stalls: number;
}

export class Process {
  isAlive = true;
  readonly clock: Clock;
  private steps = 0;

  constructor(
    readonly sim: Simulation,
    readonly trouble: Trouble,
    /** What its clock shows at the beginning: every process counts from another moment. */
    private readonly origin: number,
  ) {
    this.clock = {
      now: () => this.origin + sim.now,
      date: () => new Date(EPOCH + sim.now),
      delay: (milliseconds) =>
        this.later(milliseconds + (milliseconds > 0 ? sim.random.between(0, 9 * milliseconds) : 0)),
    };
  }

  /** Goes on after so long, if it is still alive. */
  later(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      this.goOn(milliseconds, resolve);
    });
  }

  /** A call: what it does is done on the other side, even if nobody is left to hear of it. */
  ask<Answer>(serve: () => Answer, failure: () => Error | undefined): Promise<Answer> {
    const { sim } = this;
    return new Promise((resolve, reject) => {
      sim.after(this.latency(), () => {
        const unsent = failure();
        const outcome = unsent === undefined ? attempt(serve) : { error: unsent };
        this.goOn(this.latency(), () => {
          const unheard = 'error' in outcome ? outcome.error : failure();
          if ('error' in outcome || unheard !== undefined) reject(unheard ?? new Error('No reason'));
          else resolve(outcome.value);
        });
      });
    });
  }

  goOn(milliseconds: number, run: () => void): void {
    const { random } = this.sim;
    const stall = random.chance(this.trouble.stalls) ? random.between(1, 25_000) : 0;
    this.sim.after(milliseconds + stall, () => {
      this.steps += 1;
      if (this.steps === this.trouble.diesAtStep) this.isAlive = false;
      if (this.isAlive) run();
    });
  }

  latency(): number {
    return this.sim.random.between(0, 15);
  }
}

function attempt<Answer>(serve: () => Answer): { readonly value: Answer } | { readonly error: Error } {
  try {
    return { value: serve() };
  } catch (error) {
    if (error instanceof Error) return { error };
    throw error;
  }
}
