// Filters and orders of classification jobs, which Macie applies.
import type {
  ClassificationJobFilter,
  ClassificationJobOrderField,
  OrderDirection,
} from '../generated/graphql';
import { ClassificationJobsDocument } from '../generated/graphql';
import { readState } from '../support/emulator';
import { HOME, useSeveralTargets } from '../support/several-targets';

const setup = useSeveralTargets({ jobs: 120 }, { targets: [HOME] });

interface Job {
  readonly jobId: string;
  readonly name: string;
  readonly jobStatus: string;
  readonly jobType: string;
  readonly createdAt: string;
  readonly s3JobDefinition: {
    readonly bucketDefinitions?: readonly { readonly accountId: string }[];
    readonly bucketCriteria?: {
      readonly includes?: {
        readonly and: readonly {
          simpleCriterion?: { readonly key: string; readonly values: readonly string[] };
        }[];
      };
    };
  };
}

let jobs: Job[];
/** The median creation time of the jobs. */
let middle: string;

beforeAll(async () => {
  jobs = (await readState(setup.emulator)).macie2.jobs as unknown as Job[];
  middle = jobs.map(({ createdAt }) => createdAt).sort()[60] ?? '';
});

beforeEach(() => setup.forgetCalls());

async function matching(filter: ClassificationJobFilter | null, calls = 1): Promise<string[]> {
  const { classificationJobs } = await setup.gateway.read(ClassificationJobsDocument, { first: 200, filter });
  expect(classificationJobs?.completeness.complete).toBe(true);
  expect(await setup.callCounts()).toEqual({ ListClassificationJobs: calls });
  return (classificationJobs?.nodes ?? []).map(({ jobId }) => jobId).sort();
}

const jobIds = (condition: (job: Job) => boolean) =>
  jobs
    .filter(condition)
    .map(({ jobId }) => jobId)
    .sort();

interface Case {
  readonly title: string;
  /** A function, because `middle` is known only after `beforeAll`. */
  readonly filter: () => ClassificationJobFilter;
  readonly holds: (job: Job) => boolean;
}

const CONDITIONS: readonly Case[] = [
  {
    title: 'one status',
    filter: () => ({ statuses: ['RUNNING'] }),
    holds: ({ jobStatus }) => jobStatus === 'RUNNING',
  },
  {
    title: 'several statuses',
    filter: () => ({ statuses: ['IDLE', 'USER_PAUSED', 'CANCELLED'] }),
    holds: ({ jobStatus }) => ['IDLE', 'USER_PAUSED', 'CANCELLED'].includes(jobStatus),
  },
  {
    title: 'a type',
    filter: () => ({ jobTypes: ['SCHEDULED'] }),
    holds: ({ jobType }) => jobType === 'SCHEDULED',
  },
  {
    title: 'name.eq',
    filter: () => ({ name: { eq: jobs[3]?.name ?? '' } }),
    holds: ({ name }) => name === jobs[3]?.name,
  },
  {
    title: 'name.contains',
    filter: () => ({ name: { contains: 'er' } }),
    holds: ({ name }) => name.includes('er'),
  },
  {
    title: 'name.startsWith',
    filter: () => ({ name: { startsWith: (jobs[5]?.name ?? '').slice(0, 4) } }),
    holds: ({ name }) => name.startsWith((jobs[5]?.name ?? '').slice(0, 4)),
  },
  {
    title: 'createdAt.eq',
    filter: () => ({ createdAt: { eq: middle } }),
    holds: ({ createdAt }) => createdAt === middle,
  },
  {
    title: 'createdAt.gt',
    filter: () => ({ createdAt: { gt: middle } }),
    holds: ({ createdAt }) => createdAt > middle,
  },
  {
    title: 'createdAt.gte',
    filter: () => ({ createdAt: { gte: middle } }),
    holds: ({ createdAt }) => createdAt >= middle,
  },
  {
    title: 'createdAt.lt',
    filter: () => ({ createdAt: { lt: middle } }),
    holds: ({ createdAt }) => createdAt < middle,
  },
  {
    title: 'createdAt.lte',
    filter: () => ({ createdAt: { lte: middle } }),
    holds: ({ createdAt }) => createdAt <= middle,
  },
];

