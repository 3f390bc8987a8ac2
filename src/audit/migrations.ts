/** The tables of the audit log, one migration per version. Never edit a released migration: add another one. */

/** A view that joins each intent with its outcome. Operators can query it with SQL. */
const VIEW_1 = `
  CREATE VIEW audit_trail AS
  SELECT i.position, i.intent_of AS change_id, i.time, i.actor, i.source_address, i.mutation, i.resource_type,
    COALESCE(i.resource_id, o.resource_id) AS resource_id, i.target, i.asked, i.seen, i.idempotency_key, i.operation,
    o.time AS finished_at, o.outcome, o.problems, o.observed, o.request_id
  FROM audit_log i LEFT JOIN audit_log o ON o.outcome_of = i.intent_of
  WHERE i.intent_of IS NOT NULL`;

/** Renames columns to match the fields of AuditEntry in the schema. */
const RENAME_COLUMNS = `
  DROP VIEW audit_trail;
  ALTER TABLE audit_log RENAME COLUMN asked TO input;
  ALTER TABLE audit_log RENAME COLUMN seen TO status_before;
  ALTER TABLE audit_log RENAME COLUMN problems TO error_codes;
  ALTER TABLE audit_log RENAME COLUMN observed TO status_after;
  CREATE VIEW audit_trail AS
  SELECT i.position, i.intent_of AS change_id, i.time, i.actor, i.source_address, i.mutation, i.resource_type,
    COALESCE(i.resource_id, o.resource_id) AS resource_id, i.target, i.input, i.status_before, i.idempotency_key,
    i.operation, o.time AS finished_at, o.outcome, o.error_codes, o.status_after, o.request_id
  FROM audit_log i LEFT JOIN audit_log o ON o.outcome_of = i.intent_of
  WHERE i.intent_of IS NOT NULL;`;

/**
 * The columns of the view. PostgreSQL keeps the grants of a view that it replaces, which may only gain columns at the
 * end.
 */
const VIEW_WITH_REPLAYS = `
  SELECT i.position, i.intent_of AS change_id, i.time, i.actor, i.source_address, i.mutation, i.resource_type,
    COALESCE(i.resource_id, o.resource_id) AS resource_id, i.target, i.input, i.status_before, i.idempotency_key,
    i.operation, o.time AS finished_at, o.outcome, o.error_codes, o.status_after, o.request_id, i.replay_of
  FROM audit_log i LEFT JOIN audit_log o ON o.outcome_of = i.intent_of
  WHERE i.intent_of IS NOT NULL;`;

const INDEXES = `
  CREATE INDEX audit_log_resource_id ON audit_log (resource_id);
  CREATE INDEX audit_log_actor ON audit_log (actor);
  CREATE INDEX audit_log_time ON audit_log (time);`;

/** A row is either an intent or an outcome. A change has at most one of each. */
const COLUMNS = (time: string) => `
  intent_of TEXT UNIQUE,
  outcome_of TEXT UNIQUE REFERENCES audit_log (intent_of),
  time ${time} NOT NULL,
  actor TEXT,
  source_address TEXT,
  mutation TEXT,
  resource_type TEXT,
  resource_id TEXT,
  target TEXT,
  asked TEXT,
  seen TEXT,
  idempotency_key TEXT,
  operation TEXT,
  outcome TEXT,
  problems TEXT,
  observed TEXT,
  request_id TEXT,
  CHECK ((intent_of IS NULL) <> (outcome_of IS NULL)),
  CHECK (intent_of IS NULL OR (actor IS NOT NULL AND mutation IS NOT NULL AND asked IS NOT NULL)),
  CHECK (outcome_of IS NULL OR (outcome IS NOT NULL AND problems IS NOT NULL))`;

export const SQLITE_MIGRATIONS: readonly string[] = [
  `CREATE TABLE audit_log (position INTEGER PRIMARY KEY AUTOINCREMENT, ${COLUMNS('TEXT')});
  ${INDEXES}
  CREATE TRIGGER audit_log_update BEFORE UPDATE ON audit_log
  BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
  CREATE TRIGGER audit_log_delete BEFORE DELETE ON audit_log
  BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
  -- INSERT OR REPLACE deletes rows without firing the trigger above.
  CREATE TRIGGER audit_log_replace BEFORE INSERT ON audit_log
  WHEN EXISTS (
    SELECT 1 FROM audit_log
    WHERE position = NEW.position OR intent_of = NEW.intent_of OR outcome_of = NEW.outcome_of
  )
  BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
  ${VIEW_1};`,
  RENAME_COLUMNS,
  `ALTER TABLE audit_log ADD COLUMN replay_of TEXT;
  DROP VIEW audit_trail;
  CREATE VIEW audit_trail AS ${VIEW_WITH_REPLAYS}`,
  // The row that health checks overwrite: SQLite writes to the disk only with a commit.
  'CREATE TABLE audit_probe (id INTEGER PRIMARY KEY CHECK (id = 1), content BLOB);',
];

export const POSTGRES_MIGRATIONS: readonly string[] = [
  `CREATE TABLE audit_log (position BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, ${COLUMNS('TIMESTAMPTZ(3)')});
  ${INDEXES}
  CREATE FUNCTION audit_log_is_append_only() RETURNS trigger LANGUAGE plpgsql AS
  $$ BEGIN RAISE EXCEPTION 'the audit log is append-only'; END $$;
  CREATE TRIGGER audit_log_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_log
  FOR EACH STATEMENT EXECUTE FUNCTION audit_log_is_append_only();
  ${VIEW_1};`,
  RENAME_COLUMNS,
  // An entry of a B-tree index has at most 2,704 bytes: a longer text makes the INSERT fail. A hash index has no limit.
  `ALTER TABLE audit_log ADD COLUMN replay_of TEXT;
  CREATE OR REPLACE VIEW audit_trail AS ${VIEW_WITH_REPLAYS}
  DROP INDEX audit_log_resource_id;
  DROP INDEX audit_log_actor;
  CREATE INDEX audit_log_resource_id ON audit_log USING hash (resource_id);
  CREATE INDEX audit_log_actor ON audit_log USING hash (actor);`,
];
