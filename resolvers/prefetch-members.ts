/** Prefetch of the Macie members that a row names, if the selection needs them. */
import type { Context } from '../src/graphql/context';
import type { ServiceName } from '../src/domain/services';
import { encodeId } from '../src/domain/ids';
import type { ResourceRef } from '../src/domain/resources';
import type { PageArguments } from '../src/loaders/loader-access';
import { fieldsOf, type Selection } from './look-ahead';

const SERVICE: ServiceName = 'macie2';
/** The fields of MemberAccountConnection and MemberAccount that need a lookup. */
const FIELDS_WITH_LOOKUP = new Set(['completeness', 'member', 'status']);

/** The binding of the cursors of the accounts that a resource names. */
export function membersQuery(resource: ResourceRef): unknown {
  return { field: 'members', id: encodeId(resource) };
}

/** Resolves when all lookups of the selected page have, and rejects when one does. */
export async function fetchMembers(
  { loaders, targets }: Context,
  resource: ResourceRef,
  accountIds: readonly string[] | undefined,
  selection: Selection,
): Promise<void> {
  // The fields of the connection, of its nodes and edges, and of the nodes of its edges.
  const fields = fieldsOf(selection);
  const parts = fields.flatMap(fieldsOf);
  const selected = [...fields, ...parts, ...parts.flatMap(fieldsOf)];
  if (!selected.some(({ name }) => FIELDS_WITH_LOOKUP.has(name))) return;
  const { target, ...page } = selection.args as unknown as PageArguments & {
    readonly target?: string | null;
  };
  const { name } = targets.pickWithDefault(target, resource.target, SERVICE);
  const named = { target: name, accountIds: accountIds ?? [], query: membersQuery(resource) };
  const { nodes } = await loaders.MacieMember.accounts(named, page);
  await Promise.all(nodes.map(({ member }) => member));
}
