// Three gateways change the same jobs while they are killed, started again and stopped for a while: AWS is never sent a change that it has to refuse.
import { setTimeout as delay } from 'node:timers/promises';
import { Random } from '../support/random';
import { changeJob, verdictOf, type JobChange } from '../support/job-changes';
import { violationsIn, type RequestedChange } from '../support/job-ledger';
import { describeWithRedis } from '../support/redis';
import type { Replica } from '../support/replica';
import { jobIds, Replicas } from '../support/replicas';

const MUTATIONS = Number(process.env.REPLICA_MUTATIONS ?? 2_000);
const JOBS = jobIds(20);
/** Clients that ask for changes of one job at the same time. */
const CLIENTS_PER_JOB = 3;
const KILLS = 5;
/** Milliseconds of every AWS call, so that gateways are killed in the middle of changes. */
const LATENCY = 10;
/** Milliseconds, longer than any time-out of Redis and of the audit trail. */
const STOP = 6_000;

type Planned = Pick<RequestedChange, 'key' | 'jobId' | 'mutation'> & { readonly replica: number };

const random = new Random(3);

function draw(): JobChange {
  // Whatever is cancelled stays so, and most jobs are to live to the end.
  if (random.chance(0.005)) return 'cancelClassificationJob';
  return random.pick(['pauseClassificationJob', 'resumeClassificationJob']);
}

const plan = (): Planned[] =>
  Array.from({ length: MUTATIONS }, (_each, index) => ({
    key: `change-${index}`,
    jobId: JOBS[random.between(0, JOBS.length - 1)] ?? '',
    mutation: draw(),
    replica: random.between(0, 2),
  }));

/** Asks for all that is planned, at most so many changes of a job at once. */
async function carryOut(planned: Planned[], send: (each: Planned) => Promise<void>): Promise<void> {
  const underWay = new Map<string, number>();
  const isFree = ({ jobId }: Planned) => (underWay.get(jobId) ?? 0) < CLIENTS_PER_JOB;
  const client = async () => {
    while (planned.length > 0) {
      const index = planned.findIndex(isFree);
      const [next] = index < 0 ? [] : planned.splice(index, 1);
      if (next === undefined) {
        await delay(10);
        continue;
      }
      underWay.set(next.jobId, (underWay.get(next.jobId) ?? 0) + 1);
      await send(next);
      underWay.set(next.jobId, (underWay.get(next.jobId) ?? 0) - 1);
    }
  };
  await Promise.all(Array.from({ length: JOBS.length * CLIENTS_PER_JOB }, client));
}

describeWithRedis('three replicas')('three replicas', () => {
  let replicas: Replicas;
  const up: Replica[] = [];
  const asked: RequestedChange[] = [];

  beforeAll(async () => {
    replicas = await Replicas.open({ redis: true });
    for (const jobId of JOBS) await replicas.putRunningJob(jobId);
    up.push(...(await Promise.all([replicas.start(), replicas.start(), replicas.start()])));
    await Promise.all(up.map((replica) => replica.changes()));
    await replicas.forgetCalls();
    await replicas.emulator.control('POST', '/settings', { latencyMs: LATENCY });
  });

  afterAll(() => replicas.close());

  /** To the replica that was drawn, or to the next one where that one is down. */
  async function send({ key, jobId, mutation, replica }: Planned): Promise<void> {
    for (let turn = replica; ; turn += 1) {
      const chosen = up[turn % up.length];
      if (chosen === undefined) throw new Error('There is no replica.');
      const reply = await changeJob(chosen, mutation, jobId, key);
      if (reply === 'refused') {
        await delay(5);
        continue;
      }
      asked.push({ key, jobId, mutation, verdict: verdictOf(reply) });
      return;
    }
  }

  async function answered(share: number): Promise<void> {
    while (asked.length < MUTATIONS * share) await delay(20);
  }

  async function trouble(): Promise<void> {
    for (let round = 1; round <= KILLS + 1; round += 1) {
      await answered(round / (KILLS + 3));
      const index = random.between(0, 2);
      const victim = up[index];
      if (victim === undefined) continue;
      if (round === 3) {
        victim.program.kill('SIGSTOP');
        await delay(STOP);
        victim.program.kill('SIGCONT');
        continue;
      }
      await replicas.kill(victim);
      up[index] = await replicas.start();
    }
  }

  async function finalStatuses(): Promise<Map<string, string>> {
    const { macie2 } = (await replicas.emulator.control('GET', '/state')) as {
      readonly macie2: { readonly jobs: readonly { readonly jobId: string; readonly jobStatus: string }[] };
    };
    return new Map(macie2.jobs.map(({ jobId, jobStatus }) => [jobId, jobStatus]));
  }

  test('no change is sent that the status forbids, and every answer is what AWS was sent', async () => {
    const start = performance.now();
    await Promise.all([carryOut(plan(), send), trouble()]);
    const seconds = Math.round((performance.now() - start) / 1_000);
    const codes = await replicas.stop();
    const updates = await replicas.updates();
    const entries = await replicas.trails.entries();
    const violations = violationsIn({ asked, entries, updates, finalStatuses: await finalStatuses() });
    const counts: Record<string, number> = {};
    for (const { verdict = 'no answer' } of asked) counts[verdict] = (counts[verdict] ?? 0) + 1;
    process.stderr.write(
      `Three replicas: ${MUTATIONS} mutations (${JSON.stringify(counts)}), ${updates.length} updates, ${KILLS} kills, ${seconds} s.\n`,
    );
    expect(violations).toEqual([]);
    expect(asked).toHaveLength(MUTATIONS);
    expect(updates.length).toBeGreaterThan(MUTATIONS / 4);
    expect(codes).toEqual([0, 0, 0]);
  }, 600_000);
});
