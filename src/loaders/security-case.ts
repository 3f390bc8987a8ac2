/** Loads Security Incident Response cases: ListCases page by page, GetCase one by one. */
import type { SecurityCaseAdapter, SecurityCaseRef } from '../aws/security-case';
import { readConnection, type ConnectionPage } from '../paging/connection';
import { singleList, type Source } from '../paging/source';
import type { WithDetail } from '../records/detail';
import type { PageRequest } from '../records/page';
import type { SecurityCaseDetail, SecurityCaseSummary } from '../records/security-case';
import { ItemLoader } from './item-loader';
import type { ConnectionArguments, LoaderAccess } from './loader-access';
import { createPageLoader, type PageKey } from './page-loader';

export type LoadedSecurityCase = WithDetail<SecurityCaseSummary, SecurityCaseDetail>;

/** The bound of ListCases. */
const MAX_PAGE_SIZE = 25;

export class SecurityCaseLoaders {
  readonly items: ItemLoader<SecurityCaseRef, SecurityCaseSummary, SecurityCaseDetail>;
  private readonly pages;

  constructor(
    adapter: SecurityCaseAdapter,
    private readonly access: LoaderAccess,
  ) {
    const { signal } = access;
    this.items = new ItemLoader({
      service: 'security-ir',
      operation: 'GetCase',
      fetch: (ref) => adapter.get(ref, signal),
    });
    this.pages = createPageLoader({
      service: 'security-ir',
      operation: 'ListCases',
      fetch: ({ target, page }: PageKey) => adapter.list(target, page, signal),
    });
  }

  async connection({
    first,
    after,
    targets,
  }: ConnectionArguments): Promise<ConnectionPage<LoadedSecurityCase>> {
    const sources = this.access.targets.select(targets, 'security-ir').map(({ name }) => this.source(name));
    return readConnection(this.access.cursors, sources, {
      first,
      after,
      query: { field: 'securityCases' },
    });
  }

  private source(target: string): Source<LoadedSecurityCase> {
    const fetch = async (page: PageRequest) => {
      const { rows, nextToken } = await this.pages.load({ target, page });
      return { rows: rows.map((row) => this.items.present(row)), nextToken };
    };
    return singleList(target, 'security-ir', { maxPageSize: MAX_PAGE_SIZE, fetch });
  }
}
