// Settings for behavior that AWS does not document: each one changes the responses that SDK clients receive.
import {
  CreateClassificationJobCommand,
  DeleteMemberCommand,
  DescribeClassificationJobCommand,
  DisassociateMemberCommand,
  GetMacieSessionCommand,
  GetMemberCommand,
  ListClassificationJobsCommand,
  ListMembersCommand,
  UpdateClassificationJobCommand,
  UpdateMemberSessionCommand,
} from '@aws-sdk/client-macie2';
import {
  CloseCaseCommand,
  CreateCaseCommand,
  GetCaseCommand,
  ListCaseEditsCommand,
  ListCasesCommand,
  ListCommentsCommand,
  ListMembershipsCommand,
  GetMembershipCommand,
  UpdateCaseStatusCommand,
  UpdateResolverTypeCommand,
} from '@aws-sdk/client-security-ir';
import {
  DescribeMailboxExportJobCommand,
  ListMailboxExportJobsCommand,
  ListOrganizationsCommand,
} from '@aws-sdk/client-workmail';
import { rejection } from './support/clients';
import { useEmulator } from './support/emulator';
import { readState } from './support/state';

const { emulator, clients } = useEmulator({ sizes: { jobs: 10, members: 10, exportJobs: 10, cases: 10 } });

const MEMBER = '123456789012';
const CASE = '1234567890';
const JOB = 'a'.repeat(32);

const set = (settings: object) => emulator.control('POST', '/settings', settings);
const put = (service: string, resource: string, id: string, members: object, more: object = {}) =>
  emulator.control('POST', '/put', { service, resource, id, set: members, ...more });
const putCase = (members: object = {}) =>
  put('security-ir', 'case', CASE, {
    title: 'A case',
    caseStatus: 'Detection and Analysis',
    resolverType: 'Self',
    ...members,
  });

describe('nonMemberError', () => {
  const COMMANDS = [
    new GetMemberCommand({ id: MEMBER }),
    new UpdateMemberSessionCommand({ id: MEMBER, status: 'PAUSED' }),
    new DisassociateMemberCommand({ id: MEMBER }),
    new DeleteMemberCommand({ id: MEMBER }),
  ];

  test.each([
    ['ResourceNotFoundException', 404],
    ['ValidationException', 400],
  ])('sets the exception %s for accounts that are not members', async (nonMemberError, httpStatusCode) => {
    await set({ nonMemberError });
    for (const command of COMMANDS) {
      const error = await rejection(clients.macie.send(command as GetMemberCommand));
      expect(error).toMatchObject({ name: nonMemberError, $metadata: { httpStatusCode } });
    }
  });

  test('sets the messages that AWS returns with a ValidationException', async () => {
    await set({ nonMemberError: 'ValidationException' });
    const [get, , , remove] = await Promise.all(
      COMMANDS.map((command) => rejection(clients.macie.send(command as GetMemberCommand))),
    );
    expect(get?.message).toContain(`${MEMBER} is not an associated member of account 111122223333`);
    expect(remove?.message).toContain('account is not associated with your account');
  });
});

test('disassociableRelationshipStatuses sets the statuses that DisassociateMember accepts', async () => {
  const disassociate = () => clients.macie.send(new DisassociateMemberCommand({ id: MEMBER }));
  await put('macie2', 'member', MEMBER, { relationshipStatus: 'Created' });
  expect(await rejection(disassociate())).toMatchObject({ name: 'ConflictException' });
  await set({ disassociableRelationshipStatuses: ['Created'] });
  await disassociate();
  const member = await clients.macie.send(new GetMemberCommand({ id: MEMBER }));
  expect(member.relationshipStatus).toBe('Removed');
  await put('macie2', 'member', MEMBER, { relationshipStatus: 'Enabled' });
  expect(await rejection(disassociate())).toMatchObject({ name: 'ConflictException' });
});

test.each([403, 401])('macieNotEnabledStatus sets the HTTP status %d', async (macieNotEnabledStatus) => {
  await set({ macieEnabled: false, macieNotEnabledStatus });
  expect(await rejection(clients.macie.send(new GetMacieSessionCommand({})))).toMatchObject({
    name: 'AccessDeniedException',
    message: 'Macie is not enabled.',
    $metadata: { httpStatusCode: macieNotEnabledStatus },
  });
});

