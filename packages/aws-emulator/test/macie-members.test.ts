// Macie members: lists, every relationship status with both requested statuses, and the jobs of suspended members.
import {
  GetMacieSessionCommand,
  GetMemberCommand,
  ListClassificationJobsCommand,
  ListMembersCommand,
  UpdateMemberSessionCommand,
  type Member,
} from '@aws-sdk/client-macie2';
import { authorization, raw, rejection, sdkClients, type Clients } from './support/clients';
import { useEmulator } from './support/emulator';
import { readState } from './support/state';

const { emulator, clients } = useEmulator();

async function walk(onlyAssociated: string | undefined, maxResults: number): Promise<Member[]> {
  const members: Member[] = [];
  let nextToken: string | undefined;
  do {
    const page = await clients.macie.send(new ListMembersCommand({ onlyAssociated, maxResults, nextToken }));
    members.push(...(page.members ?? []));
    nextToken = page.nextToken;
  } while (nextToken !== undefined);
  return members;
}

async function putMember(id: string, relationshipStatus: string): Promise<void> {
  const body = { service: 'macie2', resource: 'member', id, set: { relationshipStatus } };
  await emulator.control('POST', '/put', body);
}

function update(id: string, status: 'PAUSED' | 'ENABLED') {
  return clients.macie.send(new UpdateMemberSessionCommand({ id, status }));
}

describe('ListMembers', () => {
  test('lists all members with onlyAssociated false, sorted by account', async () => {
    const accounts = (await walk('false', 7)).map((member) => member.accountId);
    expect(accounts).toHaveLength(40);
    expect(accounts).toEqual([...new Set(accounts)].sort());
  });

  test.each([undefined, 'true'])(
    'lists only current members with onlyAssociated %s',
    async (onlyAssociated) => {
      const statuses = new Set((await walk(onlyAssociated, 25)).map((member) => member.relationshipStatus));
      expect([...statuses].sort()).toEqual(['AccountSuspended', 'Enabled', 'Paused', 'RegionDisabled']);
    },
  );

  test('lists the members whose status is in associatedRelationshipStatuses', async () => {
    await emulator.control('POST', '/settings', { associatedRelationshipStatuses: ['Paused'] });
    const statuses = new Set((await walk('true', 25)).map((member) => member.relationshipStatus));
    expect([...statuses]).toEqual(['Paused']);
  });

  test('rejects a token with another value of onlyAssociated', async () => {
    const { nextToken } = await clients.macie.send(
      new ListMembersCommand({ onlyAssociated: 'false', maxResults: 3 }),
    );
    const error = await rejection(clients.macie.send(new ListMembersCommand({ nextToken })));
    expect(error).toMatchObject({ name: 'ValidationException' });
  });

  test.each([
    ['maxResults=26', 'ValidationException'],
    ['maxResults=0', 'ValidationException'],
    ['onlyAssociated=yes', 'ValidationException'],
    ['maxResults=many', 'SerializationException'],
  ])('rejects %s', async (query, type) => {
    const headers = { authorization: authorization('macie2') };
    const reply = await raw(emulator.url, 'GET', `/members?${query}`, headers);
    expect(reply.status).toBe(400);
    expect(reply.headers.get('x-amzn-errortype')).toBe(type);
  });
});

describe('GetMember', () => {
  test('returns every member as the emulator stores it', async () => {
    const { members } = (await readState(emulator)).macie2;
    expect(members).toHaveLength(40);
    for (const stored of members) {
      const path = `/members/${String(stored.accountId)}`;
      const reply = await raw(emulator.url, 'GET', path, { authorization: authorization('macie2') });
      expect(reply.body).toEqual(stored);
    }
  });

  test('returns ResourceNotFoundException for an unknown member', async () => {
    const error = await rejection(clients.macie.send(new GetMemberCommand({ id: '999999999999' })));
    expect(error).toMatchObject({ name: 'ResourceNotFoundException' });
  });
});

