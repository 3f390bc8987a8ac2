/** Begins to look up the members that a row names, where the selection is going to show them. */
import type { Context } from '../src/graphql/context';
import type { ServiceName } from '../src/domain/services';
import { memberAccounts } from '../src/loaders/member-accounts';
import { fieldsOf, type Selection } from './look-ahead';

const SERVICE: ServiceName = 'macie2';
/** Fields of MemberAccounts and MemberAccount that no look-up is needed for. */
const KNOWN = new Set(['nodes', 'accountId']);

/** Comes back when the look-ups have, and rejects when one does. */
export async function fetchMembers(
  { loaders, targets }: Context,
  near: string,
  accountIds: readonly string[] | undefined,
  selection: Selection,
): Promise<void> {
  const fields = fieldsOf(selection);
  if ([...fields, ...fields.flatMap(fieldsOf)].every(({ name }) => KNOWN.has(name))) return;
  const { name } = targets.pickWithDefault(selection.args.target as string | null | undefined, near, SERVICE);
  const { nodes } = memberAccounts(loaders.MacieMember, name, accountIds ?? []);
  await Promise.all(nodes.map(({ member }) => member));
}
