/** The reads of the history: pages of events, and the state of the watched lists. */
import type { Logger } from 'pino';
import { HistoryUnavailableError } from '../domain/history-errors';
import type {
  HistoryGapRecord,
  HistoryRange,
  HistorySourceRecord,
  PrunedRecord,
} from '../domain/records/history-completeness';
import type { ResourceEventConditions, ResourceEventRecord } from '../domain/records/resource-event';
import { RESOURCE_KINDS, type ResourceKind } from '../domain/resources';
import { Conditions } from '../storage/sql/conditions';
import { StoreError, type SqlDatabase, type SqlRow, type Statement } from '../storage/sql/database';
import { matchingRows, sizedPage } from '../storage/sql/sized-page';
import { toDate } from './rows';

/** What a caller may see: events of these kinds in these targets. */
export interface HistoryAccess {
  readonly kinds: readonly ResourceKind[];
  /** Undefined for all targets, including those that the configuration no longer has. */
  readonly targets: readonly string[] | undefined;
}

export interface EventPageRequest extends HistoryAccess {
  /** The maximum number of events. */
  readonly first: number;
  /** Returns the events behind the one at this position. Without it, starts with the first event of the order. */
  readonly after?: string | undefined;
  readonly order: 'OLDEST_FIRST' | 'NEWEST_FIRST';
}

export interface EventPage {
  readonly events: readonly ResourceEventRecord[];
  /** True when events behind the page match. */
  readonly hasNext: boolean;
}

/** The access of the gateway itself. */
export const ALL_EVENTS: HistoryAccess = { kinds: RESOURCE_KINDS, targets: undefined };

/** The number of gaps of a source that `sources` returns. */
const MAX_GAPS = 50;

/** The columns of events whose length varies most: the others have the length of names and ids. */
const LONG_COLUMNS = ['changes', 'fields'];

const ORDERS = {
  OLDEST_FIRST: { behind: '>', order: 'position' },
  NEWEST_FIRST: { behind: '<', order: 'position DESC' },
} as const;

/** Every method rejects with HistoryUnavailableError when the database fails, and logs the cause to `log`. */
export class HistoryReader {
  constructor(
    private readonly database: SqlDatabase,
    private readonly logger: Logger,
  ) {}

  /** Returns a page of events, which ends early after 1 MB of rows. A page has an event if any event matches. */
  async find(conditions: ResourceEventConditions, page: EventPageRequest, log?: Logger): Promise<EventPage> {
    const { first } = page;
    // One event more says whether there are others behind the page.
    const rows = await this.run(selectEvents(conditions, { ...page, first: first + 1 }), log);
    const events = rows.slice(0, first).map(toEvent);
    return { events, hasNext: events.length < matchingRows(rows) };
  }

  /** Returns the watched lists, each with its newest 50 gaps in the range. */
  async sources(
    access: HistoryAccess,
    range: HistoryRange,
    log?: Logger,
  ): Promise<readonly HistorySourceRecord[]> {
    // A gap and the time of the look that ended it are written together: without this order, the gap might be missing.
    const sources = await this.run(selectSources(access), log);
    const gaps = await this.run(selectGaps(access, range), log);
    return sources.map((source) => ({
      kind: source.kind as ResourceKind,
      target: source.target as string,
      watchedSince: toDate(source.watched_since),
      observedAt: toDate(source.observed_at),
      intervalSeconds: source.observed_at == null ? undefined : Number(source.interval_seconds),
      gaps: gaps.filter((gap) => gap.source === source.source).map(toGap),
    }));
  }

  async pruned(log?: Logger): Promise<PrunedRecord> {
    const [row] = await this.run(
      { text: 'SELECT position, observed_at FROM history_pruned', values: [] },
      log,
    );
    // PostgreSQL returns positions as texts, SQLite as numbers.
    const { position = 0, observed_at: observedAt } = row ?? {};
    return { position: String(position), observedAt: toDate(observedAt) };
  }

  /** The position of the newest event, "0" before the first one. */
  async latestPosition(log?: Logger): Promise<string> {
    const text = `SELECT COALESCE(
      (SELECT MAX(position) FROM history_events), (SELECT position FROM history_pruned)
    ) AS position`;
    const [row] = await this.run({ text, values: [] }, log);
    // PostgreSQL returns positions as texts, SQLite as numbers.
    return String(row?.position);
  }

