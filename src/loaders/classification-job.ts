/** The loaders of classification jobs: pages by ListClassificationJobs, details by DescribeClassificationJob. */
import type { ClassificationJobAdapter, ClassificationJobRef } from '../aws/adapters/classification-job';
import type { MacieMemberRef } from '../aws/adapters/macie-member';
import { readConnection, type ConnectionPage } from '../paging/connection';
import { singleList, type RowFilter, type Source } from '../paging/source';
import type {
  ClassificationJobDetail,
  ClassificationJobOrdering,
  ClassificationJobOrderField,
  ClassificationJobQuery,
  ClassificationJobSummary,
} from '../domain/records/classification-job';
import type { WithDetail } from '../domain/records/detail';
import type { PageRequest } from '../domain/records/page';
import { accountsOf } from './classification-job-accounts';
import { ItemLoader } from './item-loader';
import type { ConnectionArguments, LoaderAccess, PageArguments } from './loader-access';
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
    onRow?: (row: LoadedClassificationJob) => void,
  ): Promise<ConnectionPage<LoadedClassificationJob>> {
    const { first, after, filter, orderBy } = args;
    const query = { filter, orderBy };
    const sources = this.access.targets
      .select(args.targets, 'macie2')
      .map(({ name }) => this.source(name, query));
    return readConnection(this.access.cursors, sources, {
      first,
      after,
      query: { field: 'classificationJobs', ...query },
      maxWaitMs: this.access.maxWaitMs,
      compare: orderBy ? comparator(orderBy) : undefined,
      onRow,
    });
  }

  /** Returns the jobs of the member's target that name its account. AWS cannot filter by account, so this reads the whole list. */
  async connectionOfAccount(
    { target, accountId }: MacieMemberRef,
    args: PageArguments & ClassificationJobQuery,
    onRow?: (row: LoadedClassificationJob) => void,
  ): Promise<ConnectionPage<LoadedClassificationJob>> {
    const { first, after, filter, orderBy } = args;
    const query = { filter, orderBy };
    const namesAccount = (job: ClassificationJobSummary) => accountsOf(job)?.includes(accountId) === true;
    return readConnection(this.access.cursors, [this.source(target, query, { matches: namesAccount })], {
      first,
      after,
      query: { field: 'MacieMember.classificationJobs', accountId, ...query },
      onRow,
    });
  }

  private source(
    target: string,
    query: ClassificationJobQuery,
    filter?: RowFilter<LoadedClassificationJob>,
  ): Source<LoadedClassificationJob> {
    const fetch = async (page: PageRequest) => {
      const response = await this.pages.load({ target, query, page });
      return { ...response, rows: response.rows.map((row) => this.items.present(row)) };
    };
    return singleList(target, 'macie2', {
      maxPageSize: MAX_PAGE_SIZE,
      fetch,
      keyOf: ({ jobId }) => jobId,
      filter,
    });
  }
}

const ORDER_KEYS = {
  CREATED_AT: ({ createdAt }) => createdAt?.getTime(),
  STATUS: ({ awsStatus }) => awsStatus,
  NAME: ({ name }) => name,
  JOB_TYPE: ({ jobType }) => jobType,
} as const satisfies Record<
  ClassificationJobOrderField,
  (job: ClassificationJobSummary) => string | number | undefined
>;

/** Compares jobs of different targets for the merge. Within one target, the order of AWS is kept. */
function comparator({ field, direction }: ClassificationJobOrdering) {
  const sign = direction === 'ASC' ? 1 : -1;
  return (a: ClassificationJobSummary, b: ClassificationJobSummary) => {
    const [left, right] = [ORDER_KEYS[field](a) ?? '', ORDER_KEYS[field](b) ?? ''];
    return left < right ? -sign : left > right ? sign : 0;
  };
}
