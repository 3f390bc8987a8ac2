// WorkMail: the operations on mailbox export jobs.
import {
  CancelMailboxExportJobCommand,
  DescribeMailboxExportJobCommand,
  ListMailboxExportJobsCommand,
  StartMailboxExportJobCommand,
  type MailboxExportJob,
} from '@aws-sdk/client-workmail';
import { authorization, raw, rejection } from './support/clients';
import { useEmulator } from './support/emulator';
import { readState, type EmulatorState, type StateRow } from './support/state';

const { emulator, clients } = useEmulator();
let state: EmulatorState['workmail'];
let OrganizationId: string;

beforeEach(async () => {
  state = (await readState(emulator)).workmail;
  OrganizationId = String(state.organizations[0]?.OrganizationId);
});

async function walk(organizationId: string, MaxResults: number): Promise<MailboxExportJob[]> {
  const jobs: MailboxExportJob[] = [];
  let NextToken: string | undefined;
  do {
    const command = new ListMailboxExportJobsCommand({
      OrganizationId: organizationId,
      MaxResults,
      NextToken,
    });
    const page = await clients.workMail.send(command);
    jobs.push(...(page.Jobs ?? []));
    NextToken = page.NextToken;
  } while (NextToken !== undefined);
  return jobs;
}

async function put(id: string, set: object): Promise<void> {
  const body = { service: 'workmail', resource: 'exportJob', id, organizationId: OrganizationId, set };
  await emulator.control('POST', '/put', body);
}

function describeJob(JobId: string) {
  return clients.workMail.send(new DescribeMailboxExportJobCommand({ OrganizationId, JobId }));
}

function call(operation: string, body: string) {
  const headers = {
    authorization: authorization('workmail'),
    'content-type': 'application/x-amz-json-1.1',
    'x-amz-target': `WorkMailService.${operation}`,
  };
  return raw(emulator.url, 'POST', '/', headers, body);
}

describe('ListMailboxExportJobs', () => {
  test.each([1, 4, 15, 100])('returns every job once in pages of %d, latest first', async (pageSize) => {
    const jobs = await walk(OrganizationId, pageSize);
    expect(jobs).toHaveLength(15);
    expect(new Set(jobs.map((job) => job.JobId)).size).toBe(15);
    const times = jobs.map((job) => job.StartTime?.getTime() ?? 0);
    expect(times).toEqual(times.toSorted((a, b) => b - a));
  });

  test('omits jobs that started at least seven days ago, which DescribeMailboxExportJob still returns', async () => {
    await emulator.control('POST', '/reset', { sizes: { exportJobs: 0 } });
    await emulator.control('POST', '/clock', { frozen: true, set: '2026-06-08T12:00:00Z' });
    await put('young', { EntityId: 'someone', State: 'COMPLETED', StartTime: '2026-06-01T12:00:01Z' });
    await put('old', { EntityId: 'someone', State: 'COMPLETED', StartTime: '2026-06-01T12:00:00Z' });
    expect((await walk(OrganizationId, 100)).map((job) => job.JobId)).toEqual(['young']);
    expect((await describeJob('old')).State).toBe('COMPLETED');
  });

  test('returns exactly the members of MailboxExportJob', async () => {
    const { body } = await call('ListMailboxExportJobs', JSON.stringify({ OrganizationId }));
    const names = new Set((body as { Jobs: object[] }).Jobs.flatMap((job) => Object.keys(job)));
    expect([...names].sort()).toEqual([
      'Description',
      'EndTime',
      'EntityId',
      'EstimatedProgress',
      'JobId',
      'S3BucketName',
      'S3Path',
      'StartTime',
      'State',
    ]);
  });

  test('rejects a token of another organization', async () => {
    const { NextToken } = await clients.workMail.send(
      new ListMailboxExportJobsCommand({ OrganizationId, MaxResults: 1 }),
    );
    const other = String(state.organizations[1]?.OrganizationId);
    const command = new ListMailboxExportJobsCommand({ OrganizationId: other, NextToken });
    expect(await rejection(clients.workMail.send(command))).toMatchObject({
      name: 'InvalidParameterException',
    });
  });

  test.each([
    ['MaxResults', 0],
    ['MaxResults', 101],
    ['NextToken', ''],
    ['OrganizationId', 'm-123'],
    ['OrganizationId', `m-${'A'.repeat(32)}`],
  ])('rejects %s %j', async (member, value) => {
    const reply = await call('ListMailboxExportJobs', JSON.stringify({ OrganizationId, [member]: value }));
    expect(reply.status).toBe(400);
    expect(reply.body).toMatchObject({
      __type: 'InvalidParameterException',
      Message: expect.stringContaining(`'${member}'`) as unknown,
    });
  });
});

