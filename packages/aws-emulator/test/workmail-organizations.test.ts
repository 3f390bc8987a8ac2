// WorkMail: organizations, their regions and their states.
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

describe('WorkMail organizations', () => {
  test('two active organizations exist, and DescribeOrganization returns them as the emulator stores them', async () => {
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

  test('ListOrganizations returns the organizations in pages', async () => {
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
  ])('the region %s has %d organizations', async (region, count) => {
    const regionClients = sdkClients(emulator.url, '111122223333', region);
    const { OrganizationSummaries } = await regionClients.workMail.send(new ListOrganizationsCommand({}));
    regionClients.destroy();
    expect(OrganizationSummaries).toHaveLength(count);
  });

  test('an unknown organization returns OrganizationNotFoundException', async () => {
    const missing = { OrganizationId: `m-${'0'.repeat(32)}` };
    expect(await rejection(clients.workMail.send(new ListMailboxExportJobsCommand(missing)))).toMatchObject({
      name: 'OrganizationNotFoundException',
      $metadata: { httpStatusCode: 400 },
    });
    expect(await rejection(clients.workMail.send(new DescribeOrganizationCommand(missing)))).toMatchObject({
      name: 'OrganizationNotFoundException',
    });
  });

  test('an organization that is not active can be described, but its export jobs cannot be listed', async () => {
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
