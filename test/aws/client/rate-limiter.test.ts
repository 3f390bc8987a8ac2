// The rate limiter: the gateway slows down when AWS throttles it, and a configured rate avoids throttling.
import { HOME, useSeveralTargets } from '../../support/several-targets';
import { startTestGateway } from '../../support/gateway';

const setup = useSeveralTargets({ cases: 60 }, { targets: [HOME] });

beforeEach(() => setup.forgetCalls());
afterEach(() => setup.emulator.control('POST', '/settings', { rateLimits: { GetCase: null } }));

const limitGetCase = (callsPerSecond: number) =>
  setup.emulator.control('POST', '/settings', { rateLimits: { GetCase: callsPerSecond } });

const QUERY = '{ securityCases(first: 60) { nodes { caseId impactedAccounts } } }';

async function throttled(): Promise<number> {
  const calls = await setup.emulator.calls();
  return calls.filter(({ operation, status }) => operation === 'GetCase' && status !== 200).length;
}

test('a page of 60 details is complete at a limit of 15 calls a second, with few throttled calls', async () => {
  await limitGetCase(15);
  const { data, errors } = await setup.gateway.send(QUERY);
  expect(errors).toBeUndefined();
  const { nodes } = data?.securityCases as { nodes: { impactedAccounts: unknown }[] };
  expect(nodes.filter(({ impactedAccounts }) => Array.isArray(impactedAccounts))).toHaveLength(60);
  const throttledCalls = await throttled();
  expect(throttledCalls).toBeGreaterThan(0);
  expect(throttledCalls).toBeLessThan(60);
});

test('AWS throttles no call at a configured rate', async () => {
  await limitGetCase(15);
  const gateway = await startTestGateway(setup.emulator.url, {
    targets: [{ ...HOME, rateLimits: { GetCase: 14 } }],
  });
  const { errors } = await gateway.send('{ securityCases(first: 40) { nodes { caseId impactedAccounts } } }');
  expect(errors).toBeUndefined();
  expect(await throttled()).toBe(0);
  expect(await setup.callCounts()).toEqual({ ListCases: 2, GetCase: 40 });
  await gateway.close();
});
