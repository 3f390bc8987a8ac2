// Logging, metrics, tracing and plugins that fail never change a response, and a request counts once.
import { ApolloServer } from '@apollo/server';
import fastify from 'fastify';
import { buildSchema } from 'graphql';
import pino from 'pino';
import { startGateway } from '../../src/app/serve';
import { InFlightRequests } from '../../src/aws/client/in-flight-requests';
import { AwsUsage } from '../../src/aws/client/usage';
import { recordPlugin } from '../../src/graphql/apollo/record-plugin';
import { Isolation } from '../../src/observability/isolation';
import { AwsMetrics } from '../../src/observability/metrics/aws-metrics';
import { ChangeMetrics } from '../../src/observability/metrics/change-metrics';
import { RequestMetrics } from '../../src/observability/metrics/request-metrics';
import { GatewayMetrics } from '../../src/observability/metrics/gateway-metrics';
import { observeRequests } from '../../src/observability/requests/observe-requests';
import { newRecord } from '../../src/observability/requests/request-record';
import type { RequestSpan, RequestSpans } from '../../src/observability/requests/request-spans';
import { CapturedLog } from '../support/captured-log';
import { testConfig } from '../support/gateway';
import { useHarness } from '../support/harness';
import { parseMetrics } from '../support/metrics';
import { JOB, putJob } from '../support/resources';

const harness = useHarness();

const READ = '{ classificationJobs(first: 1) { nodes { status } } }';
const PAUSE = `mutation { pauseClassificationJob(input: { id: "${JOB}", idempotencyKey: "key-1" }) { outcome userErrors { code } } }`;
const TRAIL = '{ auditTrail(first: 1) { nodes { mutation outcome } } }';

const planted = (): never => {
  throw new RangeError('planted');
};

const WORKING_SPAN: RequestSpan = {
  ids: { trace_id: 't', span_id: 's' },
  run: (work) => {
    work();
  },
  end: () => undefined,
};

const spansWith = (failing: Partial<RequestSpan>): RequestSpans => ({
  begin: () => ({ ...WORKING_SPAN, ...failing }),
});

afterEach(() => {
  jest.restoreAllMocks();
});

