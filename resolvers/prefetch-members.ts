/** Prefetch of the Macie members that a row names, if the selection needs them. */
import type { Context } from '../src/graphql/context';
import type { ServiceName } from '../src/domain/services';
import { encodeId } from '../src/domain/ids';
import type { ResourceRef } from '../src/domain/resources';
import type { PageArguments } from '../src/loaders/loader-access';
import type { Selection } from './look-ahead';

const SERVICE: ServiceName = 'macie2';
/** The fields of MemberAccountConnection and MemberAccount that need a lookup. */
const FIELDS_WITH_LOOKUP = ['completeness', 'member', 'status'];

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
  if (!FIELDS_WITH_LOOKUP.some((name) => selection.fieldNames.has(name))) return;
  const { target, ...page } = selection.args as unknown as PageArguments & {
    readonly target?: string | null;
  };
  const { name } = targets.pickWithDefault(target, resource.target, SERVICE);
  const named = { target: name, accountIds: accountIds ?? [], query: membersQuery(resource) };
  const { nodes } = await loaders.MacieMember.accounts(named, page);
  await Promise.all(nodes.map(({ member }) => member));
}