test('rejectedStatusChangeError sets the exception of rejected status changes', async () => {
  await set({ rejectedStatusChangeError: 'ValidationException' });
  await put('macie2', 'job', JOB, { name: 'job', jobType: 'ONE_TIME', jobStatus: 'COMPLETE' });
  await put('macie2', 'member', MEMBER, { relationshipStatus: 'Paused' });
  await putCase({ caseStatus: 'Closed' });
  const { macie, securityIr } = clients;
  const pause = new UpdateMemberSessionCommand({ id: MEMBER, status: 'PAUSED' });
  const status = new UpdateCaseStatusCommand({ caseId: CASE, caseStatus: 'Submitted' });
  const resolver = new UpdateResolverTypeCommand({ caseId: CASE, resolverType: 'Self' });
  const errors = [
    await rejection(macie.send(new UpdateClassificationJobCommand({ jobId: JOB, jobStatus: 'RUNNING' }))),
    await rejection(macie.send(pause)),
    await rejection(macie.send(new DeleteMemberCommand({ id: MEMBER }))),
    await rejection(securityIr.send(status)),
    await rejection(securityIr.send(new CloseCaseCommand({ caseId: CASE }))),
  ];
  expect(errors.map(({ name }) => name)).toEqual(Array(5).fill('ValidationException'));
  expect(errors[3]).toMatchObject({ reason: 'OTHER' });
  await putCase({ resolverType: 'AWS' });
  expect(await rejection(securityIr.send(resolver))).toMatchObject({ name: 'ValidationException' });
});

describe('tagScopeTermTarget', () => {
  const term = { comparator: 'EQ', key: 'TAG', tagValues: [{ key: 'a', value: 'b' }], target: 'S3_OBJECT' };
  const target = async () => {
    const { jobId } = await clients.macie.send(
      new CreateClassificationJobCommand({
        clientToken: 'token',
        jobType: 'ONE_TIME',
        name: 'job',
        s3JobDefinition: {
          bucketDefinitions: [{ accountId: MEMBER, buckets: ['bucket'] }],
          scoping: {
            includes: { and: [{ tagScopeTerm: { ...term, comparator: 'EQ', target: 'S3_OBJECT' } }] },
            excludes: {
              and: [{ simpleScopeTerm: { comparator: 'EQ', key: 'OBJECT_EXTENSION', values: ['z'] } }],
            },
          },
        },
      }),
    );
    const job = await clients.macie.send(new DescribeClassificationJobCommand({ jobId }));
    const { includes, excludes } = job.s3JobDefinition?.scoping ?? {};
    expect(excludes?.and).toHaveLength(1);
    expect(includes?.and?.[0]?.tagScopeTerm).toMatchObject({ key: 'TAG', tagValues: term.tagValues });
    return includes?.and?.[0]?.tagScopeTerm?.target;
  };

  test('the target is returned by default', async () => {
    expect(await target()).toBe('S3_OBJECT');
  });

  test('empty returns an empty target', async () => {
    await set({ tagScopeTermTarget: 'empty' });
    expect(await target()).toBe('');
  });
});

test('fractionalStatistics returns the fraction of the remaining objects', async () => {
  await emulator.control('POST', '/clock', { frozen: true });
  const { jobId } = await clients.macie.send(
    new CreateClassificationJobCommand({
      clientToken: 'token',
      jobType: 'ONE_TIME',
      name: 'job',
      s3JobDefinition: { bucketDefinitions: [{ accountId: MEMBER, buckets: ['bucket'] }] },
    }),
  );
  await emulator.control('POST', '/clock', { advanceSeconds: 1 });
  const remaining = async () => {
    const job = await clients.macie.send(new DescribeClassificationJobCommand({ jobId }));
    return job.statistics?.approximateNumberOfObjectsToProcess;
  };
  expect(await remaining()).toBe(39_997);
  await set({ fractionalStatistics: true });
  expect(await remaining()).toBeCloseTo(39_996.3, 1);
});

describe('lastPageToken empty', () => {
  beforeEach(() => set({ lastPageToken: 'empty' }));

  test('every list ends with an empty token', async () => {
    const { macie, securityIr, workMail } = clients;
    const [caseRow] = (await readState(emulator))['security-ir'].cases;
    const caseId = String(caseRow?.caseId);
    const { OrganizationSummaries, NextToken } = await workMail.send(new ListOrganizationsCommand({}));
    const [{ OrganizationId } = {}] = OrganizationSummaries ?? [];
    const exports = await workMail.send(new ListMailboxExportJobsCommand({ OrganizationId }));
    expect([
      (await macie.send(new ListClassificationJobsCommand({}))).nextToken,
      (await macie.send(new ListMembersCommand({}))).nextToken,
      NextToken,
      exports.NextToken,
      (await securityIr.send(new ListCasesCommand({}))).nextToken,
      (await securityIr.send(new ListCommentsCommand({ caseId, maxResults: 25 }))).nextToken,
      (await securityIr.send(new ListMembershipsCommand({}))).nextToken,
    ]).toEqual(Array(7).fill(''));
  });

  test('other pages have a token that continues the list', async () => {
    const first = await clients.securityIr.send(new ListCasesCommand({ maxResults: 6 }));
    const command = new ListCasesCommand({ maxResults: 6, nextToken: first.nextToken });
    const last = await clients.securityIr.send(command);
    expect([first.items?.length, last.items?.length, last.nextToken]).toEqual([6, 4, '']);
  });
});

