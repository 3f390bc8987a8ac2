/** Loads Macie members: ListMembers page by page, GetMember one by one. */
import type { MacieMemberAdapter, MacieMemberRef } from '../aws/macie-member';
import { readConnection, type ConnectionPage } from '../paging/connection';
import { singleList, type Source } from '../paging/source';
import type {
  MacieMemberConditions,
  MacieMemberFilterRecord,
  MacieMemberRecord,
} from '../records/macie-member';
import type { WithDetail } from '../records/detail';
import type { PageRequest } from '../records/page';
import { oneOfTests, refuseEmptyLists, rowFilter, textTests, type RowTest } from './conditions';
import { ItemLoader } from './item-loader';
import type { ConnectionArguments, LoaderAccess } from './loader-access';
import { createPageLoader, type PageKey } from './page-loader';

export type LoadedMacieMember = WithDetail<MacieMemberRecord, MacieMemberRecord>;

/** The bound of ListMembers. */
const MAX_PAGE_SIZE = 25;

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
    const { memory, signal } = access;
    this.items = new ItemLoader({
      memory,
      service: 'macie2',
      operation: 'GetMember',
      fetch: (ref) => adapter.get(ref, signal),
    });
    this.pages = createPageLoader({
      memory,
      service: 'macie2',
      operation: 'ListMembers',
      fetch: ({ target, onlyAssociated, page }: MemberPageKey) =>
        adapter.list(target, onlyAssociated, page, signal),
    });
  }

  /** Throws BadUserInputError for a filter that nothing can meet. */
  async connection(
    args: ConnectionArguments & { readonly filter?: MacieMemberFilterRecord | null | undefined },
  ): Promise<ConnectionPage<LoadedMacieMember>> {
    const { first, after, filter } = args;
    refuseEmptyLists(filter);
    const sources = this.access.targets
      .select(args.targets, 'macie2')
      .map(({ name }) => this.source(name, filter));
    return readConnection(this.access.cursors, sources, {
      first,
      after,
      query: { field: 'macieMembers', filter: filter ?? EVERY_MEMBER },
    });
  }

  private source(
    target: string,
    filter: MacieMemberFilterRecord | null | undefined,
  ): Source<LoadedMacieMember> {
    const { onlyAssociated } = filter ?? EVERY_MEMBER;
    const fetch = async (page: PageRequest) => {
      const { rows, nextToken } = await this.pages.load({ target, onlyAssociated, page });
      // A row of ListMembers is all that GetMember would tell.
      return { rows: rows.map((row) => this.items.remember(row)), nextToken };
    };
    return singleList(target, 'macie2', {
      maxPageSize: MAX_PAGE_SIZE,
      fetch,
      filter: rowFilter(testsOf(filter), testsOf(filter?.not)),
    });
  }
}

const EVERY_MEMBER: MacieMemberFilterRecord = { onlyAssociated: true };

function testsOf(conditions: MacieMemberConditions | null | undefined): RowTest<MacieMemberRecord>[] {
  return [
    ...oneOfTests(
      conditions?.relationshipStatuses,
      ({ relationshipStatus }: MacieMemberRecord) => relationshipStatus,
    ),
    ...textTests(conditions?.email, ({ email }: MacieMemberRecord) => email),
  ];
}
