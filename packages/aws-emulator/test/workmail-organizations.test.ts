// WorkMail's organizations over the wire.
import {
  DescribeOrganizationCommand,
  ListMailboxExportJobsCommand,
  ListOrganizationsCommand,
} from '@aws-sdk/client-workmail';
import { authorization, raw, rejection, sdkClients } from './support/clients';
import { useEmulator } from './support/emulator';
import { readState, type EmulatorState } from './support/state';

const { emulator, clients } = useEmulator();
let state: EmulatorState['workmail'];
let OrganizationId: string;

beforeEach(async () => {
  state = (await readState(emulator)).workmail;
  OrganizationId = String(state.organizations[0]?.OrganizationId);
});

function call(operation: string, body: string) {
  const headers = {
    authorization: authorization('workmail'),
    'content-type': 'application/x-amz-json-1.1',
    'x-amz-target': `WorkMailService.${operation}`,
  };
  return raw(emulator.url, 'POST', '/', headers, body);
}

describe('organizations', () => {
  test('are two, active, and described as they are stored', async () => {
    const { OrganizationSummaries } = await clients.workMail.send(new ListOrganizationsCommand({}));
    expect(OrganizationSummaries?.map(({ State }) => State)).toEqual(['Active', 'Active']);
    for (const { users, exportJobs, ...stored } of state.organizations) {
      const reply = await call(
        'DescribeOrganization',
        JSON.stringify({ OrganizationId: stored.OrganizationId }),
      );
      expect(reply.body).toEqual(stored);
      expect([users.length, exportJobs.length]).toEqual([24, 15]);
    }
  });

  test('are paged', async () => {
    const first = await clients.workMail.send(new ListOrganizationsCommand({ MaxResults: 1 }));
    const { NextToken } = first;
    const second = await clients.workMail.send(new ListOrganizationsCommand({ MaxResults: 1, NextToken }));
    expect(second.NextToken).toBeUndefined();
    expect(second.OrganizationSummaries?.[0]?.OrganizationId).not.toBe(
      first.OrganizationSummaries?.[0]?.OrganizationId,
    );
  });

  test.each([
    ['us-east-1', 2],
    ['us-west-2', 2],
    ['eu-west-1', 2],
    ['eu-central-1', 0],
  ])('in %s are %d', async (region, count) => {
    const there = sdkClients(emulator.url, '111122223333', region);
    const { OrganizationSummaries } = await there.workMail.send(new ListOrganizationsCommand({}));
    there.destroy();
    expect(OrganizationSummaries).toHaveLength(count);
  });

  test('that do not exist are not found', async () => {
    const missing = { OrganizationId: `m-${'0'.repeat(32)}` };
    expect(await rejection(clients.workMail.send(new ListMailboxExportJobsCommand(missing)))).toMatchObject({
      name: 'OrganizationNotFoundException',
      $metadata: { httpStatusCode: 400 },
    });
    expect(await rejection(clients.workMail.send(new DescribeOrganizationCommand(missing)))).toMatchObject({
      name: 'OrganizationNotFoundException',
    });
  });

  test('that are not active can be described, and nothing else', async () => {
    const body = {
      service: 'workmail',
      resource: 'organization',
      id: OrganizationId,
      set: { State: 'Deleting' },
    };
    await emulator.control('POST', '/put', body);
    const described = await clients.workMail.send(new DescribeOrganizationCommand({ OrganizationId }));
    expect(described.State).toBe('Deleting');
    const error = await rejection(
      clients.workMail.send(new ListMailboxExportJobsCommand({ OrganizationId })),
    );
    expect(error).toMatchObject({ name: 'OrganizationStateException' });
  });
});
