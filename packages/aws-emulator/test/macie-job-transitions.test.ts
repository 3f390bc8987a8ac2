// UpdateClassificationJob: every current status with every requested status, for both job types.
import {
  DescribeClassificationJobCommand,
  UpdateClassificationJobCommand,
  type JobStatus,
} from '@aws-sdk/client-macie2';
import { rejection } from './support/clients';
import { NO_RESOURCES, useEmulator } from './support/emulator';

const { emulator, clients } = useEmulator({ sizes: NO_RESOURCES, resetBeforeEach: false });

const ID = 'a'.repeat(32);

async function put(jobType: string, jobStatus: string): Promise<void> {
  const set = { name: 'job', jobType, jobStatus };
  await emulator.control('POST', '/put', { service: 'macie2', resource: 'job', id: ID, set });
}

async function statusOf(): Promise<string | undefined> {
  return (await clients.macie.send(new DescribeClassificationJobCommand({ jobId: ID }))).jobStatus;
}

function update(jobStatus: JobStatus) {
  return clients.macie.send(new UpdateClassificationJobCommand({ jobId: ID, jobStatus }));
}

type Result = JobStatus | 'ConflictException' | 'ValidationException';
type Row = [jobType: string, from: string, USER_PAUSED: Result, RUNNING: Result, CANCELLED: Result];

const C = 'ConflictException';
const V = 'ValidationException';

const TABLE: Row[] = [
  ['ONE_TIME', 'RUNNING', 'USER_PAUSED', C, 'CANCELLED'],
  ['ONE_TIME', 'PAUSED', 'USER_PAUSED', C, 'CANCELLED'],
  ['ONE_TIME', 'USER_PAUSED', C, 'RUNNING', 'CANCELLED'],
  ['ONE_TIME', 'COMPLETE', C, C, C],
  ['ONE_TIME', 'CANCELLED', V, V, V],
  ['SCHEDULED', 'RUNNING', 'USER_PAUSED', C, 'CANCELLED'],
  ['SCHEDULED', 'IDLE', 'USER_PAUSED', C, 'CANCELLED'],
  ['SCHEDULED', 'PAUSED', 'USER_PAUSED', C, 'CANCELLED'],
  ['SCHEDULED', 'USER_PAUSED', C, 'RUNNING', 'CANCELLED'],
  ['SCHEDULED', 'CANCELLED', V, V, V],
  ['ONE_TIME', 'ARCHIVING', C, C, C],
];

const CASES = TABLE.flatMap(([jobType, from, paused, running, cancelled]) => [
  { jobType, from, to: 'USER_PAUSED' as const, result: paused },
  { jobType, from, to: 'RUNNING' as const, result: running },
  { jobType, from, to: 'CANCELLED' as const, result: cancelled },
  { jobType, from, to: 'PAUSED' as const, result: 'ValidationException' as const },
  { jobType, from, to: 'COMPLETE' as const, result: 'ValidationException' as const },
  { jobType, from, to: 'IDLE' as const, result: 'ValidationException' as const },
]);

const REJECTIONS: string[] = ['ConflictException', 'ValidationException'];

test.each(CASES)('$jobType $from, requested $to: $result', async ({ jobType, from, to, result }) => {
  await put(jobType, from);
  const rejected = REJECTIONS.includes(result);
  const response = rejected ? await rejection(update(to)) : await update(to);
  expect(rejected ? response : { name: undefined }).toMatchObject({ name: rejected ? result : undefined });
  expect(await statusOf()).toBe(rejected ? from : result);
});

test('a job that was paused while idle resumes to IDLE', async () => {
  await put('SCHEDULED', 'IDLE');
  await update('USER_PAUSED');
  await update('RUNNING');
  expect(await statusOf()).toBe('IDLE');
});

test('a paused job has the time at which its pause expires, and a resumed job does not', async () => {
  await emulator.control('POST', '/clock', { frozen: true, set: '2026-11-01T00:00:00Z' });
  await put('ONE_TIME', 'RUNNING');
  await update('USER_PAUSED');
  const paused = await clients.macie.send(new DescribeClassificationJobCommand({ jobId: ID }));
  expect(paused.userPausedDetails).toEqual({
    jobPausedAt: new Date('2026-11-01T00:00:00Z'),
    jobExpiresAt: new Date('2026-12-01T00:00:00Z'),
  });
  await update('RUNNING');
  const resumed = await clients.macie.send(new DescribeClassificationJobCommand({ jobId: ID }));
  expect(resumed.userPausedDetails).toBeUndefined();
});

describe('with acceptSameStatus', () => {
  beforeAll(() => emulator.control('POST', '/settings', { acceptSameStatus: true }));
  afterAll(() => emulator.control('POST', '/settings', { acceptSameStatus: false }));

  test.each(['RUNNING', 'USER_PAUSED'] as const)(
    'a request for the current status %s succeeds and changes nothing',
    async (status) => {
      await put('ONE_TIME', status);
      await update(status);
      expect(await statusOf()).toBe(status);
    },
  );

  test('a canceled job remains terminal', async () => {
    await put('ONE_TIME', 'CANCELLED');
    expect(await rejection(update('CANCELLED'))).toMatchObject({
      name: 'ValidationException',
      message: `cannot update cancelled job for job ${ID}`,
    });
  });
});
