// The query of the README over all four resources.
import { OverviewDocument, TargetsDocument } from '../generated/graphql';
import { startTestEmulator, type TestEmulator } from '../support/emulator';
import { startTestGateway, type TestGateway } from '../support/gateway';

let emulator: TestEmulator;
let gateway: TestGateway;

beforeAll(async () => {
  emulator = await startTestEmulator();
  gateway = await startTestGateway(emulator.url);
});

afterAll(async () => {
  await gateway.close();
  await emulator.close();
});

test('one query returns all four resources, complete, for one call of each list', async () => {
  await emulator.control('DELETE', '/calls');
  const data = await gateway.read(OverviewDocument, { first: 3 });

  for (const connection of [
    data.classificationJobs,
    data.macieMembers,
    data.mailboxExportJobs,
    data.securityCases,
  ]) {
    expect(connection?.nodes).toHaveLength(3);
    expect(connection?.completeness.complete).toBe(true);
  }
  const calls = await emulator.calls();
  expect(calls.map(({ operation }) => operation).sort()).toEqual([
    'ListCases',
    'ListClassificationJobs',
    'ListMailboxExportJobs',
    'ListMembers',
    'ListOrganizations',
  ]);
});

test('targets reports that the data is emulated', async () => {
  const data = await gateway.read(TargetsDocument);
  expect(data.targets).toEqual([
    {
      name: 'default',
      region: 'us-east-1',
      services: ['MACIE', 'WORKMAIL', 'SECURITY_INCIDENT_RESPONSE'],
      emulated: true,
    },
  ]);
});
