// The deadline of a request: sources that exceed it are TIMED_OUT, and the others are complete.
import { OverviewDocument } from '../generated/graphql';
import { startTestEmulator, type TestEmulator } from '../support/emulator';
import { startTestGateway, type TestGateway } from '../support/gateway';

const DEADLINE_SECONDS = 1;

let emulator: TestEmulator;
let gateway: TestGateway;

beforeAll(async () => {
  emulator = await startTestEmulator();
  gateway = await startTestGateway(emulator.url, { readDeadlineSeconds: DEADLINE_SECONDS });
  // The first request of a process also compiles its code, which takes a second on a busy machine.
  await gateway.read(OverviewDocument, { first: 1 });
});

afterAll(async () => {
  await gateway.close();
  await emulator.close();
});

test('a connection whose service hangs is TIMED_OUT at the deadline, and the other three are complete', async () => {
  await emulator.control('POST', '/faults', { service: 'macie2', operation: 'ListMembers', hang: true });
  const started = performance.now();
  const data = await gateway.read(OverviewDocument, { first: 3 });
  const seconds = (performance.now() - started) / 1000;

  expect(data.macieMembers).toMatchObject({
    nodes: [],
    completeness: {
      complete: false,
      sources: [{ target: { name: 'default' }, service: 'MACIE', status: 'TIMED_OUT' }],
    },
  });
  for (const connection of [data.classificationJobs, data.mailboxExportJobs, data.securityCases]) {
    expect(connection?.nodes).toHaveLength(3);
    expect(connection?.completeness.complete).toBe(true);
  }
  expect(seconds).toBeGreaterThan(DEADLINE_SECONDS * 0.9);
  // Well before the timeout of a single call, which is 5 s.
  expect(seconds).toBeLessThan(4);
});
