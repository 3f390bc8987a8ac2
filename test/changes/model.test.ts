// The engine against a model: whatever befalls replicas, stores and AWS, and in whatever order, the invariants hold.
// MODEL_RUNS says how many schedules, MODEL_SEED which one comes first: that of a failure replays it.
import { brokenInvariants } from './model/invariants';
import { explore, story } from './model/explore';
import { runSchedule } from './model/environment';

const runs = Number(process.env.MODEL_RUNS ?? 20_000);
const seed = Number(process.env.MODEL_SEED ?? Date.now() % 1_000_000_000);

test(`${runs} schedules from seed ${seed}`, async () => {
  const begun = performance.now();
  const { failure, seen, ...done } = await explore(seed, runs);
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  process.stdout.write(`${done.runs} schedules in ${seconds} s: ${JSON.stringify(seen)}\n`);
  if (failure !== undefined) {
    const history = await runSchedule(failure.seed);
    throw new Error(`MODEL_SEED=${failure.seed}\n${brokenInvariants(history).join('\n')}\n${story(history)}`);
  }
  expect(failure).toBeUndefined();
}, 600_000);
