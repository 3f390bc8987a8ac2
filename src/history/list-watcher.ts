/** The watcher of one source: it holds the lease of the source, looks at its list again and again, and appends the events. */
import type { CallContext } from '../aws/client/call-context';
import { GatewayError } from '../domain/errors';
import { readAbsent, toObservedRow } from './absent-resources';
import { compareList, mergeUpdates, type KnownResource, type ListContext } from './list-comparison';
import { countStatuses, type WatchedList } from './lists';
import { LATE_INTERVALS, nextLookSeconds } from './rhythm';
import type { AwsList } from '../domain/aws-list';
import type { SteadyClock } from './steady-clock';
import type { Claim, Gap, HistoryStore, SourceState } from './store';

/** The time after the next look for which the gateway keeps its lease, and the interval at which it renews it during a look. */
const LEASE_MARGIN_MS = 10_000;
const LEASE_RENEWAL_MS = 5_000;
/** The time between two attempts to take a lease that another gateway holds, or after the database failed. */
const LEASE_POLL_MS = 5_000;
/** The time after which a watcher without a look to wait for starts to wait again: timers have a limit. */
const IDLE_MS = 3_600_000;
/** Looks at a part of a list between two sweeps of the whole list. */
const SWEEP_INTERVAL_MS = 3_600_000;
/** The time before and after the expiry of a pause in which the observer looks more often. */
const EXPIRY_MS = 600_000;

export interface WatcherOptions {
  readonly source: AwsList;
  readonly list: WatchedList;
  readonly store: HistoryStore;
  readonly clock: SteadyClock;
  /** The id of the gateway among those that share the database. */
  readonly holder: string;
  readonly ceilingSeconds: number;
  /** True while a gateway has subscribers. */
  readonly isListened: () => boolean;
  /** False while the watcher must not look. */
  readonly isWanted: () => boolean;
  readonly createCall: () => CallContext;
  readonly onLook: (result: LookResult) => void;
  /** Called when the watcher no longer holds the lease, so that its last sweep may be out of date. */
  readonly onLeaseEnd: (source: AwsList) => void;
}

export interface LookResult {
  readonly source: AwsList;
  readonly outcome: 'COMPLETE' | 'PARTIAL' | 'FAILED' | 'LEASE_LOST';
  readonly events: number;
  /** The AWS calls of the look. */
  readonly calls: number;
  /** The number of resources by status; undefined unless the look read the whole list. */
  readonly statuses?: ReadonlyMap<string, number> | undefined;
  /** The error of a look that failed. */
  readonly error?: unknown;
}

/** What the watcher knows while it holds the lease. */
interface Watch {
  readonly known: Map<string, KnownResource>;
  readonly state: SourceState;
  /** The time of the first complete look of any gateway. */
  watchedSince: Date | undefined;
  /** The last complete look; undefined before the first one of this lease. */
  lookedAt: number | undefined;
  sweptAt: number;
  /** The looks in a row that failed, or that were not complete. */
  failures: number;
}

export class ListWatcher {
  private watch: Watch | undefined;
  /** The end of the last step, in milliseconds since the epoch, and the seconds from there to the next one. */
  private steppedAt = -Infinity;
  private plannedSeconds = 0;
  /** Ends the time until the next step. */
  private pause = new AbortController();
  /** True when the time until the next step must not begin, or end: the listeners have changed meanwhile. */
  private isWoken = false;

  constructor(private readonly options: WatcherOptions) {}

  /** Watches until the signal aborts, then releases the lease. Never rejects. */
  async run(signal: AbortSignal): Promise<void> {
    const { clock, isWanted } = this.options;
    signal.addEventListener('abort', () => {
      this.pause.abort();
    });
    let restMs = 0;
    while (!signal.aborted) {
      if (isWanted() && restMs <= 0) {
        await this.takeStep(signal);
        restMs = this.plannedSeconds * 1_000;
      } else if (!isWanted() && this.watch !== undefined) {
        await this.release();
      } else {
        await this.sleep(isWanted() ? restMs : IDLE_MS);
        restMs = this.dueAt() - clock.now();
      }
    }
    await this.release();
  }

