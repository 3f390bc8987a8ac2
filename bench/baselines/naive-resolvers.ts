/** Straightforward resolvers: every field loads its own details, and lists use the default page size of AWS. */
import { GetMemberCommand, ListClassificationJobsCommand } from '@aws-sdk/client-macie2';
import { GetCaseCommand, ListCasesCommand, type ListCasesItem } from '@aws-sdk/client-security-ir';
import { caseNode, connection, firstOf, jobNode, memberNode, memberStatus, type Region } from './aws';

interface Args {
  readonly first: number;
  readonly after?: string | null;
  readonly orderBy?: unknown;
}

/** The root value. The default resolvers of graphql-js call members that are functions. */
export function naiveRoot(regions: readonly Region[]) {
  return {
    classificationJobs: ({ first, after, orderBy }: Args) =>
      orderBy == null ? jobsOfFirst(firstOf(regions), first, after) : mergedJobs(regions, first),
    securityCases: ({ first }: Args) => securityCases(firstOf(regions), first),
  };
}

async function jobsOfFirst(region: Region, first: number, after: string | null | undefined) {
  const { rows, nextToken } = await listJobs(region, first, after ?? undefined);
  return connection(rows, nextToken);
}

async function mergedJobs(regions: readonly Region[], first: number) {
  const rows = [];
  for (const region of regions) rows.push(...(await listJobs(region, first)).rows);
  rows.sort((a, b) => (b.createdAt?.getTime() ?? 0) - (a.createdAt?.getTime() ?? 0));
  return connection(rows.slice(0, first));
}

async function listJobs(region: Region, first: number, after?: string) {
  const rows: ReturnType<typeof jobNode>[] = [];
  let nextToken = after;
  do {
    const page = await region.macie.send(new ListClassificationJobsCommand({ nextToken }));
    rows.push(...(page.items ?? []).map((job) => jobNode(region, job)));
    nextToken = page.nextToken;
  } while (nextToken !== undefined && rows.length < first);
  return { rows, nextToken };
}

async function securityCases(region: Region, first: number) {
  const items: ListCasesItem[] = [];
  let nextToken: string | undefined;
  do {
    const page = await region.securityIr.send(new ListCasesCommand({ nextToken }));
    items.push(...(page.items ?? []));
    nextToken = page.nextToken;
  } while (nextToken !== undefined && items.length < first);
  return connection(items.map((item) => lazyCase(region, item)));
}

function lazyCase(region: Region, item: ListCasesItem) {
  const impactedAccounts = async () => {
    const detail = await region.securityIr.send(new GetCaseCommand({ caseId: item.caseId }));
    return detail.impactedAccounts ?? [];
  };
  return {
    ...caseNode(region, item),
    impactedAccounts,
    impactedMembers: async () => ({
      nodes: (await impactedAccounts()).map((accountId) => lazyAccount(region, accountId)),
    }),
  };
}

function lazyAccount(region: Region, accountId: string) {
  const member = () => region.macie.send(new GetMemberCommand({ id: accountId }));
  return {
    accountId,
    status: async () => memberStatus(await member()),
    member: async () => memberNode(await member()),
  };
}
