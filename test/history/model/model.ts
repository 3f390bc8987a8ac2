// The model of the history: it executes random steps against the emulator, and predicts the events from the steps alone.
import fc from 'fast-check';
import pino from 'pino';
import type { AuditLog } from '../../../src/audit/audit-log';
import { SqlAuditLog } from '../../../src/audit/sql-audit-log';
import type { Listeners } from '../../../src/history/listeners';
import { recordedChanges } from '../../../src/history/recorded-changes';
import { intentOf, outcomeOf } from '../../support/audit-records';
import { globalJobId, ObservedEmulator, type ObservedParts } from '../../support/observed-emulator';

const JOBS = 3;
const OPEN = ['RUNNING', 'IDLE', 'PAUSED', 'USER_PAUSED'] as const;
const STATUSES = [...OPEN, 'COMPLETE', 'CANCELLED'] as const;

type Status = (typeof STATUSES)[number];
type Event = readonly [job: number, cause: 'OBSERVED' | 'GATEWAY', before: Status, after: Status];

interface Job {
  readonly id: string;
  /** The status in AWS. */
  actual: Status;
  /** The status after the last event. */
  reported: Status;
  /** The status before a change by the gateway that no look has seen. */
  unseen?: Status | undefined;
}

/** Executes steps against the emulator, and predicts the events from the steps alone. */
export class Model {
  readonly predicted: Event[] = [];
  private changes = 0;
  /** The gateway with subscribers. */
  private listeners: Listeners | undefined;

  constructor(
    private readonly world: ObservedEmulator,
    private readonly audit: AuditLog,
    private readonly jobs: readonly Job[],
    /** True when the observers look only while somebody listens. */
    private readonly onlyListens: boolean,
  ) {}

  async put(index: number, status: Status): Promise<void> {
    const job = this.job(index);
    // AWS changes no terminal job. A change back before a look has seen the new status looks like lag.
    if (!isOpen(job.actual) || status === job.unseen) return;
    job.actual = status;
    await this.world.putJob(job.id, { jobStatus: status });
  }

  /** @param lag the number of looks that still show the old status. */
  async changeByGateway(index: number, to: Status, lag: number, isSeenFirst: boolean): Promise<void> {
    const job = this.job(index);
    if (!isOpen(job.actual) || to === job.actual) return;
    // The gateway reads the status before it changes it, and the history may not have seen it yet.
    await this.look();
    const before = job.actual;
    const changeId = `change-${(this.changes += 1)}`;
    await this.audit.begin({
      ...intentOf(changeId),
      resourceType: 'ClassificationJob',
      resourceId: globalJobId(job.id),
      target: 'default',
      operation: 'UpdateClassificationJob',
      statusBefore: before,
      input: { to },
    });
    if (lag === 0) await this.world.putJob(job.id, { jobStatus: to });
    if (isSeenFirst) await this.world.pass();
    await this.audit.end(outcomeOf(changeId, { outcome: 'APPLIED', statusAfter: to }));
    this.predicted.push([index, 'GATEWAY', before, to]);
    job.reported = to;
    job.actual = to;
    for (let look = 0; look < lag; look += 1) await this.world.pass();
    if (lag > 0) await this.world.putJob(job.id, { jobStatus: to });
    job.unseen = before;
    await this.look();
  }

  async look(): Promise<void> {
    await this.world.pass();
    this.see();
  }

  async failedLook(): Promise<void> {
    const error = { type: 'InternalServerException', status: 500 };
    const fault = { service: 'macie2', operation: 'ListClassificationJobs', error };
    await this.world.emulator.control('POST', '/faults', fault);
    await this.world.pass();
    await this.world.emulator.control('DELETE', '/faults');
    await this.look();
  }

  /** Another gateway starts, which takes over, or waits for the leases. */
  async restart(): Promise<void> {
    await this.world.stopFirst();
    await this.world.observe();
    // The new gateway looks, or a gateway that waited does so before long.
    await this.look();
  }

  async addReplica(): Promise<void> {
    if (this.world.observers.length < 2) await this.world.observe();
  }

