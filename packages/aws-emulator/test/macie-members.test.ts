// Members: listing, every relationship status with both requests, and what suspending does to jobs.
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
  test('lists everyone with onlyAssociated false, in order of their accounts', async () => {
    const accounts = (await walk('false', 7)).map((member) => member.accountId);
    expect(accounts).toHaveLength(40);
    expect(accounts).toEqual([...new Set(accounts)].sort());
  });

  test.each([undefined, 'true'])(
    'lists current members only with onlyAssociated %s',
    async (onlyAssociated) => {
      const statuses = new Set((await walk(onlyAssociated, 25)).map((member) => member.relationshipStatus));
      expect([...statuses].sort()).toEqual(['AccountSuspended', 'Enabled', 'Paused', 'RegionDisabled']);
    },
  );

  test('follows the setting of what a current member is', async () => {
    await emulator.control('POST', '/settings', { associatedRelationshipStatuses: ['Paused'] });
    const statuses = new Set((await walk('true', 25)).map((member) => member.relationshipStatus));
    expect([...statuses]).toEqual(['Paused']);
  });

  test('binds a token to onlyAssociated', async () => {
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
  ])('refuses %s', async (query, type) => {
    const headers = { authorization: authorization('macie2') };
    const reply = await raw(emulator.url, 'GET', `/members?${query}`, headers);
    expect(reply.status).toBe(400);
    expect(reply.headers.get('x-amzn-errortype')).toBe(type);
  });
});

describe('GetMember', () => {
  test('answers every member as it is stored', async () => {
    const { members } = (await readState(emulator)).macie2;
    expect(members).toHaveLength(40);
    for (const stored of members) {
      const path = `/members/${String(stored.accountId)}`;
      const reply = await raw(emulator.url, 'GET', path, { authorization: authorization('macie2') });
      expect(reply.body).toEqual(stored);
    }
  });

  test('does not find who is not there', async () => {
    const error = await rejection(clients.macie.send(new GetMemberCommand({ id: '999999999999' })));
    expect(error).toMatchObject({ name: 'ResourceNotFoundException' });
  });
});

describe('UpdateMemberSession', () => {
  const REFUSED = 'ConflictException';
  const TABLE: [from: string, PAUSED: string, ENABLED: string][] = [
    ['Enabled', 'Paused', REFUSED],
    ['Paused', REFUSED, 'Enabled'],
    ['Invited', REFUSED, REFUSED],
    ['Created', REFUSED, REFUSED],
    ['Removed', REFUSED, REFUSED],
    ['Resigned', REFUSED, REFUSED],
    ['EmailVerificationInProgress', REFUSED, REFUSED],
    ['EmailVerificationFailed', REFUSED, REFUSED],
    ['RegionDisabled', REFUSED, REFUSED],
    ['AccountSuspended', REFUSED, REFUSED],
    ['Migrating', REFUSED, REFUSED],
  ];
  const CASES = TABLE.flatMap(([from, paused, enabled]) => [
    { from, to: 'PAUSED' as const, result: paused },
    { from, to: 'ENABLED' as const, result: enabled },
  ]);

  test.each(CASES)('$from, asked for $to: $result', async ({ from, to, result }) => {
    await putMember('123456789012', from);
    const refused = result === REFUSED;
    const answer = refused ? await rejection(update('123456789012', to)) : await update('123456789012', to);
    expect(refused ? answer : { name: undefined }).toMatchObject({ name: refused ? REFUSED : undefined });
    const member = await clients.macie.send(new GetMemberCommand({ id: '123456789012' }));
    expect(member.relationshipStatus).toBe(refused ? from : result);
  });

  test('does not find who is not there, and takes no other status', async () => {
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

  test("cancels all jobs of the member's account for good, and pauses its session", async () => {
    const [member] = (await readState(emulator)).macie2.members;
    const id = String(member?.accountId);
    const theirs = sdkClients(emulator.url, id);
    const before = await statuses(theirs);
    expect(before).toContain('RUNNING');
    await update(id, 'PAUSED');
    const after = await statuses(theirs);
    expect(new Set(after)).toEqual(new Set(['CANCELLED', 'COMPLETE']));
    expect(after.filter((status) => status === 'COMPLETE')).toHaveLength(
      before.filter((status) => status === 'COMPLETE').length,
    );
    expect((await theirs.macie.send(new GetMacieSessionCommand({}))).status).toBe('PAUSED');
    await update(id, 'ENABLED');
    expect(await statuses(theirs)).toEqual(after);
    expect((await theirs.macie.send(new GetMacieSessionCommand({}))).status).toBe('ENABLED');
    theirs.destroy();
  });

  test("cancels the administrator's jobs that look at no other account, and leaves the others", async () => {
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

test('Macie that is not enabled denies access, in that account and region only', async () => {
  await emulator.control('POST', '/settings', {
    account: '444455556666',
    region: 'eu-west-1',
    macieEnabled: false,
  });
  const off = sdkClients(emulator.url, '444455556666', 'eu-west-1');
  const elsewhere = sdkClients(emulator.url, '444455556666', 'us-east-1');
  expect(await rejection(off.macie.send(new GetMacieSessionCommand({})))).toMatchObject({
    name: 'AccessDeniedException',
    message: 'Macie is not enabled.',
    $metadata: { httpStatusCode: 403 },
  });
  expect((await elsewhere.macie.send(new GetMacieSessionCommand({}))).status).toBe('ENABLED');
  off.destroy();
  elsewhere.destroy();
});
