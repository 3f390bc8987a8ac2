// The simulated AWS: its jobs, the success or failure of calls, and a log of the calls that arrived.
import type { CallContext } from '../../../src/aws/client/call-context';
import { AwsError, SendDeadlineError, type AwsErrorCode } from '../../../src/domain/errors';
import type { Transition } from '../../../src/domain/transitions/table';
import {
  CARRIED_OUT,
  EXTERNAL_CHANGES,
  portWithoutCalls,
  type Mode,
  type Port,
  type Ref,
  type Status,
} from './kinds';
import type { Read, ExternalChange, Update } from './journal';
import type { Process } from './process';
import type { Simulation } from './simulation';
import type { ModelKeys, ModelLeases } from './stores';
import type { ModelAuditLog } from './audit-log';

export interface CloudBehavior {
  readonly mode: Mode;
  /** The probability that a call fails. */
  readonly failureRate: number;
}

export class Cloud {
  readonly reads: Read[] = [];
  readonly updates: Update[] = [];
  readonly externalChanges: ExternalChange[] = [];
  private readonly jobs = new Map<string, Status>();

  constructor(
    private readonly sim: Simulation,
    private readonly behavior: CloudBehavior,
    private readonly leases: ModelLeases,
    private readonly keys: ModelKeys,
    private readonly trail: ModelAuditLog,
    private readonly leaseKey: (ref: Ref) => string,
  ) {}

  put(job: string, status: Status): void {
    this.jobs.set(job, status);
  }

  /** Another client of AWS changes the job, or the job changes by itself. */
  changeExternally(job: string): void {
    const choices = EXTERNAL_CHANGES[this.behavior.mode][this.statusOf(job)];
    if (choices.length === 0) return;
    this.put(job, this.sim.random.pick(choices));
    this.externalChanges.push({ job, step: this.sim.step });
  }

  portOf(process: Process): Port {
    return {
      ...portWithoutCalls(this.behavior.mode),
      read: (ref, call) => this.read(process, ref, call),
      send: async (ref, transition, token, call) => {
        await this.send(process, ref, transition, token, call);
        return undefined;
      },
    };
  }

  private async read(process: Process, ref: Ref, call: CallContext) {
    const { random } = this.sim;
    const { jobId: job } = ref;
    if (random.chance(this.behavior.failureRate / 2)) {
      await process.wait(random.pick([10, 5_000]));
      throw failure(random.pick(['AWS_THROTTLED', 'AWS_TIMEOUT', 'AWS_ACCESS_DENIED'] as const), false);
    }
    const request = call.sourceAddress ?? '';
    const read = await process.call(
      () => {
        const status = this.statusOf(job);
        const isFresh = call.maxAgeSeconds === 0;
        const entry: Read = { request, job, status, isFresh, step: this.sim.step, isReceived: false };
        this.reads.push(entry);
        return entry;
      },
      () => undefined,
    );
    read.isReceived = true;
    return { ...ref, status: read.status };
  }

  private async send(
    process: Process,
    ref: Ref,
    { to }: Transition<Status, Status>,
    token: string,
    { sourceAddress: request = '', sendBefore = Infinity }: CallContext,
  ): Promise<void> {
    await process.wait(process.latency());
    if (process.clock.now() > sendBefore) throw new SendDeadlineError();
    const { random, step, now: time } = this.sim;
    const lease = this.leases.held.get(this.leaseKey(ref));
    const isHeldBySender = lease?.holder === process && lease.until > time;
    const leaseRequested = isHeldBySender ? lease.requestedAt : undefined;
    const update: Update = {
      request,
      job: ref.jobId,
      to,
      step,
      time,
      leaseRequested,
      isInTrail: this.trail.intentsOf(request).length > 0,
      isKeyTaken: this.keys.isSending(token),
      accepted: false,
      carriedOut: false,
    };
    this.updates.push(update);
    if (process.faults.diesAfterSend) process.isAlive = false;
    if (!random.chance(this.behavior.failureRate))
      return this.deliver(process, update, random.between(0, 40));
    switch (
      random.pick(['SLOW', 'REJECTED', 'LOST', 'LOST', 'NO_RESPONSE', 'NO_RESPONSE', 'LATE'] as const)
    ) {
      case 'SLOW':
        return this.deliver(process, update, random.between(0, 9_900));
      case 'REJECTED':
        return this.report(
          process,
          update,
          20,
          failure(random.pick(['AWS_THROTTLED', 'AWS_REJECTED']), true),
        );
      case 'LOST':
        return this.leaveUnanswered(process, update);
      case 'NO_RESPONSE':
        this.sim.after(random.between(0, 40), () => this.arrive(update));
        return this.leaveUnanswered(process, update);
      case 'LATE':
        this.sim.after(random.between(10_001, 60_000), () => this.arrive(update));
        return this.leaveUnanswered(process, update);
    }
  }

  private deliver(process: Process, update: Update, milliseconds: number): Promise<void> {
    return new Promise((resolve, reject) => {
      this.sim.after(milliseconds, () => {
        const rejection = this.arrive(update) ? undefined : failure('AWS_REJECTED', true);
        this.report(process, update, 5, rejection).then(resolve, reject);
      });
    });
  }

  private leaveUnanswered(process: Process, update: Update): Promise<void> {
    const code = this.sim.random.pick(['AWS_TIMEOUT', 'AWS_UNAVAILABLE'] as const);
    return this.report(process, update, code === 'AWS_TIMEOUT' ? 10_000 : 60, failure(code, false));
  }

  private report(process: Process, update: Update, milliseconds: number, error?: AwsError): Promise<void> {
    const result = error === undefined ? 'ACCEPTED' : error.details.notApplied ? 'REJECTED' : 'NOTHING';
    return new Promise((resolve, reject) => {
      this.sim.after(milliseconds, () => {
        update.reported = { result, step: this.sim.step };
        process.resume(
          0,
          error === undefined
            ? resolve
            : () => {
                reject(error);
              },
        );
      });
    });
  }

  /** Returns false if AWS rejects the update. */
  private arrive(update: Update): boolean {
    const status = this.statusOf(update.job);
    update.arrival = { status, step: this.sim.step };
    const allowed = CARRIED_OUT[this.behavior.mode][status].includes(update.to);
    if (!allowed) return this.behavior.mode === 'lenient';
    update.accepted = true;
    const delay = this.sim.random.chance(this.behavior.failureRate) ? this.sim.random.between(1, 3_000) : 0;
    if (delay === 0) this.carryOut(update);
    else
      this.sim.after(delay, () => {
        this.carryOut(update);
      });
    return true;
  }

  private carryOut(update: Update): void {
    const { job, to } = update;
    if (!CARRIED_OUT[this.behavior.mode][this.statusOf(job)].includes(to)) return;
    this.put(job, to);
    update.carriedOut = true;
    if (update.reported !== undefined) this.externalChanges.push({ job, step: this.sim.step });
  }

  private statusOf(job: string): Status {
    return this.jobs.get(job) ?? 'RUNNING';
  }
}

function failure(code: AwsErrorCode, notApplied: boolean): AwsError {
  return new AwsError(code, { service: 'macie2', operation: 'UpdateJob', target: 'default', notApplied });
}
