// WorkMail users and resources, and the owners of the seeded export jobs.
import {
  DescribeEntityCommand,
  DescribeUserCommand,
  ListMailboxExportJobsCommand,
} from '@aws-sdk/client-workmail';
import { authorization, raw, rejection } from './support/clients';
import { useEmulator } from './support/emulator';
import { readState, type EmulatorState, type StateRow } from './support/state';

const { emulator, clients } = useEmulator({ resetBeforeEach: false });
let state: EmulatorState['workmail'];
let resources: StateRow[];
let OrganizationId: string;

beforeAll(async () => {
  state = (await readState(emulator)).workmail;
  OrganizationId = String(state.organizations[0]?.OrganizationId);
  const { resources: all } = state as unknown as { resources: StateRow[] };
  resources = all.filter((resource) => resource.OrganizationId === OrganizationId);
});

function users(): readonly StateRow[] {
  return state.organizations[0]?.users ?? [];
}

function call(operation: string, body: object) {
  const headers = {
    authorization: authorization('workmail'),
    'content-type': 'application/x-amz-json-1.1',
    'x-amz-target': `WorkMailService.${operation}`,
  };
  return raw(emulator.url, 'POST', '/', headers, JSON.stringify(body));
}

function describeUser(UserId: unknown) {
  return clients.workMail.send(new DescribeUserCommand({ OrganizationId, UserId: String(UserId) }));
}

function describeEntity(Email: unknown) {
  return clients.workMail.send(new DescribeEntityCommand({ OrganizationId, Email: String(Email) }));
}

const EVERY_MEMBER = [
  'City',
  'Company',
  'Country',
  'Department',
  'DisabledDate',
  'DisplayName',
  'Email',
  'EnabledDate',
  'FirstName',
  'HiddenFromGlobalAddressList',
  'IdentityProviderIdentityStoreId',
  'IdentityProviderUserId',
  'Initials',
  'JobTitle',
  'LastName',
  'MailboxDeprovisionedDate',
  'MailboxProvisionedDate',
  'Name',
  'Office',
  'State',
  'Street',
  'Telephone',
  'UserId',
  'UserRole',
  'ZipCode',
];

describe('DescribeUser', () => {
  test('returns a user by id, name and email address', async () => {
    const [stored] = users();
    for (const key of [stored?.UserId, stored?.Name, stored?.Email, String(stored?.Email).toUpperCase()]) {
      const reply = await call('DescribeUser', { OrganizationId, UserId: key });
      expect(reply.body).toEqual(stored);
    }
  });

  test('returns every member of the model for a disabled user', async () => {
    const disabled = users().find(({ State }) => State === 'DISABLED');
    const user = await describeUser(disabled?.UserId);
    expect(Object.keys(user).sort()).toEqual(['$metadata', ...EVERY_MEMBER]);
    expect(user).toMatchObject({
      State: 'DISABLED',
      UserRole: 'USER',
      HiddenFromGlobalAddressList: true,
      EnabledDate: expect.any(Date) as unknown,
      DisabledDate: expect.any(Date) as unknown,
      MailboxProvisionedDate: expect.any(Date) as unknown,
      MailboxDeprovisionedDate: expect.any(Date) as unknown,
      Telephone: expect.stringMatching(/^\+1-555-01\d\d$/) as unknown,
      IdentityProviderIdentityStoreId: expect.stringMatching(/^d-[0-9a-f]{10}$/) as unknown,
    });
  });

  test('returns only the members that a system user has', async () => {
    const system = users().find(({ UserRole }) => UserRole === 'SYSTEM_USER');
    const user = await describeUser(system?.Name);
    expect(Object.keys(user).sort()).toEqual([
      '$metadata',
      'Email',
      'EnabledDate',
      'HiddenFromGlobalAddressList',
      'MailboxProvisionedDate',
      'Name',
      'State',
      'UserId',
      'UserRole',
    ]);
  });

  test('users have all three states and three roles', () => {
    expect(new Set(users().map(({ State }) => State))).toEqual(new Set(['ENABLED', 'DISABLED', 'DELETED']));
    expect(new Set(users().map(({ UserRole }) => UserRole))).toEqual(
      new Set(['USER', 'REMOTE_USER', 'SYSTEM_USER']),
    );
  });

  test('returns a deleted user without an email address', async () => {
    const deleted = users().find(({ State }) => State === 'DELETED');
    const user = await describeUser(deleted?.UserId);
    expect([user.State, user.Email, user.DisplayName]).toEqual(['DELETED', undefined, deleted?.DisplayName]);
    expect(user.DisabledDate).toBeInstanceOf(Date);
  });

  test('returns EntityNotFoundException for a resource, an unknown user, and a user of another organization', async () => {
    const [resource] = resources;
    const otherUser = state.organizations[1]?.users[0]?.UserId;
    for (const key of [resource?.EntityId, resource?.Email, 'nobody', otherUser]) {
      expect(await rejection(describeUser(key))).toMatchObject({
        name: 'EntityNotFoundException',
        $metadata: { httpStatusCode: 400 },
      });
    }
  });

  test.each(['', 'x'.repeat(257), 'a b'])('rejects the UserId %j', async (UserId) => {
    const reply = await call('DescribeUser', { OrganizationId, UserId });
    expect(reply.body).toMatchObject({ __type: 'InvalidParameterException' });
  });
});

