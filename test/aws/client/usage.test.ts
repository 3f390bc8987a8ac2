// AWS usage of a request: in the response on request, in the log always, and limited by the call budget.
import { startGateway } from '../../../src/app/serve';
import pino from 'pino';
import { HOME, PARTNER, useSeveralTargets } from '../../support/several-targets';
import { startTestGateway, testConfig, type GraphqlAnswer } from '../../support/gateway';
import { requestsInFlight } from '../../support/metrics';

const setup = useSeveralTargets({ cases: 60 }, { targets: [HOME, PARTNER] });

beforeEach(async () => {
  await setup.clearFaults();
  await setup.forgetCalls();
});

interface Line {
  readonly target: string;
  readonly service: string;
  readonly operation: string;
  readonly calls: number;
  readonly retried: number;
  readonly throttled: number;
  readonly shared: number;
  readonly bytes: number;
  readonly milliseconds: number;
}
type Usage = Omit<Line, 'target' | 'service' | 'operation'> & {
  readonly operations: readonly Line[];
};
type Response = GraphqlAnswer<Record<string, unknown>> & { readonly extensions?: { readonly aws: Usage } };

async function send(
  url: string,
  query: string,
  headers: Record<string, string> = INCLUDE_USAGE,
): Promise<Response> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
  return (await response.json()) as Response;
}

const INCLUDE_USAGE = { 'x-include-aws-usage': 'true' };
const QUERY = `{
  classificationJobs(first: 5, orderBy: { field: NAME }) { nodes { name } }
  securityCases(first: 30, targets: ["home"]) { nodes { caseId impactedAccounts } }
}`;

test('the usage equals the call counts of the emulator, by target and operation', async () => {
  const { extensions } = await send(setup.gateway.url, QUERY);
  const calls = await setup.emulator.calls();
  expect(extensions?.aws).toMatchObject({
    calls: calls.length,
    retried: 0,
    throttled: 0,
    shared: 0,
    cached: 0,
  });
  const lines = extensions?.aws.operations.map(({ target, service, operation, calls: count }) => [
    `${service} ${target} ${operation}`,
    count,
  ]);
  expect(Object.fromEntries(lines ?? [])).toEqual({
    'MACIE home ListClassificationJobs': 1,
    'MACIE partner ListClassificationJobs': 1,
    'SECURITY_INCIDENT_RESPONSE home ListCases': 2,
    'SECURITY_INCIDENT_RESPONSE home GetCase': 30,
  });
  for (const line of extensions?.aws.operations ?? []) expect(line.bytes).toBeGreaterThan(100);
});

test('the response contains no usage unless the request includes it', async () => {
  expect((await send(setup.gateway.url, QUERY, {})).extensions).toBeUndefined();
  expect(
    (await send(setup.gateway.url, QUERY, { 'x-include-aws-usage': 'false' })).extensions,
  ).toBeUndefined();
});

test('the usage counts throttled attempts and retries', async () => {
  const error = { type: 'ThrottlingException' };
  await setup.lay({ service: 'security-ir', operation: 'ListCases', count: 2, error });
  const { data, extensions } = await send(
    setup.gateway.url,
    '{ securityCases(first: 1, targets: ["home"]) { nodes { caseId } } }',
  );
  expect(data).toMatchObject({ securityCases: { nodes: [{ caseId: expect.any(String) as string }] } });
  expect(extensions?.aws).toMatchObject({ calls: 1, retried: 2, throttled: 2 });
});

test('the usage counts the calls of a change', async () => {
  const { data } = await send(
    setup.gateway.url,
    '{ classificationJobs(first: 1, targets: ["home"], filter: { statuses: [RUNNING] }) { nodes { id } } }',
  );
  const { nodes } = data?.classificationJobs as { nodes: { id: string }[] };
  const mutation = `mutation { pauseClassificationJob(input: { id: "${nodes[0]?.id ?? ''}" }) { outcome } }`;
  const { extensions } = await send(setup.gateway.url, mutation);
  const counts = extensions?.aws.operations.map(({ operation, calls }) => [operation, calls]);
  expect(Object.fromEntries(counts ?? [])).toEqual({
    DescribeClassificationJob: 2,
    UpdateClassificationJob: 1,
  });
});

