/** The reference queries, with their minimum AWS calls and their goals. */

/** The number of calls of each AWS operation. */
export type CallCounts = Readonly<Record<string, number>>;

export interface GraphqlRequest {
  readonly operationName: string;
  /** Has the variable `$after` if the query walks pages. */
  readonly query: string;
}

export interface ReferenceQuery {
  readonly number: number;
  readonly title: string;
  readonly request: GraphqlRequest;
  /** The number of consecutive pages. */
  readonly pages: number;
  /** The number of concurrent clients. */
  readonly clients: number;
  /** The minimum AWS calls. */
  readonly calls: CallCounts;
  /** The maximum ratio of the p50 of the gateway to the p50 of the bare SDK; undefined without a goal. */
  readonly maxRatio: number | undefined;
}

/** The number of distinct impacted accounts of all cases, out of 400 members. */
export const IMPACTED_ACCOUNTS = 60;

const CONNECTION = 'pageInfo { hasNextPage endCursor } completeness { complete }';
const JOB = `id jobId target { name } name status awsStatus jobType createdAt
  lastRunErrorStatus { code } userPausedDetails { pausedAt expiresAt } bucketDefinitions { accountId buckets }`;
const CASE = 'id caseId target { name } title status createdAt updatedAt impactedAccounts';
const MEMBERS = 'impactedMembers { nodes { accountId status member { email status } } }';

const jobs = {
  operationName: 'Jobs',
  query: `query Jobs($after: String) { classificationJobs(first: 200, after: $after) { nodes { ${JOB} } ${CONNECTION} } }`,
};
const mergedJobs = {
  operationName: 'MergedJobs',
  query: `query MergedJobs { classificationJobs(first: 200, orderBy: { field: CREATED_AT, direction: DESC }) { nodes { ${JOB} } ${CONNECTION} } }`,
};
const cases = {
  operationName: 'Cases',
  query: `query Cases { securityCases(first: 100) { nodes { ${CASE} } ${CONNECTION} } }`,
};
const casesWithMembers = {
  operationName: 'CasesWithMembers',
  query: `query CasesWithMembers { securityCases(first: 100) { nodes { ${CASE} ${MEMBERS} } ${CONNECTION} } }`,
};

const CASE_CALLS = { ListCases: 4, GetCase: 100 };

/** Queries of one target with 1,000 jobs, 400 members and 100 cases. */
export const SINGLE_TARGET_QUERIES: readonly ReferenceQuery[] = [
  {
    number: 1,
    title: '200 jobs',
    request: jobs,
    pages: 1,
    clients: 1,
    calls: { ListClassificationJobs: 1 },
    maxRatio: 1.1,
  },
  {
    number: 2,
    title: '1,000 jobs in 5 pages',
    request: jobs,
    pages: 5,
    clients: 1,
    calls: { ListClassificationJobs: 5 },
    maxRatio: 1.1,
  },
  {
    number: 3,
    title: '100 cases with their accounts',
    request: cases,
    pages: 1,
    clients: 1,
    calls: CASE_CALLS,
    maxRatio: 1.25,
  },
  {
    number: 4,
    title: 'query 3 with the members',
    request: casesWithMembers,
    pages: 1,
    clients: 1,
    calls: { ...CASE_CALLS, ListMembers: 16 },
    maxRatio: 1.25,
  },
  {
    number: 6,
    title: 'query 3 by 40 clients',
    request: cases,
    pages: 1,
    clients: 40,
    calls: CASE_CALLS,
    maxRatio: undefined,
  },
];

/** Queries of eight targets with 50 jobs each. */
export const SEVERAL_TARGET_QUERIES: readonly ReferenceQuery[] = [
  {
    number: 5,
    title: '50 jobs of each of 8 targets, merged',
    request: mergedJobs,
    pages: 1,
    clients: 1,
    calls: { ListClassificationJobs: 8 },
    maxRatio: 1.15,
  },
];
