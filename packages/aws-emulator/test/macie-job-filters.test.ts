// ListClassificationJobs filters: every key with every comparator, on four handwritten jobs.
import {
  ListClassificationJobsCommand,
  type ListJobsFilterCriteria,
  type ListJobsFilterTerm,
} from '@aws-sdk/client-macie2';
import { rejection } from './support/clients';
import { NO_RESOURCES, useEmulator } from './support/emulator';

const { emulator, clients } = useEmulator({ sizes: NO_RESOURCES, resetBeforeEach: false });

const JOBS = {
  a: { name: 'alpha-audit', jobType: 'ONE_TIME', jobStatus: 'COMPLETE', createdAt: '2026-01-10T00:00:00Z' },
  b: { name: 'beta-audit', jobType: 'SCHEDULED', jobStatus: 'IDLE', createdAt: '2026-02-10T00:00:00Z' },
  c: { name: 'gamma-scan', jobType: 'ONE_TIME', jobStatus: 'RUNNING', createdAt: '2026-03-10T00:00:00Z' },
  d: {
    name: 'alpha-scan',
    jobType: 'SCHEDULED',
    jobStatus: 'USER_PAUSED',
    createdAt: '2026-03-10T12:30:00Z',
  },
};

beforeAll(async () => {
  for (const [id, set] of Object.entries(JOBS)) {
    await emulator.control('POST', '/put', { service: 'macie2', resource: 'job', id, set });
  }
});

/** The ids of the matching jobs as one word, in alphabetical order. */
async function matching(filterCriteria: ListJobsFilterCriteria): Promise<string> {
  const page = await clients.macie.send(new ListClassificationJobsCommand({ filterCriteria }));
  return (page.items ?? [])
    .map((job) => job.jobId)
    .toSorted()
    .join('');
}

const FEBRUARY = '2026-02-10T00:00:00Z';

const EXPECTED: [ListJobsFilterTerm['key'], ListJobsFilterTerm['comparator'], string[], string][] = [
  ['name', 'EQ', ['alpha-audit', 'gamma-scan'], 'ac'],
  ['name', 'NE', ['alpha-audit', 'gamma-scan'], 'bd'],
  ['name', 'GT', ['alpha-scan'], 'bc'],
  ['name', 'GTE', ['alpha-scan'], 'bcd'],
  ['name', 'LT', ['alpha-scan'], 'a'],
  ['name', 'LTE', ['alpha-scan'], 'ad'],
  ['name', 'CONTAINS', ['audit', 'gam'], 'abc'],
  ['name', 'STARTS_WITH', ['alpha', 'beta'], 'abd'],
  ['jobType', 'EQ', ['ONE_TIME'], 'ac'],
  ['jobType', 'NE', ['ONE_TIME'], 'bd'],
  ['jobType', 'GT', ['ONE_TIME'], 'bd'],
  ['jobType', 'GTE', ['ONE_TIME'], 'abcd'],
  ['jobType', 'LT', ['SCHEDULED'], 'ac'],
  ['jobType', 'LTE', ['ONE_TIME'], 'ac'],
  ['jobType', 'CONTAINS', ['TIME'], 'ac'],
  ['jobType', 'STARTS_WITH', ['SCHED'], 'bd'],
  ['jobStatus', 'EQ', ['IDLE', 'RUNNING'], 'bc'],
  ['jobStatus', 'NE', ['IDLE', 'RUNNING'], 'ad'],
  ['jobStatus', 'GT', ['IDLE'], 'cd'],
  ['jobStatus', 'GTE', ['IDLE'], 'bcd'],
  ['jobStatus', 'LT', ['IDLE'], 'a'],
  ['jobStatus', 'LTE', ['IDLE'], 'ab'],
  ['jobStatus', 'CONTAINS', ['PAUSED'], 'd'],
  ['jobStatus', 'STARTS_WITH', ['RUN', 'COM'], 'ac'],
  ['createdAt', 'EQ', [FEBRUARY], 'b'],
  ['createdAt', 'NE', [FEBRUARY], 'acd'],
  ['createdAt', 'GT', [FEBRUARY], 'cd'],
  ['createdAt', 'GTE', [FEBRUARY], 'bcd'],
  ['createdAt', 'LT', [FEBRUARY], 'a'],
  ['createdAt', 'LTE', [FEBRUARY], 'ab'],
  ['createdAt', 'CONTAINS', ['-10T12'], 'd'],
  ['createdAt', 'STARTS_WITH', ['2026-03', '2026-01'], 'acd'],
];

test.each(EXPECTED)('the filter %s %s %j matches the jobs %s', async (key, comparator, values, ids) => {
  const term = { key, comparator, values };
  const all = ['a', 'b', 'c', 'd'];
  expect(await matching({ includes: [term] })).toBe(ids);
  expect(await matching({ excludes: [term] })).toBe(all.filter((id) => !ids.includes(id)).join(''));
});

test('createdAt accepts a time with an offset, or milliseconds since the epoch', async () => {
  const since = (value: string): Promise<string> =>
    matching({ includes: [{ key: 'createdAt', comparator: 'GTE', values: [value] }] });
  expect(await since('2026-02-10T02:00:00+02:00')).toBe('bcd');
  expect(await since('1770681600000')).toBe('bcd');
});

test('a job must match all terms of includes', async () => {
  const includes: ListJobsFilterTerm[] = [
    { key: 'name', comparator: 'CONTAINS', values: ['audit'] },
    { key: 'jobType', comparator: 'EQ', values: ['SCHEDULED'] },
  ];
  expect(await matching({ includes })).toBe('b');
});

test('a job that matches any term of excludes is omitted', async () => {
  const excludes: ListJobsFilterTerm[] = [
    { key: 'name', comparator: 'CONTAINS', values: ['audit'] },
    { key: 'jobType', comparator: 'EQ', values: ['SCHEDULED'] },
  ];
  expect(await matching({ excludes })).toBe('c');
  const includes: ListJobsFilterTerm[] = [{ key: 'name', comparator: 'STARTS_WITH', values: ['alpha'] }];
  expect(await matching({ includes, excludes })).toBe('');
});

test('a filter without terms matches every job', async () => {
  expect(await matching({})).toBe('abcd');
  expect(await matching({ includes: [], excludes: [] })).toBe('abcd');
});

test('a filter uses the current status of a job', async () => {
  const paused: ListJobsFilterCriteria = {
    includes: [{ key: 'jobStatus', comparator: 'EQ', values: ['PAUSED'] }],
  };
  expect(await matching(paused)).toBe('');
  await emulator.control('POST', '/put', {
    service: 'macie2',
    resource: 'job',
    id: 'c',
    set: { jobStatus: 'PAUSED' },
  });
  expect(await matching(paused)).toBe('c');
  await emulator.control('POST', '/put', {
    service: 'macie2',
    resource: 'job',
    id: 'c',
    set: { jobStatus: 'RUNNING' },
  });
  expect(await matching(paused)).toBe('');
});

test('comparisons of names are case-sensitive', async () => {
  expect(await matching({ includes: [{ key: 'name', comparator: 'CONTAINS', values: ['ALPHA'] }] })).toBe('');
});

test('the emulator rejects an unknown key or comparator', async () => {
  const unknown = [
    { key: 'owner', comparator: 'EQ', values: ['a'] },
    { key: 'name', comparator: 'LIKE', values: ['a'] },
  ];
  for (const term of unknown) {
    const error = await rejection(matching({ includes: [term as unknown as ListJobsFilterTerm] }));
    expect(error).toMatchObject({ name: 'ValidationException' });
  }
});
