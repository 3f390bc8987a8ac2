/** Loads Macie members: ListMembers page by page, GetMember one by one. */
import type { MacieMemberAdapter, MacieMemberRef } from '../aws/macie-member';
import { readConnection, type ConnectionPage } from '../paging/connection';
import { singleList, type Source } from '../paging/source';
import type { MacieMemberQuery, MacieMemberRecord } from '../records/macie-member';
import type { WithDetail } from '../records/detail';
import type { PageRequest } from '../records/page';
import { ItemLoader } from './item-loader';
import type { ConnectionArguments, LoaderAccess } from './loader-access';
import { createPageLoader, type PageKey } from './page-loader';

export type LoadedMacieMember = WithDetail<MacieMemberRecord, MacieMemberRecord>;

/** The bound of ListMembers. */
const MAX_PAGE_SIZE = 25;

interface QueryPageKey extends PageKey {
  readonly query: MacieMemberQuery;
}

export class MacieMemberLoaders {
  readonly items: ItemLoader<MacieMemberRef, MacieMemberRecord, MacieMemberRecord>;
  private readonly pages;

  constructor(
    adapter: MacieMemberAdapter,
    private readonly access: LoaderAccess,
  ) {
    const { signal } = access;
    this.items = new ItemLoader({
      service: 'macie2',
      operation: 'GetMember',
      fetch: (ref) => adapter.get(ref, signal),
    });
    this.pages = createPageLoader({
      service: 'macie2',
      operation: 'ListMembers',
      fetch: ({ target, query, page }: QueryPageKey) => adapter.list(target, query, page, signal),
    });
  }

  async connection(args: ConnectionArguments & MacieMemberQuery): Promise<ConnectionPage<LoadedMacieMember>> {
    const { first, after, onlyAssociated } = args;
    const query = { onlyAssociated };
    const sources = this.access.targets
      .select(args.targets, 'macie2')
      .map(({ name }) => this.source(name, query));
    return readConnection(this.access.cursors, sources, {
      first,
      after,
      query: { field: 'macieMembers', ...query },
    });
  }

  private source(target: string, query: MacieMemberQuery): Source<LoadedMacieMember> {
    const fetch = async (page: PageRequest) => {
      const { rows, nextToken } = await this.pages.load({ target, query, page });
      // A row of ListMembers is all that GetMember would tell.
      return { rows: rows.map((row) => this.items.remember(row)), nextToken };
    };
    return singleList(target, 'macie2', { maxPageSize: MAX_PAGE_SIZE, fetch });
  }
}
