// One process of a replica: its clock, its calls to stores and to AWS, and its death, after which no call returns.
import type { Clock } from '../../../src/changes/clock';
import type { Simulation } from './simulation';

const EPOCH = Date.UTC(2026, 0, 1);

/** The faults of a process. */
export interface ProcessFaults {
  /** The number of the step before which the process dies. */
  readonly diesAtStep: number;
  /** True if the process dies as soon as it has sent an update. */
  readonly diesAfterSend: boolean;
  /** The probability that the process pauses before a step. */
  readonly stallRate: number;
}

export class Process {
  isAlive = true;
  readonly clock: Clock;
  private steps = 0;

  constructor(
    readonly sim: Simulation,
    readonly faults: ProcessFaults,
    /** The initial time of its clock, different for every process. */
    private readonly origin: number,
  ) {
    this.clock = {
      now: () => this.origin + sim.now,
      date: () => new Date(EPOCH + sim.now),
      delay: (milliseconds) =>
        this.wait(milliseconds + (milliseconds > 0 ? sim.random.between(0, 9 * milliseconds) : 0)),
    };
  }

  /** Resolves after this time if the process is still alive. */
  wait(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      this.resume(milliseconds, resolve);
    });
  }

  /** Calls a remote part. The call takes effect there even if the process dies before the response arrives. */
  call<Result>(serve: () => Result, failure: () => Error | undefined): Promise<Result> {
    const { sim } = this;
    return new Promise((resolve, reject) => {
      sim.after(this.latency(), () => {
        const sendFailure = failure();
        const outcome = sendFailure === undefined ? attempt(serve) : { error: sendFailure };
        this.resume(this.latency(), () => {
          const responseFailure = 'error' in outcome ? outcome.error : failure();
          if ('error' in outcome || responseFailure !== undefined)
            reject(responseFailure ?? new Error('No reason'));
          else resolve(outcome.value);
        });
      });
    });
  }

  /** Runs the next step after this time, if the process is still alive. */
  resume(milliseconds: number, run: () => void): void {
    const { random } = this.sim;
    const stall = random.chance(this.faults.stallRate) ? random.between(1, 25_000) : 0;
    this.sim.after(milliseconds + stall, () => {
      this.steps += 1;
      if (this.steps === this.faults.diesAtStep) this.isAlive = false;
      if (this.isAlive) run();
    });
  }

  latency(): number {
    return this.sim.random.between(0, 15);
  }
}

function attempt<Result>(serve: () => Result): { readonly value: Result } | { readonly error: Error } {
  try {
    return { value: serve() };
  } catch (error) {
    if (error instanceof Error) return { error };
    throw error;
  }
}
