/** Loads Macie members: ListMembers page by page, GetMember one by one. */
import type { MacieMemberAdapter, MacieMemberRef } from '../aws/adapters/macie-member';
import { readConnection, type ConnectionPage } from '../paging/connection';
import { singleList, type Source } from '../paging/source';
import type {
  MacieMemberConditions,
  MacieMemberFilterRecord,
  MacieMemberRecord,
} from '../domain/records/macie-member';
import type { WithDetail } from '../domain/records/detail';
import type { AwsPage, PageRequest } from '../domain/records/page';
import { oneOfTests, refuseEmptyLists, rowFilter, textTests, type RowTest } from './conditions';
import { ItemLoader } from './item-loader';
import type { ConnectionArguments, LoaderAccess } from './loader-access';
import { MemberFinder, MEMBER_PAGE_SIZE } from './member-finder';
import { createPageLoader, type PageKey } from './page-loader';

export type LoadedMacieMember = WithDetail<MacieMemberRecord, MacieMemberRecord>;

interface MemberPageKey extends PageKey {
  readonly onlyAssociated: boolean;
}

export class MacieMemberLoaders {
  readonly items: ItemLoader<MacieMemberRef, MacieMemberRecord, MacieMemberRecord>;
  private readonly pages;
  /** How many members stand before the page of a token, by target and token. */
  private readonly before = new Map<string, number>();

  constructor(
    adapter: MacieMemberAdapter,
    private readonly access: LoaderAccess,
  ) {
    const { memory, call } = access;
    const finder = memory.keep(
      new MemberFinder(
        {
          get: (ref) => adapter.get(ref, call),
          list: (target, token) =>
            this.pages.load({ target, onlyAssociated: false, page: { token, size: MEMBER_PAGE_SIZE } }),
        },
        access.memberCounts,
      ),
    );
    this.items = new ItemLoader({
      memory,
      service: 'macie2',
      operation: 'GetMember',
      // More than this are looked for in the list, which can be begun before the others are known.
      collects: MEMBER_PAGE_SIZE + 1,
      fetch: (refs) => finder.find(refs),
    });
    this.pages = createPageLoader({
      memory,
      service: 'macie2',
      operation: 'ListMembers',
      fetch: async ({ target, onlyAssociated, page }: MemberPageKey) => {
        const answer = await adapter.list(target, onlyAssociated, page, call);
        if (!onlyAssociated) this.count(target, page.token, answer);
        return answer;
      },
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

  private count(target: string, token: string | undefined, { rows, nextToken }: AwsPage<unknown>): void {
    const before = token === undefined ? 0 : this.before.get(`${target} ${token}`);
    if (before === undefined) return;
    const count = before + rows.length;
    if (nextToken === undefined) this.access.memberCounts.learn(target, count);
    else this.before.set(`${target} ${nextToken}`, count);
  }

  private source(
    target: string,
    filter: MacieMemberFilterRecord | null | undefined,
  ): Source<LoadedMacieMember> {
    const { onlyAssociated } = filter ?? EVERY_MEMBER;
    const fetch = async (page: PageRequest) => {
      const answer = await this.pages.load({ target, onlyAssociated, page });
      // A row of ListMembers is all that GetMember would tell.
      return { ...answer, rows: answer.rows.map((row) => this.items.remember(row)) };
    };
    return singleList(target, 'macie2', {
      maxPageSize: MEMBER_PAGE_SIZE,
      fetch,
      keyOf: ({ accountId }) => accountId,
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