describe('DescribeMailboxExportJob', () => {
  test('returns every job as the emulator stores it, without its JobId', async () => {
    for (const { JobId, ...stored } of state.organizations[0]?.exportJobs ?? []) {
      const reply = await call('DescribeMailboxExportJob', JSON.stringify({ OrganizationId, JobId }));
      expect(reply.body).toEqual({ ...stored, EstimatedProgress: expect.any(Number) as unknown });
      expect(reply.body).not.toHaveProperty('JobId');
    }
  });

  test('returns EntityNotFoundException for an unknown job', async () => {
    expect(await rejection(describeJob('nothing'))).toMatchObject({ name: 'EntityNotFoundException' });
  });
});

describe('CancelMailboxExportJob', () => {
  function cancel(JobId: string) {
    return clients.workMail.send(
      new CancelMailboxExportJobCommand({ OrganizationId, JobId, ClientToken: 'token' }),
    );
  }

  test.each([
    ['RUNNING', 'CANCELLED'],
    ['COMPLETED', 'COMPLETED'],
    ['FAILED', 'FAILED'],
    ['CANCELLED', 'CANCELLED'],
    ['QUEUED', 'QUEUED'],
  ])('returns no members for a job that is %s, whose state is then %s', async (State, stateAfter) => {
    await put('job', { EntityId: 'someone', State });
    const { $metadata, ...members } = await cancel('job');
    expect([$metadata.httpStatusCode, members]).toEqual([200, {}]);
    const job = await describeJob('job');
    expect(job.State).toBe(stateAfter);
    expect(job.EndTime).toBeInstanceOf(Date);
  });

  test('has no effect on a job with a progress of 95 percent, which then completes', async () => {
    await put('late', { EntityId: 'someone', State: 'RUNNING', EstimatedProgress: 95 });
    await put('early', { EntityId: 'someone', State: 'RUNNING', EstimatedProgress: 94 });
    await cancel('late');
    await cancel('early');
    expect((await describeJob('early')).State).toBe('CANCELLED');
    expect((await describeJob('late')).State).toBe('RUNNING');
    await emulator.control('POST', '/clock', { advanceSeconds: 4 * 3600 });
    expect(await describeJob('late')).toMatchObject({ State: 'COMPLETED', EstimatedProgress: 100 });
  });

  test('returns EntityNotFoundException for an unknown job', async () => {
    expect(await rejection(cancel('nothing'))).toMatchObject({ name: 'EntityNotFoundException' });
  });
});

