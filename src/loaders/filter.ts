/** Filters in canonical form: all ways to write the same conditions are one filter, which evaluation and cursors share. */
import { EmptyListError } from '../domain/empty-list-error';

type Members = readonly (readonly [string, unknown])[];

/**
 * The filter without members that are null or contain no condition, and with sorted lists without duplicates; undefined
 * when it contains no condition. Throws EmptyListError for an empty list, which no row can match.
 */
export function canonicalFilter<Filter extends object>(
  filter: Filter | null | undefined,
): Filter | undefined {
  return filter == null ? undefined : (canonicalMembers(filter, 'filter') as Filter | undefined);
}

function canonicalMembers(conditions: object, path: string): object | undefined {
  const members: Members = Object.entries(conditions).map(([name, value]) => [
    name,
    canonicalValue(value, `${path}.${name}`),
  ]);
  const present = members.filter(([, value]) => value !== undefined);
  // Options such as ignoreCase modify conditions and are none themselves.
  const hasCondition = present.some(([, value]) => typeof value !== 'boolean') || path === 'filter';
  return hasCondition && present.length > 0 ? Object.fromEntries(present) : undefined;
}

function canonicalValue(value: unknown, path: string): unknown {
  if (value === null || value === undefined) return undefined;
  if (Array.isArray(value)) {
    if (value.length === 0) throw new EmptyListError(path);
    return [...new Set(value as unknown[])].sort();
  }
  const isNested = typeof value === 'object' && !(value instanceof Date);
  return isNested ? canonicalMembers(value, path) : value;
}
