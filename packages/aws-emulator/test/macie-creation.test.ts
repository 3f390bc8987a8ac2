// Creation of Macie jobs and members, and removal of members: accepted input, rejected input and effects.
import {
  CreateClassificationJobCommand,
  CreateMemberCommand,
  DeleteMemberCommand,
  DescribeClassificationJobCommand,
  DisassociateMemberCommand,
  GetMemberCommand,
  ListClassificationJobsCommand,
  ListMembersCommand,
  type CreateClassificationJobRequest,
} from '@aws-sdk/client-macie2';
import { ACCOUNT, REGION, rejection } from './support/clients';
import { NO_RESOURCES, useEmulator } from './support/emulator';

const HOUR = 3_600;

const { emulator, clients } = useEmulator({ sizes: NO_RESOURCES });

const DEFINITION = { bucketDefinitions: [{ accountId: ACCOUNT, buckets: ['exports'] }] };

const ONE_TIME: CreateClassificationJobRequest = {
  name: 'once',
  jobType: 'ONE_TIME',
  clientToken: 'token',
  s3JobDefinition: DEFINITION,
};

const DAILY: CreateClassificationJobRequest = {
  ...ONE_TIME,
  jobType: 'SCHEDULED',
  scheduleFrequency: { dailySchedule: {} },
};

const create = (change: Partial<CreateClassificationJobRequest> = {}, base = ONE_TIME) =>
  clients.macie.send(new CreateClassificationJobCommand({ ...base, ...change }));

const describeJob = (jobId: string | undefined) =>
  clients.macie.send(new DescribeClassificationJobCommand({ jobId }));

const advance = (seconds: number) => emulator.control('POST', '/clock', { advanceSeconds: seconds });

describe('jobs', () => {
  test('a one-time job runs at once, and then completes', async () => {
    const { jobId, jobArn } = await create({
      description: 'first',
      tags: { team: 'secops' },
      samplingPercentage: 5,
    });
    expect(jobArn).toBe(`arn:aws:macie2:${REGION}:${ACCOUNT}:classification-job/${jobId}`);
    const job = await describeJob(jobId);
    expect(job).toMatchObject({
      name: 'once',
      description: 'first',
      jobStatus: 'RUNNING',
      clientToken: 'token',
      samplingPercentage: 5,
      managedDataIdentifierSelector: 'RECOMMENDED',
      s3JobDefinition: DEFINITION,
      tags: { team: 'secops' },
      statistics: { numberOfRuns: 1 },
    });
    await advance(4 * HOUR);
    expect(await describeJob(jobId)).toMatchObject({ jobStatus: 'COMPLETE' });
  });

  test('a scheduled job waits for its schedule, or starts with an initial run', async () => {
    const waiting = await create({}, DAILY);
    expect(await describeJob(waiting.jobId)).toMatchObject({
      jobStatus: 'IDLE',
      statistics: { numberOfRuns: 0 },
    });
    const started = await create({ clientToken: 'other', initialRun: true }, DAILY);
    expect(await describeJob(started.jobId)).toMatchObject({
      jobStatus: 'RUNNING',
      statistics: { numberOfRuns: 1 },
    });
    await advance(4 * HOUR);
    expect(await describeJob(started.jobId)).toMatchObject({ jobStatus: 'IDLE' });
    await advance(20.5 * HOUR);
    expect(await describeJob(waiting.jobId)).toMatchObject({
      jobStatus: 'RUNNING',
      statistics: { numberOfRuns: 1 },
    });
  });

  test('a repeated clientToken returns the job that it created, regardless of the other input', async () => {
    const first = await create();
    const again = await create({ name: 'another' });
    expect([again.jobId, again.jobArn]).toEqual([first.jobId, first.jobArn]);
    const { items } = await clients.macie.send(new ListClassificationJobsCommand({}));
    expect(items).toHaveLength(1);
  });

  const criteria = (comparator: 'EQ' | 'GT') => ({
    includes: { and: [{ simpleCriterion: { key: 'ACCOUNT_ID' as const, comparator, values: [ACCOUNT] } }] },
  });
  const scope = (key: 'OBJECT_KEY' | 'OBJECT_SIZE', comparator: 'EQ' | 'STARTS_WITH') => ({
    s3JobDefinition: {
      ...DEFINITION,
      scoping: { includes: { and: [{ simpleScopeTerm: { key, comparator, values: ['1'] } }] } },
    },
  });

  test.each<[description: string, change: Partial<CreateClassificationJobRequest>]>([
    ['an empty name', { name: '' }],
    ['a name of 501 characters', { name: 'x'.repeat(501) }],
    ['a description of 201 characters', { description: 'x'.repeat(201) }],
    ['no buckets', { s3JobDefinition: {} }],
    ['both kinds of buckets', { s3JobDefinition: { ...DEFINITION, bucketCriteria: criteria('EQ') } }],
    ['a criterion with another comparator', { s3JobDefinition: { bucketCriteria: criteria('GT') } }],
    ['a scope term with another comparator', scope('OBJECT_KEY', 'EQ')],
    ['a schedule of a one-time job', { scheduleFrequency: { dailySchedule: {} } }],
    ['an initial run of a one-time job', { initialRun: true }],
    ['a scheduled job without a schedule', { jobType: 'SCHEDULED' }],
    [
      'two schedules',
      {
        jobType: 'SCHEDULED',
        scheduleFrequency: { dailySchedule: {}, weeklySchedule: { dayOfWeek: 'MONDAY' } },
      },
    ],
    [
      'the 32nd of the month',
      { jobType: 'SCHEDULED', scheduleFrequency: { monthlySchedule: { dayOfMonth: 32 } } },
    ],
    ['identifiers that the selector does not accept', { managedDataIdentifierIds: ['CREDIT_CARD_NUMBER'] }],
    ['a selector without its identifiers', { managedDataIdentifierSelector: 'INCLUDE' }],
    ['neither managed nor custom identifiers', { managedDataIdentifierSelector: 'NONE' }],
    ['a sampling percentage of 0', { samplingPercentage: 0 }],
  ])('CreateClassificationJob rejects %s', async (_description, change) => {
    const error = await rejection(create(change));
    expect(error).toMatchObject({ name: 'ValidationException', $metadata: { httpStatusCode: 400 } });
    const { items } = await clients.macie.send(new ListClassificationJobsCommand({}));
    expect(items).toEqual([]);
  });

  test('CreateClassificationJob accepts a scope term with a comparator that its key allows', async () => {
    const { jobId } = await create(scope('OBJECT_KEY', 'STARTS_WITH'));
    expect((await describeJob(jobId)).s3JobDefinition?.scoping?.includes?.and).toHaveLength(1);
  });
});

