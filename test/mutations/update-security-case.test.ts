// updateSecurityCase: replaces texts and dates, adds to and removes from lists, and leaves absent fields unchanged.
import { CASE, CASE_ID, putCase } from '../support/resources';
import { encodeId } from '../../src/domain/ids';
import { expectViolations, mutation } from '../support/mutations';
import { startTestGateway } from '../support/gateway';
import { useHarness } from '../support/harness';
import { requestsInFlight } from '../support/metrics';

const harness = useHarness();

const send = mutation(
  harness,
  'updateSecurityCase',
  `securityCase {
    title description engagementType reportedIncidentStartedAt actualIncidentStartedAt
    watchers { email } threatActorIpAddresses { ipAddress } impactedServices impactedAwsRegions impactedAccounts
    metadata { key value }
  }`,
);

const update = (change: object) => send({ id: CASE, ...change });

beforeEach(async () => {
  await harness.put('security-ir', 'case', CASE_ID, {
    title: 'before',
    caseStatus: 'Submitted',
    resolverType: 'Self',
    watchers: [{ email: 'old@example.com' }],
    impactedServices: ['Amazon EC2'],
    impactedAccounts: ['111122223333'],
  });
  await harness.forgetCalls();
});

test('replaces texts and dates, and adds to and removes from lists', async () => {
  const changed = {
    title: 'after',
    description: 'More is known.',
    engagementType: 'INVESTIGATION',
    reportedIncidentStartedAt: '2026-11-19T00:00:00.000Z',
    actualIncidentStartedAt: '2026-11-18T00:00:00.000Z',
  };
  const payload = await update({
    ...changed,
    watchers: { add: [{ email: 'new@example.com', name: 'New' }], remove: [{ email: 'old@example.com' }] },
    threatActorIpAddresses: { add: [{ ipAddress: '198.51.100.7' }] },
    impactedServices: { add: ['Amazon S3'], remove: ['Amazon EC2'] },
    impactedAwsRegions: { add: ['eu-west-1'] },
    impactedAccounts: { add: ['444455556666'] },
    metadata: [{ key: 'ticket', value: '4711' }],
  });
  expect(payload).toMatchObject({ outcome: 'APPLIED', userErrors: [] });
  expect(payload.securityCase).toMatchObject({
    ...changed,
    watchers: [{ email: 'new@example.com' }],
    threatActorIpAddresses: [{ ipAddress: '198.51.100.7' }],
    impactedServices: ['Amazon S3'],
    impactedAccounts: ['111122223333', '444455556666'],
    metadata: [{ key: 'ticket', value: '4711' }],
  });
  expect(await harness.operations()).toEqual(['UpdateCase', 'GetCase']);
});

test('leaves fields that are absent or null unchanged', async () => {
  const payload = await update({ description: 'only this', title: null });
  expect(payload.securityCase).toMatchObject({
    title: 'before',
    description: 'only this',
    watchers: [{ email: 'old@example.com' }],
    impactedServices: ['Amazon EC2'],
  });
});

const text = (length: number) => 'x'.repeat(length);

test.each<[path: string, change: object]>([
  ['input', {}],
  ['input', { title: null, dryRun: true }],
  ['input.id', { id: 'nonsense', title: 'x' }],
  ['input.title', { title: '' }],
  ['input.description', { description: text(8_001) }],
  ['input.engagementType', { engagementType: 'UNRECOGNIZED' }],
  ['input.watchers', { watchers: {} }],
  ['input.watchers.add', { watchers: { add: [] } }],
  ['input.watchers.add.0.email', { watchers: { add: [{ email: 'x' }] } }],
  [
    'input.watchers.remove.0',
    { watchers: { add: [{ email: 'a@b.example' }], remove: [{ email: 'a@b.example' }] } },
  ],
  [
    'input.impactedServices.remove.1',
    { impactedServices: { add: ['Amazon S3'], remove: ['Amazon EC2', 'Amazon S3'] } },
  ],
  ['input.impactedAwsRegions.remove.0', { impactedAwsRegions: { remove: ['nowhere'] } }],
  ['input.threatActorIpAddresses.add.0.ipAddress', { threatActorIpAddresses: { add: [{ ipAddress: 'x' }] } }],
  ['input.metadata', { metadata: [] }],
  ['input.metadata.0.key', { metadata: [{ key: text(501), value: 'x' }] }],
  ['input.metadata.0.value', { metadata: [{ key: 'x', value: '' }] }],
])('rejects an invalid %s: %j', async (path, change) => {
  await expectViolations(harness, await update(change), path);
});

test('rejects a case of a target without the service, also as a dry run', async () => {
  const gateway = await startTestGateway(harness.emulator.url, {
    targets: [{ name: 'default', region: 'us-east-1', services: ['macie2'] }],
  });
  const { data } = await gateway.send(
    'mutation ($id: ID!) { updateSecurityCase(input: { id: $id, title: "x", dryRun: true }) { outcome userErrors { path } } }',
    { id: CASE },
  );
  await gateway.close();
  expect(data?.updateSecurityCase).toEqual({ outcome: 'REFUSED', userErrors: [{ path: ['input', 'id'] }] });
});

test('reports NOT_FOUND for a case that AWS does not have', async () => {
  const id = encodeId({ kind: 'SecurityCase', target: 'default', caseId: '9999999999' });
  expect(await update({ id, title: 'x' })).toMatchObject({
    outcome: 'REFUSED',
    securityCase: null,
    userErrors: [{ code: 'NOT_FOUND', path: ['input', 'id'] }],
  });
});

test('reports a rejection by AWS of a closed case', async () => {
  await putCase(harness, 'Closed');
  expect(await update({ title: 'x' })).toMatchObject({
    outcome: 'REFUSED',
    userErrors: [{ code: 'AWS_REJECTED', awsCode: 'ConflictException', operation: 'UpdateCase' }],
  });
});

test('a dry run sends nothing; a lost response is UNKNOWN, and the update is sent once', async () => {
  expect(await update({ title: 'x', dryRun: true })).toMatchObject({
    outcome: 'DRY_RUN',
    securityCase: null,
  });
  expect(await harness.operations()).toEqual([]);
  await harness.lay({ service: 'security-ir', operation: 'UpdateCase', lostResponse: 'after', count: 1 });
  expect(await update({ title: 'x' })).toMatchObject({
    outcome: 'UNKNOWN',
    userErrors: [{ code: 'OUTCOME_UNKNOWN' }],
  });
  expect(await harness.operations()).toEqual(['UpdateCase']);
});

test('updates of one case run one after another', async () => {
  await harness.lay({ service: 'security-ir', operation: 'UpdateCase', hold: true, count: 1 });
  const updates = [update({ title: 'first' })];
  await harness.faultsLeft(0);
  updates.push(update({ title: 'second' }));
  await requestsInFlight(harness.gateway.url, 2);
  await harness.release();
  const [first, second] = await Promise.all(updates);
  expect([first?.outcome, second?.outcome]).toEqual(['APPLIED', 'APPLIED']);
  const { data } = await harness.gateway.send(
    'query ($id: ID!) { node(id: $id) { ... on SecurityCase { title } } }',
    { id: CASE },
  );
  expect(data?.node).toEqual({ title: 'second' });
});
