// FC_SEED replays property-based tests with the seed that a failure printed.
import fc from 'fast-check';

const { FC_SEED } = process.env;
if (FC_SEED !== undefined) fc.configureGlobal({ seed: Number(FC_SEED) });