describe('members', () => {
  const account = { accountId: '444455556666', email: 'security@example.com' };
  const id = account.accountId;
  const createMember = (change: Partial<typeof account> = {}) =>
    clients.macie.send(
      new CreateMemberCommand({ account: { ...account, ...change }, tags: { team: 'pay' } }),
    );
  const member = () => clients.macie.send(new GetMemberCommand({ id }));
  const put = (relationshipStatus: string) =>
    emulator.control('POST', '/put', {
      service: 'macie2',
      resource: 'member',
      id,
      set: { relationshipStatus },
    });

  test('a new member is Created, or Enabled with createdMemberStatus', async () => {
    const { arn } = await createMember();
    expect(await member()).toMatchObject({
      ...account,
      arn,
      relationshipStatus: 'Created',
      tags: { team: 'pay' },
    });
    await emulator.control('POST', '/reset');
    await emulator.control('POST', '/settings', { createdMemberStatus: 'Enabled' });
    await createMember();
    expect(await member()).toMatchObject({ relationshipStatus: 'Enabled' });
  });

  test.each(['Removed', 'Resigned', 'Invited'])(
    'CreateMember accepts an account that is %s',
    async (status) => {
      await put(status);
      await createMember();
      expect(await member()).toMatchObject({ relationshipStatus: 'Created' });
    },
  );

  test('CreateMember rejects a current member, the administrator and invalid accounts', async () => {
    await put('Paused');
    expect(await rejection(createMember())).toMatchObject({ name: 'ConflictException' });
    expect(await rejection(createMember({ accountId: ACCOUNT }))).toMatchObject({
      name: 'ValidationException',
    });
    expect(await rejection(createMember({ accountId: '12' }))).toMatchObject({ name: 'ValidationException' });
    expect(await rejection(createMember({ email: 'nobody' }))).toMatchObject({ name: 'ValidationException' });
  });

  /** The status after DisassociateMember and DeleteMember in each status, or their exception; `deleted` for no record. */
  test.each([
    ['Enabled', 'Removed', 'ConflictException'],
    ['Paused', 'Removed', 'ConflictException'],
    ['Invited', 'Removed', 'deleted'],
    ['Created', 'ConflictException', 'deleted'],
    ['Removed', 'ConflictException', 'deleted'],
    ['Resigned', 'ConflictException', 'deleted'],
    ['EmailVerificationInProgress', 'ConflictException', 'deleted'],
    ['EmailVerificationFailed', 'ConflictException', 'deleted'],
    ['RegionDisabled', 'ConflictException', 'ConflictException'],
    ['AccountSuspended', 'ConflictException', 'ConflictException'],
  ])('%s: DisassociateMember leads to %s, DeleteMember to %s', async (status, disassociated, deleted) => {
    const outcome = async (command: DisassociateMemberCommand | DeleteMemberCommand): Promise<unknown> => {
      await put(status);
      try {
        await (command instanceof DeleteMemberCommand
          ? clients.macie.send(command)
          : clients.macie.send(command));
        return (await member()).relationshipStatus;
      } catch (error) {
        const { name } = error as Error;
        return name === 'ResourceNotFoundException' ? 'deleted' : name;
      }
    };
    expect(await outcome(new DisassociateMemberCommand({ id }))).toBe(disassociated);
    expect(await outcome(new DeleteMemberCommand({ id }))).toBe(deleted);
  });

  test('ListMembers returns a disassociated member only with onlyAssociated false, and a deleted member never', async () => {
    await put('Enabled');
    await clients.macie.send(new DisassociateMemberCommand({ id }));
    const listed = async (onlyAssociated: string) =>
      (await clients.macie.send(new ListMembersCommand({ onlyAssociated }))).members?.map(
        ({ accountId }) => accountId,
      );
    expect([await listed('true'), await listed('false')]).toEqual([[], [id]]);
    await clients.macie.send(new DeleteMemberCommand({ id }));
    expect(await listed('false')).toEqual([]);
    expect(await rejection(clients.macie.send(new DeleteMemberCommand({ id })))).toMatchObject({
      name: 'ResourceNotFoundException',
    });
  });
});