  /** The first subscriber has come, or the last one has left: looks sooner where a list is active, or not at all. */
  onListenersChange(): void {
    this.isWoken = true;
    this.pause.abort();
  }

  /** The time of the next step, which is sooner than planned if somebody listens since then. */
  private dueAt(): number {
    const seconds = this.watch === undefined ? Infinity : this.nextLookSeconds(0);
    return this.steppedAt + Math.min(this.plannedSeconds, seconds) * 1_000;
  }

  private async sleep(milliseconds: number): Promise<void> {
    this.pause = new AbortController();
    if (!this.isWoken) await this.options.clock.delay(milliseconds, this.pause.signal);
    this.isWoken = false;
  }

  /** Lets another gateway take the lease at once. */
  private async release(): Promise<void> {
    const { store, source, holder } = this.options;
    if (this.watch === undefined) return;
    this.endWatch();
    await store.release(source, holder).catch(() => undefined);
  }

  /** Takes a step, and plans the next one, for which it keeps the lease. */
  private async takeStep(signal: AbortSignal): Promise<void> {
    const { clock, ceilingSeconds } = this.options;
    const seconds = (await this.step(signal)) ?? this.nextLookSeconds(Math.random());
    this.steppedAt = clock.now();
    this.plannedSeconds = seconds;
    if (this.watch !== undefined && seconds > ceilingSeconds) await this.renew(seconds);
  }

  /** Takes or renews the lease, and looks once. Returns the seconds until the next step if the rhythm does not give them. */
  private async step(signal: AbortSignal): Promise<number | undefined> {
    const { source } = this.options;
    const call = this.options.createCall();
    let outcome: LookResult['outcome'] = 'FAILED';
    let events = 0;
    let statuses: LookResult['statuses'];
    let error: unknown;
    try {
      const watch = await this.takeLease();
      if (watch === undefined) {
        this.endWatch();
        return LEASE_POLL_MS / 1_000;
      }
      this.watch = watch;
      ({ outcome, events, statuses } = await this.renewing(() => this.look(watch, call)));
      if (outcome === 'PARTIAL') watch.failures += 1;
    } catch (reason) {
      if (signal.aborted) return 0;
      error = reason;
      if (this.watch !== undefined) this.watch.failures += 1;
    }
    const { calls } = call.usage.report();
    this.options.onLook({ source, outcome, events, calls, statuses, error });
    // After another error, what this gateway knows may differ from what the database has.
    if (outcome === 'LEASE_LOST' || (error !== undefined && !(error instanceof GatewayError))) {
      this.endWatch();
      return LEASE_POLL_MS / 1_000;
    }
    return undefined;
  }

  private endWatch(): void {
    if (this.watch !== undefined) this.options.onLeaseEnd(this.options.source);
    this.watch = undefined;
  }

  private nextLookSeconds(random: number): number {
    const { ceilingSeconds, isListened } = this.options;
    const failures = this.watch?.failures ?? 0;
    const isActive = this.isActive();
    return nextLookSeconds({ ceilingSeconds, isActive, isListened: isListened(), failures, random });
  }

  private async takeLease(): Promise<Watch | undefined> {
    const { store, source, clock } = this.options;
    const state = await store.acquire(source, this.claim(), clock.now());
    if (state === undefined || state.epoch === this.watch?.state.epoch) return state && this.watch;
    const known = new Map((await store.known(source)).map((resource) => [resource.resourceId, resource]));
    const { watchedSince } = state;
    return { known, state, watchedSince, lookedAt: undefined, sweptAt: -Infinity, failures: 0 };
  }

  /** Keeps the lease during a look, which can take minutes for a long list. */
  private async renewing<Result>(work: () => Promise<Result>): Promise<Result> {
    const timer = setInterval(() => void this.renew(), LEASE_RENEWAL_MS).unref();
    try {
      return await work();
    } finally {
      clearInterval(timer);
    }
  }

  /** Never rejects: the next commit finds out whether the lease was lost. */
  private async renew(seconds?: number): Promise<void> {
    const { store, source, clock } = this.options;
    await store.acquire(source, this.claim(seconds), clock.now()).catch(() => undefined);
  }

