// ListClassificationJobs filters: every key with every comparator, on four jobs written out by hand.
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

/** The ids of the picked jobs as one word, in order of their names a to d. */
async function picked(filterCriteria: ListJobsFilterCriteria): Promise<string> {
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

test.each(EXPECTED)('%s %s %j', async (key, comparator, values, ids) => {
  const term = { key, comparator, values };
  const everyone = ['a', 'b', 'c', 'd'];
  expect(await picked({ includes: [term] })).toBe(ids);
  expect(await picked({ excludes: [term] })).toBe(everyone.filter((id) => !ids.includes(id)).join(''));
});

test('a time may have another offset, or be milliseconds since the epoch', async () => {
  const since = (value: string): Promise<string> =>
    picked({ includes: [{ key: 'createdAt', comparator: 'GTE', values: [value] }] });
  expect(await since('2026-02-10T02:00:00+02:00')).toBe('bcd');
  expect(await since('1770681600000')).toBe('bcd');
});

test('all terms of includes must hold', async () => {
  const includes: ListJobsFilterTerm[] = [
    { key: 'name', comparator: 'CONTAINS', values: ['audit'] },
    { key: 'jobType', comparator: 'EQ', values: ['SCHEDULED'] },
  ];
  expect(await picked({ includes })).toBe('b');
});

test('any term of excludes leaves a job out', async () => {
  const excludes: ListJobsFilterTerm[] = [
    { key: 'name', comparator: 'CONTAINS', values: ['audit'] },
    { key: 'jobType', comparator: 'EQ', values: ['SCHEDULED'] },
  ];
  expect(await picked({ excludes })).toBe('c');
  const includes: ListJobsFilterTerm[] = [{ key: 'name', comparator: 'STARTS_WITH', values: ['alpha'] }];
  expect(await picked({ includes, excludes })).toBe('');
});

test('no terms pick every job', async () => {
  expect(await picked({})).toBe('abcd');
  expect(await picked({ includes: [], excludes: [] })).toBe('abcd');
});

test('a filter sees a change of status', async () => {
  const running: ListJobsFilterCriteria = {
    includes: [{ key: 'jobStatus', comparator: 'EQ', values: ['PAUSED'] }],
  };
  expect(await picked(running)).toBe('');
  await emulator.control('POST', '/put', {
    service: 'macie2',
    resource: 'job',
    id: 'c',
    set: { jobStatus: 'PAUSED' },
  });
  expect(await picked(running)).toBe('c');
  await emulator.control('POST', '/put', {
    service: 'macie2',
    resource: 'job',
    id: 'c',
    set: { jobStatus: 'RUNNING' },
  });
  expect(await picked(running)).toBe('');
});

test('names compare by case', async () => {
  expect(await picked({ includes: [{ key: 'name', comparator: 'CONTAINS', values: ['ALPHA'] }] })).toBe('');
});

test('an unknown key or comparator is refused', async () => {
  const unknown = [
    { key: 'owner', comparator: 'EQ', values: ['a'] },
    { key: 'name', comparator: 'LIKE', values: ['a'] },
  ];
  for (const term of unknown) {
    const error = await rejection(picked({ includes: [term as unknown as ListJobsFilterTerm] }));
    expect(error).toMatchObject({ name: 'ValidationException' });
  }
});
