// Whatever AWS answers to a change, it is sent exactly once, and what is said of it is so.
import { Harness } from '../support/harness';
import { CANCEL_EXPORT, MOVE_CASE, SUSPEND } from '../support/sample-changes';
import { startTestEmulator } from '../support/emulator';
import { startTestGateway } from '../support/gateway';
import { FAULTS } from './faults';
import { LIMITS } from './fault-harness';

const CHANGES = [SUSPEND, CANCEL_EXPORT, MOVE_CASE];

/** The change that is applied five seconds after it was given up belongs to another test's world. */
const faults = FAULTS.filter(({ lay }) => !('latencyMs' in lay));

const rigs: Harness[] = [];

async function openHarness(): Promise<Harness> {
  const harness = new Harness();
  harness.emulator = await startTestEmulator({ sizes: { jobs: 0, members: 0, exportJobs: 0, cases: 0 } });
  harness.gateway = await startTestGateway(harness.emulator.url, {}, LIMITS);
  rigs.push(harness);
  return harness;
}

afterAll(async () => {
  for (const { gateway, emulator } of rigs) {
    await gateway.close();
    await emulator.close();
  }
});

/** What may be said of a change, by whether AWS has the resource in the status that was requested. */
const TRUE_OUTCOMES = { changed: ['APPLIED', 'RECONCILED', 'UNKNOWN'], unchanged: ['REFUSED', 'UNKNOWN'] };

test.concurrent.each(faults)('AWS $name', async ({ lay }) => {
  const harness = await openHarness();
  for (const { put, service, update } of CHANGES) {
    await put(harness);
    await harness.lay({ service: service.signingName, operation: update, ...lay });
  }
  const answers = await Promise.all(CHANGES.map((change) => change.request(harness)));
  const sent = (await harness.updates()).map(({ operation }) => operation).sort();
  expect(sent).toEqual(CHANGES.map(({ update }) => update).sort());
  for (const [index, change] of CHANGES.entries()) {
    const became = (await change.statusInAws(harness)) === change.toText ? 'changed' : 'unchanged';
    expect(TRUE_OUTCOMES[became]).toContain(answers[index]?.change?.outcome);
    expect(answers[index]?.errors.map(({ extensions }) => extensions.code)).not.toContain(
      'INTERNAL_SERVER_ERROR',
    );
  }
});