describe('StartMailboxExportJob', () => {
  const ARNS = {
    RoleArn: 'arn:aws:iam::111122223333:role/export',
    KmsKeyArn: 'arn:aws:kms:us-east-1:111122223333:key/11111111-2222-3333-4444-555555555555',
  };

  function start(ClientToken: string, EntityId: string) {
    const target = { S3BucketName: 'a-bucket', S3Prefix: 'exports/' };
    return clients.workMail.send(
      new StartMailboxExportJobCommand({ OrganizationId, ClientToken, EntityId, ...target, ...ARNS }),
    );
  }

  test('runs one export of the mailbox per ClientToken', async () => {
    const user = state.organizations[0]?.users[0];
    const { JobId = '' } = await start('token-1', String(user?.Email));
    expect((await start('token-1', String(user?.Email))).JobId).toBe(JobId);
    expect((await start('token-2', String(user?.Email))).JobId).not.toBe(JobId);
    expect(await walk(OrganizationId, 100)).toHaveLength(17);
    expect(await describeJob(JobId)).toMatchObject({
      EntityId: user?.UserId,
      State: 'RUNNING',
      EstimatedProgress: 0,
      S3Path: `exports/${JobId}.zip`,
      ...ARNS,
    });
    await emulator.control('POST', '/clock', { frozen: true, advanceSeconds: 2 * 3600 });
    expect((await describeJob(JobId)).EstimatedProgress).toBe(50);
    await emulator.control('POST', '/clock', { advanceSeconds: 2 * 3600 });
    expect(await describeJob(JobId)).toMatchObject({ State: 'COMPLETED', EstimatedProgress: 100 });
  });

  test('accepts the id, name or email address of a user or a resource', async () => {
    const user = state.organizations[0]?.users[0];
    const { resources } = state as unknown as { resources: StateRow[] };
    const resource = resources.find((candidate) => candidate.OrganizationId === OrganizationId);
    const owners = [
      [user?.UserId, [user?.UserId, user?.Name, user?.Email]],
      [resource?.EntityId, [resource?.EntityId, resource?.Name, resource?.Email]],
    ] as const;
    for (const [entityId, keys] of owners) {
      for (const key of keys) {
        const { JobId = '' } = await start(`token-${String(key)}`, String(key));
        expect((await describeJob(JobId)).EntityId).toBe(entityId);
      }
    }
  });

  test('returns EntityNotFoundException for a deleted user', async () => {
    const deleted = state.organizations[0]?.users.find(({ State }) => State === 'DELETED');
    for (const key of [deleted?.UserId, deleted?.Name]) {
      expect(await rejection(start('token-4', String(key)))).toMatchObject({
        name: 'EntityNotFoundException',
      });
    }
  });

  test.each([
    ['ClientToken', 'x'.repeat(129)],
    ['ClientToken', 'a token'],
    ['EntityId', 'x'.repeat(257)],
    ['EntityId', 'a/b'],
    ['Description', 'x'.repeat(1024)],
    ['RoleArn', 'arn:aws:iam::1:r'],
    ['RoleArn', 'arn:aws:kms:us-east-1:111122223333:key/1'],
    ['RoleArn', `arn:aws:iam::111122223333:role/${'x'.repeat(1024)}`],
    ['KmsKeyArn', 'arn:aws:iam::111122223333:role/export'],
    ['S3BucketName', 'x'.repeat(64)],
    ['S3BucketName', 'a_bucket'],
    ['S3Prefix', 'x'.repeat(1024)],
    ['S3Prefix', 'a b'],
    ['S3Prefix', ''],
  ])('rejects %s "%s"', async (member, value) => {
    const target = { S3BucketName: 'a-bucket', S3Prefix: 'exports' };
    const valid = { OrganizationId, ClientToken: 'token', EntityId: 'someone', ...target, ...ARNS };
    const reply = await call('StartMailboxExportJob', JSON.stringify({ ...valid, [member]: value }));
    expect(reply.body).toMatchObject({
      __type: 'InvalidParameterException',
      Message: expect.stringContaining(`at '${member}' failed`) as unknown,
    });
  });

  test('requires a user, a ClientToken and ARNs', async () => {
    expect(await rejection(start('token-3', 'nobody'))).toMatchObject({ name: 'EntityNotFoundException' });
    const reply = await call(
      'StartMailboxExportJob',
      JSON.stringify({ OrganizationId, EntityId: 'someone', RoleArn: 'a-role' }),
    );
    expect(reply.body).toMatchObject({ __type: 'InvalidParameterException' });
    const { Message } = reply.body as { Message: string };
    for (const member of ['ClientToken', 'RoleArn', 'KmsKeyArn', 'S3BucketName', 'S3Prefix']) {
      expect(Message).toContain(`at '${member}' failed`);
    }
  });
});
