/** The options of the benchmark: program arguments, latencies and time budgets. */

export interface Options {
  readonly quick: boolean;
  /** True to write RESULTS.md. */
  readonly write: boolean;
  /** The delays of every AWS call to measure with, in milliseconds. */
  readonly latencies: readonly number[];
  /** The subset of `latencies` at which throughput is measured. */
  readonly throughputLatencies: readonly number[];
  /** The budget of one query at one latency. */
  readonly budget: Budget;
  /** The number of walks through the long list, after two walks for warm-up. */
  readonly walks: number;
  /** The duration of the event loop measurement. */
  readonly loopMs: number;
}

export interface Budget {
  /** For the gateway and for each baseline. */
  readonly warmUpMs: number;
  readonly measureMs: number;
  /** The minimum number of runs of the gateway and the bare SDK, unless they take too long. */
  readonly minRuns: number;
  readonly throughputMs: number;
}

const FULL: Omit<Options, 'quick' | 'write'> = {
  latencies: [0, 20, 80],
  throughputLatencies: [0, 20],
  budget: { warmUpMs: 600, measureMs: 3_000, minRuns: 8, throughputMs: 1_200 },
  walks: 12,
  loopMs: 6_000,
};

const QUICK: Omit<Options, 'quick' | 'write'> = {
  latencies: [0, 20],
  throughputLatencies: [20],
  budget: { warmUpMs: 200, measureMs: 800, minRuns: 3, throughputMs: 500 },
  walks: 3,
  loopMs: 1_500,
};

/** An unknown argument. The message is one line. */
export class OptionError extends Error {}

/** Reads the program arguments. Throws OptionError. */
export function readOptions(args: readonly string[]): Options {
  const unknown = args.filter((each) => each !== '--quick' && each !== '--write');
  if (unknown.length > 0)
    throw new OptionError(`Unknown option: ${unknown.join(' ')}. Use --quick or --write.`);
  const quick = args.includes('--quick');
  return { quick, write: args.includes('--write'), ...(quick ? QUICK : FULL) };
}
