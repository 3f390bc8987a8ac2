/** Prefetch of the Macie members that a row names, if the selection needs them. */
import type { Context } from '../src/graphql/context';
import type { ServiceName } from '../src/domain/services';
import { memberAccounts } from '../src/loaders/member-accounts';
import { fieldsOf, type Selection } from './look-ahead';

const SERVICE: ServiceName = 'macie2';
/** The fields of MemberAccounts and MemberAccount that need no lookup. */
const FIELDS_WITHOUT_LOOKUP = new Set(['nodes', 'accountId']);

/**
 * Resolves when all lookups have, and rejects when one does.
 * @param defaultTarget the target of the row.
 */
export async function fetchMembers(
  { loaders, targets }: Context,
  defaultTarget: string,
  accountIds: readonly string[] | undefined,
  selection: Selection,
): Promise<void> {
  const fields = fieldsOf(selection);
  if ([...fields, ...fields.flatMap(fieldsOf)].every(({ name }) => FIELDS_WITHOUT_LOOKUP.has(name))) return;
  const { name } = targets.pickWithDefault(
    selection.args.target as string | null | undefined,
    defaultTarget,
    SERVICE,
  );
  const { nodes } = memberAccounts(loaders.MacieMember, name, accountIds ?? []);
  await Promise.all(nodes.map(({ member }) => member));
}
