/** The history in the database: the leases of its sources, what it knows about resources, and its events. */
import type { SqlDatabase, SqlRow, Statement } from '../storage/sql/database';
import type { ExpectedEvent, KnownResource, ListUpdate } from './list-comparison';
import { HISTORY_LOCK } from './migrations';
import { sourceKey, type HistorySource } from './sources';
import {
  forgetResource,
  insertEvent,
  insertInto,
  narrowEvent,
  rememberResource,
  settleEvent,
} from './statements';

export type GapReason = 'NOT_WATCHED' | 'READ_FAILED';

export interface Gap {
  readonly startedAt: Date;
  readonly endedAt: Date;
  readonly reason: GapReason;
}

/** The state of a source when its lease was acquired. */
export interface SourceState {
  /** Undefined before the first complete look. */
  readonly watchedSince: Date | undefined;
  /** The time of the last look; undefined before the first one. */
  readonly observedAt: Date | undefined;
}

export interface Lease {
  /** The id of the gateway. */
  readonly holder: string;
  /** Milliseconds since the epoch. */
  readonly until: number;
}

/** The result of one look at a list. */
export interface Look {
  readonly update: ListUpdate;
  readonly asOf: Date;
  /** True when the look was complete, so that later rows can be new. */
  readonly isBaseline: boolean;
  /** The time before the look in which nobody watched. */
  readonly gap: Gap | undefined;
  /** The time until the next look. */
  readonly intervalSeconds: number;
}

const DAY_MS = 86_400_000;

/** Every method rejects with StoreError. */
export class HistoryStore {
  constructor(private readonly database: SqlDatabase) {}

  /**
   * Takes or renews the lease of a source. Returns undefined while another gateway holds it.
   * @param now milliseconds since the epoch.
   */
  async acquire(
    source: HistorySource,
    { holder, until }: Lease,
    now: number,
  ): Promise<SourceState | undefined> {
    const { kind, target } = source;
    const key = sourceKey(source);
    const row = { source: key, kind, target, holder: null, lease_until: 0, interval_seconds: 0 };
    const { text, values } = insertInto('history_sources', row);
    const [, rows = []] =
      (await this.database.runAll([
        { text: `${text} ON CONFLICT (source) DO NOTHING`, values },
        {
          text: `UPDATE history_sources SET holder = $1, lease_until = $2 WHERE source = $3 AND (holder = $1 OR lease_until <= $4)
            RETURNING watched_since, observed_at`,
          values: [holder, Math.round(until), key, Math.round(now)],
        },
      ])) ?? [];
    const [state] = rows;
    return state && { watchedSince: toDate(state.watched_since), observedAt: toDate(state.observed_at) };
  }

  /** Lets another gateway take the lease at once. */
  async release(source: HistorySource, holder: string): Promise<void> {
    const text = 'UPDATE history_sources SET lease_until = 0 WHERE source = $1 AND holder = $2';
    await this.database.run({ text, values: [sourceKey(source), holder] });
  }

  async known(source: HistorySource): Promise<readonly KnownResource[]> {
    const text = 'SELECT resource_id, fields, is_listed FROM history_resources WHERE source = $1';
    const rows = await this.database.run({ text, values: [sourceKey(source)] });
    return rows.map((row) => ({
      resourceId: row.resource_id as string,
      fields: JSON.parse(row.fields as string) as KnownResource['fields'],
      isListed: row.is_listed === 1,
    }));
  }

  /** The changes of all gateways in the source that AWS has not shown yet, oldest first. */
  async expected(source: HistorySource): Promise<readonly ExpectedEvent[]> {
    const text = 'SELECT * FROM history_expected WHERE source = $1 ORDER BY until, change_id';
    const rows = await this.database.run({ text, values: [sourceKey(source)] });
    return rows.map(toExpectedEvent);
  }

  /** Writes the result of a look, and renews the lease. Returns false, and writes nothing, when the lease was lost. */
  async commit(source: HistorySource, lease: Lease, look: Look): Promise<boolean> {
    const key = sourceKey(source);
    const { events, remembered, forgotten, settled } = look.update;
    const { asOf, isBaseline, gap, intervalSeconds } = look;
    const observedAt = asOf.toISOString();
    const statements: Statement[] = [
      ...events.map((event) => insertEvent(event)),
      ...forgotten.map(forgetResource),
      ...remembered.map((resource) => rememberResource(source, resource)),
      ...[...settled].map(([changeId, rest]) =>
        rest === undefined ? settleEvent(changeId) : narrowEvent(rest),
      ),
      ...(gap === undefined ? [] : [insertGap(key, gap)]),
      {
        text: `UPDATE history_sources SET observed_at = $1, lease_until = $2, interval_seconds = $3${isBaseline ? ', watched_since = COALESCE(watched_since, $1)' : ''} WHERE source = $4`,
        values: [observedAt, Math.round(lease.until), Math.ceil(intervalSeconds), key],
      },
    ];
    const guard = {
      text: 'SELECT source FROM history_sources WHERE source = $1 AND holder = $2',
      values: [key, lease.holder],
    };
    return (await this.database.runAll(statements, { guard, serializedBy: HISTORY_LOCK })) !== undefined;
  }

  /**
   * Deletes events that are older than `before` or more than `maxEvents`, and what is not needed without them.
   * @param now milliseconds since the epoch.
   */
  async prune(before: Date, maxEvents: number, now: number): Promise<void> {
    const time = before.toISOString();
    await this.database.runAll(
      [
        {
          text: `UPDATE history_pruned SET position = last.position, observed_at = last.observed_at FROM (
            SELECT position, observed_at FROM history_events
            WHERE observed_at < $1 OR position <= (SELECT MAX(position) FROM history_events) - $2
            ORDER BY position DESC LIMIT 1
          ) AS last`,
          values: [time, maxEvents],
        },
        {
          text: 'DELETE FROM history_events WHERE position <= (SELECT position FROM history_pruned)',
          values: [],
        },
        { text: 'DELETE FROM history_gaps WHERE ended_at < $1', values: [time] },
        { text: 'DELETE FROM history_expected WHERE until < $1', values: [Math.round(now - DAY_MS)] },
      ],
      { serializedBy: HISTORY_LOCK },
    );
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
    type: row.type as ExpectedEvent['type'],
    resourceId: (row.resource_id ?? undefined) as string | undefined,
    isApplied: row.is_applied === 1,
    fields: JSON.parse(row.fields as string) as ExpectedEvent['fields'],
    dependents: JSON.parse(row.dependents as string) as readonly string[],
    until: Number(row.until),
  };
}

/** PostgreSQL returns times as dates, SQLite as the stored text. */
function toDate(value: unknown): Date | undefined {
  return value == null ? undefined : new Date(value as string | Date);
}
