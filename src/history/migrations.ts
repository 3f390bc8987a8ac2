/** The tables of the history, one migration per version. Never edit a released migration: add another one. */
import type { SqlModule } from '../storage/sql/database';

const TABLES = (identity: string, time: string) => `
  CREATE TABLE history_events (
    position ${identity},
    event_id TEXT NOT NULL UNIQUE,
    observed_at ${time} NOT NULL,
    type TEXT NOT NULL,
    cause TEXT NOT NULL,
    kind TEXT NOT NULL,
    target TEXT NOT NULL,
    resource_id TEXT NOT NULL,
    changes TEXT NOT NULL,
    fields TEXT NOT NULL,
    change_id TEXT,
    actor TEXT
  );
  CREATE INDEX history_events_resource_id ON history_events (resource_id, position);
  CREATE INDEX history_events_observed_at ON history_events (observed_at);
  CREATE TABLE history_resources (
    resource_id TEXT PRIMARY KEY,
    source TEXT NOT NULL,
    fields TEXT NOT NULL,
    is_listed INTEGER NOT NULL
  );
  CREATE INDEX history_resources_source ON history_resources (source);
  CREATE TABLE history_expected (
    number ${identity},
    change_id TEXT NOT NULL UNIQUE,
    actor TEXT,
    source TEXT NOT NULL,
    type TEXT NOT NULL,
    resource_id TEXT,
    is_applied INTEGER NOT NULL,
    fields TEXT NOT NULL,
    dependents TEXT NOT NULL,
    until BIGINT NOT NULL
  );
  CREATE TABLE history_sources (
    source TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    target TEXT NOT NULL,
    holder TEXT,
    epoch BIGINT NOT NULL,
    lease_until BIGINT NOT NULL,
    watched_since ${time},
    observed_at ${time},
    interval_seconds INTEGER NOT NULL
  );
  CREATE TABLE history_gaps (
    source TEXT NOT NULL,
    started_at ${time} NOT NULL,
    ended_at ${time} NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (source, started_at)
  );
  CREATE TABLE history_pruned (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    position BIGINT NOT NULL,
    observed_at ${time}
  );
  INSERT INTO history_pruned VALUES (1, 0, NULL);`;

const LISTENERS_TABLE = `
  CREATE TABLE history_listeners (
    holder TEXT PRIMARY KEY,
    until BIGINT NOT NULL
  );`;

/**
 * The first position of a history is the time of its beginning in milliseconds. So a subscriber of an earlier history, such
 * as that of a gateway without a database file before its restart, continues before the first event, and gets a gap.
 */
const FIRST_POSITION = (setFirst: string, first: string) => `
  ${setFirst} WHERE NOT EXISTS (SELECT 1 FROM history_events);
  UPDATE history_pruned SET position = ${first}
    WHERE position = 0 AND NOT EXISTS (SELECT 1 FROM history_events);`;

const SQLITE_FIRST_POSITION = FIRST_POSITION(
  `INSERT INTO sqlite_sequence (name, seq)
    SELECT 'history_events', CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)`,
  `(SELECT seq FROM sqlite_sequence WHERE name = 'history_events')`,
);
const POSTGRES_FIRST_POSITION = FIRST_POSITION(
  `SELECT setval('history_events_position_seq', (extract(epoch FROM clock_timestamp()) * 1000)::bigint)`,
  '(SELECT last_value FROM history_events_position_seq)',
);

/** The tables to which rows are added and from which they are deleted, with a column of each. */
const CHANGING_TABLES = [
  ['history_events', 'event_id'],
  ['history_resources', 'resource_id'],
  ['history_expected', 'change_id'],
  ['history_gaps', 'source'],
  ['history_listeners', 'holder'],
] as const;

/** Inserts no row, but fails where the database rejects writes. */
function insertNothing(table: string, columns: string): string {
  return `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM ${table} WHERE 1 = 0`;
}

export const HISTORY_MODULE: SqlModule = {
  content: 'resource history',
  migrationsTable: 'history_migrations',
  sqliteMigrations: [
    TABLES('INTEGER PRIMARY KEY AUTOINCREMENT', 'TEXT'),
    LISTENERS_TABLE,
    SQLITE_FIRST_POSITION,
  ],
  postgresMigrations: [
    TABLES('BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY', 'TIMESTAMPTZ(3)'),
    LISTENERS_TABLE,
    POSTGRES_FIRST_POSITION,
  ],
  startChecks: [
    ...CHANGING_TABLES.flatMap(([table, column]) => [
      { text: `DELETE FROM ${table} WHERE 1 = 0`, values: [] },
      { text: insertNothing(table, column), values: [] },
    ]),
    {
      text: insertNothing('history_sources', 'source, kind, target, epoch, lease_until, interval_seconds'),
      values: [],
    },
    { text: 'UPDATE history_sources SET holder = holder WHERE 1 = 0', values: [] },
    { text: 'UPDATE history_pruned SET position = position WHERE 1 = 0', values: [] },
    { text: 'UPDATE history_listeners SET until = until WHERE 1 = 0', values: [] },
  ],
};

/** The advisory lock that serializes appends, so that their positions become visible in order. */
export const HISTORY_LOCK = 7_366_048;

/** The channel of the database that is notified after each append. */
export const HISTORY_CHANNEL = 'secops_graph_history';
/** The channel that is notified when the first subscriber of a gateway begins to listen, and when the last one has ended. */
export const LISTENERS_CHANNEL = 'secops_graph_listeners';
