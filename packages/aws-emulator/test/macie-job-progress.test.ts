// The progress of classification jobs over time: runs, schedules and expired pauses.
import {
  DescribeClassificationJobCommand,
  ListClassificationJobsCommand,
  UpdateClassificationJobCommand,
  type DescribeClassificationJobCommandOutput,
} from '@aws-sdk/client-macie2';
import { NO_RESOURCES, useEmulator } from './support/emulator';

const { emulator, clients } = useEmulator({ sizes: NO_RESOURCES, frozenAt: '2026-03-02T08:00:00Z' });

const ID = 'b'.repeat(32);
const HOUR = 3600;
const DAY = 24 * HOUR;

async function put(set: object): Promise<void> {
  const defaults = { name: 'job', jobType: 'SCHEDULED', createdAt: '2026-01-01T10:00:00Z' };
  await emulator.control('POST', '/put', {
    service: 'macie2',
    resource: 'job',
    id: ID,
    set: { ...defaults, ...set },
  });
}

function describeJob(): Promise<DescribeClassificationJobCommandOutput> {
  return clients.macie.send(new DescribeClassificationJobCommand({ jobId: ID }));
}

async function statusAfter(advanceSeconds: number): Promise<string | undefined> {
  await emulator.control('POST', '/clock', { advanceSeconds });
  return (await describeJob()).jobStatus;
}

function update(jobStatus: 'RUNNING' | 'USER_PAUSED') {
  return clients.macie.send(new UpdateClassificationJobCommand({ jobId: ID, jobStatus }));
}

test('a one-time job processes its objects and completes', async () => {
  await put({
    jobType: 'ONE_TIME',
    jobStatus: 'RUNNING',
    statistics: { approximateNumberOfObjectsToProcess: 600, numberOfRuns: 1 },
  });
  await emulator.control('POST', '/clock', { advanceSeconds: 3 * HOUR });
  expect((await describeJob()).statistics).toEqual({
    approximateNumberOfObjectsToProcess: 300,
    numberOfRuns: 1,
  });
  expect(await statusAfter(3 * HOUR)).toBe('COMPLETE');
  expect((await describeJob()).statistics?.approximateNumberOfObjectsToProcess).toBe(0);
});

test('ListClassificationJobs returns statuses at the current time of the clock', async () => {
  await put({ jobType: 'ONE_TIME', jobStatus: 'RUNNING' });
  const running = new ListClassificationJobsCommand({
    filterCriteria: { includes: [{ key: 'jobStatus', comparator: 'EQ', values: ['RUNNING'] }] },
  });
  expect((await clients.macie.send(running)).items).toHaveLength(1);
  await emulator.control('POST', '/clock', { advanceSeconds: 7 * HOUR });
  expect((await clients.macie.send(running)).items).toHaveLength(0);
});

test('a daily job runs at the time of day at which it was created, for two hours', async () => {
  await put({
    jobStatus: 'IDLE',
    scheduleFrequency: { dailySchedule: {} },
    statistics: { approximateNumberOfObjectsToProcess: 0, numberOfRuns: 5 },
  });
  expect(await statusAfter(2 * HOUR - 1)).toBe('IDLE');
  expect(await statusAfter(1)).toBe('RUNNING');
  expect(await describeJob()).toMatchObject({
    lastRunTime: new Date('2026-03-02T10:00:00Z'),
    statistics: { numberOfRuns: 6 },
  });
  expect(await statusAfter(2 * HOUR)).toBe('IDLE');
  expect(await statusAfter(22 * HOUR)).toBe('RUNNING');
});

test('a clock advanced over many runs counts all of them', async () => {
  await put({
    jobStatus: 'IDLE',
    scheduleFrequency: { dailySchedule: {} },
    statistics: { approximateNumberOfObjectsToProcess: 0, numberOfRuns: 5 },
  });
  expect(await statusAfter(10 * DAY + 3 * HOUR)).toBe('RUNNING');
  expect(await describeJob()).toMatchObject({
    lastRunTime: new Date('2026-03-12T10:00:00Z'),
    statistics: { numberOfRuns: 16 },
  });
});

test('a weekly job runs on its day of the week', async () => {
  await put({ jobStatus: 'IDLE', scheduleFrequency: { weeklySchedule: { dayOfWeek: 'THURSDAY' } } });
  expect(await statusAfter(3 * DAY)).toBe('IDLE');
  expect(await statusAfter(2 * HOUR)).toBe('RUNNING');
  expect((await describeJob()).lastRunTime).toEqual(new Date('2026-03-05T10:00:00Z'));
});

test('a monthly job skips months without its day', async () => {
  await put({ jobStatus: 'IDLE', scheduleFrequency: { monthlySchedule: { dayOfMonth: 31 } } });
  await emulator.control('POST', '/clock', { set: '2026-05-30T11:00:00Z' });
  expect(await describeJob()).toMatchObject({
    jobStatus: 'IDLE',
    lastRunTime: new Date('2026-03-31T10:00:00Z'),
    statistics: { numberOfRuns: 1 },
  });
  expect(await statusAfter(DAY)).toBe('RUNNING');
});

test('a pause stops a run, and a resumed job continues for the remaining time', async () => {
  await put({ jobType: 'ONE_TIME', jobStatus: 'RUNNING' });
  expect(await statusAfter(4 * HOUR)).toBe('RUNNING');
  await update('USER_PAUSED');
  expect(await statusAfter(20 * DAY)).toBe('USER_PAUSED');
  await update('RUNNING');
  expect(await statusAfter(2 * HOUR - 1)).toBe('RUNNING');
  expect(await statusAfter(1)).toBe('COMPLETE');
});

test('a one-time job that stays paused for 30 days is canceled', async () => {
  await put({ jobType: 'ONE_TIME', jobStatus: 'RUNNING' });
  await update('USER_PAUSED');
  expect(await statusAfter(30 * DAY - 1)).toBe('USER_PAUSED');
  expect(await statusAfter(1)).toBe('CANCELLED');
});

test('a scheduled job that stays paused for more than 30 days loses only its run, and resumes to IDLE', async () => {
  await put({ jobStatus: 'RUNNING' });
  await update('USER_PAUSED');
  expect(await statusAfter(31 * DAY)).toBe('USER_PAUSED');
  await update('RUNNING');
  expect(await statusAfter(0)).toBe('IDLE');
});

test('a paused job has the ARN of a health event from the 23rd day of the pause', async () => {
  await put({ jobType: 'ONE_TIME', jobStatus: 'RUNNING' });
  await update('USER_PAUSED');
  await emulator.control('POST', '/clock', { advanceSeconds: 23 * DAY - 1 });
  expect((await describeJob()).userPausedDetails?.jobImminentExpirationHealthEventArn).toBeUndefined();
  await emulator.control('POST', '/clock', { advanceSeconds: 1 });
  expect((await describeJob()).userPausedDetails?.jobImminentExpirationHealthEventArn).toMatch(
    /^arn:aws:health:/,
  );
});

test('a job that the monthly quota paused resumes automatically', async () => {
  await put({ jobType: 'ONE_TIME', jobStatus: 'PAUSED' });
  expect(await statusAfter(30 * DAY - 1)).toBe('PAUSED');
  expect(await statusAfter(1)).toBe('RUNNING');
  expect(await statusAfter(6 * HOUR)).toBe('COMPLETE');
});
