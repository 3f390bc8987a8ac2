/** The history in the database: the leases of its sources, what it knows about resources, and its events. */
import type { HistoryGapRecord } from '../domain/records/history-completeness';
import type { Listening, SqlDatabase, SqlRow, Statement } from '../storage/sql/database';
import type { ExpectedEvent, KnownResource, ListUpdate } from './list-comparison';
import { HISTORY_CHANNEL, HISTORY_LOCK, LISTENERS_CHANNEL } from './migrations';
import { toDate } from './rows';
import type { AwsList } from '../domain/aws-list';
import { sourceKey } from './sources';
import {
  forgetResource,
  insertEvent,
  insertInto,
  narrowEvent,
  rememberResources,
  settleEvent,
} from './statements';

/** A gap that a look has ended. */
export type Gap = HistoryGapRecord & { readonly endedAt: Date };

/** The state of a source when its lease was acquired. */
export interface SourceState {
  /** Changes when another gateway has held the lease: what this gateway knows may then be out of date. */
  readonly epoch: number;
  /** Undefined before the first complete look. */
  readonly watchedSince: Date | undefined;
  /** The time of the last look; undefined before the first one. */
  readonly observedAt: Date | undefined;
}

export interface Claim {
  /** The id of the gateway. */
  readonly holder: string;
  /** Milliseconds since the epoch. */
  readonly until: number;
}

/** A claim that succeeded. */
export interface Lease extends Claim, Pick<SourceState, 'epoch'> {}

/** The result of one look at a list. */
export interface Look {
  readonly update: ListUpdate;
  readonly asOf: Date;
  /** False when rows may be missing: the list counts as not looked at. */
  readonly isComplete: boolean;
  /** True when the look has seen every resource, so that later rows are new. */
  readonly isBaseline: boolean;
  /** The time before the look in which nobody watched. */
  readonly gap: Gap | undefined;
  /** The time until the next look. */
  readonly intervalSeconds: number;
}

/** The events that one transaction deletes: a statement has two seconds. */
const PRUNED_AT_ONCE = 5_000;

/** Every method rejects with StoreError. */
export class HistoryStore {
  constructor(private readonly database: SqlDatabase) {}

  /**
   * Takes or renews the lease of a source. Returns undefined while another gateway holds it.
   * @param now milliseconds since the epoch.
   */
  async acquire(source: AwsList, { holder, until }: Claim, now: number): Promise<SourceState | undefined> {
    const { kind, target } = source;
    const key = sourceKey(source);
    const row = { source: key, kind, target, holder: null, epoch: 0, lease_until: 0, interval_seconds: 0 };
    const { text, values } = insertInto('history_sources', row);
    const [, rows = []] =
      (await this.database.runAll([
        { text: `${text} ON CONFLICT (source) DO NOTHING`, values },
        {
          text: `UPDATE history_sources SET holder = $1, lease_until = $2, epoch = epoch + CASE WHEN holder = $1 THEN 0 ELSE 1 END
            WHERE source = $3 AND (holder = $1 OR lease_until <= $4) RETURNING epoch, watched_since, observed_at`,
          values: [holder, Math.round(until), key, Math.round(now)],
        },
      ])) ?? [];
    const [state] = rows;
    return (
      state && {
        epoch: Number(state.epoch),
        watchedSince: toDate(state.watched_since),
        observedAt: toDate(state.observed_at),
      }
    );
  }

  /** Lets another gateway take the lease at once. */
  async release(source: AwsList, holder: string): Promise<void> {
    const text = 'UPDATE history_sources SET lease_until = 0 WHERE source = $1 AND holder = $2';
    await this.database.run({ text, values: [sourceKey(source), holder] });
  }

  async known(source: AwsList): Promise<readonly KnownResource[]> {
    const text = 'SELECT resource_id, fields, is_listed FROM history_resources WHERE source = $1';
    const rows = await this.database.run({ text, values: [sourceKey(source)] });
    return rows.map((row) => ({
      resourceId: row.resource_id as string,
      fields: JSON.parse(row.fields as string) as KnownResource['fields'],
      isListed: row.is_listed === 1,
    }));
  }

  /** The changes of all gateways in the source that AWS has not shown yet, oldest first. */
  async expected(source: AwsList): Promise<readonly ExpectedEvent[]> {
    const text = 'SELECT * FROM history_expected WHERE source = $1 ORDER BY number';
    const rows = await this.database.run({ text, values: [sourceKey(source)] });
    return rows.map(toExpectedEvent);
  }

