/** The SQL statements of the audit log and the conversion of its rows to entries. */
import { randomInt, randomUUID } from 'node:crypto';
import type { AuditConditions, AuditEntry, AuditIntent, AuditOutcome } from '../domain/records/audit-entry';
import type { DateTimeConditions, TimeRange } from '../domain/records/conditions';
import type { AuditPageRequest } from './audit-log';
import { boundedRow, toStorableText, type StoredRow } from './row-limits';
import type { SqlRow, SqlValue, Statement } from '../storage/sql/database';

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

/** The comparisons of each condition on a time with the bounds of its range. */
const TIME_COMPARISONS = {
  eq: [
    ['>=', 'from'],
    ['<=', 'until'],
  ],
  gt: [['>', 'until']],
  gte: [['>=', 'from']],
  lt: [['<', 'from']],
  lte: [['<=', 'until']],
} as const satisfies Record<keyof DateTimeConditions, readonly (readonly [string, keyof TimeRange])[]>;

/** The bytes of rows after which a page ends. Rows of earlier versions can have a hundred kilobytes each. */
const MAX_PAGE_BYTES = 1_048_576;

/** The bytes of the columns of the view whose length had no limit in earlier versions. */
const ROW_BYTES = [
  'actor',
  'resource_id',
  'target',
  'input',
  'status_before',
  'idempotency_key',
  'error_codes',
]
  .map((column) => `COALESCE(octet_length(${column}), 0)`)
  .join(' + ');

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
  const { changeId, resourceId, actor, mutations, outcomes, ended, createdAt } = conditions;
  const values: SqlValue[] = [];
  const parameter = (value: string | number) =>
    `$${values.push(typeof value === 'string' ? toStorableText(value) : value)}`;
  const oneOf = (column: string, choices: readonly string[] | null | undefined) => {
    if (choices == null) return [];
    return [choices.length === 0 ? 'FALSE' : `${column} IN (${choices.map(parameter).join(', ')})`];
  };
  const operators = Object.keys(TIME_COMPARISONS) as (keyof typeof TIME_COMPARISONS)[];
  const terms = [
    ...(after === undefined ? [] : [`position < ${parameter(after)}`]),
    ...(targets === undefined
      ? []
      : [targets.length === 0 ? 'FALSE' : `target IN (${targets.map(parameter).join(', ')})`]),
    ...oneOf('change_id', changeId == null ? undefined : [changeId]),
    ...(resourceId == null
      ? []
      : [
          `change_id IN (SELECT COALESCE(intent_of, outcome_of) FROM audit_log WHERE resource_id = ${parameter(resourceId)})`,
        ]),
    ...oneOf('actor', actor == null ? undefined : [actor]),
    ...oneOf('mutation', mutations),
    ...oneOf('outcome', outcomes),
    ...(ended == null ? [] : [`finished_at IS ${ended ? 'NOT NULL' : 'NULL'}`]),
    ...operators.flatMap((operator) => {
      const range = createdAt?.[operator];
      if (range == null) return [];
      return TIME_COMPARISONS[operator].map(
        ([comparison, bound]) => `time ${comparison} ${parameter(range[bound].toISOString())}`,
      );
    }),
  ];
  const where = terms.length === 0 ? '' : `WHERE ${terms.join(' AND ')} `;
  const matching = `SELECT * FROM audit_trail ${where}ORDER BY position DESC LIMIT ${parameter(first)}`;
  const text = `SELECT * FROM (
    SELECT matching.*, SUM(${ROW_BYTES}) OVER (
      ORDER BY position DESC ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
    ) AS bytes_before, COUNT(*) OVER () AS matching_rows FROM (${matching}) AS matching
  ) AS sized WHERE bytes_before IS NULL OR bytes_before <= ${MAX_PAGE_BYTES} ORDER BY position DESC`;
  return { text, values };
}

/** The number of entries that match, up to `first`, including those that the limit in bytes left out. */
export function matchingRows([row]: readonly SqlRow[]): number {
  return Number(row?.matching_rows ?? 0);
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
