// Changes under every fault of AWS: the gateway sends each change exactly once, and reports a true outcome.
import { Harness } from '../support/harness';
import { CANCEL_EXPORT, MOVE_CASE, SUSPEND } from '../support/sample-changes';
import { startTestEmulator } from '../support/emulator';
import { startTestGateway } from '../support/gateway';
import { FAULTS } from './faults';
import { LIMITS } from './fault-harness';

const CHANGES = [SUSPEND, CANCEL_EXPORT, MOVE_CASE];

/** Without the late response: AWS would apply the change five seconds later, after the test has read the status. */
const faults = FAULTS.filter(({ effect }) => !('latencyMs' in effect));

const harnesses: Harness[] = [];

async function openHarness(): Promise<Harness> {
  const harness = new Harness();
  harness.emulator = await startTestEmulator({ sizes: { jobs: 0, members: 0, exportJobs: 0, cases: 0 } });
  harness.gateway = await startTestGateway(harness.emulator.url, {}, LIMITS);
  harnesses.push(harness);
  return harness;
}

afterAll(async () => {
  for (const { gateway, emulator } of harnesses) {
    await gateway.close();
    await emulator.close();
  }
});

/** The true outcomes, by whether the resource has the requested status in AWS. */
const TRUE_OUTCOMES = { changed: ['APPLIED', 'RECONCILED', 'UNKNOWN'], unchanged: ['REFUSED', 'UNKNOWN'] };

test.concurrent.each(faults)(
  'sends a change once and reports a true outcome when AWS $name',
  async ({ effect }) => {
    const harness = await openHarness();
    for (const { put, service, update } of CHANGES) {
      await put(harness);
      await harness.lay({ service: service.signingName, operation: update, ...effect });
    }
    const responses = await Promise.all(CHANGES.map((change) => change.request(harness)));
    const sent = (await harness.updates()).map(({ operation }) => operation).sort();
    expect(sent).toEqual(CHANGES.map(({ update }) => update).sort());
    for (const [index, change] of CHANGES.entries()) {
      const result = (await change.statusInAws(harness)) === change.toText ? 'changed' : 'unchanged';
      expect(TRUE_OUTCOMES[result]).toContain(responses[index]?.outcome);
      expect(responses[index]?.errors.map(({ extensions }) => extensions.code)).not.toContain(
        'INTERNAL_SERVER_ERROR',
      );
    }
  },
);
