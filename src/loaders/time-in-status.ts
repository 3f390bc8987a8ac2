/** The mean time that cases spent in each status, from the resource history. It reads no AWS service. */
import type { Logger } from 'pino';
import type { ResourceEventConditions, ResourceEventRecord } from '../domain/records/resource-event';
import type { CaseStatusRecord, SecurityCaseTimeInStatusRecord } from '../domain/records/statistics';
import { earliest, historyCompleteness, latest } from '../history/completeness';
import { meanStatusDurations } from '../history/mean-status-durations';
import type { HistoryAccess, HistoryReader } from '../history/queries';
import { statusDurations } from '../history/status-durations';

/** The newest events of each of the two reads from which the times are computed. */
const MAX_EVENTS = 10_000;
const PAGE_SIZE = 1_000;

/** The events on which the time in status depends. */
const READS: readonly ResourceEventConditions[] = [
  { types: ['CHANGED'], fields: ['status'] },
  { types: ['CREATED', 'DISAPPEARED'] },
];

const EVER = { from: undefined, until: undefined };

interface Cases {
  readonly cases: readonly CaseStatusRecord[];
  /** The targets whose cases were read. */
  readonly targets: readonly string[];
}

interface EventRead {
  /** Newest first. */
  readonly events: readonly ResourceEventRecord[];
  /** The time of the oldest event that was read; undefined when the history has no older ones. */
  readonly readSince: Date | undefined;
}

export class TimeInStatus {
  private reading: Promise<SecurityCaseTimeInStatusRecord> | undefined;

  /** @param history undefined when the gateway keeps no history. */
  constructor(
    private readonly history: HistoryReader | undefined,
    private readonly cases: Cases,
    private readonly log: Logger,
    private readonly maxEvents = MAX_EVENTS,
  ) {}

  /** Reads the history at most once. Undefined when the gateway keeps none. Throws HistoryUnavailableError. */
  read(): Promise<SecurityCaseTimeInStatusRecord | undefined> {
    if (this.history === undefined) return Promise.resolve(undefined);
    return (this.reading ??= this.readFrom(this.history));
  }

  private async readFrom(history: HistoryReader): Promise<SecurityCaseTimeInStatusRecord> {
    const { cases, targets } = this.cases;
    const access = { kinds: ['SecurityCase'], targets } as const;
    const reads = await Promise.all(
      READS.map((conditions) => this.newestEvents(history, conditions, access)),
    );
    const pruned = await history.pruned(this.log);
    const sources = await history.sources(access, EVER, this.log);
    const watchedSince = new Map(sources.map((source) => [source.target, source.watchedSince]));
    const readSince = latest(...reads.map((read) => read.readSince));
    const events = eventsByResource(reads, readSince);
    const now = new Date();
    const known = cases.flatMap(({ resourceId, target, status }) => {
      const watched = watchedSince.get(target);
      const knownSince = watched && latest(watched, pruned.observedAt, readSince);
      const facts = { events: events.get(resourceId) ?? [], status, knownSince, now };
      const { since, durations } = statusDurations(facts);
      return durations.length === 0 ? [] : [{ since, durations }];
    });
    const since = earliest(...known.map((each) => each.since));
    const range = { from: since, until: undefined };
    return {
      since,
      caseCount: known.length,
      durations: meanStatusDurations(known.map(({ durations }) => durations)),
      isEventLimitReached: readSince !== undefined,
      completeness: historyCompleteness({
        covered: targets.map((target) => ({ kind: 'SecurityCase', target })),
        watched: await history.sources(access, range, this.log),
        range,
        after: undefined,
        pruned,
        now,
      }),
    };
  }

  private async newestEvents(
    history: HistoryReader,
    conditions: ResourceEventConditions,
    access: HistoryAccess,
  ): Promise<EventRead> {
    const events: ResourceEventRecord[] = [];
    for (;;) {
      const first = Math.min(PAGE_SIZE, this.maxEvents - events.length);
      const after = events.at(-1)?.position;
      const page = await history.find(
        conditions,
        { ...access, first, after, order: 'NEWEST_FIRST' },
        this.log,
      );
      events.push(...page.events);
      if (!page.hasNext) return { events, readSince: undefined };
      if (events.length >= this.maxEvents) return { events, readSince: events.at(-1)?.observedAt };
    }
  }
}

/** The events of each resource, oldest first, without those before `since`: other events of that time may be missing. */
function eventsByResource(
  reads: readonly EventRead[],
  since: Date | undefined,
): ReadonlyMap<string, readonly ResourceEventRecord[]> {
  const events = reads
    .flatMap((read) => read.events)
    .filter(({ observedAt }) => since === undefined || observedAt >= since)
    .sort((a, b) => Number(a.position) - Number(b.position));
  const byResource = new Map<string, ResourceEventRecord[]>();
  for (const event of events) {
    const ofResource = byResource.get(event.resourceId) ?? [];
    ofResource.push(event);
    byResource.set(event.resourceId, ofResource);
  }
  return byResource;
}