test('the usage counts a shared call in one of the requests only', async () => {
  await setup.lay({ service: 'security-ir', operation: 'ListCases', hold: true, count: 1 });
  const query = '{ securityCases(first: 2) { nodes { caseId } } }';
  const requests = [send(setup.gateway.url, query), send(setup.gateway.url, query)];
  await setup.faultsLeft(0);
  await requestsInFlight(setup.gateway.url, 2);
  await setup.release();
  const responses = await Promise.all(requests);
  const counts = responses.map(({ extensions }) => [extensions?.aws.calls, extensions?.aws.shared]);
  expect(counts.sort()).toEqual([
    [0, 1],
    [1, 0],
  ]);
});

test('the log has one line per request, with its usage and without its contents', async () => {
  const lines: string[] = [];
  const logger = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) });
  const endpoint = setup.emulator.url;
  const gateway = await startGateway(testConfig({ targets: [HOME] }), { mode: 'emulator', endpoint }, logger);
  const { data } = await send(
    gateway.url,
    'query Cases { securityCases(first: 1) { nodes { caseId title } } }',
    {},
  );
  await gateway.close();
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    msg: 'request',
    operation: 'Cases',
    aws: {
      calls: 1,
      operations: [{ target: 'home', service: 'security-ir', operation: 'ListCases', calls: 1 }],
    },
  });
  const { nodes } = data?.securityCases as { nodes: { caseId: string; title: string }[] };
  expect(lines[0]).not.toContain(nodes[0]?.caseId);
  expect(lines[0]).not.toContain(nodes[0]?.title);
});

describe('the call budget', () => {
  const limited = (maxAwsCalls: number) =>
    startTestGateway(setup.emulator.url, { targets: [HOME], maxAwsCalls });

  test('ends a request that needs more calls with CALL_BUDGET_EXCEEDED, and makes no more calls', async () => {
    const gateway = await limited(10);
    const { data, errors } = await send(
      gateway.url,
      '{ securityCases(first: 20) { nodes { caseId impactedAccounts } } }',
    );
    const { nodes } = data?.securityCases as { nodes: { impactedAccounts: unknown }[] };
    expect(nodes.filter(({ impactedAccounts }) => impactedAccounts !== null)).toHaveLength(9);
    expect(errors).toHaveLength(11);
    expect(errors?.[0]).toMatchObject({
      message:
        'The request needs more than 10 AWS calls, the limit of one request: select less, or send several requests.',
      extensions: { code: 'CALL_BUDGET_EXCEEDED' },
    });
    expect(await setup.callCounts()).toEqual({ ListCases: 1, GetCase: 9 });
    await gateway.close();
  });

  test('allows every call up to the limit, separately for each request', async () => {
    const gateway = await limited(3);
    const query = '{ securityCases(first: 60) { nodes { caseId } completeness { complete } } }';
    for (let request = 0; request < 3; request += 1) {
      const { data, errors } = await send(gateway.url, query);
      expect(errors).toBeUndefined();
      expect(data).toMatchObject({ securityCases: { completeness: { complete: true } } });
    }
    expect(await setup.callCounts()).toEqual({ ListCases: 9 });
    await gateway.close();
  });

  test('makes a list that exceeds it null instead of short', async () => {
    const gateway = await limited(2);
    const { data, errors } = await send(gateway.url, '{ securityCases(first: 60) { nodes { caseId } } }');
    expect(data).toEqual({ securityCases: null });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['CALL_BUDGET_EXCEEDED']);
    await gateway.close();
  });

  test('does not limit the reads before and after a change', async () => {
    const { data } = await send(
      setup.gateway.url,
      '{ classificationJobs(first: 1, targets: ["home"], filter: { statuses: [RUNNING] }) { nodes { id } } }',
    );
    const { nodes } = data?.classificationJobs as { nodes: { id: string }[] };
    const gateway = await limited(1);
    const { data: changed } = await send(
      gateway.url,
      `mutation { pauseClassificationJob(input: { id: "${nodes[0]?.id ?? ''}" }) { outcome userErrors { code } } }`,
    );
    // One read before the change, and one after.
    expect(await setup.callCounts()).toMatchObject({ DescribeClassificationJob: 2 });
    expect(changed).toEqual({ pauseClassificationJob: { outcome: 'APPLIED', userErrors: [] } });
    await gateway.close();
  });
});
