// Invariants of the updates that reach AWS: checked, not concurrent, in time, in the audit trail, and covered by a lease.
import { CARRIED_OUT } from './kinds';
import type { Read, ExternalChange, Update } from './journal';
import type { History } from './environment';

/** Milliseconds after the request of a lease of 20 s at which an update of up to 11 s may still start. */
const LATEST_SEND = 9_000;

/** The read that an update relies on: the last read of the same change since its previous update. */
export function basisOf({ cloud }: History, update: Update): Read | undefined {
  const before = cloud.updates.filter((each) => each.request === update.request && each.step < update.step);
  const since = Math.max(0, ...before.map(({ step }) => step));
  return cloud.reads.findLast(
    ({ request, job, step, isFresh, isReceived }) =>
      request === update.request &&
      job === update.job &&
      isFresh &&
      isReceived &&
      step > since &&
      step < update.step,
  );
}

export function* brokenBySends(history: History): Generator<string> {
  const { cloud, plan } = history;
  const windows: { readonly update: Update; readonly from: number; readonly to: number }[] = [];
  for (const update of cloud.updates) {
    const { request, to } = update;
    const read = basisOf(history, update);
    const input = history.requests.find(({ name }) => name === request)?.request;
    if (to === 'CANCELLED' && input?.acknowledge?.includes('IRREVERSIBLE') !== true) {
      yield `1: ${request} sent an update whose consequences were not acknowledged`;
    }
    if (input?.idempotencyKey != null && !update.isKeyTaken) {
      yield `4: ${request} sent an update while another replica could have claimed its key`;
    }
    if (read === undefined) {
      yield `1: ${request} sent an update without a read before it`;
    } else {
      const allowed = CARRIED_OUT[plan.cloudBehavior.mode][read.status];
      if (!allowed.includes(to)) yield `1: ${request} sent ${to} after it had read ${read.status}`;
      if ((input?.expectedStatus ?? read.status) !== read.status) {
        yield `1: ${request} sent an update although the status was not the expected one`;
      }
      windows.push({ update, from: read.step, to: update.reported?.step ?? Infinity });
      if (isStale(update, read, cloud.externalChanges)) {
        yield `2: the update of ${request} relied on the stale status ${read.status}, and no external change had occurred`;
      }
    }
    if (update.leaseRequested === undefined) {
      yield `8: ${request} sent an update without a lease in the store`;
    } else if (update.time > update.leaseRequested + LATEST_SEND) {
      yield `6: ${request} sent an update too late`;
    }
    if (!update.isInTrail) yield `7: the audit trail had no intent for the update of ${request}`;
  }
  for (const one of windows) {
    for (const other of windows) {
      const overlap = one.from < other.from && other.from < one.to;
      if (overlap && one.update.job === other.update.job) {
        yield `2: ${other.update.request} read while ${one.update.request} was between its read and its response`;
      }
    }
  }
}

/** An update that arrives after the gateway stopped waiting for it counts as an external change, not as stale. */
function isStale(
  { arrival, reported, job }: Update,
  read: Read,
  externalChanges: readonly ExternalChange[],
): boolean {
  if (arrival === undefined || arrival.status === read.status) return false;
  if (reported !== undefined && reported.step < arrival.step) return false;
  return !externalChanges.some(
    (each) => each.job === job && each.step > read.step && each.step < arrival.step,
  );
}
