/** The loaders of mailbox export jobs: pages by ListMailboxExportJobs per organization, details by DescribeMailboxExportJob. */
import type {
  MailboxExportJobAdapter,
  MailboxExportJobRef,
  OrganizationWithState,
} from '../aws/adapters/mailbox-export-job';
import { AwsError, BadUserInputError } from '../domain/errors';
import { readConnection } from '../paging/connection';
import type { SourcesPage } from '../paging/connection-page';
import type { Partition, Source } from '../paging/source';
import type {
  MailboxExportJobConditions,
  MailboxExportJobDetail,
  MailboxExportJobOrderField,
  MailboxExportJobQuery,
  MailboxExportJobSummary,
} from '../domain/records/mailbox-export-job';
import type { WithDetail } from '../domain/records/detail';
import type { AwsPage } from '../domain/records/page';
import { oneOfTests, rowFilter, timeTests, type RowTest } from './conditions';
import { canonicalFilter } from './filter';
import { ItemLoader } from './item-loader';
import type { ConnectionArguments, LoaderAccess, PageNeeds } from './loader-access';
import { orderOf, timeValue, type SortValues } from './orders';
import { createPageLoader, type PageKey } from './page-loader';
import { settled } from './settled';
import type { WorkMailDirectoryLoaders } from './workmail-directory';

export type LoadedMailboxExportJob = WithDetail<MailboxExportJobSummary, MailboxExportJobDetail>;

/** The maximum of ListMailboxExportJobs and ListOrganizations. */
const MAX_PAGE_SIZE = 100;

/** The pattern of an e-mail address in DescribeEntity. */
const EMAIL = /^[a-zA-Z0-9._%+-]{1,64}@[a-zA-Z0-9.-]{1,180}\.[a-zA-Z-]{2,}$/;

const NO_JOBS: AwsPage<never> = { rows: [], nextToken: undefined, asOf: undefined, unreadableRows: 0 };

/** The organizations of a target. */
interface Organizations {
  /** In ascending order of their ids. */
  readonly found: readonly OrganizationWithState[];
  readonly unreadableRows: number;
}

type OrganizationPageKey = PageKey & OrganizationWithState;

export class MailboxExportJobLoaders {
  readonly items: ItemLoader<MailboxExportJobRef, MailboxExportJobSummary, MailboxExportJobDetail>;
  private readonly pages;
  private readonly organizationPages;

  constructor(
    adapter: MailboxExportJobAdapter,
    private readonly directory: WorkMailDirectoryLoaders,
    private readonly access: LoaderAccess,
  ) {
    const { memory, call, targets } = access;
    this.items = new ItemLoader({
      memory,
      targets,
      service: 'workmail',
      operation: 'DescribeMailboxExportJob',
      fetch: (refs) => settled(refs, (ref) => adapter.get(ref, call)),
    });
    this.pages = createPageLoader({
      memory,
      service: 'workmail',
      operation: 'ListMailboxExportJobs',
      fetch: ({ target, page, ...organization }: OrganizationPageKey) =>
        adapter.list(target, organization, page, call),
    });
    this.organizationPages = createPageLoader({
      memory,
      service: 'workmail',
      operation: 'ListOrganizations',
      fetch: ({ target, page }: PageKey) => adapter.listOrganizations(target, page, call),
    });
  }

  /** Throws BadUserInputError for a filter with an empty list or an invalid e-mail address, and when no target has the organization. */
  async connection(
    args: ConnectionArguments & MailboxExportJobQuery,
    { onRow, countsRows }: PageNeeds<LoadedMailboxExportJob> = {},
  ): Promise<SourcesPage<LoadedMailboxExportJob>> {
    const { first, after, organizationId, orderBy } = args;
    const filter = canonicalFilter(args.filter);
    if (filter?.ownerEmail != null && !EMAIL.test(filter.ownerEmail)) {
      throw new BadUserInputError(
        'filter.ownerEmail is not an e-mail address: give an address such as user@example.com.',
      );
    }
    const targets = this.access.targets.select(args.targets, 'workmail').map(({ name }) => name);
    const targetsWithout = new Set<string>();
    const sources = targets.map((target) =>
      organizationId == null
        ? this.source(target, filter, () => this.organizations(target))
        : this.source(
            target,
            filter,
            () => Promise.resolve({ found: [{ organizationId }], unreadableRows: 0 }),
            targetsWithout,
          ),
    );
    const page = await readConnection(this.access.cursors, sources, {
      first,
      after,
      query: { field: 'mailboxExportJobs', organizationId, filter },
      ...orderOf(orderBy, SORT_VALUES, {
        sortedBy: 'GATEWAY',
        narrowBy: organizationId == null ? ['organizationId'] : [],
      }),
      kept: this.access.callerSnapshots.of<LoadedMailboxExportJob>((row) => this.items.present(row)),
      countsRows,
      maxWaitMs: this.access.maxWaitMs,
      onRow,
    });
    if (organizationId != null && targetsWithout.size === targets.length) {
      throw new BadUserInputError(`No target has the organization ${organizationId}.`);
    }
    return page;
  }

