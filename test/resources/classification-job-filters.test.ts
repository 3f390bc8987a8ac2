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
}

let jobs: Job[];
/** The median creation time of the jobs. */
let middle: string;

beforeAll(async () => {
  jobs = (await readState(setup.emulator)).macie2.jobs as unknown as Job[];
  middle = jobs.map(({ createdAt }) => createdAt).sort()[60] ?? '';
});

beforeEach(() => setup.forgetCalls());

async function matching(filter: ClassificationJobFilter | null): Promise<string[]> {
  const { classificationJobs } = await setup.gateway.read(ClassificationJobsDocument, { first: 200, filter });
  expect(classificationJobs?.completeness.complete).toBe(true);
  expect(await setup.callCounts()).toEqual({ ListClassificationJobs: 1 });
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
  ['UNRECOGNIZED as a status', { statuses: ['RUNNING', 'UNRECOGNIZED'] }],
  ['UNRECOGNIZED as a type', { jobTypes: ['UNRECOGNIZED'] }],
  ['UNRECOGNIZED under not', { not: { statuses: ['UNRECOGNIZED'] } }],
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
