/** How much is measured. */

export interface Options {
  readonly quick: boolean;
  /** Whether RESULTS.md is written. */
  readonly write: boolean;
  /** Milliseconds that every AWS call waits. */
  readonly latencies: readonly number[];
  /** Those among them at which throughput is measured. */
  readonly throughputLatencies: readonly number[];
  /** For one query at one latency. */
  readonly budget: Budget;
  /** How often all of the long list is walked, after two walks to warm up. */
  readonly walks: number;
  /** How long the event loop is watched. */
  readonly loopMs: number;
}

export interface Budget {
  /** For each of the three. */
  readonly warmUpMs: number;
  readonly measureMs: number;
  /** Of the gateway and of the bare SDK, unless they take very long. */
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

/** An argument is not known; the message is one line. */
export class OptionError extends Error {}

/** Throws OptionError. */
export function readOptions(args: readonly string[]): Options {
  const unknown = args.filter((each) => each !== '--quick' && each !== '--write');
  if (unknown.length > 0)
    throw new OptionError(`Not an option: ${unknown.join(' ')}. There are --quick and --write.`);
  const quick = args.includes('--quick');
  return { quick, write: args.includes('--write'), ...(quick ? QUICK : FULL) };
}
