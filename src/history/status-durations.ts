/** The time that a resource spent in each status, from the events of its history. */
import type { ResourceEventRecord } from '../domain/records/resource-event';
import type { StatusDurationRecord } from '../domain/records/status-durations';

const STATUS = 'status';

export interface StatusFacts {
  /** The events of the resource, oldest first. */
  readonly events: readonly ResourceEventRecord[];
  /** The status now, which counts when no event has a status. */
  readonly status: string;
  /** The time since which the history knows the resource, unless an event says that it appeared later. */
  readonly knownSince: Date | undefined;
  readonly now: Date;
}

/** Each status with its seconds, and the time since which they count. An unknown status has no duration. */
export function statusDurations({ events, status, knownSince, now }: StatusFacts): {
  readonly since: Date | undefined;
  readonly durations: readonly StatusDurationRecord[];
} {
  const milliseconds = new Map<string, number>();
  const first = events[0];
  const since = first?.type === 'CREATED' ? first.observedAt : knownSince;
  if (since === undefined) return { since, durations: [] };
  let current = statusBefore(events, status);
  let startedAt: Date | undefined = since;
  const end = (at: Date) => {
    if (startedAt === undefined || current === undefined) return;
    const duration = Math.max(0, at.getTime() - startedAt.getTime());
    milliseconds.set(current, (milliseconds.get(current) ?? 0) + duration);
    startedAt = undefined;
  };
  for (const [index, event] of events.entries()) {
    const change = event.changes.find(({ field }) => field === STATUS);
    if (event.type === 'CHANGED' && change === undefined) continue;
    if (event.type !== 'CREATED' || event !== first) end(event.observedAt);
    if (event.type === 'DISAPPEARED') continue;
    startedAt = event.observedAt;
    // The gateway does not know the status of a resource that it has just created.
    current = change?.after ?? statusBefore(events.slice(index + 1), status);
  }
  end(now);
  const durations = [...milliseconds].map(([each, sum]) => ({
    status: each,
    seconds: Math.round(sum / 1_000),
  }));
  return { since, durations };
}

/** The status before the first event that has one; `status` without any, and undefined before the resource disappeared. */
function statusBefore(events: readonly ResourceEventRecord[], status: string): string | undefined {
  for (const { type, changes } of events) {
    const change = changes.find(({ field }) => field === STATUS);
    if (change !== undefined) return change.before;
    if (type === 'DISAPPEARED') return undefined;
  }
  return status;
}
