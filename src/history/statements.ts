/** The SQL statements that write the history. */
import { randomUUID } from 'node:crypto';
import type { NewResourceEvent } from '../domain/records/resource-event';
import { toSqlText } from '../storage/sql/conditions';
import type { SqlValue, Statement } from '../storage/sql/database';
import type { ExpectedEvent, KnownResource } from './list-comparison';
import type { AwsList } from '../domain/aws-list';
import { sourceKey } from './sources';

/** @param actor the caller for whom the gateway made the change. */
export function insertEvent(event: NewResourceEvent, actor?: string): Statement {
  const { observedAt, type, cause, kind, target, resourceId, changes, changeId } = event;
  return insertInto('history_events', {
    event_id: randomUUID(),
    observed_at: observedAt.toISOString(),
    type,
    cause,
    kind,
    target,
    resource_id: resourceId,
    changes: JSON.stringify(changes),
    // A text in which a filter finds a name between commas.
    fields: `,${changes.map(({ field }) => field).join(',')},`,
    change_id: changeId ?? null,
    actor: actor ?? null,
  });
}

/** The rows of one statement, far below the number of parameters that the databases accept. */
const ROWS_PER_STATEMENT = 200;

export function rememberResources(
  source: AwsList,
  resources: readonly KnownResource[],
): readonly Statement[] {
  const statements: Statement[] = [];
  for (let start = 0; start < resources.length; start += ROWS_PER_STATEMENT) {
    const rows = resources
      .slice(start, start + ROWS_PER_STATEMENT)
      .map(({ resourceId, fields, isListed }) => ({
        resource_id: resourceId,
        source: sourceKey(source),
        fields: JSON.stringify(fields),
        is_listed: Number(isListed),
      }));
    const { text, values } = insertInto('history_resources', ...rows);
    const update = 'fields = excluded.fields, is_listed = excluded.is_listed';
    statements.push({ text: `${text} ON CONFLICT (resource_id) DO UPDATE SET ${update}`, values });
  }
  return statements;
}

export function forgetResource(resourceId: string): Statement {
  return { text: 'DELETE FROM history_resources WHERE resource_id = $1', values: [resourceId] };
}

export function expectEvent(source: AwsList, event: ExpectedEvent): Statement {
  const { changeId, actor, type, resourceId, isApplied, fields, dependents, until } = event;
  return insertInto('history_expected', {
    change_id: changeId,
    actor,
    source: sourceKey(source),
    type,
    resource_id: resourceId ?? null,
    is_applied: Number(isApplied),
    fields: JSON.stringify(fields),
    dependents: JSON.stringify(dependents),
    until: Math.round(until),
  });
}

export function settleEvent(changeId: string): Statement {
  return { text: 'DELETE FROM history_expected WHERE change_id = $1', values: [changeId] };
}

/** Keeps only the fields that are still expected. */
export function narrowEvent({ changeId, fields }: ExpectedEvent): Statement {
  const text = 'UPDATE history_expected SET fields = $1 WHERE change_id = $2';
  return { text, values: [JSON.stringify(fields), changeId] };
}

/** The change was applied: reads show it from now on, at the latest at `until`. */
export function confirmEvent({ changeId, resourceId, fields, until }: ExpectedEvent): Statement {
  return {
    text: 'UPDATE history_expected SET is_applied = 1, resource_id = $1, fields = $2, until = $3 WHERE change_id = $4',
    values: [resourceId ?? null, JSON.stringify(fields), Math.round(until), changeId],
  };
}

export function insertInto(table: string, ...rows: readonly Readonly<Record<string, SqlValue>>[]): Statement {
  const columns = Object.keys(rows[0] ?? {});
  const tuples = rows.map((_row, row) => {
    const parameters = columns.map((_column, column) => `$${row * columns.length + column + 1}`);
    return `(${parameters.join(', ')})`;
  });
  const values = rows.flatMap((row) => columns.map((column) => toSql(row[column] ?? null)));
  return { text: `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${tuples.join(', ')}`, values };
}

function toSql(value: SqlValue): SqlValue {
  return typeof value === 'string' ? toSqlText(value) : value;
}
