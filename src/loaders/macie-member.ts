/** The loaders of Macie members: pages by ListMembers, single members by GetMember or ListMembers. */
import type { MacieMemberAdapter, MacieMemberRef } from '../aws/adapters/macie-member';
import { readConnection } from '../paging/connection';
import type { SourcesPage } from '../paging/connection-page';
import { singleList, type Source } from '../paging/source';
import type {
  MacieMemberConditions,
  MacieMemberFilterRecord,
  MacieMemberOrderField,
  MacieMemberQuery,
  MacieMemberRecord,
} from '../domain/records/macie-member';
import { isCurrentMember } from '../domain/transitions/macie-member';
import type { WithDetail } from '../domain/records/detail';
import type { PageRequest } from '../domain/records/page';
import { oneOfTests, rowFilter, textTests, type RowTest } from './conditions';
import { canonicalFilter } from './filter';
import { ItemLoader, withOwnDetail } from './item-loader';
import type {
  AccountRelation,
  ConnectionArguments,
  LoaderAccess,
  PageArguments,
  PageNeeds,
} from './loader-access';
import { lookUpSource } from './look-up-source';
import { memberAccountConnection, type MemberAccountPage, type NamedAccounts } from './member-accounts';
import { MemberFinder, MEMBER_PAGE_SIZE } from './member-finder';
import { orderOf, textValue, timeValue, type SortValues } from './orders';
import { createPageLoader, type PageKey } from './page-loader';

export type LoadedMacieMember = WithDetail<MacieMemberRecord, MacieMemberRecord>;

interface MemberPageKey extends PageKey {
  readonly onlyAssociated: boolean;
}

export class MacieMemberLoaders {
  readonly items: ItemLoader<MacieMemberRef, MacieMemberRecord, MacieMemberRecord>;
  private readonly pages;

  constructor(
    adapter: MacieMemberAdapter,
    private readonly access: LoaderAccess,
  ) {
    const { memory, call, targets } = access;
    const finder = memory.keep(
      new MemberFinder({
        get: (ref) => adapter.get(ref, call),
        list: (target, token) =>
          this.pages.load({ target, onlyAssociated: false, page: { token, size: MEMBER_PAGE_SIZE } }),
      }),
    );
    this.items = new ItemLoader({
      memory,
      targets,
      service: 'macie2',
      operation: 'GetMember',
      // MemberFinder reads the list for more members than this, so a batch can start without the rest.
      collects: MEMBER_PAGE_SIZE + 1,
      fetch: (refs) => finder.find(refs),
    });
    this.pages = createPageLoader({
      memory,
      service: 'macie2',
      operation: 'ListMembers',
      fetch: ({ target, onlyAssociated, page }: MemberPageKey) =>
        adapter.list(target, onlyAssociated, page, call),
    });
  }

  /** Throws BadUserInputError for a filter with an empty list. */
  async connection(
    args: ConnectionArguments & MacieMemberQuery,
    { countsRows }: PageNeeds<LoadedMacieMember> = {},
  ): Promise<SourcesPage<LoadedMacieMember>> {
    const { first, after, orderBy } = args;
    const filter = memberFilter(args.filter);
    const sources = this.access.targets
      .select(args.targets, 'macie2')
      .map(({ name }) => this.source(name, filter));
    return readConnection(this.access.cursors, sources, {
      first,
      after,
      query: { field: 'macieMembers', filter },
      ...orderOf(orderBy, SORT_VALUES, {
        sortedBy: 'GATEWAY',
        narrowBy: filter.onlyAssociated ? [] : ['filter.onlyAssociated'],
      }),
      kept: this.access.callerSnapshots.of<LoadedMacieMember>(withOwnDetail),
      countsRows,
      maxWaitMs: this.access.maxWaitMs,
    });
  }

  /** The record of an account in each of the targets that have one (GetMember once per target, all at once). */
  memberships(
    { field, targets, accountId }: AccountRelation,
    { first, after }: PageArguments,
    { countsRows }: PageNeeds<LoadedMacieMember> = {},
  ): Promise<SourcesPage<LoadedMacieMember>> {
    const sources = targets.map((target) =>
      lookUpSource(this.items, { kind: 'MacieMember', target, accountId }),
    );
    return readConnection(this.access.cursors, sources, {
      first,
      after,
      query: { field, accountId },
      // In the order of the targets. The gateway reads all sources of an order at once.
      order: { valueOf: () => undefined, direction: 'ASC', sortedBy: 'GATEWAY' },
      kept: this.access.callerSnapshots.of<LoadedMacieMember>(withOwnDetail),
      countsRows,
    });
  }

  /** The accounts that a resource names, each once, in the order in which it names them. */
  accounts(named: NamedAccounts, args: PageArguments): Promise<MemberAccountPage> {
    const find = (target: string, accountId: string) =>
      this.items.find({ kind: 'MacieMember', target, accountId });
    return memberAccountConnection(find, this.access.cursors, named, args);
  }

  /** The members of a target that match the filter, for reads of several kinds. Throws BadUserInputError for a filter with an empty list. */
  list(target: string, filter?: MacieMemberQuery['filter']): Source<LoadedMacieMember> {
    return this.source(target, memberFilter(filter));
  }

  private source(target: string, filter: MemberFilter): Source<LoadedMacieMember> {
    const { onlyAssociated } = filter;
    const fetch = async (page: PageRequest) => {
      const response = await this.pages.load({ target, onlyAssociated, page });
      // ListMembers returns the same fields as GetMember.
      return { ...response, rows: this.items.rememberAll(response.rows) };
    };
    return singleList(target, 'MacieMember', {
      maxPageSize: MEMBER_PAGE_SIZE,
      fetch,
      keyOf: ({ accountId }) => accountId,
      filter: rowFilter(testsOf(filter), testsOf(filter.not)),
    });
  }
}

type MemberFilter = MacieMemberFilterRecord & { readonly onlyAssociated: boolean };

/** Without onlyAssociated in the filter, the list contains accounts that are not members only if the wanted statuses require it. */
function memberFilter(given: MacieMemberFilterRecord | null | undefined): MemberFilter {
  const filter = canonicalFilter(given);
  const onlyAssociated = filter?.onlyAssociated ?? filter?.statuses?.every(isCurrentMember) ?? true;
  return { ...filter, onlyAssociated };
}

const SORT_VALUES: SortValues<MacieMemberRecord, MacieMemberOrderField> = {
  ACCOUNT_ID: ({ accountId }) => accountId,
  EMAIL: ({ email }) => textValue(email),
  STATUS: ({ status }) => status,
  INVITED_AT: ({ invitedAt }) => timeValue(invitedAt),
};

function testsOf(conditions: MacieMemberConditions | null | undefined): RowTest<MacieMemberRecord>[] {
  return [
    ...oneOfTests(conditions?.statuses, ({ status }: MacieMemberRecord) => status),
    ...oneOfTests(conditions?.accountIds, ({ accountId }: MacieMemberRecord) => accountId),
    ...textTests(conditions?.email, ({ email }: MacieMemberRecord) => email),
  ];
}
