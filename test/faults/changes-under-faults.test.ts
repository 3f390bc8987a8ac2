// Whatever AWS answers to a change, it is sent exactly once, and what is said of it is so.
import { Rig } from '../support/harness';
import { CANCEL_EXPORT, MOVE_CASE, SUSPEND } from '../support/sample-changes';
import { startTestEmulator } from '../support/emulator';
import { startTestGateway } from '../support/gateway';
import { FAULTS } from './faults';
import { LIMITS } from './fault-harness';

const CHANGES = [SUSPEND, CANCEL_EXPORT, MOVE_CASE];

/** The change that is applied five seconds after it was given up belongs to another test's world. */
const faults = FAULTS.filter(({ lay }) => !('latencyMs' in lay));

const rigs: Rig[] = [];

async function openRig(): Promise<Rig> {
  const rig = new Rig();
  rig.emulator = await startTestEmulator({ sizes: { jobs: 0, members: 0, exportJobs: 0, cases: 0 } });
  rig.gateway = await startTestGateway(rig.emulator.url, {}, LIMITS);
  rigs.push(rig);
  return rig;
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
  const rig = await openRig();
  for (const { put, service, update } of CHANGES) {
    await put(rig);
    await rig.lay({ service: service.signingName, operation: update, ...lay });
  }
  const answers = await Promise.all(CHANGES.map((change) => change.request(rig)));
  const sent = (await rig.updates()).map(({ operation }) => operation).sort();
  expect(sent).toEqual(CHANGES.map(({ update }) => update).sort());
  for (const [index, change] of CHANGES.entries()) {
    const became = (await change.statusInAws(rig)) === change.toText ? 'changed' : 'unchanged';
    expect(TRUE_OUTCOMES[became]).toContain(answers[index]?.change?.outcome);
    expect(answers[index]?.errors.map(({ extensions }) => extensions.code)).not.toContain(
      'INTERNAL_SERVER_ERROR',
    );
  }
});
