// Protection of browsers: security headers on every response, CORS, and cross-site requests.
import { startTestGateway, testConfig, type TestGateway } from '../support/gateway';
import { useHarness } from '../support/harness';
import { identityOf, tokenOf } from '../support/principals';
import { openSocket, nextAnswer } from '../support/raw-http';

const harness = useHarness();

const CONSOLE = 'https://console.example.com';
const QUERY = JSON.stringify({ query: '{ __typename }' });

/** The caller of the gateways with sign-in; without sign-in, a gateway rejects the pages of other origins. */
const CALLER = 'console';
const SIGNED_IN = { authorization: `Bearer ${tokenOf(CALLER)}` };

let closed: TestGateway;
let open: TestGateway;

beforeAll(async () => {
  const identity = identityOf({ [CALLER]: { scopes: new Set(), targets: 'ALL' } });
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

const preflight = (url: string, origin: string) =>
  fetch(url, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,content-type',
    },
  });

test.each([
  ['a response', QUERY, '/graphql', 200],
  ['the response to an invalid document', '{"query":"{ nothing }"}', '/graphql', 200],
  ['the response to a malformed body', '{', '/graphql', 400],
  ['the response to an unknown path', QUERY, '/nothing', 404],
])(
  '%s has headers against caching, sniffing, framing and use by other sites',
  async (_name, body, path, status) => {
    const { headers, ...response } = await post(new URL(path, harness.gateway.url).href, {}, body).then(
      async (received) => ({
        status: received.status,
        headers: received.headers,
        body: await received.text(),
      }),
    );
    expect(response.status).toBe(status);
    expect(Object.fromEntries(headers)).toMatchObject({
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none';frame-ancestors 'none'",
      'cross-origin-resource-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    });
    for (const name of ['strict-transport-security', 'x-powered-by', 'server'])
      expect(headers.has(name)).toBe(false);
  },
);

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
  expect(checked.headers.get('access-control-allow-headers')?.split(', ')).toEqual(
    expect.arrayContaining(['authorization', 'content-type', 'cache-control', 'apollo-require-preflight']),
  );
  expect(responses[1]?.headers.get('access-control-expose-headers')).toBe('age, retry-after, x-request-id');
});

test('rejects the forms and links of other sites', async () => {
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
    const mutation = JSON.stringify({ query: 'mutation { __typename }' });
    const response = await post(open.url, { 'content-type': type, origin: 'https://evil.example' }, mutation);
    expect(response.status).toBe(415);
  }
  const linked = await fetch(`${open.url}?query=%7B__typename%7D`, { headers: SIGNED_IN });
  expect(linked.status).toBe(400);
});

test('the response to HEAD has no body, and the connection stays open', async () => {
  const socket = await openSocket(open.url);
  socket.write('HEAD /graphql HTTP/1.1\r\nhost: localhost\r\n\r\n');
  await new Promise((resolve) => socket.once('data', resolve));
  const response = nextAnswer(socket);
  socket.write('GET /nothing HTTP/1.1\r\nhost: localhost\r\n\r\n');
  expect((await response)?.status).toBe(404);
  socket.destroy();
});
