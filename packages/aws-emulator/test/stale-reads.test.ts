// The setting staleReadSeconds: for a time after a change, reads of one resource return the output from before it.
import { DeleteMemberCommand, GetMemberCommand } from '@aws-sdk/client-macie2';
import { CloseCaseCommand, GetCaseCommand } from '@aws-sdk/client-security-ir';
import { CancelMailboxExportJobCommand, DescribeMailboxExportJobCommand } from '@aws-sdk/client-workmail';
import { rejection } from './support/clients';
import { useEmulator } from './support/emulator';

const { emulator, clients } = useEmulator({ sizes: { jobs: 0, members: 0, exportJobs: 0, cases: 0 } });

const MEMBER = '123456789012';
const CASE = '1234567890';
const ORGANIZATION = 'm-0123456789abcdef0123456789abcdef';
const EXPORT = '00000000-1111-2222-3333-444444444444';

const put = (service: string, resource: string, id: string, members: object, more: object = {}) =>
  emulator.control('POST', '/put', { service, resource, id, set: members, ...more });
const advance = (advanceSeconds: number) => emulator.control('POST', '/clock', { advanceSeconds });

beforeEach(async () => {
  await emulator.control('POST', '/clock', { frozen: true });
  await emulator.control('POST', '/settings', { staleReadSeconds: 2 });
});

test('GetCase returns the old status for the given time after CloseCase, which states the new one', async () => {
  await put('security-ir', 'case', CASE, { title: 'x', caseStatus: 'Submitted', resolverType: 'Self' });
  const statusOf = async () =>
    (await clients.securityIr.send(new GetCaseCommand({ caseId: CASE }))).caseStatus;
  expect(await statusOf()).toBe('Submitted');
  const { caseStatus } = await clients.securityIr.send(new CloseCaseCommand({ caseId: CASE }));
  expect(caseStatus).toBe('Closed');
  expect(await statusOf()).toBe('Submitted');
  await advance(1.9);
  expect(await statusOf()).toBe('Submitted');
  await advance(0.2);
  expect(await statusOf()).toBe('Closed');
});

test('a resource that was not read before the change is never stale', async () => {
  await put('workmail', 'organization', ORGANIZATION, { Alias: 'stale' });
  const job = { EntityId: 'S-1-1-11-1111111111', State: 'RUNNING' };
  await put('workmail', 'exportJob', EXPORT, job, { organizationId: ORGANIZATION });
  const ref = { OrganizationId: ORGANIZATION, JobId: EXPORT };
  await clients.workMail.send(new CancelMailboxExportJobCommand({ ...ref, ClientToken: 'a' }));
  const { State } = await clients.workMail.send(new DescribeMailboxExportJobCommand(ref));
  expect(State).toBe('CANCELLED');
});

test('GetMember returns a deleted member for the given time', async () => {
  await put('macie2', 'member', MEMBER, { relationshipStatus: 'Removed' });
  const get = () => clients.macie.send(new GetMemberCommand({ id: MEMBER }));
  await get();
  await clients.macie.send(new DeleteMemberCommand({ id: MEMBER }));
  expect((await get()).relationshipStatus).toBe('Removed');
  await advance(3);
  expect(await rejection(get())).toMatchObject({ name: 'ResourceNotFoundException' });
});
