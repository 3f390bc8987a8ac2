// Protection of browsers: security headers on every response, and the forms of other sites.
import { useHarness } from '../support/harness';
import { openSocket, nextAnswer } from '../support/raw-http';

const harness = useHarness();

const QUERY = JSON.stringify({ query: '{ __typename }' });

const post = (url: string, headers: Record<string, string> = {}, body = QUERY) =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
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

test('rejects the forms of other sites', async () => {
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
    const mutation = JSON.stringify({ query: 'mutation { __typename }' });
    const response = await post(harness.gateway.url, { 'content-type': type }, mutation);
    expect(response.status).toBe(415);
  }
});

test('the response to HEAD has no body, and the connection stays open', async () => {
  const socket = await openSocket(harness.gateway.url);
  socket.write('HEAD /graphql HTTP/1.1\r\nhost: localhost\r\n\r\n');
  await new Promise((resolve) => socket.once('data', resolve));
  const response = nextAnswer(socket);
  socket.write('GET /nothing HTTP/1.1\r\nhost: localhost\r\n\r\n');
  expect((await response)?.status).toBe(404);
  socket.destroy();
});