/** Reads and changes over HTTP, and compares the responses with the calls of AWS and the audit trail. */
async function expectTrueResponses(logger: pino.Logger, spans?: RequestSpans): Promise<void> {
  await putJob(harness, 'RUNNING');
  await harness.forgetCalls();
  const { emulator } = harness;
  const gateway = await startGateway(
    testConfig(),
    { mode: 'emulator', endpoint: emulator.url },
    logger,
    spans === undefined ? {} : { spans },
  );
  const send = async (query: string) => {
    const response = await fetch(gateway.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    return { status: response.status, body: await response.json() };
  };
  const responses = [await send(READ), await send(PAUSE), await send(TRAIL)];
  await gateway.close();
  expect(responses).toEqual([
    { status: 200, body: { data: { classificationJobs: { nodes: [{ status: 'RUNNING' }] } } } },
    { status: 200, body: { data: { pauseClassificationJob: { outcome: 'APPLIED', userErrors: [] } } } },
    {
      status: 200,
      body: { data: { auditTrail: { nodes: [{ mutation: 'pauseClassificationJob', outcome: 'APPLIED' }] } } },
    },
  ]);
  expect((await harness.updates()).map(({ operation }) => operation)).toEqual(['UpdateClassificationJob']);
}

test.each<[string, () => unknown]>([
  [
    'the start of a request',
    () => jest.spyOn(RequestMetrics.prototype, 'started').mockImplementation(planted),
  ],
  [
    'the close of a request',
    () => jest.spyOn(RequestMetrics.prototype, 'closed').mockImplementation(planted),
  ],
  [
    'the count of a request',
    () => jest.spyOn(RequestMetrics.prototype, 'completed').mockImplementation(planted),
  ],
  ['the count of a change', () => jest.spyOn(ChangeMetrics.prototype, 'changed').mockImplementation(planted)],
  [
    'the wait for a lease',
    () => jest.spyOn(ChangeMetrics.prototype, 'leaseWaited').mockImplementation(planted),
  ],
  ['the claim of a key', () => jest.spyOn(ChangeMetrics.prototype, 'claimed').mockImplementation(planted)],
  [
    'the time of an audit write',
    () => jest.spyOn(ChangeMetrics.prototype, 'auditWritten').mockImplementation(planted),
  ],
  [
    'the observer of AWS calls',
    () => jest.spyOn(AwsMetrics.prototype, 'observe').mockImplementation(planted),
  ],
  [
    'the observation of an AWS call',
    () =>
      jest
        .spyOn(AwsMetrics.prototype, 'observe')
        .mockReturnValue({ callStarted: planted, callEnded: planted }),
  ],
  ['the AWS usage', () => jest.spyOn(AwsUsage.prototype, 'report').mockImplementation(planted)],
])('%s that fails changes no response, and the log names the failure once', async (_name, plant) => {
  plant();
  const log = new CapturedLog();
  await expectTrueResponses(log.logger);
  const lines = log.text.split('\n').filter((line) => line !== '');
  const failures = lines
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .filter(({ msg }) => msg === 'The observation of requests failed');
  expect(failures.length).toBeGreaterThan(0);
  expect(new Set(failures.map(({ part }) => part)).size).toBe(failures.length);
  expect(lines.filter((line) => line.includes('"msg":"request"'))).toHaveLength(3);
});

test.each<[string, RequestSpans]>([
  ['the start of a span', { begin: planted }],
  ['the run of a span', spansWith({ run: planted })],
  ['the end of a span', spansWith({ end: planted })],
  [
    'a span after its work',
    spansWith({
      run: (work) => {
        work();
        planted();
      },
    }),
  ],
])('%s that fails changes no response', async (_name, spans) => {
  await expectTrueResponses(pino({ level: 'silent' }), spans);
});

test('a log whose writes fail changes no response', async () => {
  await expectTrueResponses(pino({ level: 'trace' }, { write: planted }));
});

test('a record that cannot be written changes no response', async () => {
  const apollo = new ApolloServer({
    schema: buildSchema('type Query { works: Int, breaks: Int }'),
    rootValue: { works: () => 1, breaks: () => Promise.reject(new RangeError('secret')) },
    plugins: [recordPlugin(new Isolation(pino({ level: 'trace' }, { write: planted })))],
  });
  const record = Object.freeze(newRecord('frozen', pino({ level: 'trace' }, { write: planted })));
  const { body } = await apollo.executeOperation({ query: '{ works breaks }' }, { contextValue: { record } });
  await apollo.stop();
  expect(body).toMatchObject({ singleResult: { data: { works: 1, breaks: null }, errors: [{}] } });
});

test.each([
  ['onSend', 500],
  ['onResponse', 200],
] as const)('a request counts once when another %s hook fails', async (hook, status) => {
  const metrics = new GatewayMetrics({
    services: () => [],
    problems: () => Promise.resolve([]),
    droppedLogLines: () => 0,
  });
  const app = fastify();
  observeRequests(app, ['/observed'], {
    logger: pino({ level: 'silent' }),
    metrics: metrics.requests,
    inFlightRequests: new InFlightRequests(),
    isolation: new Isolation(pino({ level: 'silent' })),
    addressOf: () => '127.0.0.1',
  });
  app.addHook(hook, () => Promise.reject(new RangeError('planted')));
  app.get('/observed', () => ({ data: {} }));
  const response = await app.inject('/observed');
  await app.close();
  expect(response.statusCode).toBe(status);
  const samples = parseMetrics(await metrics.text());
  const values = (name: string) => samples.filter((sample) => sample.name === name).map(({ value }) => value);
  expect(values('secops_graph_requests_total')).toEqual([1]);
  expect(values('secops_graph_requests_in_flight')).toEqual([0]);
});
