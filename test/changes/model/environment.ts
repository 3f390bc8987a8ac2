// Runs one schedule: replicas of the change engine over shared stores and a simulated AWS. Records the response to each request.
import pino from 'pino';
import type { AuditLog } from '../../../src/audit/audit-log';
import type { CallContext } from '../../../src/aws/client/call-context';
import { AwsUsage } from '../../../src/aws/client/usage';
import type { ChangeResult } from '../../../src/changes/change';
import { ChangeEngine } from '../../../src/changes/change-engine';
import type { IdempotencyStore } from '../../../src/changes/idempotency';
import { KeyedQueue } from '../../../src/changes/keyed-queue';
import type { LeaseStore } from '../../../src/changes/lease';
import { MutationPipeline } from '../../../src/changes/mutation-pipeline';
import { SERVICE_NAMES } from '../../../src/domain/services';
import { ANONYMOUS } from '../../../src/domain/principal';
import { encodeId } from '../../../src/domain/ids';
import { Targets } from '../../../src/domain/targets';
import { Cloud } from './cloud';
import { jobRef, type Job, type Port, type Ref, type Status } from './kinds';
import { drawPlan, type Plan, type PlannedRequest } from './plan';
import { Process } from './process';
import { Random } from '../../support/random';
import { Simulation } from './simulation';
import { ModelKeys, ModelLeases, type Outage } from './stores';
import { ModelAuditLog } from './audit-log';

const SILENT = pino({ level: 'silent' });

/** Faulty parts that a run uses instead of the correct ones. */
export interface Parts {
  readonly leases?: new (sim: Simulation, outage: Outage) => ModelLeases;
  readonly leaseStore?: LeaseStore;
  readonly keys?: (correct: IdempotencyStore) => IdempotencyStore;
  readonly port?: (correct: Port) => Port;
  readonly trail?: (correct: AuditLog) => AuditLog;
}

export type EngineResponse = { readonly result: ChangeResult<Job> } | { readonly error: unknown };

export interface TrackedRequest extends PlannedRequest {
  process?: Process;
  response?: EngineResponse;
  respondedAt?: number;
}

export interface History {
  readonly plan: Plan;
  readonly requests: readonly TrackedRequest[];
  readonly cloud: Cloud;
  readonly trail: ModelAuditLog;
  readonly leases: ModelLeases;
  readonly keys: ModelKeys;
  /** Queues of live processes in which a new task does not run. */
  readonly stuckQueues: number;
}

const TARGETS = new Targets([
  { name: 'default', region: 'us-east-1', services: SERVICE_NAMES, requireAcknowledgement: true },
]);

/** An abort reason without a stack trace, which would take time to build. */
const DISCONNECTED = 'The client disconnected.';

interface Replica {
  readonly process: Process;
  readonly queue: KeyedQueue;
  readonly engine: ChangeEngine<Ref, Job, Status, Status>;
}

export async function runSchedule(seed: number, parts: Parts = {}): Promise<History> {
  const random = new Random(seed);
  const plan = drawPlan(random);
  const sim = new Simulation(random);
  const leases = new (parts.leases ?? ModelLeases)(sim, plan.outage);
  const keys = new ModelKeys(sim, plan.outage);
  const trail = new ModelAuditLog(sim, plan.auditFailureRate);
  const cloud = new Cloud(sim, plan.cloudBehavior, leases, keys, trail, encodeId);
  plan.jobs.forEach((status, index) => {
    cloud.put(jobRef(index).jobId, status);
  });

  const start = (faults: Plan['replicas'][number]): Replica => {
    const process = new Process(sim, faults, random.between(0, 1_000_000));
    const { clock } = process;
    const keyStore = keys.of(process);
    const log = trail.of(process);
    const pipeline = new MutationPipeline(
      parts.trail?.(log) ?? log,
      parts.keys?.(keyStore) ?? keyStore,
      clock,
    );
    const queue = new KeyedQueue();
    const port = cloud.portOf(process);
    const leaseStore = parts.leaseStore ?? leases.of(process);
    const dependencies = { queue, leases: leaseStore, pipeline, clock, targets: TARGETS };
    const engine = new ChangeEngine(parts.port?.(port) ?? port, dependencies);
    return { process, queue, engine };
  };
  const replicas = plan.replicas.map(start);
  const requests: TrackedRequest[] = plan.requests.map((each) => ({ ...each }));

  for (const each of requests) {
    sim.after(each.time, () => {
      let replica = replicas[each.replica];
      if (replica?.process.isAlive !== true) {
        replica = start({ diesAtStep: Infinity, diesAfterSend: false, stallRate: 0 });
        replicas[each.replica] = replica;
      }
      each.process = replica.process;
      const controller = new AbortController();
      sim.after(each.disconnectsAfter, () => {
        controller.abort(DISCONNECTED);
      });
      const recordResponse = (response: EngineResponse) => {
        each.response = response;
        each.respondedAt = sim.now;
      };
      replica.engine.apply(each.request, callOf(each, controller.signal)).then(
        (result) => {
          recordResponse({ result });
        },
        (error: unknown) => {
          recordResponse({ error });
        },
      );
    });
  }
  for (const { time, job } of plan.externalChanges) {
    sim.after(time, () => {
      cloud.changeExternally(jobRef(job).jobId);
    });
  }
  await sim.run();
  return { plan, requests, cloud, trail, leases, keys, stuckQueues: await stuckQueues(replicas, plan, sim) };
}

function callOf({ name }: PlannedRequest, signal: AbortSignal): CallContext {
  return {
    signal,
    arrivedAt: 0,
    principal: ANONYMOUS,
    usage: new AwsUsage(),
    log: SILENT,
    budget: undefined,
    maxAgeSeconds: Infinity,
    sourceAddress: name,
  };
}

async function stuckQueues(replicas: readonly Replica[], { jobs }: Plan, sim: Simulation): Promise<number> {
  let waiting = 0;
  for (const { process, queue } of replicas) {
    if (!process.isAlive) continue;
    jobs.forEach((_, index) => {
      waiting += 1;
      void queue.run(encodeId(jobRef(index)), () => {
        waiting -= 1;
        return Promise.resolve();
      });
    });
  }
  await sim.run();
  return waiting;
}
