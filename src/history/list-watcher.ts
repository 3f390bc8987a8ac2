/** The watcher of one source: it holds the lease of the source, looks at its list again and again, and appends the events. */
import type { CallContext } from '../aws/client/call-context';
import { GatewayError } from '../domain/errors';
import { encodeId } from '../domain/ids';
import type { ResourceKind } from '../domain/resources';
import {
  compareList,
  type KnownResource,
  type ListContext,
  type ListUpdate,
  type ObservedRow,
} from './list-comparison';
import type { ListReading, WatchedList } from './lists';
import { observedFields, type RowByKind } from './observed-fields';
import { nextLookSeconds } from './rhythm';
import type { HistorySource } from './sources';
import type { SteadyClock } from './steady-clock';
import type { Gap, HistoryStore, Lease, SourceState } from './store';

/** The time after the planned end of a look for which the gateway keeps its lease. */
const LEASE_MARGIN_MS = 30_000;
/** The time between two attempts to take a lease that another gateway holds, or after the database failed. */
const LEASE_POLL_MS = 5_000;
/** Looks at a part of a list between two sweeps of the whole list. */
const SWEEP_INTERVAL_MS = 3_600_000;
/** A list without a look for longer than this multiple of the ceiling was not watched. */
const GAP_FACTOR = 3;

export interface WatcherOptions {
  readonly source: HistorySource;
  readonly list: WatchedList;
  readonly store: HistoryStore;
  readonly clock: SteadyClock;
  /** The id of the gateway among those that share the database. */
  readonly holder: string;
  readonly ceilingSeconds: number;
  readonly createCall: () => CallContext;
  readonly onLook: (result: LookResult) => void;
}

export interface LookResult {
  readonly source: HistorySource;
  readonly outcome: 'COMPLETE' | 'PARTIAL' | 'FAILED' | 'LEASE_LOST';
  readonly events: number;
  /** The AWS calls of the look. */
  readonly calls: number;
  readonly seconds: number;
  /** The error of AWS; undefined when the database failed. */
  readonly error?: unknown;
}

/** What the watcher knows while it holds the lease. */
interface Watch {
  readonly known: Map<string, KnownResource>;
  state: SourceState;
  /** The last successful look; undefined before the first one of this lease. */
  lookedAt: number | undefined;
  sweptAt: number;
  failures: number;
}

export class ListWatcher {
  private watch: Watch | undefined;

  constructor(private readonly options: WatcherOptions) {}

  /** Watches until the signal aborts, then releases the lease. Never rejects. */
  async run(signal: AbortSignal): Promise<void> {
    const { clock, store, source, holder } = this.options;
    while (!signal.aborted) {
      const seconds = await this.step(signal);
      await clock.delay(seconds * 1_000, signal);
    }
    if (this.watch !== undefined) await store.release(source, holder).catch(() => undefined);
  }

  /** Takes or renews the lease, and looks once. Returns the seconds until the next step. */
  private async step(signal: AbortSignal): Promise<number> {
    const { clock, source, ceilingSeconds } = this.options;
    const startedAt = clock.now();
    const call = this.options.createCall();
    let outcome: LookResult['outcome'] = 'FAILED';
    let events = 0;
    let error: unknown;
    try {
      this.watch = await this.takeLease(startedAt);
      if (this.watch === undefined) return LEASE_POLL_MS / 1_000;
      const look = await this.look(this.watch, call);
      outcome = look.outcome;
      events = look.events;
    } catch (reason) {
      if (signal.aborted) return 0;
      error = reason;
      if (this.watch !== undefined) this.watch.failures += 1;
    }
    const { calls } = call.usage.report();
    const seconds = (clock.now() - startedAt) / 1_000;
    this.options.onLook({ source, outcome, events, calls, seconds, error });
    // The database failed: what this gateway knows may differ from what the database has.
    if (outcome === 'LEASE_LOST' || (error !== undefined && !(error instanceof GatewayError))) {
      this.watch = undefined;
      return LEASE_POLL_MS / 1_000;
    }
    return nextLookSeconds({
      ceilingSeconds,
      isActive: this.isActive(),
      failures: this.watch?.failures ?? 0,
      random: Math.random(),
    });
  }

  private async takeLease(now: number): Promise<Watch | undefined> {
    const { store, source } = this.options;
    const state = await store.acquire(source, this.leaseFrom(now), now);
    if (state === undefined || this.watch !== undefined) return state && this.watch;
    const known = new Map((await store.known(source)).map((resource) => [resource.resourceId, resource]));
    return { known, state, lookedAt: undefined, sweptAt: -Infinity, failures: 0 };
  }

