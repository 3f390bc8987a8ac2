/**
 * The reference queries with the SDK alone: the fewest possible calls, and no call waits for a result that it does
 * not use.
 */
import { ListClassificationJobsCommand, ListMembersCommand, type Member } from '@aws-sdk/client-macie2';
import {
  GetCaseCommand,
  ListCasesCommand,
  type ListCasesItem,
  type ListCasesResponse,
} from '@aws-sdk/client-security-ir';
import { caseNode, connection, firstOf, jobNode, memberNode, memberStatus, type Region } from './aws';

const JOBS_PAGE = 200;
const CASES_PAGE = 25;
const MEMBERS_PAGE = 25;

export type BareResolvers = Readonly<Record<string, (after: string | undefined) => Promise<unknown>>>;

export function bareResolvers(regions: readonly Region[]): BareResolvers {
  return {
    Jobs: async (after) => {
      const region = firstOf(regions);
      const command = new ListClassificationJobsCommand({ maxResults: JOBS_PAGE, nextToken: after });
      const { items = [], nextToken } = await region.macie.send(command);
      const nodes = items.map((job) => jobNode(region, job));
      return { classificationJobs: connection(nodes, nextToken) };
    },
    MergedJobs: async () => {
      const lists = await Promise.all(regions.map(latestJobs));
      const time = ({ createdAt }: ReturnType<typeof jobNode>) => createdAt?.getTime() ?? 0;
      const merged = lists.flat().sort((a, b) => time(b) - time(a));
      return { classificationJobs: connection(merged.slice(0, JOBS_PAGE)) };
    },
    Cases: async () => ({ securityCases: connection(await casesOf(firstOf(regions))) }),
    CasesWithMembers: async () => {
      const region = firstOf(regions);
      const [cases, members] = await Promise.all([casesOf(region), membersOf(region)]);
      const account = (accountId: string) => {
        const member = members.get(accountId);
        return { accountId, status: memberStatus(member), member: memberNode(member) };
      };
      const nodes = cases.map((each) => ({
        ...each,
        impactedMembers: { nodes: each.impactedAccounts.map(account) },
      }));
      return { securityCases: connection(nodes) };
    },
  };
}

async function latestJobs(region: Region) {
  const sortCriteria = { attributeName: 'createdAt', orderBy: 'DESC' } as const;
  const command = new ListClassificationJobsCommand({ maxResults: JOBS_PAGE, sortCriteria });
  const { items = [] } = await region.macie.send(command);
  return items.map((job) => jobNode(region, job));
}

/** Requests the next page before the details of the current page. */
async function casesOf(region: Region) {
  const withAccounts = async (item: ListCasesItem) => {
    const command = new GetCaseCommand({ caseId: item.caseId });
    const { impactedAccounts = [] } = await region.securityIr.send(command);
    return { ...caseNode(region, item), impactedAccounts };
  };
  const list = (token?: string) =>
    region.securityIr.send(new ListCasesCommand({ maxResults: CASES_PAGE, nextToken: token }));
  const cases: ReturnType<typeof withAccounts>[] = [];
  let pending: ReturnType<typeof list> | undefined = list();
  while (pending !== undefined) {
    const { items = [], nextToken }: ListCasesResponse = await pending;
    pending = nextToken === undefined ? undefined : list(nextToken);
    cases.push(...items.map(withAccounts));
  }
  return Promise.all(cases);
}

/** Reads the whole list, because that takes fewer calls than one call per impacted account. */
async function membersOf(region: Region): Promise<ReadonlyMap<string, Member>> {
  const members = new Map<string, Member>();
  let token: string | undefined;
  do {
    const command: ListMembersCommand = new ListMembersCommand({
      onlyAssociated: 'false',
      maxResults: MEMBERS_PAGE,
      nextToken: token,
    });
    const page = await region.macie.send(command);
    for (const member of page.members ?? []) members.set(member.accountId ?? '', member);
    token = page.nextToken;
  } while (token !== undefined);
  return members;
}
