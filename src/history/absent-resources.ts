/** The reads of known resources that a list no longer contains: absence from a list proves nothing. */
import type { CallContext } from '../aws/client/call-context';
import { OrganizationStateError } from '../domain/errors';
import { encodeId } from '../domain/ids';
import type { ResourceKind } from '../domain/resources';
import type { KnownResource, ObservedRow } from './list-comparison';
import type { ListReading, WatchedList } from './lists';
import { observedFields, type RowByKind } from './observed-fields';

export interface AbsentResources {
  readonly found: readonly ObservedRow[];
  /** The resources that AWS does not have. */
  readonly missing: readonly KnownResource[];
}

/**
 * Reads the known resources that a complete reading should contain and does not.
 * @param listed the rows of the reading.
 */
export async function readAbsent(
  list: WatchedList,
  known: Iterable<KnownResource>,
  { covers }: ListReading,
  listed: readonly ObservedRow[],
  call: CallContext,
): Promise<AbsentResources> {
  const ids = new Set(listed.map(({ resourceId }) => resourceId));
  const found: ObservedRow[] = [];
  const missing: KnownResource[] = [];
  for (const resource of known) {
    if (!resource.isListed || ids.has(resource.resourceId) || !covers(resource)) continue;
    const row = await readOne(list, resource, call);
    if (row === undefined) missing.push(resource);
    else found.push(row);
  }
  return { found, missing };
}

async function readOne(
  list: WatchedList,
  resource: KnownResource,
  call: CallContext,
): Promise<ObservedRow | undefined> {
  try {
    const row = await list.get(resource.resourceId, call);
    return row && toObservedRow(row);
  } catch (error) {
    // WorkMail does not say whether an organization that is not active has the job.
    if (error instanceof OrganizationStateError) return resource;
    throw error;
  }
}

export function toObservedRow(row: RowByKind[ResourceKind]): ObservedRow {
  return { resourceId: encodeId(row), fields: observedFields(row) };
}
