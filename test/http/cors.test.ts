// CORS: the pages of CORS_ORIGINS may call the gateway, and the log names what a rejected preflight request asked for.
import { startGateway } from '../../src/app/serve';
import { CapturedLog } from '../support/captured-log';
import { startTestGateway, testConfig, type TestGateway } from '../support/gateway';
import { useHarness } from '../support/harness';
import { identityOf, tokenOf } from '../support/principals';

const harness = useHarness();

const CONSOLE = 'https://console.example.com';
const QUERY = JSON.stringify({ query: '{ __typename }' });

/** The caller of the gateways with sign-in; without sign-in, a gateway rejects the pages of other origins. */
const CALLER = 'console';
const SIGNED_IN = { authorization: `Bearer ${tokenOf(CALLER)}` };
const identity = identityOf({ [CALLER]: { scopes: new Set(), targets: 'ALL' } });

let closed: TestGateway;
let open: TestGateway;

beforeAll(async () => {
  closed = await startTestGateway(harness.emulator.url, { identity });
  open = await startTestGateway(harness.emulator.url, {
    identity,
    http: { ...testConfig().http, corsOrigins: [CONSOLE, 'http://localhost:3000'] },
  });
});

afterAll(async () => {
  await closed.close();
  await open.close();
});

const post = (url: string, headers: Record<string, string> = {}, body = QUERY) =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...SIGNED_IN, ...headers },
    body,
  });

const preflight = (url: string, origin: string, headers = 'authorization,content-type', method = 'POST') =>
  fetch(url, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': method,
      'access-control-request-headers': headers,
    },
  });

test('without CORS_ORIGINS, pages of other origins may not send requests', async () => {
  const checked = await preflight(closed.url, CONSOLE);
  expect(checked.status).toBe(405);
  const response = await post(closed.url, { origin: CONSOLE });
  expect(response.status).toBe(200);
  for (const { headers } of [checked, response]) {
    expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  }
});

test.each([
  [CONSOLE, CONSOLE],
  ['http://localhost:3000', 'http://localhost:3000'],
  ['http://console.example.com', null],
  [`${CONSOLE}:8443`, null],
  [`${CONSOLE}.evil.example`, null],
  ['https://evil.example', null],
  ['null', null],
])('allows the origin %s as %s', async (origin, allowed) => {
  const checked = await preflight(open.url, origin);
  expect(checked.status).toBe(204);
  const responses = [checked, await post(open.url, { origin }), await post(open.url, { origin }, '{')];
  for (const { headers } of responses) {
    expect(headers.get('access-control-allow-origin')).toBe(allowed);
    expect(headers.get('vary')).toContain('Origin');
    expect(headers.has('access-control-allow-credentials')).toBe(false);
  }
  expect(checked.headers.get('access-control-allow-methods')).toBe('GET, POST');
  expect(responses[1]?.headers.get('access-control-expose-headers')).toBe('age, retry-after, x-request-id');
});

test('allows the headers of GraphQL clients, of tracing and of error reporting, and those of CORS_HEADERS', async () => {
  const usual = [
    'authorization',
    'content-type',
    'cache-control',
    'x-include-aws-usage',
    'x-request-id',
    'apollo-require-preflight',
    'x-apollo-operation-name',
    'apollographql-client-name',
    'apollographql-client-version',
    'traceparent',
    'tracestate',
    'baggage',
    'sentry-trace',
  ];
  const allowedBy = async ({ url }: TestGateway) =>
    (await preflight(url, CONSOLE)).headers.get('access-control-allow-headers')?.split(', ');
  expect(await allowedBy(open)).toEqual(usual);
  const gateway = await startTestGateway(harness.emulator.url, {
    http: { ...testConfig().http, corsOrigins: [CONSOLE], corsHeaders: ['x-datadog-trace-id'] },
  });
  expect(await allowedBy(gateway)).toEqual([...usual, 'x-datadog-trace-id']);
  await gateway.close();
});

describe('the log', () => {
  const log = new CapturedLog();
  let logged: Awaited<ReturnType<typeof startGateway>>;
  let withoutOrigins: Awaited<ReturnType<typeof startGateway>>;

  const start = (corsOrigins: readonly string[]) =>
    startGateway(
      testConfig({ identity, http: { ...testConfig().http, corsOrigins, corsHeaders: ['x-team'] } }),
      { mode: 'emulator', endpoint: harness.emulator.url },
      log.logger,
    );

  beforeEach(async () => {
    logged = await start([CONSOLE]);
    withoutOrigins = await start([]);
    log.text = '';
  });

  afterEach(async () => {
    await logged.close();
    await withoutOrigins.close();
  });

  const lines = () =>
    log.text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  const line = (reason: string, rejected: unknown) => ({
    level: 40,
    msg: 'A preflight request was rejected',
    requestId: expect.any(String) as string,
    address: '127.0.0.1',
    reason,
    rejected,
  });

  test.each<[string, string, readonly [string, string?, string?], unknown]>([
    ['an unknown origin', 'ORIGIN', ['https://evil.example'], 'https://evil.example'],
    ['an origin of a file', 'ORIGIN', ['null'], 'null'],
    ['a method', 'METHOD', [CONSOLE, 'content-type', 'DELETE'], 'DELETE'],
    ['headers', 'HEADERS', [CONSOLE, 'authorization,x-one, X-Two,x-team'], ['x-one', 'x-two']],
    [
      'many headers',
      'HEADERS',
      [CONSOLE, ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => name.repeat(200)).join()],
      ['a', 'b', 'c', 'd', 'e'].map((name) => name.repeat(100)),
    ],
  ])('has a line for a preflight request with %s', async (_name, reason, request, rejected) => {
    await preflight(logged.url, ...request);
    expect(lines()).toEqual([expect.objectContaining(line(reason, rejected))]);
  });

  test('has a line when CORS_ORIGINS is not set', async () => {
    expect((await preflight(withoutOrigins.url, CONSOLE)).status).toBe(405);
    expect(lines()).toEqual([expect.objectContaining(line('ORIGIN', CONSOLE))]);
  });

  test('has one line for a reason, however many requests are rejected', async () => {
    for (const origin of ['https://a.example', 'https://b.example', 'https://c.example']) {
      await preflight(logged.url, origin);
    }
    await preflight(logged.url, CONSOLE, 'x-one');
    expect(lines()).toEqual([
      expect.objectContaining(line('ORIGIN', 'https://a.example')),
      expect.objectContaining(line('HEADERS', ['x-one'])),
    ]);
  });

  test('has no line for an allowed preflight request, or for OPTIONS without CORS', async () => {
    await preflight(logged.url, CONSOLE, 'authorization,content-type,sentry-trace,x-team');
    await preflight(logged.url, CONSOLE, 'authorization', 'HEAD');
    await fetch(logged.url, { method: 'OPTIONS' });
    await fetch(logged.url, { method: 'OPTIONS', headers: { 'access-control-request-method': 'POST' } });
    expect(lines()).toEqual([]);
  });
});
