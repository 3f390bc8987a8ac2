// Filters and orders of classification jobs, which Macie carries out.
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
/** The creation of the job that stands in the middle of all. */
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
  readonly what: string;
  /** Made when `middle` is known. */
  readonly filter: () => ClassificationJobFilter;
  readonly holds: (job: Job) => boolean;
}

const CONDITIONS: readonly Case[] = [
  {
    what: 'one status',
    filter: () => ({ statuses: ['RUNNING'] }),
    holds: ({ jobStatus }) => jobStatus === 'RUNNING',
  },
  {
    what: 'several statuses',
    filter: () => ({ statuses: ['IDLE', 'USER_PAUSED', 'CANCELLED'] }),
    holds: ({ jobStatus }) => ['IDLE', 'USER_PAUSED', 'CANCELLED'].includes(jobStatus),
  },
  {
    what: 'a type',
    filter: () => ({ jobTypes: ['SCHEDULED'] }),
    holds: ({ jobType }) => jobType === 'SCHEDULED',
  },
  {
    what: 'name.eq',
    filter: () => ({ name: { eq: jobs[3]?.name ?? '' } }),
    holds: ({ name }) => name === jobs[3]?.name,
  },
  {
    what: 'name.contains',
    filter: () => ({ name: { contains: 'er' } }),
    holds: ({ name }) => name.includes('er'),
  },
  {
    what: 'name.startsWith',
    filter: () => ({ name: { startsWith: (jobs[5]?.name ?? '').slice(0, 4) } }),
    holds: ({ name }) => name.startsWith((jobs[5]?.name ?? '').slice(0, 4)),
  },
  {
    what: 'createdAt.eq',
    filter: () => ({ createdAt: { eq: middle } }),
    holds: ({ createdAt }) => createdAt === middle,
  },
  {
    what: 'createdAt.gt',
    filter: () => ({ createdAt: { gt: middle } }),
    holds: ({ createdAt }) => createdAt > middle,
  },
  {
    what: 'createdAt.gte',
    filter: () => ({ createdAt: { gte: middle } }),
    holds: ({ createdAt }) => createdAt >= middle,
  },
  {
    what: 'createdAt.lt',
    filter: () => ({ createdAt: { lt: middle } }),
    holds: ({ createdAt }) => createdAt < middle,
  },
  {
    what: 'createdAt.lte',
    filter: () => ({ createdAt: { lte: middle } }),
    holds: ({ createdAt }) => createdAt <= middle,
  },
];

test.each(CONDITIONS)('$what', async ({ filter, holds }) => {
  const expected = jobIds(holds);
  expect(expected.length).toBeGreaterThan(0);
  expect(expected.length).toBeLessThan(120);
  expect(await matching(filter())).toEqual(expected);
});

test.each(CONDITIONS)('not $what', async ({ filter, holds }) => {
  expect(await matching({ not: filter() })).toEqual(jobIds((job) => !holds(job)));
});

test('conditions of one filter must hold together, and none of those under not', async () => {
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

test('under not, any condition that holds leaves the job out', async () => {
  const neither = await matching({ not: { statuses: ['COMPLETE'], name: { contains: 'e' } } });
  expect(neither).toEqual(jobIds(({ jobStatus, name }) => jobStatus !== 'COMPLETE' && !name.includes('e')));
});

test('two bounds make a window', async () => {
  const from = jobs.map(({ createdAt }) => createdAt).sort()[20] ?? '';
  const expected = jobIds(({ createdAt }) => createdAt >= from && createdAt < middle);
  expect(expected).toHaveLength(40);
  expect(await matching({ createdAt: { gte: from, lt: middle } })).toEqual(expected);
});

test('a time may be written in any zone', async () => {
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
])('%s holds for every job', async (_what, filter) => {
  expect(await matching(filter)).toHaveLength(120);
});

test.each<[string, ClassificationJobFilter]>([
  ['an empty list of statuses', { statuses: [] }],
  ['an empty list of types', { jobTypes: [] }],
  ['an empty list under not', { not: { statuses: [] } }],
  ['UNRECOGNIZED as a status', { statuses: ['RUNNING', 'UNRECOGNIZED'] }],
  ['UNRECOGNIZED as a type', { jobTypes: ['UNRECOGNIZED'] }],
  ['UNRECOGNIZED under not', { not: { statuses: ['UNRECOGNIZED'] } }],
])('%s is refused without a call', async (_what, filter) => {
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

test.each(ORDERS)('order by %s %s', async (field, direction: OrderDirection, keyOf) => {
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

test('an order without a direction is ascending', async () => {
  const { classificationJobs } = await setup.gateway.read(ClassificationJobsDocument, {
    first: 200,
    orderBy: { field: 'NAME' },
  });
  expect((classificationJobs?.nodes ?? []).map(({ name }) => name)).toEqual(
    jobs.map(({ name }) => name).sort(),
  );
});