  private async look(watch: Watch, call: CallContext): Promise<Pick<LookResult, 'outcome' | 'events'>> {
    const { store, source, list, clock, ceilingSeconds } = this.options;
    const isSweep =
      list.glance === undefined ||
      watch.state.watchedSince === undefined ||
      clock.now() >= watch.sweptAt + SWEEP_INTERVAL_MS;
    const reading = await (isSweep ? list.sweep(call) : list.glance(call));
    // After the read: a change that the gateway sends during the read is expected before it reaches AWS.
    const expected = await store.expected(source);
    const context: ListContext = {
      ...source,
      known: watch.known,
      expected,
      hasBaseline: watch.state.watchedSince !== undefined,
      asOf: reading.asOf,
      now: clock.now(),
    };
    const listed = reading.rows.map(toObservedRow);
    const absent = reading.isComplete ? await this.readAbsent(watch, reading, listed, call) : NOTHING_ABSENT;
    const update = merged(
      compareList(context, listed),
      compareList(context, absent.found, absent.missing, !isSweep),
    );
    const lease = this.leaseFrom(clock.now());
    const isBaseline = isSweep && reading.isComplete;
    const committed = await store.commit(source, lease, {
      update,
      asOf: reading.asOf,
      isBaseline,
      gap: this.gapBefore(watch, reading.asOf),
      intervalSeconds: ceilingSeconds,
    });
    if (!committed) return { outcome: 'LEASE_LOST', events: 0 };
    for (const resource of update.remembered) watch.known.set(resource.resourceId, resource);
    for (const id of update.forgotten) watch.known.delete(id);
    if (isBaseline) {
      watch.sweptAt = clock.now();
      watch.state = { ...watch.state, watchedSince: watch.state.watchedSince ?? reading.asOf };
    }
    watch.lookedAt = clock.now();
    watch.failures = 0;
    return { outcome: reading.isComplete ? 'COMPLETE' : 'PARTIAL', events: update.events.length };
  }

  /** Reads the known resources that the reading should contain and does not: absence from a list proves nothing. */
  private async readAbsent(
    { known }: Watch,
    { covers }: ListReading,
    listed: readonly ObservedRow[],
    call: CallContext,
  ): Promise<{ readonly found: readonly ObservedRow[]; readonly missing: readonly KnownResource[] }> {
    const ids = new Set(listed.map(({ resourceId }) => resourceId));
    const found: ObservedRow[] = [];
    const missing: KnownResource[] = [];
    for (const resource of known.values()) {
      if (!resource.isListed || ids.has(resource.resourceId) || !covers(resource)) continue;
      const row = await this.options.list.get(resource.resourceId, call);
      if (row === undefined) missing.push(resource);
      else found.push(toObservedRow(row));
    }
    return { found, missing };
  }

  /** The time since the last look of any gateway, if it was too long. */
  private gapBefore({ state, lookedAt, failures }: Watch, asOf: Date): Gap | undefined {
    const { clock, ceilingSeconds } = this.options;
    const limit = GAP_FACTOR * ceilingSeconds * 1_000;
    if (lookedAt === undefined) {
      const { observedAt, watchedSince } = state;
      if (watchedSince === undefined || observedAt === undefined) return undefined;
      const isGap = asOf.getTime() - observedAt.getTime() > limit;
      return isGap ? { startedAt: observedAt, endedAt: asOf, reason: 'NOT_WATCHED' } : undefined;
    }
    const elapsed = clock.now() - lookedAt;
    if (elapsed <= limit) return undefined;
    const startedAt = new Date(asOf.getTime() - elapsed);
    return { startedAt, endedAt: asOf, reason: failures > 0 ? 'READ_FAILED' : 'NOT_WATCHED' };
  }

  private leaseFrom(now: number): Lease {
    const { holder, ceilingSeconds } = this.options;
    return { holder, until: now + ceilingSeconds * 1_000 + LEASE_MARGIN_MS };
  }

  /** True while a job or an export runs. */
  private isActive(): boolean {
    const { kind } = this.options.source;
    if (kind !== 'ClassificationJob' && kind !== 'MailboxExportJob') return false;
    return [...(this.watch?.known.values() ?? [])].some(({ fields }) => fields.status === 'RUNNING');
  }
}

const NOTHING_ABSENT = { found: [], missing: [] };

function toObservedRow(row: RowByKind[ResourceKind]): ObservedRow {
  return { resourceId: encodeId(row), fields: observedFields(row) };
}

function merged(a: ListUpdate, b: ListUpdate): ListUpdate {
  return {
    events: [...a.events, ...b.events],
    remembered: [...a.remembered, ...b.remembered],
    forgotten: [...a.forgotten, ...b.forgotten],
    settled: new Map([...a.settled, ...b.settled]),
  };
}
