/** A script with the SDK alone that reads the lists of a query: all lists in parallel, the pages of a list one after another. */
import {
  ListClassificationJobsCommand,
  ListMembersCommand,
  Macie2Client,
  type ListJobsFilterTerm,
} from '@aws-sdk/client-macie2';
import { ListCasesCommand, SecurityIRClient } from '@aws-sdk/client-security-ir';
import {
  ListMailboxExportJobsCommand,
  ListOrganizationsCommand,
  WorkMailClient,
} from '@aws-sdk/client-workmail';
import type { JobFilter, ListReads } from './queries';

const DAY_MS = 86_400_000;

interface Page {
  readonly rows: readonly unknown[];
  readonly nextToken: string | undefined;
}

export class BareLists {
  private readonly clients;

  /** @param endpoint the URL of the emulator, which all clients call. */
  constructor(endpoint: string, regions: readonly string[]) {
    const credentials = { accessKeyId: '111122223333', secretAccessKey: 'any' };
    this.clients = regions.map((region) => {
      const config = { endpoint, region, credentials };
      return {
        macie: new Macie2Client(config),
        workmail: new WorkMailClient(config),
        securityIr: new SecurityIRClient(config),
      };
    });
  }

  /** Returns the number of rows. */
  async read(reads: ListReads): Promise<number> {
    const counts = await Promise.all(
      this.clients.flatMap(({ macie, workmail, securityIr }) => [
        ...reads.jobs.map((filter) => jobs(macie, filter)),
        members(macie),
        exports(workmail),
        cases(securityIr),
      ]),
    );
    return counts.reduce((a, b) => a + b, 0);
  }

  close(): void {
    for (const clients of this.clients) for (const client of Object.values(clients)) client.destroy();
  }
}

async function countRows(read: (token: string | undefined) => Promise<Page>): Promise<number> {
  let count = 0;
  let token: string | undefined;
  do {
    const { rows, nextToken } = await read(token);
    count += rows.length;
    token = nextToken;
  } while (token !== undefined);
  return count;
}

function jobs(client: Macie2Client, { statuses, maxAgeDays }: JobFilter): Promise<number> {
  const includes: ListJobsFilterTerm[] = [];
  if (statuses !== undefined) includes.push({ key: 'jobStatus', comparator: 'EQ', values: [...statuses] });
  if (maxAgeDays !== undefined) {
    const oldest = new Date(Date.now() - maxAgeDays * DAY_MS).toISOString();
    includes.push({ key: 'createdAt', comparator: 'GTE', values: [oldest] });
  }
  const filterCriteria = includes.length === 0 ? undefined : { includes };
  return countRows(async (nextToken) => {
    const page = await client.send(
      new ListClassificationJobsCommand({ maxResults: 200, nextToken, filterCriteria }),
    );
    return { rows: page.items ?? [], nextToken: page.nextToken };
  });
}

function members(client: Macie2Client): Promise<number> {
  return countRows(async (nextToken) => {
    const page = await client.send(
      new ListMembersCommand({ onlyAssociated: 'false', maxResults: 25, nextToken }),
    );
    return { rows: page.members ?? [], nextToken: page.nextToken };
  });
}

async function exports(client: WorkMailClient): Promise<number> {
  const { OrganizationSummaries = [] } = await client.send(new ListOrganizationsCommand({ MaxResults: 100 }));
  const counts = OrganizationSummaries.map(({ OrganizationId }) =>
    countRows(async (NextToken) => {
      const page = await client.send(
        new ListMailboxExportJobsCommand({ OrganizationId, MaxResults: 100, NextToken }),
      );
      return { rows: page.Jobs ?? [], nextToken: page.NextToken };
    }),
  );
  return (await Promise.all(counts)).reduce((a, b) => a + b, 0);
}

function cases(client: SecurityIRClient): Promise<number> {
  return countRows(async (nextToken) => {
    const page = await client.send(new ListCasesCommand({ maxResults: 25, nextToken }));
    return { rows: page.items ?? [], nextToken: page.nextToken };
  });
}