  /** The time of the newest event at the position or before it; undefined when there is none, or it was deleted. */
  async timeOf(position: string, log?: Logger): Promise<Date | undefined> {
    const text = `SELECT observed_at FROM history_events WHERE position <= $1 ORDER BY position DESC LIMIT 1`;
    const [row] = await this.run({ text, values: [position] }, log);
    return toDate(row?.observed_at);
  }

  private async run(statement: Statement, log = this.logger): Promise<readonly SqlRow[]> {
    try {
      return await this.database.run(statement);
    } catch (error) {
      const { failure = 'OTHER', code } = error instanceof StoreError ? error : {};
      log.error({ cause: failure, code }, 'The history cannot be read');
      throw new HistoryUnavailableError();
    }
  }
}

function selectEvents(
  { resourceId, targets, kinds, types, fields, actors, time }: ResourceEventConditions,
  { first, after, order: direction, ...access }: EventPageRequest,
): Statement {
  const { behind, order } = ORDERS[direction];
  const terms = visibleTo(access);
  if (after !== undefined) terms.add(`position ${behind} ${terms.parameter(after)}`);
  terms.oneOf('resource_id', resourceId == null ? undefined : [resourceId]);
  terms.oneOf('target', targets);
  terms.oneOf('kind', kinds);
  terms.oneOf('type', types);
  terms.oneOf('actor', actors);
  if (fields != null) terms.add(changesOneOf(fields, terms));
  terms.time('observed_at', time);
  const matching = `SELECT * FROM history_events ${terms.where}ORDER BY ${order} LIMIT ${terms.parameter(first)}`;
  return { text: sizedPage({ matching, order, columns: LONG_COLUMNS }), values: terms.values };
}

/** LIKE ignores the case of letters in SQLite, and does not in PostgreSQL. */
function changesOneOf(fields: readonly string[], terms: Conditions): string {
  const changes = fields.map((field) => `REPLACE(fields, ${terms.parameter(`,${field},`)}, '') <> fields`);
  return changes.length === 0 ? 'FALSE' : `(${changes.join(' OR ')})`;
}

function visibleTo({ kinds, targets }: HistoryAccess): Conditions {
  const terms = new Conditions();
  terms.oneOf('kind', kinds);
  terms.oneOf('target', targets);
  return terms;
}

function selectSources(access: HistoryAccess): Statement {
  const terms = visibleTo(access);
  return { text: `SELECT * FROM history_sources ${terms.where}ORDER BY target, kind`, values: terms.values };
}

function selectGaps(access: HistoryAccess, { from, until }: HistoryRange): Statement {
  const terms = visibleTo(access);
  const sources = `SELECT source FROM history_sources ${terms.where}`;
  const inRange = [
    ...(from === undefined ? [] : [`AND ended_at > ${terms.parameter(from.toISOString())}`]),
    ...(until === undefined ? [] : [`AND started_at < ${terms.parameter(until.toISOString())}`]),
  ];
  const text = `SELECT * FROM (
    SELECT history_gaps.*, ROW_NUMBER() OVER (PARTITION BY source ORDER BY started_at DESC) AS number
    FROM history_gaps WHERE source IN (${sources}) ${inRange.join(' ')}
  ) AS numbered WHERE number <= ${MAX_GAPS} ORDER BY started_at DESC`;
  return { text, values: terms.values };
}

function toEvent(row: SqlRow): ResourceEventRecord {
  return {
    position: String(row.position),
    observedAt: new Date(row.observed_at as string | Date),
    type: row.type as ResourceEventRecord['type'],
    cause: row.cause as ResourceEventRecord['cause'],
    kind: row.kind as ResourceKind,
    target: row.target as string,
    resourceId: row.resource_id as string,
    changes: JSON.parse(row.changes as string) as ResourceEventRecord['changes'],
    changeId: (row.change_id ?? undefined) as string | undefined,
    actor: (row.actor ?? undefined) as string | undefined,
  };
}

function toGap(row: SqlRow): HistoryGapRecord {
  return {
    startedAt: new Date(row.started_at as string | Date),
    endedAt: new Date(row.ended_at as string | Date),
    reason: row.reason as HistoryGapRecord['reason'],
  };
}