test.each(CONDITIONS)('a filter by $title returns the matching jobs', async ({ filter, holds }) => {
  const expected = jobIds(holds);
  expect(expected.length).toBeGreaterThan(0);
  expect(expected.length).toBeLessThan(120);
  expect(await matching(filter())).toEqual(expected);
});

test.each(CONDITIONS)('an exclusion by $title returns the other jobs', async ({ filter, holds }) => {
  expect(await matching({ not: filter() })).toEqual(jobIds((job) => !holds(job)));
});

test('a job matches when all conditions of the filter hold, and no condition under not', async () => {
  const both = await matching({
    statuses: ['RUNNING', 'COMPLETE', 'IDLE'],
    name: { contains: 'e', startsWith: 'p' },
    createdAt: { lte: middle },
    not: { jobTypes: ['SCHEDULED'] },
  });
  const expected = jobIds(
    ({ jobStatus, name, createdAt, jobType }) =>
      ['RUNNING', 'COMPLETE', 'IDLE'].includes(jobStatus) &&
      name.includes('e') &&
      name.startsWith('p') &&
      createdAt <= middle &&
      jobType !== 'SCHEDULED',
  );
  expect(expected.length).toBeGreaterThan(0);
  expect(both).toEqual(expected);
});

test('any condition under not that holds excludes the job', async () => {
  const neither = await matching({ not: { statuses: ['COMPLETE'], name: { contains: 'e' } } });
  expect(neither).toEqual(jobIds(({ jobStatus, name }) => jobStatus !== 'COMPLETE' && !name.includes('e')));
});

test('two bounds select a time window', async () => {
  const from = jobs.map(({ createdAt }) => createdAt).sort()[20] ?? '';
  const expected = jobIds(({ createdAt }) => createdAt >= from && createdAt < middle);
  expect(expected).toHaveLength(40);
  expect(await matching({ createdAt: { gte: from, lt: middle } })).toEqual(expected);
});

/** The accounts that a stored job names. */
const accountsOf = ({ s3JobDefinition }: Job): readonly string[] => [
  ...(s3JobDefinition.bucketDefinitions ?? []).map(({ accountId }) => accountId),
  ...(s3JobDefinition.bucketCriteria?.includes?.and ?? []).flatMap(({ simpleCriterion }) =>
    simpleCriterion?.key === 'ACCOUNT_ID' ? simpleCriterion.values : [],
  ),
];

const BY_GATEWAY: readonly Case[] = [
  {
    title: 'a name in another case',
    filter: () => ({ name: { contains: 'ER', ignoreCase: true } }),
    holds: ({ name }) => name.toLowerCase().includes('er'),
  },
  {
    title: 'a known and an unrecognized status',
    filter: () => ({ statuses: ['RUNNING', 'UNRECOGNIZED'] }),
    holds: ({ jobStatus }) => jobStatus === 'RUNNING',
  },
  {
    title: 'an account',
    filter: () => ({ accountIds: jobs.flatMap(accountsOf).slice(0, 1) }),
    holds: (job) => accountsOf(job).includes(jobs.flatMap(accountsOf)[0] ?? ''),
  },
  {
    title: 'a day',
    filter: () => ({ createdAt: { eq: middle.slice(0, 10) } }),
    holds: ({ createdAt }) => createdAt.startsWith(middle.slice(0, 10)),
  },
];

test.each(BY_GATEWAY)('the gateway filters and excludes jobs by $title', async ({ filter, holds }) => {
  const expected = jobIds(holds);
  expect(expected.length).toBeGreaterThan(0);
  expect(expected.length).toBeLessThan(120);
  expect(await matching(filter())).toEqual(expected);
  await setup.forgetCalls();
  expect(await matching({ not: filter() })).toEqual(jobIds((job) => !holds(job)));
});

test('a name in another case matches no job without ignoreCase', async () => {
  expect(await matching({ name: { contains: 'ER' } })).toEqual(jobIds(({ name }) => name.includes('ER')));
  await setup.forgetCalls();
  const known = jobs[3]?.name ?? '';
  expect(await matching({ name: { eq: known.toUpperCase(), ignoreCase: null } })).toEqual([]);
});

test('a status that AWS added since is UNRECOGNIZED, and the filter finds it', async () => {
  const [first] = jobs;
  const put = (jobStatus: string) =>
    setup.emulator.control('POST', '/put', {
      service: 'macie2',
      resource: 'job',
      id: first?.jobId,
      account: HOME.account,
      set: { jobStatus },
    });
  await put('HIBERNATING');
  expect(await matching({ statuses: ['UNRECOGNIZED'] })).toEqual([first?.jobId]);
  await put(first?.jobStatus ?? '');
});