  private async look(
    watch: Watch,
    call: CallContext,
  ): Promise<Pick<LookResult, 'outcome' | 'events' | 'statuses'>> {
    const { store, source, list, clock, ceilingSeconds } = this.options;
    const isSweep =
      list.glance === undefined ||
      watch.watchedSince === undefined ||
      clock.now() >= watch.sweptAt + SWEEP_INTERVAL_MS;
    const reading = await (isSweep ? list.sweep(call) : list.glance(call));
    if (isSweep) watch.sweptAt = clock.now();
    // After the read: a change that the gateway sends during the read is expected before it reaches AWS.
    const expected = await store.expected(source);
    const context: ListContext = {
      ...source,
      known: watch.known,
      expected,
      hasBaseline: watch.watchedSince !== undefined,
      asOf: reading.asOf,
      now: clock.now(),
    };
    const listed = reading.rows.map(toObservedRow);
    const absent = reading.isComplete
      ? await readAbsent(list, watch.known.values(), reading, listed, call)
      : NOTHING_ABSENT;
    const update = mergeUpdates(
      compareList(context, listed),
      compareList(context, absent.found, absent.missing, this.isListed(isSweep)),
    );
    const lease = { ...this.claim(), epoch: watch.state.epoch };
    const isBaseline = isSweep && reading.isComplete && !update.isWithholding;
    const committed = await store.commit(source, lease, {
      update,
      asOf: reading.asOf,
      isComplete: reading.isComplete,
      isBaseline,
      gap: reading.isComplete ? this.gapBefore(watch, reading.asOf) : undefined,
      intervalSeconds: ceilingSeconds,
    });
    if (!committed) return { outcome: 'LEASE_LOST', events: 0 };
    for (const resource of update.remembered) watch.known.set(resource.resourceId, resource);
    for (const id of update.forgotten) watch.known.delete(id);
    const events = update.events.length;
    if (!reading.isComplete) return { outcome: 'PARTIAL', events };
    if (isBaseline) watch.watchedSince ??= reading.asOf;
    watch.lookedAt = clock.now();
    watch.failures = 0;
    return { outcome: 'COMPLETE', events, statuses: isSweep ? countStatuses(reading) : undefined };
  }

  /** WorkMail lists the export jobs of seven days. A sweep of any other list contains every resource. */
  private isListed(isSweep: boolean): boolean {
    return !(isSweep && this.options.source.kind === 'MailboxExportJob');
  }

  /** The time since the last look of any gateway, if it was too long. */
  private gapBefore(
    { state: { observedAt }, watchedSince, lookedAt, failures }: Watch,
    asOf: Date,
  ): Gap | undefined {
    const { clock, ceilingSeconds } = this.options;
    const limit = LATE_INTERVALS * ceilingSeconds * 1_000;
    if (lookedAt === undefined) {
      if (watchedSince === undefined || observedAt === undefined) return undefined;
      const isGap = asOf.getTime() - observedAt.getTime() > limit;
      return isGap ? { startedAt: observedAt, endedAt: asOf, reason: 'NOT_WATCHED' } : undefined;
    }
    const elapsed = clock.now() - lookedAt;
    if (elapsed <= limit) return undefined;
    const startedAt = new Date(asOf.getTime() - elapsed);
    return { startedAt, endedAt: asOf, reason: failures > 0 ? 'READ_FAILED' : 'NOT_WATCHED' };
  }

  /** @param seconds the time until the next look. */
  private claim(seconds = this.options.ceilingSeconds): Claim {
    const { holder, clock } = this.options;
    return { holder, until: clock.now() + seconds * 1_000 + LEASE_MARGIN_MS };
  }

  /** True while a job or an export runs, or a pause is about to expire. */
  private isActive(): boolean {
    const { source, clock } = this.options;
    if (source.kind !== 'ClassificationJob' && source.kind !== 'MailboxExportJob') return false;
    return [...(this.watch?.known.values() ?? [])].some(({ fields }) => {
      const expiresAt = Date.parse(fields['userPausedDetails.expiresAt'] ?? '');
      return fields.status === 'RUNNING' || Math.abs(expiresAt - clock.now()) < EXPIRY_MS;
    });
  }
}

const NOTHING_ABSENT = { found: [], missing: [] };
