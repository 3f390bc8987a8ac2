// Invariants of what reaches AWS: checked, alone, in time, in the trail, and under a lease.
import { CARRIED_OUT } from './kinds';
import type { Read, Surprise, Update } from './journal';
import type { History } from './environment';

/** Milliseconds from asking for a lease of 20 s to the last moment at which something that may take 11 s may begin. */
const LAST_MOMENT = 9_000;

/** The read that an update rests on: the last of its own change, after whatever the change sent before. */
export function basisOf({ cloud }: History, update: Update): Read | undefined {
  const before = cloud.updates.filter((each) => each.request === update.request && each.step < update.step);
  const since = Math.max(0, ...before.map(({ step }) => step));
  return cloud.reads.findLast(
    ({ request, job, step, isFresh, isHeard }) =>
      request === update.request &&
      job === update.job &&
      isFresh &&
      isHeard &&
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
    const asked = history.asked.find(({ name }) => name === request)?.request;
    if (to === 'CANCELLED' && asked?.acknowledge?.includes('IRREVERSIBLE') !== true) {
      yield `1: ${request} sent an update whose consequences nobody had acknowledged`;
    }
    if (asked?.idempotencyKey != null && !update.isKeyTaken) {
      yield `4: ${request} sent an update while others might have sent for its key`;
    }
    if (read === undefined) {
      yield `1: ${request} sent an update without a read of its own before it`;
    } else {
      const allowed = CARRIED_OUT[plan.weather.manner][read.status];
      if (!allowed.includes(to)) yield `1: ${request} asked for ${to} where it had read ${read.status}`;
      if ((asked?.expectedStatus ?? read.status) !== read.status) {
        yield `1: ${request} sent an update where it had not read the status that it expects`;
      }
      windows.push({ update, from: read.step, to: update.told?.step ?? Infinity });
      if (isStale(update, read, cloud.surprises)) {
        yield `2: the update of ${request} rested on ${read.status}, which was so no more, and nobody else had acted`;
      }
    }
    if (update.leaseRequested === undefined) {
      yield `8: ${request} sent an update without a lease in the store`;
    } else if (update.time > update.leaseRequested + LAST_MOMENT) {
      yield `6: ${request} sent an update too late`;
    }
    if (!update.isInTrail) yield `7: the trail knew nothing of the update of ${request}`;
  }
  for (const one of windows) {
    for (const other of windows) {
      const overlap = one.from < other.from && other.from < one.to;
      if (overlap && one.update.job === other.update.job) {
        yield `2: ${other.update.request} read while ${one.update.request} was between its read and its answer`;
      }
    }
  }
}

/** An update that nobody waited for any more when it arrived is a surprise of its own. */
function isStale({ found, told, job }: Update, read: Read, surprises: readonly Surprise[]): boolean {
  if (found === undefined || found.status === read.status) return false;
  if (told !== undefined && told.step < found.step) return false;
  return !surprises.some((each) => each.job === job && each.step > read.step && each.step < found.step);
}
