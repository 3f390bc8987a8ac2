// The settings of property-based tests: FC_SEED replays them with the seed that a failure printed, FC_PART=1 runs all of them.
import fc from 'fast-check';

const { FC_SEED, FC_PART = '0.4' } = process.env;
if (FC_SEED !== undefined) fc.configureGlobal({ seed: Number(FC_SEED) });

/** The number of runs in CI, a part of those of the whole check. */
export const runs = (whole: number): number => Math.ceil(whole * Number(FC_PART));
