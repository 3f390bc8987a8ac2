// Holds the answers of gateways and their audit trails against what AWS was sent: everything in which they differ.
import type { AuditEntry } from '../../src/domain/records/audit-entry';
import type { RecordedCall } from './emulator';
import { JOB_CHANGES, type JobChange } from './job-changes';

/** Macie's documentation of UpdateClassificationJob: what may be requested from which status. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  RUNNING: ['USER_PAUSED', 'CANCELLED'],
  IDLE: ['USER_PAUSED', 'CANCELLED'],
  PAUSED: ['USER_PAUSED', 'CANCELLED'],
  USER_PAUSED: ['RUNNING', 'CANCELLED'],
  CANCELLED: [],
  COMPLETE: [],
};

const APPLIED = ['APPLIED', 'RECONCILED'];

/** Nothing was sent. The trail need not have it: the idempotency key could not be had, or the trail itself. */
const TURNED_AWAY = ['LEASE_UNAVAILABLE', 'OVERLOADED', 'AUDIT_UNAVAILABLE'];

/** A mutation that was sent to a gateway. */
export interface RequestedChange {
  readonly key: string;
  readonly jobId: string;
  readonly mutation: JobChange;
  /** The outcome, or the code of a refusal; undefined where the gateway did not live to answer. */
  readonly verdict: string | undefined;
}

export interface Evidence {
  readonly asked: readonly RequestedChange[];
  readonly entries: readonly AuditEntry[];
  /** The updates in the order in which AWS carried them out. */
  readonly updates: readonly RecordedCall[];
  /** By job. */
  readonly finalStatuses: ReadonlyMap<string, string>;
}

/** All jobs began as RUNNING. */
export function violationsIn(evidence: Evidence): string[] {
  return [...replay(evidence), ...compareAnswers(evidence), ...compareUnclaimed(evidence)];
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
    const seen = byRequest.get(update.requestId)?.statusBefore ?? from;
    if (update.status !== 200) found.push(`${what} was answered ${update.status ?? 'nothing'}`);
    if (ALLOWED[from]?.includes(to) !== true) found.push(`${what} is forbidden`);
    if (seen !== from) found.push(`${what} was checked against ${seen}`);
    statuses.set(jobId, to);
  }
  for (const [jobId, status] of statuses) {
    const last = finalStatuses.get(jobId);
    if (last !== status) found.push(`${jobId} ended as ${last ?? 'nothing'}, not ${status}`);
  }
  return found;
}

/** What the trail tells of a request must be what its client was told, and what the request did. */
function compareAnswers({ asked, entries, updates }: Evidence): string[] {
  const found: string[] = [];
  const byKey = new Map(entries.map((entry) => [entry.idempotencyKey, entry]));
  const byRequest = new Map(updates.map((update) => [update.requestId, requestOf(update)]));
  for (const { key, jobId, mutation, verdict } of asked) {
    const entry = byKey.get(key);
    if (verdict === undefined) continue;
    const update = byRequest.get(entry?.requestId ?? '');
    const what = `${mutation} of ${jobId} (${key}), answered ${verdict},`;
    if (entry === undefined && !TURNED_AWAY.includes(verdict)) found.push(`${what} is not in the trail`);
    if (entry?.outcome !== undefined && APPLIED.includes(verdict) !== APPLIED.includes(entry.outcome))
      found.push(`${what} stands there as ${entry.outcome}`);
    if (!APPLIED.includes(verdict) && update !== undefined) found.push(`${what} was sent`);
    if (verdict === 'APPLIED' && entry?.outcome !== undefined) {
      if (update?.jobId !== jobId || update.to !== JOB_CHANGES[mutation]) found.push(`${what} was not sent`);
    }
  }
  return found;
}

/** Updates whose request id is in no trail are those of changes that were begun and never ended. */
function compareUnclaimed({ asked, entries, updates }: Evidence): string[] {
  const claimed = new Set(entries.map(({ requestId }) => requestId));
  const byKey = new Map(entries.map((entry) => [entry.idempotencyKey, entry]));
  const unclaimed = countBy(
    updates.filter(({ requestId }) => !claimed.has(requestId)).map((update) => nameOf(requestOf(update))),
  );
  const open = asked.filter(({ key, verdict }) => {
    if (TURNED_AWAY.includes(verdict ?? '')) return false;
    const entry = byKey.get(key);
    return entry?.operation !== undefined && entry.requestId === undefined && entry.outcome !== 'REFUSED';
  });
  const nameOfAsked = ({ jobId, mutation }: RequestedChange) => nameOf({ jobId, to: JOB_CHANGES[mutation] });
  const most = countBy(open.map(nameOfAsked));
  const least = countBy(
    open.filter(({ verdict }) => APPLIED.includes(verdict ?? '')).map((each) => nameOfAsked(each)),
  );
  return [...new Set([...unclaimed.keys(), ...least.keys()])].flatMap((name) => {
    const count = unclaimed.get(name) ?? 0;
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
