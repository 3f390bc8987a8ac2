// The plan of one schedule, drawn from its seed: requests, faults and external changes. The interleaving is drawn while the schedule runs.
import type { ChangeRequest } from '../../../src/changes/change';
import type { CloudBehavior } from './cloud';
import { jobRef, REQUESTED, type Mode, type Ref, type Status } from './kinds';
import type { ProcessFaults } from './process';
import type { Random } from '../../support/random';
import type { Outage } from './stores';

export interface PlannedRequest {
  /** For example `request 3`. */
  readonly name: string;
  readonly time: number;
  readonly replica: number;
  /** Milliseconds after which the client disconnects. */
  readonly disconnectsAfter: number;
  readonly request: ChangeRequest<Ref, Status>;
}

export interface Plan {
  readonly cloudBehavior: CloudBehavior;
  /** The initial status of each job. */
  readonly jobs: readonly Status[];
  /** The faults of the first process of each replica. */
  readonly replicas: readonly ProcessFaults[];
  readonly requests: readonly PlannedRequest[];
  readonly externalChanges: readonly { readonly time: number; readonly job: number }[];
  readonly outage: Outage;
  /** The probability that a call of the audit log fails. */
  readonly auditFailureRate: number;
}

const times = <Item>(count: number, make: (index: number) => Item): Item[] =>
  Array.from({ length: count }, (_, index) => make(index));

export function drawPlan(random: Random): Plan {
  const mode = random.pick<Mode>(['strict', 'strict', 'lenient']);
  const jobs = times(random.pick([1, 1, 2]), () =>
    mode === 'lenient' ? 'RUNNING' : random.pick<Status>(['RUNNING', 'RUNNING', 'PAUSED']),
  );
  const stallRate = random.pick([0, 0, 0, 0, 0, 0.04, 0.2]);
  const replicas = times(random.between(1, 3), () => ({
    diesAtStep: random.chance(0.12) ? random.between(1, 24) : Infinity,
    diesAfterSend: random.chance(0.05),
    stallRate,
  }));
  const span = stallRate > 0.1 ? 30_000 : random.pick([40, 300, 300, 30_000]);
  const requests: PlannedRequest[] = [];
  times(random.between(2, 5), (index) => {
    const earlier = requests.length > 0 && random.chance(0.3) ? random.pick(requests) : undefined;
    requests.push({
      name: `request ${index}`,
      time: random.chance(earlier === undefined ? 0.03 : 0.2)
        ? random.between(95_000, 200_000)
        : random.between(0, span),
      replica: random.between(0, replicas.length - 1),
      disconnectsAfter: random.chance(0.1) ? random.between(0, 500) : random.between(8_000, 30_000),
      request:
        earlier === undefined ? drawRequest(random, mode, jobs.length, index) : repeat(random, earlier),
    });
  });
  const outageFrom = random.chance(0.12) ? random.between(0, 300) : Infinity;
  return {
    cloudBehavior: { mode, failureRate: random.pick([0, 0.15, 0.5]) },
    jobs,
    replicas,
    requests,
    externalChanges: times(random.pick([0, 0, 1, 2]), () => ({
      time: random.between(0, random.pick([60, 300, span])),
      job: random.between(0, jobs.length - 1),
    })),
    outage: { from: outageFrom, until: outageFrom + random.between(1, 2_000) },
    auditFailureRate: random.chance(0.1) ? 0.15 : 0,
  };
}

function drawRequest(random: Random, mode: Mode, jobs: number, index: number): ChangeRequest<Ref, Status> {
  const { action, to, mutation } = random.pick(REQUESTED[mode]);
  return {
    ref: jobRef(random.between(0, jobs - 1)),
    mutation,
    action,
    to,
    expectedStatus: random.chance(0.08) ? random.pick<Status>(['RUNNING', 'PAUSED']) : undefined,
    dryRun: random.chance(0.08),
    acknowledge: random.chance(0.95) ? ['IRREVERSIBLE'] : undefined,
    idempotencyKey: random.chance(0.6) ? `key-${index}` : undefined,
  };
}

/** Returns the same request, in rare cases with another input under the same key. */
function repeat(random: Random, { request }: PlannedRequest): ChangeRequest<Ref, Status> {
  return random.chance(0.07) ? { ...request, expectedStatus: 'COMPLETED' } : request;
}
