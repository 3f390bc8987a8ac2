// Three gateways change the same jobs while they are killed, restarted and paused: they never send AWS a change that its status forbids.
import { setTimeout as delay } from 'node:timers/promises';
import { Random } from '../support/random';
import { changeJob, verdictOf, type JobChange } from '../support/job-changes';
import { violationsIn, type RequestedChange } from '../support/job-ledger';
import { describeWithRedis } from '../support/redis';
import type { Replica } from '../support/replica';
import { jobIds, Replicas } from '../support/replicas';

const MUTATIONS = Number(process.env.REPLICA_MUTATIONS ?? 1_000);
const JOBS = jobIds(20);
/** Clients that request changes of one job at the same time. */
const CLIENTS_PER_JOB = 3;
const KILLS = 5;
/** Milliseconds that every AWS call takes, so that the kills interrupt changes. */
const LATENCY = 10;
/** Milliseconds, longer than every timeout of Redis and of the audit trail. */
const PAUSE = 6_000;

type Planned = Pick<RequestedChange, 'key' | 'jobId' | 'mutation'> & { readonly replica: number };

const random = new Random(3);

function drawMutation(): JobChange {
  // A cancelled job stays cancelled, and most jobs should remain changeable to the end.
  if (random.chance(0.005)) return 'cancelClassificationJob';
  return random.pick(['pauseClassificationJob', 'resumeClassificationJob']);
}

const plan = (): Planned[] =>
  Array.from({ length: MUTATIONS }, (_each, index) => ({
    key: `change-${index}`,
    jobId: JOBS[random.between(0, JOBS.length - 1)] ?? '',
    mutation: drawMutation(),
    replica: random.between(0, 2),
  }));

/** Sends all planned changes, at most CLIENTS_PER_JOB of one job at once. */
async function sendAll(planned: Planned[], send: (each: Planned) => Promise<void>): Promise<void> {
  const inFlight = new Map<string, number>();
  const isFree = ({ jobId }: Planned) => (inFlight.get(jobId) ?? 0) < CLIENTS_PER_JOB;
  const client = async () => {
    while (planned.length > 0) {
      const index = planned.findIndex(isFree);
      const [next] = index < 0 ? [] : planned.splice(index, 1);
      if (next === undefined) {
        await delay(10);
        continue;
      }
      inFlight.set(next.jobId, (inFlight.get(next.jobId) ?? 0) + 1);
      await send(next);
      inFlight.set(next.jobId, (inFlight.get(next.jobId) ?? 0) - 1);
    }
  };
  await Promise.all(Array.from({ length: JOBS.length * CLIENTS_PER_JOB }, client));
}

describeWithRedis('three replicas')('three replicas', () => {
  let replicas: Replicas;
  const running: Replica[] = [];
  const requestedChanges: RequestedChange[] = [];

  beforeAll(async () => {
    replicas = await Replicas.open({ redis: true });
    for (const jobId of JOBS) await replicas.putRunningJob(jobId);
    running.push(...(await Promise.all([replicas.start(), replicas.start(), replicas.start()])));
    await Promise.all(running.map((replica) => replica.changes()));
    await replicas.forgetCalls();
    await replicas.emulator.control('POST', '/settings', { latencyMs: LATENCY });
  });

  afterAll(() => replicas.close());

  /** Sends a change to its planned replica, or to the next one if that replica is down. */
  async function send({ key, jobId, mutation, replica }: Planned): Promise<void> {
    for (let index = replica; ; index += 1) {
      const chosen = running[index % running.length];
      if (chosen === undefined) throw new Error('No replica is running.');
      const reply = await changeJob(chosen, mutation, jobId, key);
      if (reply === 'refused') {
        await delay(5);
        continue;
      }
      requestedChanges.push({ key, jobId, mutation, verdict: verdictOf(reply) });
      return;
    }
  }

  async function reachShare(share: number): Promise<void> {
    while (requestedChanges.length < MUTATIONS * share) await delay(20);
  }

  async function disrupt(): Promise<void> {
    for (let round = 1; round <= KILLS + 1; round += 1) {
      await reachShare(round / (KILLS + 3));
      const index = random.between(0, 2);
      const victim = running[index];
      if (victim === undefined) continue;
      if (round === 3) {
        victim.program.kill('SIGSTOP');
        await delay(PAUSE);
        victim.program.kill('SIGCONT');
        continue;
      }
      await replicas.kill(victim);
      running[index] = await replicas.start();
    }
  }

  async function finalStatuses(): Promise<Map<string, string>> {
    const { macie2 } = (await replicas.emulator.control('GET', '/state')) as {
      readonly macie2: { readonly jobs: readonly { readonly jobId: string; readonly jobStatus: string }[] };
    };
    return new Map(macie2.jobs.map(({ jobId, jobStatus }) => [jobId, jobStatus]));
  }

  test('the replicas send no change that the status forbids, and every response matches the updates that AWS received', async () => {
    const start = performance.now();
    await Promise.all([sendAll(plan(), send), disrupt()]);
    const seconds = Math.round((performance.now() - start) / 1_000);
    const codes = await replicas.stop();
    const updates = await replicas.updates();
    const entries = await replicas.trails.entries();
    const violations = violationsIn({
      requests: requestedChanges,
      entries,
      updates,
      finalStatuses: await finalStatuses(),
    });
    const counts: Record<string, number> = {};
    for (const { verdict = 'no response' } of requestedChanges) counts[verdict] = (counts[verdict] ?? 0) + 1;
    process.stderr.write(
      `Three replicas: ${MUTATIONS} mutations (${JSON.stringify(counts)}), ${updates.length} updates, ${KILLS} kills, ${seconds} s.\n`,
    );
    expect(violations).toEqual([]);
    expect(requestedChanges).toHaveLength(MUTATIONS);
    expect(updates.length).toBeGreaterThan(MUTATIONS / 4);
    expect(codes).toEqual([0, 0, 0]);
  }, 600_000);
});