test('caseStatusAfterHandover can be Detection and Analysis', async () => {
  await set({ caseStatusAfterHandover: 'Detection and Analysis' });
  await putCase({ caseStatus: 'Submitted' });
  const command = new UpdateResolverTypeCommand({ caseId: CASE, resolverType: 'AWS' });
  expect((await clients.securityIr.send(command)).caseStatus).toBe('Detection and Analysis');
});

test('caseIdSuffix is appended to the ids of new cases', async () => {
  await set({ caseIdSuffix: '-us/1' });
  const { caseId } = await clients.securityIr.send(
    new CreateCaseCommand({
      resolverType: 'Self',
      title: 'A case',
      description: 'Text',
      engagementType: 'Investigation',
      reportedIncidentStartDate: new Date(),
      impactedAccounts: [],
      watchers: [],
    }),
  );
  expect(caseId).toMatch(/^\d{10}-us\/1$/);
  expect((await clients.securityIr.send(new GetCaseCommand({ caseId }))).title).toBe('A case');
});

describe('listTotals page', () => {
  beforeEach(() => set({ listTotals: 'page' }));

  test('total counts the items of the page', async () => {
    const [caseRow] = (await readState(emulator))['security-ir'].cases;
    const caseId = String(caseRow?.caseId);
    const { securityIr } = clients;
    expect((await securityIr.send(new ListCasesCommand({ maxResults: 3 }))).total).toBe(3);
    for (const command of [
      new ListCommentsCommand({ caseId, maxResults: 1 }),
      new ListCaseEditsCommand({ caseId, maxResults: 1 }),
    ]) {
      const { total, items } = await securityIr.send(command as ListCommentsCommand);
      expect(total).toBe(items?.length);
    }
  });
});

test('describesOldExportJobs false hides export jobs that are too old for the list', async () => {
  const [organization] = (await readState(emulator)).workmail.organizations;
  const OrganizationId = String(organization?.OrganizationId);
  const members = { EntityId: 'S-1-1-11-1111111111', State: 'COMPLETED', StartTime: '2020-01-01T00:00:00Z' };
  await put('workmail', 'exportJob', 'old', members, { organizationId: OrganizationId });
  const describe = () =>
    clients.workMail.send(new DescribeMailboxExportJobCommand({ OrganizationId, JobId: 'old' }));
  expect((await describe()).State).toBe('COMPLETED');
  await set({ describesOldExportJobs: false });
  expect(await rejection(describe())).toMatchObject({ name: 'EntityNotFoundException' });
});

test('membershipsReadableWhenNotActive returns memberships if the service is not active', async () => {
  await set({ securityIncidentResponseActive: false, membershipsReadableWhenNotActive: true });
  const { items = [] } = await clients.securityIr.send(new ListMembershipsCommand({}));
  expect(items).toHaveLength(3);
  const command = new GetMembershipCommand({ membershipId: items[0]?.membershipId });
  expect((await clients.securityIr.send(command)).membershipId).toBe(items[0]?.membershipId);
  expect(await rejection(clients.securityIr.send(new ListCasesCommand({})))).toMatchObject({
    name: 'SecurityIncidentResponseNotActiveException',
  });
});

test.each([
  { nonMemberError: 'Other' },
  { macieNotEnabledStatus: 404 },
  { caseIdSuffix: 'x'.repeat(23) },
  { lastPageToken: 'null' },
])('POST /settings rejects %j', async (settings) => {
  await expect(set(settings)).rejects.toThrow('400');
});

test('a reset restores the defaults', async () => {
  const before = await emulator.control('GET', '/settings');
  await set({ nonMemberError: 'ValidationException', lastPageToken: 'empty', exactUploadHeaders: false });
  await emulator.control('POST', '/reset');
  expect(await emulator.control('GET', '/settings')).toEqual(before);
});
