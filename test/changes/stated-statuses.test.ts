// Statuses that the response of a change states: they decide the outcome while GetCase still returns the previous state.
import { CASE, putCase } from '../support/resources';
import { useHarness } from '../support/harness';
import { CLOSE_CASE, MOVE_CASE, PAUSE } from '../support/sample-changes';
import { change, invalidTransition, outcomeUnknown } from '../support/verdicts';

const harness = useHarness();

/** Longer than the gateway verifies a change. */
beforeEach(() => harness.emulator.control('POST', '/settings', { staleReadSeconds: 60 }));

const handOver = async () => {
  const { data } = await harness.gateway.send(
    `mutation ($id: ID!) { updateSecurityCaseResolverType(input: { id: $id, resolverType: AWS }) {
      outcome change { from to } userErrors { code } securityCase { resolverType } } }`,
    { id: CASE },
  );
  return data?.updateSecurityCaseResolverType;
};

/** The response of a change, which AWS does not execute. */
const answer = (operation: string, body: object) =>
  harness.lay({
    service: 'security-ir',
    operation,
    answer: { status: 200, body: JSON.stringify(body) },
    count: 1,
  });

test.each([MOVE_CASE, CLOSE_CASE])(
  '$mutation is APPLIED when the response states the new status and GetCase returns the old one',
  async (sample) => {
    await sample.put(harness);
    expect(await sample.request(harness)).toMatchObject({
      // The resource is what GetCase returned.
      resource: { id: CASE, status: sample.from },
      ...change(sample.from, sample.to, 'APPLIED', sample.consequences),
      userErrors: [],
    });
    expect(await sample.statusInAws(harness)).toBe(sample.toText);
    expect(await harness.updates()).toHaveLength(1);
  },
);

test('the handover to AWS is APPLIED when the response states the resolver type and GetCase returns the old one', async () => {
  await putCase(harness, 'Submitted');
  expect(await handOver()).toEqual({
    outcome: 'APPLIED',
    change: { from: 'SELF', to: 'AWS' },
    userErrors: [],
    securityCase: { resolverType: 'SELF' },
  });
});

test('a change is UNKNOWN when the response states the old status and GetCase returns it too', async () => {
  await MOVE_CASE.put(harness);
  await answer('UpdateCaseStatus', { caseStatus: MOVE_CASE.fromText });
  expect(await MOVE_CASE.request(harness)).toMatchObject({
    outcome: 'UNKNOWN',
    userErrors: [outcomeUnknown(MOVE_CASE.from)],
  });
});

test('a change is UNKNOWN when the response states a status that the AWS model does not have', async () => {
  await MOVE_CASE.put(harness);
  await answer('UpdateCaseStatus', { caseStatus: 'Under Review' });
  expect(await MOVE_CASE.request(harness)).toMatchObject({ outcome: 'UNKNOWN' });
});

test('a change is REFUSED when the response states another status and GetCase returns a third one', async () => {
  await harness.emulator.control('POST', '/settings', { staleReadSeconds: 0 });
  await MOVE_CASE.put(harness);
  await answer('UpdateCaseStatus', { caseStatus: MOVE_CASE.fromText });
  const reads = { service: 'security-ir', operation: 'GetCase' };
  await harness.lay({ ...reads, latencyMs: 0, count: 1 }, { ...reads, hold: true, count: 1 });
  const response = MOVE_CASE.request(harness);
  await harness.faultsLeft(0);
  await putCase(harness, 'Closed');
  await harness.release();
  expect(await response).toMatchObject({
    resource: { status: 'CLOSED' },
    ...change(MOVE_CASE.from, MOVE_CASE.to, 'REFUSED', MOVE_CASE.consequences),
    userErrors: [invalidTransition('CLOSED', MOVE_CASE.to, [], 'status')],
  });
});

test('a change whose response states no status is UNKNOWN while reads return the old one', async () => {
  await PAUSE.put(harness);
  expect(await PAUSE.request(harness)).toMatchObject({
    outcome: 'UNKNOWN',
    userErrors: [outcomeUnknown('RUNNING')],
  });
  await MOVE_CASE.put(harness);
  await answer('UpdateCaseStatus', {});
  expect(await MOVE_CASE.request(harness)).toMatchObject({ outcome: 'UNKNOWN' });
});
