// createSecurityCase: the gateway checks every input rule of CreateCase first, and opens a case once.
import { expectViolations, mutation, type Payload } from '../support/mutations';
import { useHarness } from '../support/harness';

const harness = useHarness();

const NEW = {
  resolverType: 'SELF',
  title: 'Unknown API calls',
  description: 'From an address that is not ours.',
  engagementType: 'SECURITY_INCIDENT',
  reportedIncidentStartedAt: '2026-11-20T22:15:00.000Z',
  impactedAccounts: ['111122223333'],
  watchers: [{ email: 'oncall@example.com', name: 'On call', jobTitle: 'Engineer' }],
};

const create = mutation(
  harness,
  'createSecurityCase',
  `idempotencyKey securityCase {
    caseId title description status resolverType engagementType reportedIncidentStartedAt
    impactedAccounts impactedServices impactedAwsRegions
    watchers { email name jobTitle } threatActorIpAddresses { ipAddress userAgent } tags { key value }
  }`,
);

const caseOf = ({ securityCase }: Payload) => securityCase as { caseId: string } | null;

test('opens a case, and returns it with all inputs unchanged', async () => {
  const more = {
    threatActorIpAddresses: [
      { ipAddress: '198.51.100.7', userAgent: 'curl/8' },
      { ipAddress: '2001:0DB8:0000:0000:0000:0000:0000:0001', userAgent: null },
    ],
    impactedServices: ['Amazon S3', 'AWS IAM (global)'],
    impactedAwsRegions: ['us-east-1', 'eu-central-1'],
    tags: [{ key: 'team', value: 'secops' }],
  };
  const payload = await create({ ...NEW, ...more });
  expect(payload).toMatchObject({ outcome: 'APPLIED', userErrors: [] });
  expect(payload.securityCase).toEqual({
    ...NEW,
    ...more,
    caseId: expect.stringMatching(/^\d{10}$/) as unknown,
    status: 'SUBMITTED',
  });
  expect(await harness.operations()).toEqual(['CreateCase', 'GetCase', 'ListTagsForResource']);
});

test('accepts empty accounts and watchers, and AWS as the resolver', async () => {
  const payload = await create({ ...NEW, resolverType: 'AWS', impactedAccounts: [], watchers: [] });
  expect(payload.securityCase).toMatchObject({ resolverType: 'AWS', impactedAccounts: [], watchers: [] });
});

const text = (length: number) => 'x'.repeat(length);
const many = (length: number, make: (index: number) => unknown) =>
  Array.from({ length }, (_, index) => make(index));
const account = (index: number) => String(index).padStart(12, '0');

test.each<[path: string, change: object]>([
  ['input.resolverType', { resolverType: 'UNRECOGNIZED' }],
  ['input.engagementType', { engagementType: 'UNRECOGNIZED' }],
  ['input.title', { title: '' }],
  ['input.title', { title: text(301) }],
  ['input.description', { description: '' }],
  ['input.description', { description: text(8_001) }],
  ['input.impactedAccounts', { impactedAccounts: many(201, account) }],
  ['input.impactedAccounts', { impactedAccounts: ['111122223333', '111122223333'] }],
  ['input.watchers', { watchers: many(31, (index) => ({ email: `w${index}@example.com` })) }],
  ['input.watchers.0.email', { watchers: [{ email: 'nobody' }] }],
  ['input.watchers.0.email', { watchers: [{ email: `${text(251)}@a.b` }] }],
  ['input.watchers.0.name', { watchers: [{ email: 'a@example.com', name: text(51) }] }],
  ['input.watchers.0.jobTitle', { watchers: [{ email: 'a@example.com', jobTitle: '' }] }],
  ['input.threatActorIpAddresses.0.ipAddress', { threatActorIpAddresses: [{ ipAddress: '256.1.1.1' }] }],
  ['input.threatActorIpAddresses.0.ipAddress', { threatActorIpAddresses: [{ ipAddress: '::1' }] }],
  [
    'input.threatActorIpAddresses.0.userAgent',
    { threatActorIpAddresses: [{ ipAddress: '198.51.100.7', userAgent: text(501) }] },
  ],
  ['input.impactedServices.0', { impactedServices: ['S'] }],
  ['input.impactedServices.0', { impactedServices: ['Amazon_S3'] }],
  ['input.impactedServices', { impactedServices: many(601, (index) => `Service ${index}`) }],
  ['input.impactedAwsRegions.0', { impactedAwsRegions: ['mars-north-1'] }],
  ['input.tags.0.key', { tags: [{ key: '', value: '' }] }],
  ['input.idempotencyKey', { idempotencyKey: '' }],
  ['input.target', { target: 'nowhere' }],
])('rejects an invalid %s', async (path, change) => {
  const payload = await create({ ...NEW, ...change });
  expect(payload).toMatchObject({ idempotencyKey: null, securityCase: null });
  await expectViolations(harness, payload, path);
});

test('reports all violations together', async () => {
  const payload = await create({
    ...NEW,
    title: '',
    impactedAccounts: ['111122223333', '111122223333'],
    watchers: [{ email: 'x' }, { email: 'b@example.com', name: '' }],
    impactedAwsRegions: ['nowhere-1'],
  });
  await expectViolations(
    harness,
    payload,
    'input.title',
    'input.impactedAccounts',
    'input.watchers.0.email',
    'input.watchers.1.name',
    'input.impactedAwsRegions.0',
  );
});

test('a dry run sends nothing, a lost response is UNKNOWN, and the same key opens no second case', async () => {
  expect(await create({ ...NEW, dryRun: true })).toMatchObject({ outcome: 'DRY_RUN', securityCase: null });
  expect(await harness.operations()).toEqual([]);
  await harness.lay({ service: 'security-ir', operation: 'CreateCase', lostResponse: 'after', count: 1 });
  const lost = await create(NEW);
  expect(lost).toMatchObject({ outcome: 'UNKNOWN', userErrors: [{ code: 'OUTCOME_UNKNOWN' }] });
  const again = await create({ ...NEW, idempotencyKey: lost.idempotencyKey });
  expect(again.outcome).toBe('APPLIED');
  const { data } = await harness.gateway.send('{ securityCases(first: 50) { nodes { caseId } } }');
  expect(data?.securityCases).toEqual({ nodes: [{ caseId: caseOf(again)?.caseId }] });
});

test('rejects a case when the service is not active', async () => {
  await harness.emulator.control('POST', '/settings', { securityIncidentResponseActive: false });
  expect(await create(NEW)).toMatchObject({
    outcome: 'REFUSED',
    securityCase: null,
    userErrors: [{ code: 'AWS_REJECTED', operation: 'CreateCase' }],
  });
});