  async listen(): Promise<void> {
    this.listeners ??= await this.world.listen();
    // A gateway that has not looked before looks at once.
    await this.look();
  }

  async leave(): Promise<void> {
    if (this.listeners !== undefined) await this.world.leave(this.listeners);
    this.listeners = undefined;
  }

  private see(): void {
    if (this.onlyListens && this.listeners === undefined) return;
    for (const [index, job] of this.jobs.entries()) {
      job.unseen = undefined;
      if (job.actual === job.reported) continue;
      this.predicted.push([index, 'OBSERVED', job.reported, job.actual]);
      job.reported = job.actual;
    }
  }

  private job(index: number): Job {
    const job = this.jobs[index];
    if (job === undefined) throw new Error(`There is no job ${index}.`);
    return job;
  }
}

function isOpen(status: Status): boolean {
  return OPEN.some((open) => open === status);
}

const jobIndex = fc.nat({ max: JOBS - 1 });
const status = fc.constantFrom(...STATUSES);
const lag = fc.nat({ max: 3 });

type Step = (model: Model) => Promise<void>;

const STEPS: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(jobIndex, status).map(
    ([job, to]) =>
      (model: Model) =>
        model.put(job, to),
  ),
  fc.tuple(jobIndex, status, lag, fc.boolean()).map(
    ([job, to, looks, isSeen]) =>
      (model: Model) =>
        model.changeByGateway(job, to, looks, isSeen),
  ),
  fc.constant((model: Model) => model.look()),
  fc.constant((model: Model) => model.failedLook()),
  fc.constant((model: Model) => model.restart()),
  fc.constant((model: Model) => model.addReplica()),
  fc.constant((model: Model) => model.listen()),
  fc.constant((model: Model) => model.leave()),
);

interface StoredChange {
  readonly field: string;
  readonly before: Status;
  readonly after: Status;
}

/** The changes of statuses in the order of their positions. */
async function storedEvents(world: ObservedEmulator, jobs: readonly Job[]): Promise<Event[]> {
  const ids = jobs.map(({ id }) => globalJobId(id));
  return (await world.events()).flatMap(({ resource_id, cause, changes }) =>
    (changes as StoredChange[])
      .filter(({ field }) => field === 'status')
      .map(({ before, after }): Event => [
        ids.indexOf(resource_id as string),
        cause as Event[1],
        before,
        after,
      ]),
  );
}

const byJob = (events: readonly Event[]) =>
  Array.from({ length: JOBS }, (_each, index) => events.filter(([job]) => job === index));

/** A part of the gateway that a test replaces by a broken one. */
export interface Faults extends ObservedParts {
  readonly audit?: (log: SqlAuditLog, world: ObservedEmulator) => AuditLog;
}

/** Each job has the events that the steps predict, once and in their order. */
export function predictedEvents({ audit = recorded, ...parts }: Faults = {}) {
  return fc.asyncProperty(fc.array(STEPS, { minLength: 3, maxLength: 14 }), async (steps) => {
    const world = await ObservedEmulator.start(parts);
    try {
      const ids = ['a', 'b', 'c'].map((letter) => letter.repeat(32));
      for (const id of ids) {
        await world.putJob(id, { name: id, jobType: 'ONE_TIME', jobStatus: 'RUNNING' });
      }
      const jobs = ids.map((id): Job => ({ id, actual: 'RUNNING', reported: 'RUNNING' }));
      const log = new SqlAuditLog(world.database, pino({ level: 'silent' }));
      const model = new Model(world, audit(log, world), jobs, parts.mode === 'listening');
      await world.observe();
      // The first look is the start of the history.
      if (parts.mode === 'listening') await model.listen();
      for (const step of steps) await step(model);
      await model.listen();
      const stored = await storedEvents(world, jobs);
      expect(byJob(stored)).toEqual(byJob(model.predicted));
    } finally {
      await world.close();
    }
  });
}

function recorded(log: SqlAuditLog, world: ObservedEmulator): AuditLog {
  return recordedChanges(log, () => world.clock.now());
}
