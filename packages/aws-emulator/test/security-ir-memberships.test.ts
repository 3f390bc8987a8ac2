// Security Incident Response: ListMemberships, GetMembership, and the tags of memberships.
import {
  GetMembershipCommand,
  ListMembershipsCommand,
  ListTagsForResourceCommand,
  TagResourceCommand,
  UntagResourceCommand,
  type ListMembershipItem,
} from '@aws-sdk/client-security-ir';
import { authorization, raw, rejection, sdkClients } from './support/clients';
import { NO_RESOURCES, startTestEmulator, useEmulator } from './support/emulator';

const { emulator, clients } = useEmulator({ sizes: { ...NO_RESOURCES, members: 10 } });

const ID = 'm-0123456789abcdef';

async function put(set: object, id = ID): Promise<void> {
  await emulator.control('POST', '/put', { service: 'security-ir', resource: 'membership', id, set });
}

function call(method: string, path: string, body?: string) {
  return raw(emulator.url, method, path, { authorization: authorization('security-ir') }, body);
}

async function walk(maxResults: number, { securityIr } = clients): Promise<ListMembershipItem[]> {
  const items: ListMembershipItem[] = [];
  let nextToken: string | undefined;
  do {
    const page = await securityIr.send(new ListMembershipsCommand({ maxResults, nextToken }));
    items.push(...(page.items ?? []));
    nextToken = page.nextToken;
  } while (nextToken !== undefined);
  return items;
}

describe('ListMemberships', () => {
  test.each([1, 2, 25])('lists every membership once in pages of %d', async (maxResults) => {
    const items = await walk(maxResults);
    expect(new Set(items.map(({ membershipId }) => membershipId)).size).toBe(3);
    expect(items.map(({ membershipStatus }) => membershipStatus)).toEqual([
      'Active',
      'Cancelled',
      'Terminated',
    ]);
  });

  test('returns exactly the members of ListMembershipItem, and no total', async () => {
    const { status, body } = await call('POST', '/v1/memberships', '{}');
    expect(status).toBe(200);
    const { items, ...others } = body as { items: Record<string, unknown>[] };
    expect(others).toEqual({});
    for (const item of items) {
      expect(Object.keys(item).sort()).toEqual([
        'accountId',
        'membershipArn',
        'membershipId',
        'membershipStatus',
        'region',
      ]);
    }
  });

  test('generates the same ids for the same seed, and other ids for another account', async () => {
    const idsAt = async (url: string, account?: string) => {
      const other = sdkClients(url, account);
      const items = await walk(25, other);
      other.destroy();
      return items.map(({ membershipId }) => membershipId);
    };
    const again = await startTestEmulator();
    const [first, second, otherAccount] = [
      await idsAt(emulator.url),
      await idsAt(again.url),
      await idsAt(emulator.url, '444455556666'),
    ];
    await again.close();
    expect(second).toEqual(first);
    expect(otherAccount.filter((id) => first.includes(id))).toEqual([]);
  });

  test.each([
    ['{"maxResults":0}', 'maxResults'],
    ['{"maxResults":26}', 'maxResults'],
    [JSON.stringify({ nextToken: 'x'.repeat(2001) }), 'nextToken'],
    ['{"nextToken":"made-up"}', 'nextToken'],
  ])('rejects %s', async (body, field) => {
    const reply = await call('POST', '/v1/memberships', body);
    expect(reply.status).toBe(400);
    expect(reply.headers.get('x-amzn-errortype')).toBe('ValidationException');
    expect(reply.body).toMatchObject({ reason: 'FIELD_VALIDATION_FAILED', fieldList: [{ name: field }] });
  });

  test('rejects a nextToken of another account', async () => {
    const { nextToken } = await clients.securityIr.send(new ListMembershipsCommand({ maxResults: 1 }));
    const other = sdkClients(emulator.url, '444455556666');
    const error = await rejection(other.securityIr.send(new ListMembershipsCommand({ nextToken })));
    other.destroy();
    expect(error).toMatchObject({ name: 'ValidationException' });
  });
});

