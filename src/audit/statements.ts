/** The SQL statements of the audit log and the conversion of its rows to entries. */
import { randomInt, randomUUID } from 'node:crypto';
import type { AuditConditions, AuditEntry, AuditIntent, AuditOutcome } from '../domain/records/audit-entry';
import type { AuditPageRequest } from './audit-log';
import { boundedRow, toStorableText, type StoredRow } from './row-limits';
import { Conditions } from '../storage/sql/conditions';
import type { SqlRow, Statement } from '../storage/sql/database';
import { sizedPage } from '../storage/sql/sized-page';

const COLUMNS = [
  'intent_of',
  'outcome_of',
  'time',
  'actor',
  'source_address',
  'mutation',
  'resource_type',
  'resource_id',
  'target',
  'input',
  'status_before',
  'idempotency_key',
  'operation',
  'outcome',
  'error_codes',
  'status_after',
  'request_id',
  'replay_of',
] as const;

type LogRow = StoredRow<(typeof COLUMNS)[number]>;

/** The columns of the view whose length had no limit in earlier versions: such a row can have a hundred kilobytes. */
const LONG_COLUMNS = [
  'actor',
  'resource_id',
  'target',
  'input',
  'status_before',
  'idempotency_key',
  'error_codes',
];

/** Inserts no row, but fails where the database rejects writes or lacks a column. */
export const INSERT_NOTHING: Statement = {
  text: `INSERT INTO audit_log (${COLUMNS.join(', ')}) SELECT ${COLUMNS.join(', ')} FROM audit_log WHERE 1 = 0`,
  values: [],
};

/** The number of MD5 hashes, which no database compresses, in the input of a row: 32 bytes each. */
const PROBE_HASHES = { ROW: 1, LARGEST_ROW: 256 } as const;

/** A row with a negative position: the positions of entries have no gaps because of probes. */
export function postgresProbe(size: keyof typeof PROBE_HASHES): Statement {
  return {
    text: `INSERT INTO audit_log (position, intent_of, time, actor, mutation, input) OVERRIDING SYSTEM VALUE
      SELECT $1::bigint, $2::text, now(), $2, $2, string_agg(md5($2 || n::text), '') FROM generate_series(1, $3::int) AS n`,
    values: [-randomInt(1, 2 ** 47), `probe-${randomUUID()}`, PROBE_HASHES[size]],
  };
}

/** More bytes than the pages that one record changes. */
export const SQLITE_PROBE: Statement = {
  text: 'INSERT OR REPLACE INTO audit_probe VALUES (1, randomblob(65536))',
  values: [],
};

/** Reads no row, but fails where the database does not let the gateway read. */
export const SELECT_NOTHING: Statement = {
  text: 'SELECT position FROM audit_trail WHERE 1 = 0',
  values: [],
};

export function insert(...rows: readonly LogRow[]): Statement {
  const values = rows.flatMap((row) => {
    const bounded = boundedRow(row);
    return COLUMNS.map((column) => bounded[column] ?? null);
  });
  const tuples = rows.map((_row, index) => {
    const parameters = COLUMNS.map((_column, offset) => `$${index * COLUMNS.length + offset + 1}`);
    return `(${parameters.join(', ')})`;
  });
  return { text: `INSERT INTO audit_log (${COLUMNS.join(', ')}) VALUES ${tuples.join(', ')}`, values };
}

export function intentRow(intent: AuditIntent): LogRow {
  return {
    intent_of: intent.changeId,
    time: intent.createdAt.toISOString(),
    actor: intent.actor,
    source_address: intent.sourceAddress,
    mutation: intent.mutation,
    resource_type: intent.resourceType,
    resource_id: intent.resourceId,
    target: intent.target,
    input: intent.input,
    status_before: intent.statusBefore,
    idempotency_key: intent.idempotencyKey,
    operation: intent.operation,
    replay_of: intent.replayOf,
  };
}

export function outcomeRow(outcome: AuditOutcome): LogRow {
  return {
    outcome_of: outcome.changeId,
    time: outcome.createdAt.toISOString(),
    resource_id: outcome.resourceId,
    outcome: outcome.outcome,
    // An input can have thousands of invalid members.
    error_codes: JSON.stringify([...new Set(outcome.errorCodes)]),
    status_after: outcome.statusAfter,
    request_id: outcome.requestId,
  };
}

/** Selects entries, newest first, at most `first` and only as long as the rows before an entry have at most 1 MB together. */
export function select(conditions: AuditConditions, { first, after, targets }: AuditPageRequest): Statement {
  const { changeIds, resourceId, actor, mutations, outcomes, ended, createdAt } = conditions;
  const terms = new Conditions(toStorableText);
  if (after !== undefined) terms.add(`position < ${terms.parameter(after)}`);
  terms.oneOf('target', targets);
  terms.oneOf('change_id', changeIds);
  if (resourceId != null) {
    terms.add(
      `change_id IN (SELECT COALESCE(intent_of, outcome_of) FROM audit_log WHERE resource_id = ${terms.parameter(resourceId)})`,
    );
  }
  terms.oneOf('actor', actor == null ? undefined : [actor]);
  terms.oneOf('mutation', mutations);
  terms.oneOf('outcome', outcomes);
  if (ended != null) terms.add(`finished_at IS ${ended ? 'NOT NULL' : 'NULL'}`);
  terms.time('time', createdAt);
  const order = 'position DESC';
  const matching = `SELECT * FROM audit_trail ${terms.where}ORDER BY ${order} LIMIT ${terms.parameter(first)}`;
  return { text: sizedPage({ matching, order, columns: LONG_COLUMNS }), values: terms.values };
}

export function toEntry(row: SqlRow): AuditEntry {
  const text = (column: string) => (row[column] ?? undefined) as string | undefined;
  // PostgreSQL returns times as dates, SQLite as the stored text.
  const date = (column: string) => new Date(row[column] as string | Date);
  return {
    kind: 'AuditEntry',
    position: String(row.position),
    changeId: row.change_id as string,
    createdAt: date('time'),
    actor: row.actor as string,
    sourceAddress: text('source_address'),
    mutation: row.mutation as string,
    resourceType: text('resource_type'),
    resourceId: text('resource_id'),
    target: text('target'),
    input: JSON.parse(row.input as string) as Readonly<Record<string, unknown>>,
    statusBefore: text('status_before'),
    idempotencyKey: text('idempotency_key'),
    operation: text('operation'),
    endedAt: row.finished_at == null ? undefined : date('finished_at'),
    outcome: text('outcome') as AuditEntry['outcome'],
    errorCodes: JSON.parse(text('error_codes') ?? '[]') as readonly string[],
    statusAfter: text('status_after'),
    requestId: text('request_id'),
    replayOf: text('replay_of'),
  };
}
