// What browsers go by: headers on every answer, and the pages that may ask.
import { startTestGateway, testConfig, type TestGateway } from '../support/gateway';
import { useHarness } from '../support/harness';
import { openSocket, nextAnswer } from '../support/raw-http';

const harness = useHarness();

const CONSOLE = 'https://console.example.com';
const QUERY = JSON.stringify({ query: '{ __typename }' });

let open: TestGateway;

beforeAll(async () => {
  open = await startTestGateway(harness.emulator.url, {
    http: { ...testConfig().http, corsOrigins: [CONSOLE, 'http://localhost:3000'] },
  });
});

afterAll(() => open.close());

const post = (url: string, headers: Record<string, string> = {}, body = QUERY) =>
  fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });

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
  ['an answer', QUERY, '/graphql', 200],
  ['a document that is wrong', '{"query":"{ nothing }"}', '/graphql', 200],
  ['a body that is none', '{', '/graphql', 400],
  ['an unknown address', QUERY, '/nothing', 404],
])('%s is not kept, sniffed, framed, nor used by other sites', async (_name, body, path, status) => {
  const { headers, ...response } = await post(new URL(path, harness.gateway.url).href, {}, body).then(
    async (answer) => ({ status: answer.status, headers: answer.headers, body: await answer.text() }),
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
});

test('unless it is told, no page of another origin may ask', async () => {
  const asked = await preflight(harness.gateway.url, CONSOLE);
  expect(asked.status).toBe(405);
  const answer = await post(harness.gateway.url, { origin: CONSOLE });
  for (const { headers } of [asked, answer]) {
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
])('from %s: %s', async (origin, allowed) => {
  const asked = await preflight(open.url, origin);
  expect(asked.status).toBe(204);
  const answers = [asked, await post(open.url, { origin }), await post(open.url, { origin }, '{')];
  for (const { headers } of answers) {
    expect(headers.get('access-control-allow-origin')).toBe(allowed);
    expect(headers.get('vary')).toContain('Origin');
    expect(headers.has('access-control-allow-credentials')).toBe(false);
  }
  expect(asked.headers.get('access-control-allow-methods')).toBe('GET, POST');
  expect(asked.headers.get('access-control-allow-headers')?.split(', ')).toEqual(
    expect.arrayContaining(['authorization', 'content-type', 'cache-control', 'apollo-require-preflight']),
  );
  expect(answers[1]?.headers.get('access-control-expose-headers')).toBe('age, retry-after, x-request-id');
});

test('a form of another site cannot make the gateway do anything', async () => {
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
    const mutation = JSON.stringify({ query: 'mutation { __typename }' });
    const answer = await post(open.url, { 'content-type': type, origin: 'https://evil.example' }, mutation);
    expect(answer.status).toBe(415);
  }
  const linked = await fetch(`${open.url}?query=%7B__typename%7D`);
  expect(linked.status).toBe(400);
});

test('HEAD has no body, and its connection goes on', async () => {
  const socket = await openSocket(open.url);
  socket.write('HEAD /graphql HTTP/1.1\r\nhost: x\r\n\r\n');
  await new Promise((resolve) => socket.once('data', resolve));
  const answer = nextAnswer(socket);
  socket.write('GET /nothing HTTP/1.1\r\nhost: x\r\n\r\n');
  expect((await answer)?.status).toBe(404);
  socket.destroy();
});
