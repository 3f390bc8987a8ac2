/** The loaders of Security Incident Response cases: pages by ListCases, details by GetCase. */
import type { SecurityCaseAdapter, SecurityCaseRef } from '../aws/adapters/security-case';
import { AwsError } from '../domain/errors';
import { readConnection } from '../paging/connection';
import type { SourcesPage } from '../paging/connection-page';
import { singleList, type RowFilter, type Source } from '../paging/source';
import type { WithDetail } from '../domain/records/detail';
import type { PageRequest } from '../domain/records/page';
import { readable } from '../domain/records/unreadable';
import type {
  SecurityCaseConditions,
  SecurityCaseDetail,
  SecurityCaseOrderField,
  SecurityCaseQuery,
  SecurityCaseSummary,
} from '../domain/records/security-case';
import { oneOfTests, rowFilter, textTests, timeTests, type RowTest } from './conditions';
import { canonicalFilter } from './filter';
import { ItemLoader } from './item-loader';
import type {
  AccountRelation,
  ConnectionArguments,
  LoaderAccess,
  PageArguments,
  PageNeeds,
} from './loader-access';
import { orderOf, textValue, timeValue, type SortValues } from './orders';
import { createPageLoader, type PageKey } from './page-loader';
import { settled } from './settled';

export type LoadedSecurityCase = WithDetail<SecurityCaseSummary, SecurityCaseDetail>;

/** The maximum of ListCases. */
const MAX_PAGE_SIZE = 25;

export class SecurityCaseLoaders {
  readonly items: ItemLoader<SecurityCaseRef, SecurityCaseSummary, SecurityCaseDetail>;
  private readonly pages;

  constructor(
    adapter: SecurityCaseAdapter,
    private readonly access: LoaderAccess,
  ) {
    const { memory, call, targets } = access;
    this.items = new ItemLoader({
      memory,
      targets,
      service: 'security-ir',
      operation: 'GetCase',
      fetch: (refs) => settled(refs, (ref) => adapter.get(ref, call)),
    });
    this.pages = createPageLoader({
      memory,
      service: 'security-ir',
      operation: 'ListCases',
      fetch: ({ target, page }: PageKey) => adapter.list(target, page, call),
    });
  }

  /** Throws BadUserInputError for a filter with an empty list. */
  async connection(
    args: ConnectionArguments & SecurityCaseQuery,
    { onRow, countsRows }: PageNeeds<LoadedSecurityCase> = {},
  ): Promise<SourcesPage<LoadedSecurityCase>> {
    const { first, after, orderBy } = args;
    const filter = canonicalFilter(args.filter);
    const wanted = rowFilterOf(filter);
    const sources = this.access.targets
      .select(args.targets, 'security-ir')
      .map(({ name }) => this.source(name, wanted));
    return readConnection(this.access.cursors, sources, {
      first,
      after,
      query: { field: 'securityCases', filter },
      // Only a search for accounts calls AWS for every case that matches the other conditions.
      ...orderOf(orderBy, SORT_VALUES, { sortedBy: 'GATEWAY', narrowBy: wanted?.confirms ? ['filter'] : [] }),
      ...this.sharedReads(countsRows),
      maxWaitMs: this.access.maxWaitMs,
      onRow,
    });
  }

  /** Returns the cases of the targets that list the account as impacted. Needs one GetCase for every case that matches the filter. */
  async connectionOfAccount(
    { field, targets, accountId }: AccountRelation,
    args: PageArguments & SecurityCaseQuery,
    { countsRows }: PageNeeds<LoadedSecurityCase> = {},
  ): Promise<SourcesPage<LoadedSecurityCase>> {
    const { first, after, orderBy } = args;
    const filter = canonicalFilter(args.filter);
    const wanted = rowFilterOf(filter, accountId);
    const sources = targets.map((target) => this.source(target, wanted));
    return readConnection(this.access.cursors, sources, {
      first,
      after,
      query: { field, accountId, filter },
      ...orderOf(orderBy, SORT_VALUES, { sortedBy: 'GATEWAY', narrowBy: ['filter'] }),
      ...this.sharedReads(countsRows),
      maxWaitMs: this.access.maxWaitMs,
    });
  }