describe('UpdateMemberSession', () => {
  const CONFLICT = 'ConflictException';
  const TABLE: [from: string, PAUSED: string, ENABLED: string][] = [
    ['Enabled', 'Paused', CONFLICT],
    ['Paused', CONFLICT, 'Enabled'],
    ['Invited', CONFLICT, CONFLICT],
    ['Created', CONFLICT, CONFLICT],
    ['Removed', CONFLICT, CONFLICT],
    ['Resigned', CONFLICT, CONFLICT],
    ['EmailVerificationInProgress', CONFLICT, CONFLICT],
    ['EmailVerificationFailed', CONFLICT, CONFLICT],
    ['RegionDisabled', CONFLICT, CONFLICT],
    ['AccountSuspended', CONFLICT, CONFLICT],
    ['Migrating', CONFLICT, CONFLICT],
  ];
  const CASES = TABLE.flatMap(([from, paused, enabled]) => [
    { from, to: 'PAUSED' as const, result: paused },
    { from, to: 'ENABLED' as const, result: enabled },
  ]);

  test.each(CASES)('$from, requested $to: $result', async ({ from, to, result }) => {
    await putMember('123456789012', from);
    const rejected = result === CONFLICT;
    const response = rejected
      ? await rejection(update('123456789012', to))
      : await update('123456789012', to);
    expect(rejected ? response : { name: undefined }).toMatchObject({
      name: rejected ? CONFLICT : undefined,
    });
    const member = await clients.macie.send(new GetMemberCommand({ id: '123456789012' }));
    expect(member.relationshipStatus).toBe(rejected ? from : result);
  });

  test('rejects an unknown member and an unknown status', async () => {
    expect(await rejection(update('999999999999', 'PAUSED'))).toMatchObject({
      name: 'ResourceNotFoundException',
    });
    const reply = await raw(
      emulator.url,
      'PATCH',
      '/macie/members/999999999999',
      { authorization: authorization('macie2') },
      '{"status":"DISABLED"}',
    );
    expect(reply.headers.get('x-amzn-errortype')).toBe('ValidationException');
  });
});

describe('suspending a member', () => {
  async function statuses(of: Clients): Promise<(string | undefined)[]> {
    const page = await of.macie.send(new ListClassificationJobsCommand({ maxResults: 200 }));
    return (page.items ?? []).map((job) => job.jobStatus);
  }

  test("permanently cancels all jobs of the member's account, and pauses its session", async () => {
    const [member] = (await readState(emulator)).macie2.members;
    const id = String(member?.accountId);
    const memberClients = sdkClients(emulator.url, id);
    const before = await statuses(memberClients);
    expect(before).toContain('RUNNING');
    await update(id, 'PAUSED');
    const after = await statuses(memberClients);
    expect(new Set(after)).toEqual(new Set(['CANCELLED', 'COMPLETE']));
    expect(after.filter((status) => status === 'COMPLETE')).toHaveLength(
      before.filter((status) => status === 'COMPLETE').length,
    );
    expect((await memberClients.macie.send(new GetMacieSessionCommand({}))).status).toBe('PAUSED');
    await update(id, 'ENABLED');
    expect(await statuses(memberClients)).toEqual(after);
    expect((await memberClients.macie.send(new GetMacieSessionCommand({}))).status).toBe('ENABLED');
    memberClients.destroy();
  });

  test("cancels the administrator's jobs that analyze only that account, and keeps the others running", async () => {
    const bucketsOf = (...accounts: string[]) => ({
      bucketDefinitions: accounts.map((accountId) => ({ accountId, buckets: ['a-bucket'] })),
    });
    const jobs = {
      only: bucketsOf('123456789012'),
      both: bucketsOf('123456789012', '111122223333'),
      other: bucketsOf('111122223333'),
      criteria: { bucketCriteria: { includes: { and: [] } } },
    };
    await emulator.control('POST', '/reset', { sizes: { jobs: 0 } });
    await putMember('123456789012', 'Enabled');
    for (const [id, s3JobDefinition] of Object.entries(jobs)) {
      const set = { name: id, jobType: 'ONE_TIME', jobStatus: 'RUNNING', s3JobDefinition };
      await emulator.control('POST', '/put', { service: 'macie2', resource: 'job', id, set });
    }
    await update('123456789012', 'PAUSED');
    const page = await clients.macie.send(new ListClassificationJobsCommand({}));
    expect(Object.fromEntries((page.items ?? []).map((job) => [job.jobId, job.jobStatus]))).toEqual({
      only: 'CANCELLED',
      both: 'RUNNING',
      other: 'RUNNING',
      criteria: 'RUNNING',
    });
  });
});

test('Macie denies access only in the account and region in which it is not enabled', async () => {
  await emulator.control('POST', '/settings', {
    account: '444455556666',
    region: 'eu-west-1',
    macieEnabled: false,
  });
  const notEnabled = sdkClients(emulator.url, '444455556666', 'eu-west-1');
  const otherRegion = sdkClients(emulator.url, '444455556666', 'us-east-1');
  expect(await rejection(notEnabled.macie.send(new GetMacieSessionCommand({})))).toMatchObject({
    name: 'AccessDeniedException',
    message: 'Macie is not enabled.',
    $metadata: { httpStatusCode: 403 },
  });
  expect((await otherRegion.macie.send(new GetMacieSessionCommand({}))).status).toBe('ENABLED');
  notEnabled.destroy();
  otherRegion.destroy();
});
