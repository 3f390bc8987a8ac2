/** Loads mailbox export jobs: ListMailboxExportJobs of every organization page by page, DescribeMailboxExportJob one by one. */
import type { MailboxExportJobAdapter, MailboxExportJobRef } from '../aws/adapters/mailbox-export-job';
import type { OrganizationRef } from '../aws/adapters/workmail-directory';
import { AwsError, BadUserInputError } from '../domain/errors';
import { readConnection, type ConnectionPage } from '../paging/connection';
import type { Partition, Source } from '../paging/source';
import type {
  MailboxExportJobConditions,
  MailboxExportJobDetail,
  MailboxExportJobQuery,
  MailboxExportJobSummary,
} from '../domain/records/mailbox-export-job';
import type { WithDetail } from '../domain/records/detail';
import type { AwsPage } from '../domain/records/page';
import { oneOfTests, refuseEmptyLists, rowFilter, timeTests, type RowTest } from './conditions';
import { ItemLoader } from './item-loader';
import type { ConnectionArguments, LoaderAccess } from './loader-access';
import { createPageLoader, type PageKey } from './page-loader';
import { settled } from './settled';
import type { WorkMailDirectoryLoaders } from './workmail-directory';

export type LoadedMailboxExportJob = WithDetail<MailboxExportJobSummary, MailboxExportJobDetail>;

/** The bound of ListMailboxExportJobs and ListOrganizations. */
const MAX_PAGE_SIZE = 100;

/** What DescribeEntity takes. */
const EMAIL = /^[a-zA-Z0-9._%+-]{1,64}@[a-zA-Z0-9.-]{1,180}\.[a-zA-Z-]{2,}$/;

const NO_JOBS: AwsPage<never> = { rows: [], nextToken: undefined, asOf: undefined };

interface OrganizationPageKey extends PageKey {
  readonly organizationId: string;
}

export class MailboxExportJobLoaders {
  readonly items: ItemLoader<MailboxExportJobRef, MailboxExportJobSummary, MailboxExportJobDetail>;
  private readonly pages;
  private readonly organizationPages;

  constructor(
    adapter: MailboxExportJobAdapter,
    private readonly directory: WorkMailDirectoryLoaders,
    private readonly access: LoaderAccess,
  ) {
    const { memory, call } = access;
    this.items = new ItemLoader({
      memory,
      service: 'workmail',
      operation: 'DescribeMailboxExportJob',
      fetch: (refs) => settled(refs, (ref) => adapter.get(ref, call)),
    });
    this.pages = createPageLoader({
      memory,
      service: 'workmail',
      operation: 'ListMailboxExportJobs',
      fetch: ({ target, organizationId, page }: OrganizationPageKey) =>
        adapter.list(target, organizationId, page, call),
    });
    this.organizationPages = createPageLoader({
      memory,
      service: 'workmail',
      operation: 'ListOrganizations',
      fetch: ({ target, page }: PageKey) => adapter.listOrganizations(target, page, call),
    });
  }

  /** Throws BadUserInputError for a filter that nothing can meet, and when no target has the organization that is asked for. */
  async connection(
    args: ConnectionArguments & MailboxExportJobQuery,
    onRow?: (row: LoadedMailboxExportJob) => void,
  ): Promise<ConnectionPage<LoadedMailboxExportJob>> {
    const { first, after, organizationId, filter } = args;
    refuseEmptyLists(filter);
    if (filter?.ownerEmail != null && !EMAIL.test(filter.ownerEmail)) {
      throw new BadUserInputError('filter.ownerEmail is not an e-mail address.');
    }
    const targets = this.access.targets.select(args.targets, 'workmail').map(({ name }) => name);
    const without = new Set<string>();
    const sources = targets.map((target) =>
      organizationId == null
        ? this.source(target, filter, () => this.organizations(target))
        : this.source(target, filter, () => Promise.resolve([organizationId]), without),
    );
    const page = await readConnection(this.access.cursors, sources, {
      first,
      after,
      query: { field: 'mailboxExportJobs', organizationId, filter },
      onRow,
    });
    if (organizationId != null && without.size === targets.length) {
      throw new BadUserInputError(`No target has the organization ${organizationId}.`);
    }
    return page;
  }

  /** `without` collects the target when it does not have the organization. */
  private source(
    target: string,
    filter: MailboxExportJobQuery['filter'],
    organizations: () => Promise<readonly string[]>,
    without?: Set<string>,
  ): Source<LoadedMailboxExportJob> {
    return {
      target,
      service: 'workmail',
      partitions: async () => {
        const ids = await organizations();
        return ids.map((organizationId) => this.partition({ target, organizationId }, filter, without));
      },
    };
  }

  private partition(
    organization: OrganizationRef,
    filter: MailboxExportJobQuery['filter'],
    without?: Set<string>,
  ): Partition<LoadedMailboxExportJob> {
    const { target, organizationId } = organization;
    const ownerEmail = filter?.ownerEmail ?? undefined;
    let owner: string | undefined;
    const ofOwner: RowTest<MailboxExportJobSummary>[] =
      ownerEmail === undefined ? [] : [({ entityId }) => entityId === owner];
    return {
      key: `${target}/${organizationId}`,
      maxPageSize: MAX_PAGE_SIZE,
      fetch: async (page) => {
        if (ownerEmail !== undefined) {
          owner = await this.directory.entityId(organization, ownerEmail);
          if (owner === undefined) return NO_JOBS;
        }
        const answer = await this.pages.load({ target, organizationId, page });
        if (answer === undefined) without?.add(target);
        const found = answer ?? NO_JOBS;
        return { ...found, rows: found.rows.map((row) => this.items.present(row)) };
      },
      keyOf: ({ jobId }) => jobId,
      filter: rowFilter([...testsOf(filter), ...ofOwner], testsOf(filter?.not)),
    };
  }

  /** The target's organizations, in the order of their ids. */
  private async organizations(target: string): Promise<readonly string[]> {
    const ids: string[] = [];
    const followed = new Set<string | undefined>();
    let token: string | undefined;
    do {
      followed.add(token);
      const page = await this.organizationPages.load({ target, page: { token, size: MAX_PAGE_SIZE } });
      ids.push(...page.rows);
      token = page.nextToken;
      // Tokens that lead in a circle would be followed for ever.
      if (token !== undefined && followed.has(token)) throw circleOfTokens(target);
    } while (token !== undefined);
    return ids.sort();
  }
}

function testsOf(
  conditions: MailboxExportJobConditions | null | undefined,
): RowTest<MailboxExportJobSummary>[] {
  return [
    ...oneOfTests(conditions?.states, (job: MailboxExportJobSummary) => job.state),
    ...oneOfTests(conditions?.entityIds, (job: MailboxExportJobSummary) => job.entityId),
    ...timeTests(conditions?.startTime, (job: MailboxExportJobSummary) => job.startTime),
  ];
}

function circleOfTokens(target: string): AwsError {
  const operation = 'ListOrganizations';
  return new AwsError('AWS_UNAVAILABLE', { service: 'workmail', operation, target, notApplied: true });
}