  /** The cases of a target that match the filter, for reads of several kinds. Throws BadUserInputError for a filter with an empty list. */
  list(target: string, filter?: SecurityCaseQuery['filter']): Source<LoadedSecurityCase> {
    return this.source(target, rowFilterOf(canonicalFilter(filter)));
  }

  private sharedReads(countsRows: boolean | undefined) {
    const kept = this.access.callerSnapshots.of<LoadedSecurityCase>((row) => this.items.present(row));
    return { kept, countsRows };
  }

  private source(
    target: string,
    filter: RowFilter<LoadedSecurityCase> | undefined,
  ): Source<LoadedSecurityCase> {
    const fetch = async (page: PageRequest) => {
      const response = await this.pages.load({ target, page });
      return { ...response, rows: this.items.presentAll(response.rows) };
    };
    return singleList(target, 'SecurityCase', {
      maxPageSize: MAX_PAGE_SIZE,
      fetch,
      keyOf: ({ caseId }) => caseId,
      filter,
    });
  }
}

const SORT_VALUES: SortValues<SecurityCaseSummary, SecurityCaseOrderField> = {
  CREATED_AT: ({ createdAt }) => timeValue(createdAt),
  UPDATED_AT: ({ updatedAt }) => timeValue(updatedAt),
  STATUS: ({ status }) => status,
  TITLE: ({ title }) => textValue(title),
};

/** The filter of the rows; conditions on impacted accounts need one GetCase for every case that matches the others. */
function rowFilterOf(
  filter: SecurityCaseQuery['filter'],
  accountId?: string,
): RowFilter<LoadedSecurityCase> | undefined {
  const rows = rowFilter(testsOf(filter), testsOf(filter?.not));
  const tests: AccountTest[] = [
    ...(accountId === undefined ? [] : [(accounts: Accounts) => accounts.has(accountId)]),
    ...accountTests(filter?.accountIds, true),
    ...accountTests(filter?.not?.accountIds, false),
  ];
  if (tests.length === 0) return rows;
  return {
    matches: rows?.matches ?? (() => true),
    confirms: async (securityCase) => {
      const accounts = await impactedAccounts(securityCase);
      return accounts !== undefined && tests.every((test) => test(accounts));
    },
  };
}

type Accounts = ReadonlySet<string>;
type AccountTest = (accounts: Accounts) => boolean;

/** A test whether a case impacts one of the accounts, or none of them; no test without accounts. */
function accountTests(accountIds: readonly string[] | null | undefined, expected: boolean): AccountTest[] {
  if (accountIds == null) return [];
  return [(accounts) => accountIds.some((accountId) => accounts.has(accountId)) === expected];
}

function testsOf(conditions: SecurityCaseConditions | null | undefined): RowTest<SecurityCaseSummary>[] {
  const oneOf = <Value>(
    wanted: readonly Value[] | null | undefined,
    valueOf: (row: SecurityCaseSummary) => Value | undefined,
  ) => oneOfTests(wanted, valueOf);
  return [
    ...oneOf(conditions?.statuses, ({ status }) => status),
    ...oneOf(conditions?.resolverTypes, ({ resolverType }) => resolverType),
    ...oneOf(conditions?.pendingActions, ({ pendingAction }) => pendingAction),
    ...oneOf(conditions?.engagementTypes, ({ engagementType }) => engagementType),
    ...textTests(conditions?.title, ({ title }: SecurityCaseSummary) => title),
    ...timeTests(conditions?.createdAt, ({ createdAt }: SecurityCaseSummary) => createdAt),
    ...timeTests(conditions?.updatedAt, ({ updatedAt }: SecurityCaseSummary) => updatedAt),
  ];
}

/** Undefined for a case that was deleted after it was listed. */
async function impactedAccounts({ detail }: LoadedSecurityCase): Promise<Accounts | undefined> {
  try {
    return new Set(readable(await detail(), 'impactedAccounts'));
  } catch (error) {
    if (error instanceof AwsError && error.code === 'AWS_NOT_FOUND') return undefined;
    throw error;
  }
}