describe('GetMembership', () => {
  test('returns every member of an active membership', async () => {
    const [active] = await walk(25);
    const { $metadata, ...membership } = await clients.securityIr.send(
      new GetMembershipCommand({ membershipId: active?.membershipId }),
    );
    expect($metadata.httpStatusCode).toBe(200);
    expect(membership).toMatchObject({ ...active, accountId: '111122223333', region: 'us-east-1' });
    expect(membership).toMatchObject({
      membershipName: expect.any(String) as unknown,
      membershipActivationTimestamp: expect.any(Date) as unknown,
      customerType: 'Organization',
      // The account itself and its ten members.
      numberOfAccountsCovered: 11,
      optInFeatures: [{ featureName: 'Triage', isEnabled: true }],
      membershipAccountsConfigurations: { coverEntireOrganization: true },
    });
    expect(membership.membershipDeactivationTimestamp).toBeUndefined();
    expect(membership.incidentResponseTeam?.length).toBeGreaterThanOrEqual(2);
    expect(membership.incidentResponseTeam?.[0]).toMatchObject({
      name: expect.any(String) as unknown,
      jobTitle: expect.any(String) as unknown,
      email: expect.stringContaining('@') as unknown,
    });
  });

  test('returns the time at which a canceled or terminated membership ends', async () => {
    const { now } = (await emulator.control('GET', '/clock')) as { now: string };
    const [, canceled, terminated] = await walk(25);
    const endOf = async (item: ListMembershipItem | undefined) => {
      const command = new GetMembershipCommand({ membershipId: item?.membershipId });
      return (await clients.securityIr.send(command)).membershipDeactivationTimestamp?.getTime();
    };
    expect(await endOf(canceled)).toBeGreaterThan(Date.parse(now));
    expect(await endOf(terminated)).toBeLessThan(Date.parse(now));
  });

  test('sends times as seconds since the epoch', async () => {
    await put({ membershipStatus: 'Active', membershipActivationTimestamp: '2026-11-21T10:00:00.5Z' });
    const { body } = await call('GET', `/v1/membership/${ID}`);
    expect(body).toMatchObject({ membershipActivationTimestamp: 1_795_255_200.5 });
  });

  test('returns ResourceNotFoundException for an unknown membership', async () => {
    const error = await rejection(clients.securityIr.send(new GetMembershipCommand({ membershipId: ID })));
    expect(error).toMatchObject({ name: 'ResourceNotFoundException', $metadata: { httpStatusCode: 404 } });
  });

  test.each(['m-123456789', 'm-0123456789ABCDEF', `m-${'a'.repeat(33)}`, '0123456789ab'])(
    'rejects the membershipId %s',
    async (membershipId) => {
      const reply = await call('GET', `/v1/membership/${membershipId}`);
      expect(reply.status).toBe(400);
      const { reason, fieldList } = reply.body as { reason: string; fieldList: { name: string }[] };
      expect(reason).toBe('FIELD_VALIDATION_FAILED');
      expect(new Set(fieldList.map(({ name }) => name))).toEqual(new Set(['membershipId']));
    },
  );
});

test('the call log contains both operations with their parameters', async () => {
  await put({ membershipStatus: 'Active' });
  await clients.securityIr.send(new ListMembershipsCommand({ maxResults: 5 }));
  await clients.securityIr.send(new GetMembershipCommand({ membershipId: ID }));
  const calls = await emulator.calls();
  expect(calls.map(({ operation, parameters, status }) => ({ operation, parameters, status }))).toEqual([
    { operation: 'ListMemberships', parameters: { maxResults: 5 }, status: 200 },
    { operation: 'GetMembership', parameters: { membershipId: ID }, status: 200 },
  ]);
});

test('put changes a membership, and accepts a status that the model does not define', async () => {
  await put({ membershipStatus: 'Active', membershipName: 'one' });
  await put({ membershipStatus: 'Suspended' });
  const membership = await clients.securityIr.send(new GetMembershipCommand({ membershipId: ID }));
  expect(membership).toMatchObject({ membershipStatus: 'Suspended', membershipName: 'one' });
});

test('put requires a status for a new membership', async () => {
  await expect(put({ membershipName: 'one' })).rejects.toThrow('set membershipStatus');
});

test('GET /state returns memberships', async () => {
  await put({ membershipStatus: 'Active' });
  const state = (await emulator.control('GET', '/state')) as {
    'security-ir': { memberships: { membershipId: string }[] };
  };
  expect(state['security-ir'].memberships.map(({ membershipId }) => membershipId)).toContain(ID);
  expect(state['security-ir'].memberships).toHaveLength(4);
});

test('a membership has tags', async () => {
  await put({ membershipStatus: 'Active' });
  const resourceArn = `arn:aws:security-ir:us-east-1:111122223333:membership/${ID}`;
  await clients.securityIr.send(new TagResourceCommand({ resourceArn, tags: { team: 'soc', tier: '1' } }));
  await clients.securityIr.send(new UntagResourceCommand({ resourceArn, tagKeys: ['tier'] }));
  const { tags } = await clients.securityIr.send(new ListTagsForResourceCommand({ resourceArn }));
  expect(tags).toEqual({ team: 'soc' });
});

test.each(['Active', 'Cancelled', 'Terminated'])(
  'both operations reject calls if the service is not active, even with a membership that is %s',
  async (membershipStatus) => {
    await put({ membershipStatus });
    await emulator.control('POST', '/settings', { securityIncidentResponseActive: false });
    for (const attempt of [new ListMembershipsCommand({}), new GetMembershipCommand({ membershipId: ID })]) {
      const sent = clients.securityIr.send(attempt as ListMembershipsCommand);
      expect(await rejection(sent)).toMatchObject({ name: 'SecurityIncidentResponseNotActiveException' });
    }
  },
);
