// The lists of AWS in AWS's order, read with the SDK and without the gateway: global ids by connection.
import {
  ListClassificationJobsCommand,
  Macie2Client,
  paginateListMembers,
  type ListClassificationJobsCommandInput,
} from '@aws-sdk/client-macie2';
import { paginateListCases, SecurityIRClient } from '@aws-sdk/client-security-ir';
import {
  ListMailboxExportJobsCommand,
  ListOrganizationsCommand,
  WorkMailClient,
} from '@aws-sdk/client-workmail';
import { encodeId } from '../../src/domain/ids';
import type { ConnectionName } from './connections';

interface Clients {
  readonly macie: Macie2Client;
  readonly workMail: WorkMailClient;
  readonly securityIr: SecurityIRClient;
}

interface Place {
  readonly name: string;
  readonly account: string;
  readonly region: string;
}

/** The ids of all rows that AWS lists in a target, each list in AWS's order. */
export async function awsLists(
  url: string,
  { name, account, region }: Place,
): Promise<Record<ConnectionName, string[]>> {
  const settings = {
    endpoint: url,
    region,
    credentials: { accessKeyId: account, secretAccessKey: 'any' },
    maxAttempts: 1,
  };
  const clients: Clients = {
    macie: new Macie2Client(settings),
    workMail: new WorkMailClient(settings),
    securityIr: new SecurityIRClient(settings),
  };
  try {
    return {
      classificationJobs: await listJobs(clients, name, {}),
      macieMembers: await listMembers(clients, name),
      mailboxExportJobs: await listExportJobs(clients, name),
      securityCases: await listCases(clients, name),
    };
  } finally {
    for (const client of Object.values(clients) as { destroy(): void }[]) client.destroy();
  }
}

/** The ids of the jobs of a target that AWS lists for these arguments. */
export async function listJobs(
  { macie }: Clients,
  target: string,
  input: ListClassificationJobsCommandInput,
): Promise<string[]> {
  const { items } = await macie.send(new ListClassificationJobsCommand({ maxResults: 10_000, ...input }));
  return (items ?? []).map(({ jobId = '' }) => encodeId({ kind: 'ClassificationJob', target, jobId }));
}

async function listMembers({ macie: client }: Clients, target: string): Promise<string[]> {
  const ids: string[] = [];
  for await (const { members } of paginateListMembers({ client, pageSize: 25 }, {})) {
    for (const { accountId = '' } of members ?? [])
      ids.push(encodeId({ kind: 'MacieMember', target, accountId }));
  }
  return ids;
}

/** The jobs of one organization after the other, in the order of the organization ids; at most 100 jobs of each. */
async function listExportJobs({ workMail }: Clients, target: string): Promise<string[]> {
  const { OrganizationSummaries } = await workMail.send(new ListOrganizationsCommand({}));
  const organizationIds = (OrganizationSummaries ?? []).flatMap(({ OrganizationId }) => OrganizationId ?? []);
  const ids: string[] = [];
  for (const organizationId of organizationIds.sort()) {
    const { Jobs, NextToken } = await workMail.send(
      new ListMailboxExportJobsCommand({ OrganizationId: organizationId, MaxResults: 100 }),
    );
    if (NextToken !== undefined) throw new Error('There are more jobs than one page holds.');
    for (const { JobId: jobId = '' } of Jobs ?? []) {
      ids.push(encodeId({ kind: 'MailboxExportJob', target, organizationId, jobId }));
    }
  }
  return ids;
}

async function listCases({ securityIr: client }: Clients, target: string): Promise<string[]> {
  const ids: string[] = [];
  for await (const { items } of paginateListCases({ client, pageSize: 25 }, {})) {
    for (const { caseId = '' } of items ?? []) ids.push(encodeId({ kind: 'SecurityCase', target, caseId }));
  }
  return ids;
}
