// Acknowledgements: a change with a serious consequence is sent only if its input acknowledges that consequence.
import { SERVICE_NAMES } from '../../src/domain/services';
import { startTestGateway } from '../support/gateway';
import { CASE, JOB, MEMBER, putCase, putJob, putMember } from '../support/resources';
import { useHarness } from '../support/harness';

const harness = useHarness();

async function send(mutation: string, input: string, gateway = harness.gateway) {
  const { data, errors } = await gateway.send(`mutation { ${mutation}(input: { ${input} }) {
    outcome change { consequences { code } }
    userErrors { code path ... on AcknowledgementRequiredError { consequences { code } } }
  } }`);
  expect(errors).toBeUndefined();
  return data?.[mutation] as { outcome: string };
}

test.each([false, true])(
  'rejects suspending a member without an acknowledgement, and names the consequence (dry run: %j)',
  async (dryRun) => {
    await putMember(harness, 'Enabled');
    expect(await send('suspendMacieMember', `id: "${MEMBER}", dryRun: ${dryRun}`)).toEqual({
      outcome: 'REFUSED',
      change: {
        consequences: [{ code: 'CANCELS_ALL_JOBS_OF_ACCOUNT' }, { code: 'FINDINGS_KEPT_90_DAYS' }],
      },
      userErrors: [
        {
          code: 'ACKNOWLEDGEMENT_REQUIRED',
          path: ['input', 'acknowledge'],
          consequences: [{ code: 'CANCELS_ALL_JOBS_OF_ACCOUNT' }],
        },
      ],
    });
    expect(await harness.updates()).toEqual([]);
  },
);

test('rejects an acknowledgement of other consequences', async () => {
  await putMember(harness, 'Enabled');
  const { outcome } = await send(
    'suspendMacieMember',
    `id: "${MEMBER}", acknowledge: [FINDINGS_KEPT_90_DAYS, IRREVERSIBLE]`,
  );
  expect(outcome).toBe('REFUSED');
  expect(await harness.updates()).toEqual([]);
});

test.each([
  { require: undefined, cancelled: 'APPLIED', closed: 'APPLIED', suspended: 'REFUSED' },
  { require: true, cancelled: 'REFUSED', closed: 'REFUSED', suspended: 'REFUSED' },
  { require: false, cancelled: 'APPLIED', closed: 'APPLIED', suspended: 'APPLIED' },
])('a target with requireAcknowledgement: $require', async ({ require, cancelled, closed, suspended }) => {
  const target = {
    name: 'default',
    region: 'us-east-1',
    services: SERVICE_NAMES,
    requireAcknowledgement: require,
  };
  const gateway = await startTestGateway(harness.emulator.url, { targets: [target] });
  await Promise.all([
    putJob(harness, 'RUNNING'),
    putCase(harness, 'Submitted'),
    putMember(harness, 'Enabled'),
  ]);
  const outcomes = [
    await send('cancelClassificationJob', `id: "${JOB}"`, gateway),
    await send('closeSecurityCase', `id: "${CASE}"`, gateway),
    await send('suspendMacieMember', `id: "${MEMBER}"`, gateway),
  ].map(({ outcome }) => outcome);
  expect(outcomes).toEqual([cancelled, closed, suspended]);
  expect(await harness.updates()).toHaveLength(outcomes.filter((outcome) => outcome === 'APPLIED').length);
  await gateway.close();
});

test('sends a change whose consequences are acknowledged or reversible', async () => {
  const target = {
    name: 'default',
    region: 'us-east-1',
    services: SERVICE_NAMES,
    requireAcknowledgement: true,
  };
  const gateway = await startTestGateway(harness.emulator.url, { targets: [target] });
  await putJob(harness, 'RUNNING');
  const { outcome } = await send(
    'cancelClassificationJob',
    `id: "${JOB}", acknowledge: [IRREVERSIBLE]`,
    gateway,
  );
  expect(outcome).toBe('APPLIED');
  // Pausing is reversible.
  await putJob(harness, 'RUNNING');
  const paused = await send('pauseClassificationJob', `id: "${JOB}"`, gateway);
  expect(paused.outcome).toBe('APPLIED');
  await gateway.close();
});
