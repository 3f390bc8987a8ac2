// AWS of the model: jobs, the fates of calls to it, and a journal of what reached it.
import type { CallContext } from '../../../src/aws/client/call-context';
import { AwsError, SendDeadlineError, type AwsErrorCode } from '../../../src/domain/errors';
import type { Transition } from '../../../src/domain/transitions/table';
import { CARRIED_OUT, HAPPENS, knowledgeOf, type Manner, type Port, type Ref, type Status } from './kinds';
import type { Read, Surprise, Update } from './journal';
import type { Process } from './process';
import type { Simulation } from './simulation';
import type { ModelKeys, ModelLeases } from './stores';
import type { ModelAuditLog } from './audit-log';

export interface Weather {
  readonly manner: Manner;
  /** The probability that a call does not go as it should. */
  readonly rough: number;
}

export class Cloud {
  readonly reads: Read[] = [];
  readonly updates: Update[] = [];
  readonly surprises: Surprise[] = [];
  private readonly jobs = new Map<string, Status>();

  constructor(
    private readonly sim: Simulation,
    private readonly weather: Weather,
    private readonly leases: ModelLeases,
    private readonly keys: ModelKeys,
    private readonly trail: ModelAuditLog,
    private readonly leaseKey: (ref: Ref) => string,
  ) {}

  put(job: string, status: Status): void {
    this.jobs.set(job, status);
  }

  /** Somebody else acts, or the job by itself. */
  disturb(job: string): void {
    const choices = HAPPENS[this.weather.manner][this.statusOf(job)];
    if (choices.length === 0) return;
    this.put(job, this.sim.random.pick(choices));
    this.surprises.push({ job, step: this.sim.step });
  }

  portOf(process: Process): Port {
    return {
      ...knowledgeOf(this.weather.manner),
      read: (ref, call) => this.read(process, ref, call),
      send: (ref, transition, token, call) => this.send(process, ref, transition, token, call),
    };
  }

  private async read(process: Process, ref: Ref, call: CallContext) {
    const { random } = this.sim;
    const { jobId: job } = ref;
    if (random.chance(this.weather.rough / 2)) {
      await process.later(random.pick([10, 5_000]));
      throw failure(random.pick(['AWS_THROTTLED', 'AWS_TIMEOUT', 'AWS_ACCESS_DENIED'] as const), false);
    }
    const request = call.sourceAddress ?? '';
    const seen = await process.ask(
      () => {
        const status = this.statusOf(job);
        const isFresh = call.maxAgeSeconds === 0;
        const read: Read = { request, job, status, isFresh, step: this.sim.step, isHeard: false };
        this.reads.push(read);
        return read;
      },
      () => undefined,
    );
    seen.isHeard = true;
    return { ...ref, status: seen.status };
  }

  private async send(
    process: Process,
    ref: Ref,
    { to }: Transition<Status, Status>,
    token: string,
    { sourceAddress: request = '', sendBefore = Infinity }: CallContext,
  ): Promise<void> {
    await process.later(process.latency());
    if (process.clock.now() > sendBefore) throw new SendDeadlineError();
    const { random, step, now: time } = this.sim;
    const lease = this.leases.held.get(this.leaseKey(ref));
    const isOurs = lease?.holder === process && lease.until > time;
    const leaseRequested = isOurs ? lease.asked : undefined;
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
    if (process.trouble.diesAfterSend) process.isAlive = false;
    if (!random.chance(this.weather.rough)) return this.deliver(process, update, random.between(0, 40));
    switch (random.pick(['SLOW', 'REFUSED', 'LOST', 'LOST', 'NO_REPLY', 'NO_REPLY', 'LATE'] as const)) {
      case 'SLOW':
        return this.deliver(process, update, random.between(0, 9_900));
      case 'REFUSED':
        return this.tell(process, update, 20, failure(random.pick(['AWS_THROTTLED', 'AWS_REJECTED']), true));
      case 'LOST':
        return this.leaveUnanswered(process, update);
      case 'NO_REPLY':
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
        const refusal = this.arrive(update) ? undefined : failure('AWS_REJECTED', true);
        this.tell(process, update, 5, refusal).then(resolve, reject);
      });
    });
  }

  private leaveUnanswered(process: Process, update: Update): Promise<void> {
    const code = this.sim.random.pick(['AWS_TIMEOUT', 'AWS_UNAVAILABLE'] as const);
    return this.tell(process, update, code === 'AWS_TIMEOUT' ? 10_000 : 60, failure(code, false));
  }

  private tell(process: Process, update: Update, milliseconds: number, error?: AwsError): Promise<void> {
    const told = error === undefined ? 'YES' : error.details.notApplied ? 'NO' : 'NOTHING';
    return new Promise((resolve, reject) => {
      this.sim.after(milliseconds, () => {
        update.told = { answer: told, step: this.sim.step };
        process.goOn(
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

  /** True unless AWS refuses it. */
  private arrive(update: Update): boolean {
    const status = this.statusOf(update.job);
    update.found = { status, step: this.sim.step };
    const allowed = CARRIED_OUT[this.weather.manner][status].includes(update.to);
    if (!allowed) return this.weather.manner === 'silent';
    update.accepted = true;
    const delay = this.sim.random.chance(this.weather.rough) ? this.sim.random.between(1, 3_000) : 0;
    if (delay === 0) this.carryOut(update);
    else
      this.sim.after(delay, () => {
        this.carryOut(update);
      });
    return true;
  }

  private carryOut(update: Update): void {
    const { job, to } = update;
    if (!CARRIED_OUT[this.weather.manner][this.statusOf(job)].includes(to)) return;
    this.put(job, to);
    update.carriedOut = true;
    if (update.told !== undefined) this.surprises.push({ job, step: this.sim.step });
  }

  private statusOf(job: string): Status {
    return this.jobs.get(job) ?? 'RUNNING';
  }
}

function failure(code: AwsErrorCode, notApplied: boolean): AwsError {
  return new AwsError(code, { service: 'macie2', operation: 'UpdateJob', target: 'default', notApplied });
}
