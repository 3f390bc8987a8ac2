/** Accounts that other resources name, with their Macie member. Loads each member once, and only when its field is selected. */
import { reportOnLookUps } from '../paging/completeness';
import { readConnection } from '../paging/connection';
import type { ConnectionPage } from '../paging/connection-page';
import type { Cursors } from '../paging/cursors';
import { singleList } from '../paging/source';
import type { CompletenessReport } from '../domain/records/completeness';
import type { WithDetail } from '../domain/records/detail';
import type { MacieMemberRecord } from '../domain/records/macie-member';
import type { MemberAccountRecord } from '../domain/records/member-account';
import { MAX_FIRST, type AwsPage, type PageRequest } from '../domain/records/page';
import type { PageArguments } from './loader-access';
type Member = WithDetail<MacieMemberRecord, MacieMemberRecord>;
type Account = MemberAccountRecord<Member>;

/** A page whose completeness covers the look-ups of its members. Access to `completeness` starts them. */
export interface MemberAccountPage extends Omit<ConnectionPage<Account>, 'completeness'> {
  readonly completeness: Promise<CompletenessReport>;
}

/** The resource that names the accounts. */
export interface NamedAccounts {
  /** The target of the Macie administrator. */
  readonly target: string;
  readonly accountIds: readonly string[];
  /** The binding of the cursors: the field and the resource. */
  readonly query: unknown;
}

/** Makes no AWS call before a member or the completeness is selected. Throws BadUserInputError or CursorInvalidError. */
export async function memberAccountConnection(
  find: (target: string, accountId: string) => Promise<Member | undefined>,
  cursors: Cursors,
  { target, accountIds, query }: NamedAccounts,
  { first, after }: PageArguments,
): Promise<MemberAccountPage> {
  const distinct = [...new Set(accountIds)];
  const accountOf = (accountId: string): Account => ({
    accountId,
    get member() {
      return find(target, accountId);
    },
  });
  const fetch = ({ token, size }: PageRequest): Promise<AwsPage<Account>> => {
    const start = Number(token ?? 0);
    const end = start + size;
    return Promise.resolve({
      rows: distinct.slice(start, end).map(accountOf),
      nextToken: end < distinct.length ? String(end) : undefined,
      asOf: undefined,
      unreadableRows: 0,
    });
  };
  const source = singleList(target, 'MacieMember', {
    maxPageSize: MAX_FIRST,
    fetch,
    keyOf: ({ accountId }) => accountId,
  });
  const { edges, nodes, pageInfo } = await readConnection(cursors, [source], { first, after, query });
  return {
    edges,
    nodes,
    pageInfo,
    get completeness() {
      return reportOnLookUps(
        { target, kind: 'MacieMember' },
        nodes.map(({ member }) => member),
      );
    },
  };
}
