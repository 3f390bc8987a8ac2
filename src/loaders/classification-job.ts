/** The loaders of classification jobs: pages by ListClassificationJobs, details by DescribeClassificationJob. */
import type { ClassificationJobAdapter, ClassificationJobRef } from '../aws/adapters/classification-job';
import { readConnection } from '../paging/connection';
import type { SourcesPage } from '../paging/connection-page';
import { singleList, type Source } from '../paging/source';
import type {
  ClassificationJobDetail,
  ClassificationJobOrderField,
  ClassificationJobQuery,
  ClassificationJobSummary,
} from '../domain/records/classification-job';
import type { WithDetail } from '../domain/records/detail';
import type { PageRequest } from '../domain/records/page';
import { accountsOf } from './classification-job-accounts';
import { divideFilter, type DividedFilter } from './classification-job-filter';
import { canonicalFilter } from './filter';
import { ItemLoader } from './item-loader';
import type {
  AccountRelation,
  ConnectionArguments,
  LoaderAccess,
  PageArguments,
  PageNeeds,
} from './loader-access';
import { orderOf, resolveOrdering, timeValue, type SortValues } from './orders';
import { createPageLoader, type PageKey } from './page-loader';
import { settled } from './settled';

export type LoadedClassificationJob = WithDetail<ClassificationJobSummary, ClassificationJobDetail>;

/** The gateway's own limit: the API model of ListClassificationJobs sets none. */
const MAX_PAGE_SIZE = 200;

interface QueryPageKey extends PageKey {
  readonly query: ClassificationJobQuery;
}

export class ClassificationJobLoaders {
  readonly items: ItemLoader<ClassificationJobRef, ClassificationJobSummary, ClassificationJobDetail>;
  private readonly pages;

  constructor(
    adapter: ClassificationJobAdapter,
    private readonly access: LoaderAccess,
  ) {
    const { memory, call, targets } = access;
    this.items = new ItemLoader({
      memory,
      targets,
      service: 'macie2',
      operation: 'DescribeClassificationJob',
      fetch: (refs) => settled(refs, (ref) => adapter.get(ref, call)),
    });
    this.pages = createPageLoader({
      memory,
      service: 'macie2',
      operation: 'ListClassificationJobs',
      fetch: ({ target, query, page }: QueryPageKey) => adapter.list(target, query, page, call),
    });
  }

  async connection(
    args: ConnectionArguments & ClassificationJobQuery,
    { onRow, countsRows }: PageNeeds<LoadedClassificationJob> = {},
  ): Promise<SourcesPage<LoadedClassificationJob>> {
    const { first, after } = args;
    const filter = canonicalFilter(args.filter);
    const divided = divideFilter(filter);
    const orderBy = resolveOrdering(args.orderBy);
    const sources = this.access.targets
      .select(args.targets, 'macie2')
      .map(({ name }) => this.source(name, divided, orderBy));
    return readConnection(this.access.cursors, sources, {
      first,
      after,
      query: { field: 'classificationJobs', filter },
      ...orderOf(args.orderBy, SORT_VALUES, SORTED_BY_MACIE),
      ...this.sharedReads(countsRows),
      maxWaitMs: this.access.maxWaitMs,
      onRow,
    });
  }

  /** Returns the jobs of the targets that name the account. AWS cannot filter by account, so this reads the whole lists. */
  async connectionOfAccount(
    { field, targets, accountId }: AccountRelation,
    args: PageArguments & ClassificationJobQuery,
    { onRow, countsRows }: PageNeeds<LoadedClassificationJob> = {},
  ): Promise<SourcesPage<LoadedClassificationJob>> {
    const { first, after } = args;
    const filter = canonicalFilter(args.filter);
    const namesAccount = (job: ClassificationJobSummary) => accountsOf(job)?.includes(accountId) === true;
    const divided = divideFilter(filter, [namesAccount]);
    const sources = targets.map((target) => this.source(target, divided, resolveOrdering(args.orderBy)));
    return readConnection(this.access.cursors, sources, {
      first,
      after,
      query: { field, accountId, filter },
      ...orderOf(args.orderBy, SORT_VALUES, SORTED_BY_MACIE),
      ...this.sharedReads(countsRows),
      maxWaitMs: this.access.maxWaitMs,
      onRow,
    });
  }

  /** The jobs of a target that match the filter, for reads of several kinds. Throws BadUserInputError for a filter with an empty list. */
  list(target: string, filter?: ClassificationJobQuery['filter']): Source<LoadedClassificationJob> {
    return this.source(target, divideFilter(canonicalFilter(filter)), undefined);
  }

  private sharedReads(countsRows: boolean | undefined) {
    const kept = this.access.callerSnapshots.of<LoadedClassificationJob>((row) => this.items.present(row));
    return { kept, countsRows };
  }

  private source(
    target: string,
    { forMacie, forRows }: DividedFilter,
    orderBy: ClassificationJobQuery['orderBy'],
  ): Source<LoadedClassificationJob> {
    const query = { filter: forMacie, orderBy };
    const fetch = async (page: PageRequest) => {
      const response = await this.pages.load({ target, query, page });
      return { ...response, rows: this.items.presentAll(response.rows) };
    };
    return singleList(target, 'ClassificationJob', {
      maxPageSize: MAX_PAGE_SIZE,
      fetch,
      keyOf: ({ jobId }) => jobId,
      filter: forRows,
    });
  }
}

const SORT_VALUES: SortValues<ClassificationJobSummary, ClassificationJobOrderField> = {
  CREATED_AT: ({ createdAt }) => timeValue(createdAt),
  STATUS: ({ awsStatus }) => awsStatus,
  NAME: ({ name }) => name,
  JOB_TYPE: ({ jobType = '' }) => jobType,
};

/** Macie sorts the jobs of a target. The gateway compares only jobs of different targets. */
const SORTED_BY_MACIE = { sortedBy: 'AWS' } as const;