  /** Writes the result of a look, and renews the lease. Returns false, and writes nothing, when the lease was lost. */
  async commit(source: AwsList, { holder, until, epoch }: Lease, look: Look): Promise<boolean> {
    const key = sourceKey(source);
    const { events, remembered, forgotten, settled } = look.update;
    const { asOf, isComplete, isBaseline, gap, intervalSeconds } = look;
    const usesTime = isComplete || isBaseline;
    const columns = [
      'lease_until = $1',
      'interval_seconds = $2',
      ...(isComplete ? ['observed_at = $3'] : []),
      ...(isBaseline ? ['watched_since = COALESCE(watched_since, $3)'] : []),
    ];
    const statements: Statement[] = [
      ...events.map((event) => insertEvent(event, event.actor)),
      ...forgotten.map(forgetResource),
      ...rememberResources(source, remembered),
      ...[...settled].map(([changeId, rest]) =>
        rest === undefined ? settleEvent(changeId) : narrowEvent(rest),
      ),
      ...(gap === undefined ? [] : [insertGap(key, gap)]),
      {
        text: `UPDATE history_sources SET ${columns.join(', ')} WHERE source = $${usesTime ? 4 : 3}`,
        values: [
          Math.round(until),
          Math.ceil(intervalSeconds),
          ...(usesTime ? [asOf.toISOString()] : []),
          key,
        ],
      },
    ];
    // An update locks the row, so that no other gateway takes the lease before the commit.
    const guard = {
      text: 'UPDATE history_sources SET holder = holder WHERE source = $1 AND holder = $2 AND epoch = $3 RETURNING source',
      values: [key, holder, epoch],
    };
    const append = { serializedBy: HISTORY_LOCK, notify: HISTORY_CHANNEL };
    const options = events.length === 0 ? { guard } : { guard, ...append };
    return (await this.database.runAll(statements, options)) !== undefined;
  }

  /**
   * States that a gateway has subscribers until a time.
   * @param isFirst true when the gateway had none: observers hear of it at once.
   */
  async listen({ holder, until }: Claim, isFirst: boolean): Promise<void> {
    const { text, values } = insertInto('history_listeners', { holder, until: Math.round(until) });
    const statement = {
      text: `${text} ON CONFLICT (holder) DO UPDATE SET until = excluded.until`,
      values,
    };
    await this.database.runAll([statement], isFirst ? { notify: LISTENERS_CHANNEL } : {});
  }

  /** States that a gateway has no subscribers. */
  async endListening(holder: string): Promise<void> {
    const statement = { text: 'DELETE FROM history_listeners WHERE holder = $1', values: [holder] };
    await this.database.runAll([statement], { notify: LISTENERS_CHANNEL });
  }

  /**
   * True while any gateway on the database has subscribers.
   * @param now milliseconds since the epoch.
   */
  async isListened(now: number): Promise<boolean> {
    const text = 'SELECT holder FROM history_listeners WHERE until > $1 LIMIT 1';
    const rows = await this.database.run({ text, values: [Math.round(now)] });
    return rows.length > 0;
  }

  /** Calls `onChange` when the subscribers of a gateway begin or end to listen. It may also be called without a reason. */
  onListenersChange(onChange: () => void): Listening {
    return this.database.listen(LISTENERS_CHANNEL, onChange);
  }

  /**
   * Deletes the statements of gateways that ended without deleting them.
   * @param before milliseconds since the epoch.
   */
  async forgetListeners(before: number): Promise<void> {
    const text = 'DELETE FROM history_listeners WHERE until < $1';
    await this.database.run({ text, values: [Math.round(before)] });
  }

  /** Deletes the events before the first one since `before`, all but the newest `maxEvents`, and what is not needed without them. */
  async prune(before: Date, maxEvents: number): Promise<void> {
    const time = before.toISOString();
    const batch: Statement = {
      text: `UPDATE history_pruned SET position = last.position, observed_at = last.observed_at FROM (
          SELECT position, observed_at FROM (
            SELECT position, observed_at FROM history_events
            WHERE position < (
              SELECT COALESCE(MIN(position), (SELECT MAX(position) + 1 FROM history_events))
              FROM history_events WHERE observed_at >= $1
            ) OR position <= (SELECT MAX(position) FROM history_events) - $2
            ORDER BY position LIMIT ${PRUNED_AT_ONCE}
          ) AS oldest ORDER BY position DESC LIMIT 1
        ) AS last RETURNING history_pruned.position`,
      values: [time, maxEvents],
    };
    const rest: readonly Statement[] = [
      {
        text: 'DELETE FROM history_events WHERE position <= (SELECT position FROM history_pruned)',
        values: [],
      },
      { text: 'DELETE FROM history_gaps WHERE ended_at < $1', values: [time] },
      { text: 'DELETE FROM history_expected WHERE until < $1', values: [before.getTime()] },
    ];
    let isMore = true;
    while (isMore) {
      const [pruned = []] =
        (await this.database.runAll([batch, ...rest], { serializedBy: HISTORY_LOCK })) ?? [];
      isMore = pruned.length > 0;
    }
  }
}

function insertGap(source: string, { startedAt, endedAt, reason }: Gap): Statement {
  const row = {
    source,
    started_at: startedAt.toISOString(),
    ended_at: endedAt.toISOString(),
    reason,
  };
  const { text, values } = insertInto('history_gaps', row);
  return {
    text: `${text} ON CONFLICT (source, started_at) DO UPDATE SET ended_at = excluded.ended_at`,
    values,
  };
}

function toExpectedEvent(row: SqlRow): ExpectedEvent {
  return {
    changeId: row.change_id as string,
    actor: row.actor as string,
    type: row.type as ExpectedEvent['type'],
    resourceId: (row.resource_id ?? undefined) as string | undefined,
    isApplied: row.is_applied === 1,
    fields: JSON.parse(row.fields as string) as ExpectedEvent['fields'],
    dependents: JSON.parse(row.dependents as string) as readonly string[],
    until: Number(row.until),
  };
}