describe('DescribeEntity', () => {
  test('returns every user that has an email address, and every resource', async () => {
    const addressed = users().filter(({ Email }) => Email !== undefined);
    expect([addressed.length, resources.length]).toEqual([23, 3]);
    for (const { UserId, Name, Email } of addressed) {
      const reply = await call('DescribeEntity', { OrganizationId, Email });
      expect(reply.body).toEqual({ EntityId: UserId, Name, Type: 'USER' });
    }
    for (const { EntityId, Name, Email } of resources) {
      const entity = await describeEntity(Email);
      expect(entity).toMatchObject({ EntityId, Name, Type: 'RESOURCE' });
      expect(EntityId).toMatch(/^r-[0-9a-f]{32}$/);
    }
  });

  test('returns EntityNotFoundException for an unknown address', async () => {
    const otherAddress = state.organizations[1]?.users[0]?.Email;
    for (const Email of ['nobody@example.com', otherAddress]) {
      expect(await rejection(describeEntity(Email))).toMatchObject({ name: 'EntityNotFoundException' });
    }
  });

  test('requires an existing organization', async () => {
    const unknownOrganization = new DescribeEntityCommand({
      OrganizationId: `m-${'0'.repeat(32)}`,
      Email: 'a@b.cd',
    });
    expect(await rejection(clients.workMail.send(unknownOrganization))).toMatchObject({
      name: 'OrganizationNotFoundException',
    });
  });

  test.each([undefined, '', 'nobody', 'a@b', 'a b@example.com', `${'x'.repeat(65)}@example.com`])(
    'rejects the address %j',
    async (Email) => {
      const reply = await call('DescribeEntity', { OrganizationId, Email });
      expect(reply.status).toBe(400);
      expect(reply.body).toMatchObject({
        __type: 'InvalidParameterException',
        Message: expect.stringContaining("'Email'") as unknown,
      });
    },
  );

  test('is logged with the email address', async () => {
    await emulator.control('DELETE', '/calls');
    await describeEntity(resources[0]?.Email);
    expect((await emulator.calls())[0]?.parameters).toEqual({ OrganizationId, Email: resources[0]?.Email });
  });
});

test('seeded export jobs belong to users with profiles, one of whom is deleted, and to one resource', async () => {
  for (const { OrganizationId: id, users } of state.organizations) {
    const { Jobs = [] } = await clients.workMail.send(
      new ListMailboxExportJobsCommand({ OrganizationId: String(id) }),
    );
    const owners = Jobs.map(({ EntityId }) => users.find(({ UserId }) => UserId === EntityId) ?? EntityId);
    expect(owners).toHaveLength(15);
    expect(owners.filter((owner) => typeof owner === 'string')).toEqual([
      expect.stringMatching(/^r-[0-9a-f]{32}$/),
    ]);
    const userOwners = owners.filter((owner) => typeof owner === 'object');
    expect(userOwners.filter(({ State }) => State === 'DELETED')).toHaveLength(1);
    for (const owner of userOwners)
      expect(owner).toMatchObject({ UserRole: 'USER', City: expect.any(String) as unknown });
  }
});
