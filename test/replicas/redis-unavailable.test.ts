// Two gateways whose Redis goes away: nothing is changed without it, reading goes on, and changes come back with it.
import { setTimeout as delay } from 'node:timers/promises';
import { changeJob, verdictOf, type JobChange } from '../support/job-changes';
import { describeWithRedis, type RedisServer } from '../support/redis';
import type { Replica } from '../support/replica';
import { jobIds, Replicas } from '../support/replicas';
import { jobGlobalId } from '../support/resources';

const ROUNDS = 20;
/** Milliseconds of every AWS call, and by how many of them a timer may be early. */
const LATENCY = 30;
const EARLY = 2;
/** Milliseconds within which a change is refused. */
const PATIENCE = 2_500;
/** Milliseconds for which a Redis that has just begun gives out no leases. */
const QUARANTINE = 20_000;

const [JOB = ''] = jobIds(1);

describeWithRedis('two replicas and a Redis that goes away')('two replicas', () => {
  let replicas: Replicas;
  let redis: RedisServer;
  let pair: [Replica, Replica];

  beforeAll(async () => {
    replicas = await Replicas.open({ redis: true });
    if (replicas.redis === undefined) throw new Error('There is no Redis.');
    ({ redis } = replicas);
    pair = await Promise.all([replicas.start(), replicas.start()]);
    await Promise.all(pair.map((replica) => replica.changes()));
  });

  afterAll(() => replicas.close());

  beforeEach(async () => {
    await replicas.putRunningJob(JOB);
    await replicas.forgetCalls();
  });

  const ofBoth = (mutation: JobChange) =>
    Promise.all(pair.map(async (replica) => verdictOf(await changeJob(replica, mutation, JOB))));

  async function statusesRead(): Promise<unknown[]> {
    const query = 'query ($id: ID!) { node(id: $id) { ... on ClassificationJob { awsStatus } } }';
    const replies = await Promise.all(pair.map((replica) => replica.ask(query, { id: jobGlobalId(JOB) })));
    return replies.map((reply) => (typeof reply === 'string' ? reply : reply.answer.data?.node));
  }

  /** Both refuse, in time and without a word to AWS, and both go on reading. */
  async function expectNoChanges(): Promise<void> {
    const start = performance.now();
    const verdicts = await ofBoth('pauseClassificationJob');
    const took = performance.now() - start;
    expect(verdicts).toEqual(['LEASE_UNAVAILABLE', 'LEASE_UNAVAILABLE']);
    expect(took).toBeLessThan(PATIENCE);
    expect(await statusesRead()).toEqual([{ awsStatus: 'RUNNING' }, { awsStatus: 'RUNNING' }]);
    expect(await replicas.updates()).toEqual([]);
  }

  test('of two changes at once one is under way, and the other is checked against what came of it', async () => {
    await replicas.emulator.control('POST', '/settings', { latencyMs: LATENCY });
    const rounds: (string | undefined)[][] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const mutation = round % 2 === 0 ? 'pauseClassificationJob' : 'resumeClassificationJob';
      rounds.push((await ofBoth(mutation)).sort());
    }
    const calls = await replicas.emulator.calls();
    await replicas.emulator.control('POST', '/settings', { latencyMs: 0 });
    const gaps = calls
      .slice(1)
      .map(({ time }, index) => Date.parse(time) - Date.parse(calls[index]?.time ?? ''));

    expect(rounds).toEqual(Array.from({ length: ROUNDS }, () => ['APPLIED', 'REFUSED']));
    // The one is checked, sent and looked at; then the other is checked.
    expect(calls.map(({ operation, status }) => `${operation} ${status ?? ''}`)).toEqual(
      rounds.flatMap(() => [
        'DescribeClassificationJob 200',
        'UpdateClassificationJob 200',
        'DescribeClassificationJob 200',
        'DescribeClassificationJob 200',
      ]),
    );
    // The times are those of the requests: each came when the one before had been answered.
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(LATENCY - EARLY);
  });

  test('while Redis is frozen nothing is changed, and afterwards it is at once', async () => {
    redis.freeze();
    await expectNoChanges();
    redis.thaw();
    await Promise.all(pair.map((replica) => replica.changes()));
    expect((await ofBoth('pauseClassificationJob')).sort()).toEqual(['APPLIED', 'REFUSED']);
    expect(await replicas.updates()).toHaveLength(1);
  });

  test('while Redis is dead nothing is changed, nor in the 20 seconds after it has begun anew', async () => {
    await redis.kill();
    await expectNoChanges();
    const begun = performance.now();
    await redis.run();
    await expectNoChanges();
    await delay(QUARANTINE / 2);
    await expectNoChanges();
    await Promise.all(pair.map((replica) => replica.changes()));
    const took = performance.now() - begun;
    expect((await ofBoth('pauseClassificationJob')).sort()).toEqual(['APPLIED', 'REFUSED']);
    expect(await replicas.updates()).toHaveLength(1);
    expect(took).toBeGreaterThanOrEqual(QUARANTINE);
    expect(await replicas.stop()).toEqual([0, 0]);
  });
});