test.each([
  ['gt', (day: string) => (job: Job) => job.createdAt.slice(0, 10) > day],
  ['gte', (day: string) => (job: Job) => job.createdAt.slice(0, 10) >= day],
  ['lt', (day: string) => (job: Job) => job.createdAt.slice(0, 10) < day],
  ['lte', (day: string) => (job: Job) => job.createdAt.slice(0, 10) <= day],
] as const)('a date without a time is the whole day in UTC: createdAt.%s', async (operator, holdsFor) => {
  const day = middle.slice(0, 10);
  const expected = jobIds(holdsFor(day));
  expect(expected.length).toBeGreaterThan(0);
  expect(await matching({ createdAt: { [operator]: day } })).toEqual(expected);
});

test.each(['2026-02-30', '2026-13-01', '2026-1-1', 'yesterday', ''])('rejects the date %j', async (text) => {
  const { errors } = await setup.gateway.execute(ClassificationJobsDocument, {
    filter: { createdAt: { eq: text } },
  });
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  expect(await setup.operations()).toEqual([]);
});

test('a filter accepts times in any time zone', async () => {
  const inTokyo = `${new Date(Date.parse(middle) + 9 * 3_600_000).toISOString().slice(0, -1)}+09:00`;
  expect(await matching({ createdAt: { lt: inTokyo } })).toEqual(
    jobIds(({ createdAt }) => createdAt < middle),
  );
});

test.each([
  ['no filter', null],
  ['an empty filter', {}],
  ['an empty exclusion', { not: {} }],
  ['empty conditions', { name: {}, createdAt: {}, not: { name: {} } }],
  ['nulls', { statuses: null, jobTypes: null, name: { eq: null }, createdAt: null, not: null }],
])('%s matches every job', async (_title, filter) => {
  expect(await matching(filter)).toHaveLength(120);
});

test.each<[string, ClassificationJobFilter]>([
  ['an empty list of statuses', { statuses: [] }],
  ['an empty list of types', { jobTypes: [] }],
  ['an empty list under not', { not: { statuses: [] } }],
  ['an empty list of accounts', { accountIds: [] }],
])('rejects %s without a call', async (_title, filter) => {
  const { data, errors } = await setup.gateway.execute(ClassificationJobsDocument, { filter });
  expect(data).toEqual({ classificationJobs: null });
  expect(errors).toMatchObject([{ path: ['classificationJobs'], extensions: { code: 'BAD_USER_INPUT' } }]);
  expect(await setup.operations()).toEqual([]);
});

const FIELDS: readonly [ClassificationJobOrderField, (job: Job) => string][] = [
  ['CREATED_AT', ({ createdAt }) => createdAt],
  ['STATUS', ({ jobStatus }) => jobStatus],
  ['NAME', ({ name }) => name],
  ['JOB_TYPE', ({ jobType }) => jobType],
];
const ORDERS = FIELDS.flatMap(([field, keyOf]) =>
  (['ASC', 'DESC'] as const).map((direction) => [field, direction, keyOf] as const),
);

test.each(ORDERS)('jobs come ordered by %s %s', async (field, direction: OrderDirection, keyOf) => {
  const byId = new Map(jobs.map((job) => [job.jobId, job]));
  const { classificationJobs } = await setup.gateway.read(ClassificationJobsDocument, {
    first: 200,
    orderBy: { field, direction },
  });
  const keys = (classificationJobs?.nodes ?? []).map(({ jobId }) => {
    const job = byId.get(jobId);
    return job && keyOf(job);
  });
  const expected = jobs.map(keyOf).sort();
  expect(keys).toEqual(direction === 'ASC' ? expected : expected.reverse());
  expect(await setup.callCounts()).toEqual({ ListClassificationJobs: 1 });
});

test('an order without a direction sorts ascending', async () => {
  const { classificationJobs } = await setup.gateway.read(ClassificationJobsDocument, {
    first: 200,
    orderBy: { field: 'NAME' },
  });
  expect((classificationJobs?.nodes ?? []).map(({ name }) => name)).toEqual(
    jobs.map(({ name }) => name).sort(),
  );
});
