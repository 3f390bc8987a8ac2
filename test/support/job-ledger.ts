// Finds differences between the responses of gateways, their audit trails, and the updates that AWS received.
import type { AuditEntry } from '../../src/domain/records/audit-entry';
import type { RecordedCall } from './emulator';
import { JOB_CHANGES, type JobChange } from './job-changes';

/** The statuses that can be requested from each status, according to Macie's documentation of UpdateClassificationJob. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  RUNNING: ['USER_PAUSED', 'CANCELLED'],
  IDLE: ['USER_PAUSED', 'CANCELLED'],
  PAUSED: ['USER_PAUSED', 'CANCELLED'],
  USER_PAUSED: ['RUNNING', 'CANCELLED'],
  CANCELLED: [],
  COMPLETE: [],
};

const APPLIED = ['APPLIED', 'RECONCILED'];

/**
 * The gateway sent nothing to AWS. The audit trail may lack an entry: the idempotency key could not be recorded, or the trail
 * was unavailable.
 */
const NOT_SENT = ['LEASE_UNAVAILABLE', 'OVERLOADED', 'AUDIT_UNAVAILABLE'];

/** A mutation that was sent to a gateway. */
export interface RequestedChange {
  readonly key: string;
  readonly jobId: string;
  readonly mutation: JobChange;
  /** The outcome, or the code of a rejection; undefined when the gateway ended before it responded. */
  readonly verdict: string | undefined;
}

export interface Evidence {
  readonly requests: readonly RequestedChange[];
  readonly entries: readonly AuditEntry[];
  /** The updates in the order in which AWS executed them. */
  readonly updates: readonly RecordedCall[];
  /** The last status of each job, by its id. */
  readonly finalStatuses: ReadonlyMap<string, string>;
}

/** One sentence for each difference. All jobs must have started as RUNNING. */
export function violationsIn(evidence: Evidence): string[] {
  return [...replay(evidence), ...compareResponses(evidence), ...compareUnrecorded(evidence)];
}

function requestOf({ parameters }: RecordedCall): { readonly jobId: string; readonly to: string } {
  return { jobId: String(parameters.jobId), to: String(parameters.jobStatus) };
}

function replay({ updates, entries, finalStatuses }: Evidence): string[] {
  const found: string[] = [];
  const byRequest = new Map(entries.map((entry) => [entry.requestId, entry]));
  const statuses = new Map([...finalStatuses.keys()].map((jobId) => [jobId, 'RUNNING']));
  for (const update of updates) {
    const { jobId, to } = requestOf(update);
    const from = statuses.get(jobId) ?? 'nothing';
    const what = `update ${update.requestId} of ${jobId} from ${from} to ${to}`;
    const checked = byRequest.get(update.requestId)?.statusBefore ?? from;
    if (update.status !== 200) found.push(`${what} got the response ${update.status ?? 'none'}`);
    if (ALLOWED[from]?.includes(to) !== true) found.push(`${what} is forbidden`);
    if (checked !== from) found.push(`${what} was checked against ${checked}`);
    statuses.set(jobId, to);
  }
  for (const [jobId, status] of statuses) {
    const last = finalStatuses.get(jobId);
    if (last !== status) found.push(`${jobId} ended as ${last ?? 'nothing'}, not ${status}`);
  }
  return found;
}

/** The audit entry of a request must agree with the response to its client and with the update that AWS received. */
function compareResponses({ requests, entries, updates }: Evidence): string[] {
  const found: string[] = [];
  const byKey = new Map(entries.map((entry) => [entry.idempotencyKey, entry]));
  const byRequest = new Map(updates.map((update) => [update.requestId, requestOf(update)]));
  for (const { key, jobId, mutation, verdict } of requests) {
    const entry = byKey.get(key);
    if (verdict === undefined) continue;
    const update = byRequest.get(entry?.requestId ?? '');
    const what = `${mutation} of ${jobId} (${key}) with the response ${verdict}`;
    if (entry === undefined && !NOT_SENT.includes(verdict)) found.push(`${what} has no audit entry`);
    if (entry?.outcome !== undefined && APPLIED.includes(verdict) !== APPLIED.includes(entry.outcome))
      found.push(`${what} has an audit entry with ${entry.outcome}`);
    if (!APPLIED.includes(verdict) && update !== undefined) found.push(`${what} was sent`);
    if (verdict === 'APPLIED' && entry?.outcome !== undefined) {
      if (update?.jobId !== jobId || update.to !== JOB_CHANGES[mutation]) found.push(`${what} was not sent`);
    }
  }
  return found;
}

/** Updates whose request id is in no audit entry must belong to changes that have an intent and no outcome. */
function compareUnrecorded({ requests, entries, updates }: Evidence): string[] {
  const recorded = new Set(entries.map(({ requestId }) => requestId));
  const byKey = new Map(entries.map((entry) => [entry.idempotencyKey, entry]));
  const unrecorded = countBy(
    updates.filter(({ requestId }) => !recorded.has(requestId)).map((update) => nameOf(requestOf(update))),
  );
  const open = requests.filter(({ key, verdict }) => {
    if (NOT_SENT.includes(verdict ?? '')) return false;
    const entry = byKey.get(key);
    return entry?.operation !== undefined && entry.requestId === undefined && entry.outcome !== 'REFUSED';
  });
  const nameOfRequest = ({ jobId, mutation }: RequestedChange) =>
    nameOf({ jobId, to: JOB_CHANGES[mutation] });
  const most = countBy(open.map(nameOfRequest));
  const least = countBy(
    open.filter(({ verdict }) => APPLIED.includes(verdict ?? '')).map((each) => nameOfRequest(each)),
  );
  return [...new Set([...unrecorded.keys(), ...least.keys()])].flatMap((name) => {
    const count = unrecorded.get(name) ?? 0;
    const fits = count >= (least.get(name) ?? 0) && count <= (most.get(name) ?? 0);
    return fits ? [] : [`${name} was sent ${count} times without a record of its outcome`];
  });
}

const nameOf = ({ jobId, to }: { readonly jobId: string; readonly to: string }) => `${jobId} to ${to}`;

function countBy(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
