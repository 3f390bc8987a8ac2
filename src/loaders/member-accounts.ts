/** Accounts that other resources name, with their Macie member. Loads each member once, and only when its field is selected. */
import { reportOnLookUps } from '../paging/completeness';
import type { MemberAccountsRecord } from '../domain/records/member-account';
import type { LoadedMacieMember, MacieMemberLoaders } from './macie-member';

export function memberAccounts(
  members: MacieMemberLoaders,
  target: string,
  accountIds: readonly string[],
): MemberAccountsRecord<LoadedMacieMember> {
  const distinct = [...new Set(accountIds)];
  const find = (accountId: string) => members.items.find({ kind: 'MacieMember', target, accountId });
  return {
    nodes: distinct.map((accountId) => ({
      accountId,
      get member() {
        return find(accountId);
      },
    })),
    get completeness() {
      return reportOnLookUps(target, 'macie2', distinct.map(find));
    },
  };
}
