// Model test: the change engine keeps its invariants under random failures of replicas, stores and AWS, in random interleavings.
// MODEL_RUNS is the number of schedules. MODEL_SEED is the first seed: the seed of a failed schedule replays it.
import { brokenInvariants } from './model/invariants';
import { explore, formatHistory } from './model/explore';
import { runSchedule } from './model/environment';

const runs = Number(process.env.MODEL_RUNS ?? 6_000);
const seed = Number(process.env.MODEL_SEED ?? Date.now() % 1_000_000_000);

test(`the change engine keeps its invariants in ${runs} schedules from seed ${seed}`, async () => {
  const start = performance.now();
  const { failure, counts, ...exploration } = await explore(seed, runs);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  process.stdout.write(`${exploration.runs} schedules in ${seconds} s: ${JSON.stringify(counts)}\n`);
  if (failure !== undefined) {
    const history = await runSchedule(failure.seed);
    throw new Error(
      `MODEL_SEED=${failure.seed}\n${brokenInvariants(history).join('\n')}\n${formatHistory(history)}`,
    );
  }
  expect(failure).toBeUndefined();
}, 600_000);