  /** The export jobs of all organizations of a target that match the filter, for reads of several kinds. Throws BadUserInputError for a filter with an empty list. */
  list(target: string, filter?: MailboxExportJobConditions): Source<LoadedMailboxExportJob> {
    return this.source(target, canonicalFilter(filter), () => this.organizations(target));
  }

  /** Adds the target to `targetsWithout` when it does not have the organization. */
  private source(
    target: string,
    filter: MailboxExportJobQuery['filter'],
    organizations: () => Promise<Organizations>,
    targetsWithout?: Set<string>,
  ): Source<LoadedMailboxExportJob> {
    return {
      name: target,
      reads: { target, kind: 'MailboxExportJob' },
      partitions: async () => {
        const { found, unreadableRows } = await organizations();
        const partitions = found.map((organization) =>
          this.partition(target, organization, filter, targetsWithout),
        );
        return unreadableRows === 0 ? partitions : [...partitions, unreadable(target, unreadableRows)];
      },
    };
  }

  private partition(
    target: string,
    organization: OrganizationWithState,
    filter: MailboxExportJobQuery['filter'],
    targetsWithout?: Set<string>,
  ): Partition<LoadedMailboxExportJob> {
    const { organizationId } = organization;
    const ownerEmail = filter?.ownerEmail ?? undefined;
    let owner: string | undefined;
    const ownerTests: RowTest<MailboxExportJobSummary>[] =
      ownerEmail === undefined ? [] : [({ entityId }) => entityId === owner];
    return {
      key: `${target}/${organizationId}`,
      maxPageSize: MAX_PAGE_SIZE,
      fetch: async (page) => {
        if (ownerEmail !== undefined) {
          owner = await this.directory.entityId({ target, organizationId }, ownerEmail);
          if (owner === undefined) return NO_JOBS;
        }
        const response = await this.pages.load({ target, ...organization, page });
        if (response === undefined) targetsWithout?.add(target);
        const found = response ?? NO_JOBS;
        return { ...found, rows: this.items.presentAll(found.rows) };
      },
      keyOf: ({ jobId }) => jobId,
      filter: rowFilter([...testsOf(filter), ...ownerTests], testsOf(filter?.not)),
    };
  }

  /** Throws AwsError. */
  private async organizations(target: string): Promise<Organizations> {
    const found: OrganizationWithState[] = [];
    let unreadableRows = 0;
    const usedTokens = new Set<string | undefined>();
    let token: string | undefined;
    do {
      usedTokens.add(token);
      const page = await this.organizationPages.load({ target, page: { token, size: MAX_PAGE_SIZE } });
      found.push(...page.rows);
      unreadableRows += page.unreadableRows;
      token = page.nextToken;
      // A repeated token would make this loop endless.
      if (token !== undefined && usedTokens.has(token)) throw repeatedTokenError(target);
    } while (token !== undefined);
    found.sort((a, b) => (a.organizationId < b.organizationId ? -1 : 1));
    return { found, unreadableRows };
  }
}

const SORT_VALUES: SortValues<MailboxExportJobSummary, MailboxExportJobOrderField> = {
  STARTED_AT: ({ startedAt }) => timeValue(startedAt),
  ENDED_AT: ({ endedAt }) => timeValue(endedAt),
  STATUS: ({ status }) => status,
  PROGRESS: ({ estimatedProgress }) => estimatedProgress,
};

function testsOf(
  conditions: MailboxExportJobConditions | null | undefined,
): RowTest<MailboxExportJobSummary>[] {
  return [
    ...oneOfTests(conditions?.statuses, (job: MailboxExportJobSummary) => job.status),
    ...oneOfTests(conditions?.entityIds, (job: MailboxExportJobSummary) => job.entityId),
    ...timeTests(conditions?.startedAt, (job: MailboxExportJobSummary) => job.startedAt),
  ];
}

/** A list in place of organizations that the gateway cannot read: it has no jobs, and reports that rows may be missing. */
function unreadable(target: string, unreadableRows: number): Partition<LoadedMailboxExportJob> {
  return {
    key: `${target}/unreadable`,
    maxPageSize: MAX_PAGE_SIZE,
    fetch: () => Promise.resolve({ ...NO_JOBS, unreadableRows }),
    keyOf: () => '',
  };
}

function repeatedTokenError(target: string): AwsError {
  const operation = 'ListOrganizations';
  return new AwsError('AWS_UNAVAILABLE', { service: 'workmail', operation, target, notApplied: true });
}
