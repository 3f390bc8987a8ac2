// The seed: deterministic ids, every status, and references between resources.
import { startTestEmulator, useEmulator } from './support/emulator';
import { readState, type EmulatorState, type StateRow } from './support/state';

const { emulator } = useEmulator({ resetBeforeEach: false });
let state: EmulatorState;

beforeAll(async () => {
  state = await readState(emulator);
});

function values(rows: readonly StateRow[], ...members: string[]): string[] {
  return [...new Set(rows.map((row) => members.map((member) => String(row[member])).join(': ')))].sort();
}

function ids(of: EmulatorState): unknown[] {
  return [
    of.macie2.jobs.map((job) => [job.jobId, job.name, job.jobStatus]),
    of.macie2.members.map((member) => [member.accountId, member.relationshipStatus]),
    of.workmail.organizations.map(({ users, exportJobs, ...organization }) => [
      organization.OrganizationId,
      users.map((user) => user.UserId),
      exportJobs.map((job) => [job.JobId, job.EntityId, job.State]),
    ]),
    of['security-ir'].cases.map((item) => [item.caseId, item.title, item.caseStatus]),
  ];
}

test('the same seed gives the same ids in another emulator', async () => {
  const another = await startTestEmulator();
  expect(ids(await readState(another))).toEqual(ids(state));
  await another.close();
});

test('another seed, account or region gives other ids', async () => {
  const another = await startTestEmulator({ seed: 'another' });
  const others = [
    await readState(another),
    await readState(emulator, '444455556666'),
    await readState(emulator, '111122223333', 'eu-west-1'),
  ];
  await another.close();
  const jobIds = others.map((other) => other.macie2.jobs[0]?.jobId);
  expect(new Set([...jobIds, state.macie2.jobs[0]?.jobId]).size).toBe(4);
});

test('members are the same accounts in every region', async () => {
  const otherRegion = await readState(emulator, '111122223333', 'eu-west-1');
  expect(values(otherRegion.macie2.members, 'accountId')).toEqual(values(state.macie2.members, 'accountId'));
});

test('jobs have every status that their type can have', () => {
  expect(values(state.macie2.jobs, 'jobType', 'jobStatus')).toEqual([
    'ONE_TIME: CANCELLED',
    'ONE_TIME: COMPLETE',
    'ONE_TIME: PAUSED',
    'ONE_TIME: RUNNING',
    'ONE_TIME: USER_PAUSED',
    'SCHEDULED: CANCELLED',
    'SCHEDULED: IDLE',
    'SCHEDULED: PAUSED',
    'SCHEDULED: RUNNING',
    'SCHEDULED: USER_PAUSED',
  ]);
});

test('members have all ten relationship statuses', () => {
  expect(values(state.macie2.members, 'relationshipStatus')).toEqual([
    'AccountSuspended',
    'Created',
    'EmailVerificationFailed',
    'EmailVerificationInProgress',
    'Enabled',
    'Invited',
    'Paused',
    'RegionDisabled',
    'Removed',
    'Resigned',
  ]);
});

test('export jobs have all four states in both organizations', () => {
  for (const organization of state.workmail.organizations) {
    expect(values(organization.exportJobs, 'State')).toEqual(['CANCELLED', 'COMPLETED', 'FAILED', 'RUNNING']);
  }
  expect(state.workmail.organizations).toHaveLength(2);
});

test('cases have all seven statuses with both resolver types', () => {
  const statuses = [
    'Acknowledged',
    'Closed',
    'Containment, Eradication and Recovery',
    'Detection and Analysis',
    'Post-incident Activities',
    'Ready to Close',
    'Submitted',
  ];
  expect(values(state['security-ir'].cases, 'resolverType', 'caseStatus')).toEqual(
    ['AWS', 'Self'].flatMap((resolverType) => statuses.map((status) => `${resolverType}: ${status}`)),
  );
});

test('cases refer to members, and jobs to members and up to five other accounts', () => {
  const members = new Set(values(state.macie2.members, 'accountId')).add('111122223333');
  const ofJobs = state.macie2.jobs.flatMap((job) => {
    const { bucketDefinitions = [] } = job.s3JobDefinition as {
      bucketDefinitions?: { accountId: string }[];
    };
    return bucketDefinitions.map(({ accountId }) => accountId);
  });
  const ofCases = state['security-ir'].cases.flatMap((item) => item.impactedAccounts as string[]);
  expect(ofCases.filter((account) => !members.has(account))).toEqual([]);
  const otherAccounts = new Set(ofJobs.filter((account) => !members.has(account)));
  expect(otherAccounts.size).toBeGreaterThanOrEqual(1);
  expect(otherAccounts.size).toBeLessThanOrEqual(5);
});

test('jobs and export jobs keep their statuses for five hours', async () => {
  await emulator.control('POST', '/clock', { frozen: true, advanceSeconds: 5 * 3600 });
  const later = await readState(emulator);
  expect(later.macie2.jobs.map((job) => job.jobStatus)).toEqual(
    state.macie2.jobs.map((job) => job.jobStatus),
  );
  expect(later.workmail.organizations.map(({ exportJobs }) => exportJobs.map((job) => job.State))).toEqual(
    state.workmail.organizations.map(({ exportJobs }) => exportJobs.map((job) => job.State)),
  );
});

test('sizes can be 0 and several thousand', async () => {
  const sized = await startTestEmulator({ sizes: { jobs: 0, members: 0, exportJobs: 0, cases: 0 } });
  const empty = await readState(sized);
  expect([empty.macie2.jobs, empty.macie2.members, empty['security-ir'].cases]).toEqual([[], [], []]);
  await sized.control('POST', '/reset', {
    sizes: { jobs: 5000, members: 5000, exportJobs: 5000, cases: 5000 },
  });
  const large = await readState(sized);
  expect(values(large.macie2.jobs, 'jobId')).toHaveLength(5000);
  expect(values(large.macie2.members, 'accountId')).toHaveLength(5000);
  expect(large.workmail.organizations.flatMap(({ exportJobs }) => exportJobs)).toHaveLength(5000);
  expect(values(large['security-ir'].cases, 'caseId')).toHaveLength(5000);
  await sized.close();
});
