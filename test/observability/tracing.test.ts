// Traces that the program sends to a collector: the spans of a request, without arguments and results.
import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { liveEnvironment } from '../support/live-environment';
import { Collector, valuesOf, type CollectedSpan } from '../support/collector';
import { startTestEmulator, type TestEmulator } from '../support/emulator';
import { runProgram, WITHOUT_SDK_NOTICE, type Program } from '../support/program';

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const CALLER = 'b7ad6b7169203331';
const SERVER_KIND = 2;
const CLIENT_KIND = 3;

let emulator: TestEmulator;

beforeAll(async () => {
  emulator = await startTestEmulator();
});

afterAll(() => emulator.close());

async function start(env: NodeJS.ProcessEnv): Promise<{ program: Program; url: string }> {
  const program = runProgram('main.js', {
    PORT: '0',
    ...liveEnvironment(emulator.url),
    OTEL_BSP_SCHEDULE_DELAY: '50',
    ...WITHOUT_SDK_NOTICE,
    ...env,
  });
  const [, url = ''] = await program.printed(/listens at (http:\S+)/);
  return { program, url };
}

async function send(url: string, body: object, headers: Record<string, string> = {}): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return response.json();
}

async function stop(program: Program): Promise<void> {
  program.kill('SIGTERM');
  expect(await program.exit()).toBe(0);
}

const logLines = (program: Program) =>
  program
    .stderr()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

test('traces a request from the caller’s span to its AWS calls, and adds the trace id to its log lines', async () => {
  const collector = await Collector.start();
  const { program, url } = await start({
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    OTEL_SERVICE_NAME: 'gateway-of-tests',
  });
  const query = `query Names($first: Int, $filter: ClassificationJobFilter) {
    secret: classificationJobs(first: $first, filter: $filter) { nodes { hidden: name statistics { numberOfRuns } } }
  }`;
  const variables = { first: 3, filter: { not: { name: { eq: 'confidential' } } } };
  await send(
    url,
    { query, variables },
    { traceparent: `00-${TRACE}-${CALLER}-01`, tracestate: 'vendor=confidential' },
  );
  await stop(program);

  const spans = collector.spans.filter(({ traceId }) => traceId === TRACE);
  const byId = new Map(spans.map((span) => [span.spanId, span]));
  const pathOf = (span: CollectedSpan): string[] => {
    const parent = byId.get(span.parentSpanId ?? '');
    return [...(parent === undefined ? [] : pathOf(parent)), span.name];
  };
  const server = spans.find(({ kind }) => kind === SERVER_KIND);
  expect(server).toMatchObject({ name: 'POST /graphql', parentSpanId: CALLER });
  expect(valuesOf(server?.attributes ?? [])).toEqual({
    'http.request.method': 'POST',
    'http.route': '/graphql',
    'http.response.status_code': 200,
  });
  const calls = spans.filter(({ kind }) => kind === CLIENT_KIND);
  expect(calls.map(pathOf).map((path) => path.join(' > '))).toEqual(
    ['ListClassificationJobs', ...Array<string>(3).fill('DescribeClassificationJob')].map(
      (operation) => `POST /graphql > query Names > Query.classificationJobs > Macie2.${operation}`,
    ),
  );
  // One span for a field, not one for each of its rows.
  expect(spans.filter(({ name }) => name === 'ClassificationJob.statistics')).toHaveLength(1);
  expect(collector.resource).toMatchObject({ 'service.name': 'gateway-of-tests' });
  expect(collector.text).not.toMatch(/confidential|secret|hidden|tracestate|traceState/);

  expect(logLines(program).filter(({ msg }) => msg === 'request')).toMatchObject([
    { msg: 'request', trace_id: TRACE, span_id: server?.spanId, operation: 'Names' },
  ]);
  collector.close();
});

test('records the name of an AWS error, and not its message', async () => {
  const collector = await Collector.start();
  const { program, url } = await start({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url });
  const error = {
    type: 'AccessDeniedException',
    status: 403,
    message: 'arn:aws:iam::999988887777:role/canary',
  };
  await emulator.control('POST', '/faults', { service: 'macie2', operation: 'ListMembers', count: 1, error });
  await send(url, { query: '{ macieMembers { nodes { email } } }' });
  const span = await collector.span('Macie2.ListMembers');
  expect(valuesOf(span.attributes)).toMatchObject({
    'rpc.method': 'ListMembers',
    'http.response.status_code': 403,
  });
  expect(span.events?.map(({ name, attributes }) => [name, valuesOf(attributes)])).toEqual([
    ['exception', { 'exception.type': 'AccessDeniedException' }],
  ]);
  await send(url, { query: '{ thereIsNoSuchField(text: "canary") }' });
  await stop(program);
  expect(collector.text).not.toContain('canary');
  collector.close();
});

test.each(['away', 'silent'])('a collector that is %s disturbs nobody, and is told of once', async (how) => {
  const sockets: Socket[] = [];
  const silent = createServer((socket) => void sockets.push(socket)).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const { port } = silent.address() as AddressInfo;
  if (how === 'away') silent.close();
  const { program, url } = await start({
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}`,
    OTEL_EXPORTER_OTLP_TIMEOUT: '300',
    LOG_LEVEL: 'warn',
  });
  for (let i = 0; i < 10; i += 1) {
    expect(await send(url, { query: '{ targets { name } }' })).toEqual({
      data: { targets: [{ name: 'default' }] },
    });
    await delay(60);
  }
  while (program.stderr() === '') await delay(20);
  const begin = performance.now();
  await stop(program);
  expect(performance.now() - begin).toBeLessThan(8_000);
  expect(logLines(program)).toMatchObject([
    { level: 40, msg: 'The collector of traces is unavailable; spans are dropped' },
  ]);
  silent.close();
  for (const socket of sockets) socket.destroy();
});

test('without a collector, the program does not load OpenTelemetry’s SDK and logs no trace ids', async () => {
  const { program, url } = await start({ NODE_DEBUG: 'module' });
  await send(url, { query: '{ targets { name } }' });
  await stop(program);
  const loaded = program.stderr().split('\n');
  expect(loaded.filter((line) => line.includes('node_modules/graphql/')).length).toBeGreaterThan(10);
  // prom-client depends on @opentelemetry/api, which contains only the interface.
  expect(loaded.filter((line) => /@opentelemetry\/(?!api\b)/.test(line))).toEqual([]);
  expect(program.stderr()).toContain('"msg":"request"');
  expect(program.stderr()).not.toContain('trace_id');
});
