// Queries by GET: the gateway rejects those that a page of another origin makes a browser send, and serves every other client.
import { startTestGateway, testConfig, type GraphqlAnswer, type TestGateway } from '../support/gateway';
import { useHarness } from '../support/harness';
import { identityOf, tokenOf } from '../support/principals';
import { sendRaw } from '../support/raw-http';

const harness = useHarness();

const CONSOLE = 'https://console.example.com';
const CALLER = 'console';
const TOKEN = tokenOf(CALLER);
const JOBS = encodeURIComponent('{ classificationJobs(first: 1) { nodes { id } } }');
const MESSAGE =
  'A page of another origin sent this request by GET: use POST, send the header apollo-require-preflight, or list the origin of the page in CORS_ORIGINS.';

/** Without sign-in. */
let open: TestGateway;
/** With sign-in. */
let closed: TestGateway;

beforeAll(async () => {
  const http = { ...testConfig().http, corsOrigins: [CONSOLE] };
  const identity = identityOf({ [CALLER]: { scopes: new Set(['macie:read']), targets: 'ALL' } });
  open = await startTestGateway(harness.emulator.url, { http });
  closed = await startTestGateway(harness.emulator.url, { http, identity });
});

afterAll(async () => {
  await open.close();
  await closed.close();
});

async function get(gateway: TestGateway, headers: readonly string[], query = JOBS) {
  const lines = [`GET /graphql?query=${query} HTTP/1.1`, 'host: localhost', ...headers];
  const { status = 0, body = '' } = (await sendRaw(gateway.url, `${lines.join('\r\n')}\r\n\r\n`)) ?? {};
  const { errors } = JSON.parse(body) as GraphqlAnswer<unknown>;
  return { status, code: errors?.[0]?.extensions.code, message: errors?.[0]?.message };
}

const FROM = {
  anotherSite: 'sec-fetch-site: cross-site',
  anotherOrigin: 'sec-fetch-site: same-site',
  ownOrigin: 'sec-fetch-site: same-origin',
  theUser: 'sec-fetch-site: none',
};

test.each<[string, readonly string[]]>([
  ['a client other than a browser', []],
  ['the page of the gateway', [FROM.ownOrigin]],
  ['the address bar', [FROM.theUser]],
  ['the page of the gateway in a browser without Sec-Fetch-Site', ['origin: http://localhost']],
  ['a page of CORS_ORIGINS', [FROM.anotherSite, `origin: ${CONSOLE}`]],
  ['a page of CORS_ORIGINS in a browser without Sec-Fetch-Site', [`origin: ${CONSOLE}`]],
  ['a page that sent apollo-require-preflight', [FROM.anotherSite, 'apollo-require-preflight: 1']],
  ['a page that sent x-apollo-operation-name', [FROM.anotherOrigin, 'x-apollo-operation-name: Jobs']],
  ['a page that sent a token', [FROM.anotherSite, `authorization: bearer ${TOKEN}`]],
])('serves %s', async (_client, headers) => {
  expect(await get(open, headers)).toEqual({ status: 200, code: undefined, message: undefined });
  expect(await harness.operations()).toEqual(['ListClassificationJobs']);
});

test.each<[string, readonly string[]]>([
  ['another site', [FROM.anotherSite]],
  ['another origin of the site', [FROM.anotherOrigin]],
  ['an unknown value of Sec-Fetch-Site', ['sec-fetch-site: same-party']],
  ['an empty Sec-Fetch-Site', ['sec-fetch-site:']],
  ['two values of Sec-Fetch-Site', [FROM.anotherSite, FROM.ownOrigin]],
  ['the gateway over another scheme', [FROM.anotherSite, 'origin: http://localhost']],
  // Browsers add these credentials by themselves.
  ['another site, with Basic credentials', [FROM.anotherSite, 'authorization: Basic YW5uOmh1bnRlcjI=']],
  ['another site, with Negotiate credentials', [FROM.anotherSite, 'authorization: Negotiate YII=']],
  ['another site, with a cookie', [FROM.anotherSite, 'cookie: session=1']],
])('rejects a page of %s, without an AWS call', async (_page, headers) => {
  expect(await get(open, headers)).toEqual({ status: 403, code: 'FORBIDDEN', message: MESSAGE });
  expect(await harness.operations()).toEqual([]);
});

test.each([
  'origin: https://evil.example',
  'origin: null',
  'origin: https://console.example.com.evil.example',
  'origin: https://console.example.com:8443',
  'origin: http://console.example.com',
  'origin: http://localhost:1',
  'origin:',
])('rejects a page of another origin in a browser without Sec-Fetch-Site: %s', async (origin) => {
  expect(await get(closed, [origin])).toEqual({ status: 403, code: 'FORBIDDEN', message: MESSAGE });
  // The gateway without sign-in rejects the Origin before.
  expect(await get(open, [origin])).toMatchObject({ status: 403, code: 'FORBIDDEN' });
  expect(await harness.operations()).toEqual([]);
});

test('rejects a page of another site before it checks its token, and serves it with a token', async () => {
  expect(await get(closed, [FROM.anotherSite])).toMatchObject({ status: 403, code: 'FORBIDDEN' });
  expect(await get(closed, [FROM.ownOrigin])).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
  expect(await get(closed, [FROM.anotherSite, `authorization: Bearer ${TOKEN}`])).toMatchObject({
    status: 200,
  });
});

test('the rejection has the media type that the client prefers', async () => {
  const request = ['GET /graphql HTTP/1.1', 'host: localhost', FROM.anotherSite];
  const types = ['application/graphql-response+json,application/json;q=0.9', 'application/json'];
  const responses = await Promise.all(
    types.map((type) => sendRaw(open.url, [...request, `accept: ${type}`, '', ''].join('\r\n'))),
  );
  expect(responses.map((response) => response?.headers.get('content-type'))).toEqual([
    'application/graphql-response+json; charset=utf-8',
    'application/json; charset=utf-8',
  ]);
});

test('rejects every mutation by GET', async () => {
  const mutation = encodeURIComponent('mutation { __typename }');
  for (const headers of [[], [FROM.ownOrigin], [FROM.theUser], ['apollo-require-preflight: 1']]) {
    expect(await get(open, headers, mutation)).toMatchObject({ status: 405 });
  }
});
