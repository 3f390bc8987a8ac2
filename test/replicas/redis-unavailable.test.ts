// Two gateways and an unavailable Redis: they reject changes, continue to read, and change resources again once Redis is available.
import { setTimeout as delay } from 'node:timers/promises';
import { changeJob, verdictOf, type JobChange } from '../support/job-changes';
import { describeWithRedis, type RedisServer } from '../support/redis';
import type { Replica } from '../support/replica';
import { jobIds, Replicas } from '../support/replicas';
import { jobGlobalId } from '../support/resources';

const ROUNDS = 20;
/** Milliseconds that every AWS call takes, and milliseconds by which a timer may fire early. */
const LATENCY = 30;
const EARLY = 2;
/** Milliseconds within which the gateway rejects a change. */
const REJECTION_TIME = 2_500;
/** Milliseconds after the start of Redis during which the gateways take no leases. */
const QUARANTINE = 20_000;

const [JOB = ''] = jobIds(1);

describeWithRedis('two replicas and an unavailable Redis')('two replicas and an unavailable Redis', () => {
  let replicas: Replicas;
  let redis: RedisServer;
  let pair: [Replica, Replica];

  beforeAll(async () => {
    replicas = await Replicas.open({ redis: true });
    if (replicas.redis === undefined) throw new Error('The replicas have no Redis.');
    ({ redis } = replicas);
    pair = await Promise.all([replicas.start(), replicas.start()]);
    await Promise.all(pair.map((replica) => replica.changes()));
  });

  afterAll(() => replicas.close());

  beforeEach(async () => {
    await replicas.putRunningJob(JOB);
    await replicas.forgetCalls();
  });

  const changeOnBoth = (mutation: JobChange) =>
    Promise.all(pair.map(async (replica) => verdictOf(await changeJob(replica, mutation, JOB))));

  async function statusesRead(): Promise<unknown[]> {
    const query = 'query ($id: ID!) { node(id: $id) { ... on ClassificationJob { awsStatus } } }';
    const replies = await Promise.all(pair.map((replica) => replica.ask(query, { id: jobGlobalId(JOB) })));
    return replies.map((reply) => (typeof reply === 'string' ? reply : reply.answer.data?.node));
  }

  /** Expects that both replicas reject a change in time, send no update to AWS and continue to read. */
  async function expectNoChanges(): Promise<void> {
    const start = performance.now();
    const verdicts = await changeOnBoth('pauseClassificationJob');
    const took = performance.now() - start;
    expect(verdicts).toEqual(['LEASE_UNAVAILABLE', 'LEASE_UNAVAILABLE']);
    expect(took).toBeLessThan(REJECTION_TIME);
    expect(await statusesRead()).toEqual([{ awsStatus: 'RUNNING' }, { awsStatus: 'RUNNING' }]);
    expect(await replicas.updates()).toEqual([]);
  }

  test('runs two concurrent changes one after the other, and checks the second against the result of the first', async () => {
    await replicas.emulator.control('POST', '/settings', { latencyMs: LATENCY });
    const rounds: (string | undefined)[][] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const mutation = round % 2 === 0 ? 'pauseClassificationJob' : 'resumeClassificationJob';
      rounds.push((await changeOnBoth(mutation)).sort());
    }
    const calls = await replicas.emulator.calls();
    await replicas.emulator.control('POST', '/settings', { latencyMs: 0 });
    const gaps = calls
      .slice(1)
      .map(({ time }, index) => Date.parse(time) - Date.parse(calls[index]?.time ?? ''));

    expect(rounds).toEqual(Array.from({ length: ROUNDS }, () => ['APPLIED', 'REFUSED']));
    // The first change is checked, sent and verified before the second is checked.
    expect(calls.map(({ operation, status }) => `${operation} ${status ?? ''}`)).toEqual(
      rounds.flatMap(() => [
        'DescribeClassificationJob 200',
        'UpdateClassificationJob 200',
        'DescribeClassificationJob 200',
        'DescribeClassificationJob 200',
      ]),
    );
    // These are the times of the requests: each one arrived after the response to the previous one.
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(LATENCY - EARLY);
  });

  test('rejects changes while Redis is frozen, and applies them as soon as Redis responds again', async () => {
    redis.freeze();
    await expectNoChanges();
    redis.thaw();
    await Promise.all(pair.map((replica) => replica.changes()));
    expect((await changeOnBoth('pauseClassificationJob')).sort()).toEqual(['APPLIED', 'REFUSED']);
    expect(await replicas.updates()).toHaveLength(1);
  });

  test('rejects changes while Redis is down, and for 20 seconds after Redis restarts', async () => {
    await redis.kill();
    await expectNoChanges();
    const start = performance.now();
    await redis.run();
    await expectNoChanges();
    await delay(QUARANTINE / 2);
    await expectNoChanges();
    await Promise.all(pair.map((replica) => replica.changes()));
    const took = performance.now() - start;
    expect((await changeOnBoth('pauseClassificationJob')).sort()).toEqual(['APPLIED', 'REFUSED']);
    expect(await replicas.updates()).toHaveLength(1);
    expect(took).toBeGreaterThanOrEqual(QUARANTINE);
    expect(await replicas.stop()).toEqual([0, 0]);
  });
});
