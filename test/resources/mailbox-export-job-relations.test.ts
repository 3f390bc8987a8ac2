// The organization and the owner of an exported mailbox: every field has the value of WorkMail, and the calls it costs.
import { readState, type StateRow } from '../support/emulator';
import { HOME, useSeveralTargets } from '../support/several-targets';
import { lowerCamel } from '../support/lower-camel';

const setup = useSeveralTargets({ exportJobs: 40 }, { targets: [HOME] });

beforeEach(() => setup.forgetCalls());

const ORGANIZATION_FIELDS = [
  'OrganizationId',
  'Alias',
  'DirectoryId',
  'DirectoryType',
  'DefaultMailDomain',
  'CompletedDate',
  'ErrorMessage',
  'ARN',
  'MigrationAdmin',
  'InteroperabilityEnabled',
];

const USER_FIELDS = [
  'UserId',
  'Name',
  'Email',
  'DisplayName',
  'UserRole',
  'EnabledDate',
  'DisabledDate',
  'MailboxProvisionedDate',
  'MailboxDeprovisionedDate',
  'FirstName',
  'LastName',
  'HiddenFromGlobalAddressList',
  'Initials',
  'Telephone',
  'Street',
  'JobTitle',
  'City',
  'Company',
  'ZipCode',
  'Department',
  'Country',
  'Office',
  'IdentityProviderUserId',
  'IdentityProviderIdentityStoreId',
];

/** The fields whose names differ from those of WorkMail's members. */
const RENAMED: Readonly<Record<string, string>> = {
  CompletedDate: 'completedAt',
  EnabledDate: 'enabledAt',
  DisabledDate: 'disabledAt',
  MailboxProvisionedDate: 'mailboxProvisionedAt',
  MailboxDeprovisionedDate: 'mailboxDeprovisionedAt',
};

const fieldOf = (member: string) => RENAMED[member] ?? lowerCamel(member);

/** The members as the schema returns them: dates as text, absent members as null. */
function inSchema(row: StateRow, members: readonly string[]): Record<string, unknown> {
  const value = (member: string) => {
    const stored = row[member];
    return member.endsWith('Date') && typeof stored === 'number'
      ? new Date(stored * 1000).toISOString()
      : (stored ?? null);
  };
  return Object.fromEntries(members.map((member) => [fieldOf(member), value(member)]));
}

interface Job {
  readonly entityId: string;
  readonly organization: Record<string, unknown> | null;
  readonly owner: Record<string, unknown> | null;
}

async function read(fields: string): Promise<Job[]> {
  const { data, errors } = await setup.gateway.send(
    `{ mailboxExportJobs(first: 200) { nodes { entityId ${fields} } } }`,
  );
  expect(errors).toBeUndefined();
  return (data?.mailboxExportJobs as { nodes: Job[] }).nodes;
}

test('every field of every organization has the value of WorkMail, for one DescribeOrganization each', async () => {
  const { workmail } = await readState(setup.emulator, HOME.account);
  const expected = workmail.organizations.map((row) => ({
    ...inSchema(row, ORGANIZATION_FIELDS),
    awsStatus: row.State,
    target: { name: 'home' },
  }));
  const jobs = await read(
    `organization { target { name } awsStatus ${ORGANIZATION_FIELDS.map(fieldOf).join(' ')} }`,
  );
  const organizations = new Map(
    jobs.map(({ organization }) => [String(organization?.organizationId), organization]),
  );
  expect(jobs).toHaveLength(40);
  expect(organizations.size).toBe(2);
  for (const organization of organizations.values()) expect(expected).toContainEqual(organization);
  expect(await setup.callCounts()).toMatchObject({ DescribeOrganization: 2, ListMailboxExportJobs: 2 });
});

test('every field of every owner has the value of WorkMail, for one DescribeUser each and none for a resource', async () => {
  const { workmail } = await readState(setup.emulator, HOME.account);
  const users = new Map(
    workmail.organizations.flatMap((organization) =>
      organization.users.map((user) => {
        const words = { status: user.State, awsStatus: user.State, awsUserRole: user.UserRole };
        return [String(user.UserId), { ...inSchema(user, USER_FIELDS), ...words }] as const;
      }),
    ),
  );
  const jobs = await read(`owner { status awsStatus awsUserRole ${USER_FIELDS.map(fieldOf).join(' ')} }`);
  const owned = jobs.filter(({ owner }) => owner !== null);
  for (const { entityId, owner } of owned) {
    expect(owner).toEqual(users.get(entityId));
  }
  expect(owned.length).toBeGreaterThan(20);
  expect(owned.some(({ owner }) => owner?.telephone != null && owner.identityProviderUserId != null)).toBe(
    true,
  );

  const resources = jobs.filter(({ entityId }) => entityId.startsWith('r-'));
  expect(resources.length).toBeGreaterThan(0);
  expect(resources.every(({ owner }) => owner === null)).toBe(true);
  const owners = new Set(jobs.map(({ entityId }) => entityId).filter((id) => !id.startsWith('r-')));
  expect(await setup.callCounts()).toMatchObject({ DescribeUser: owners.size });
});

test('owner is null for a deleted user, and an error of that field only when the directory is unavailable', async () => {
  await setup.lay({
    service: 'workmail',
    operation: 'DescribeUser',
    error: { type: 'EntityNotFoundException' },
  });
  const jobs = await read('owner { userId }');
  expect(jobs.every(({ owner }) => owner === null)).toBe(true);
  await setup.clearFaults();

  await setup.lay({
    service: 'workmail',
    operation: 'DescribeUser',
    error: { type: 'DirectoryUnavailableException' },
  });
  const { data, errors } = await setup.gateway.send(
    '{ mailboxExportJobs(first: 3) { nodes { jobId owner { userId } } } }',
  );
  await setup.clearFaults();
  expect((data?.mailboxExportJobs as { nodes: unknown[] }).nodes).toHaveLength(3);
  expect(errors?.every(({ extensions }) => extensions.code === 'AWS_UNAVAILABLE')).toBe(true);
});
