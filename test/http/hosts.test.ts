// A gateway without sign-in accepts requests for loopback hosts and ALLOWED_HOSTS only, so that no web page can reach it through DNS rebinding.
import { startTestGateway, testConfig, type TestGateway } from '../support/gateway';
import { useHarness } from '../support/harness';
import { identityOf } from '../support/principals';
import { sendRaw } from '../support/raw-http';

const harness = useHarness();

const CONSOLE = 'https://console.example.com';
const UNKNOWN_HOST =
  'Without sign-in, the gateway accepts only requests for a loopback host such as localhost: use one, or list the host in ALLOWED_HOSTS.';
const HOST_MISSING = 'Without sign-in, the gateway accepts only requests with exactly one valid Host header.';
const UNKNOWN_ORIGIN =
  'Without sign-in, the gateway accepts no requests from pages of other origins: list the origin in CORS_ORIGINS to allow them.';

let open: TestGateway;
let signedIn: TestGateway;

beforeAll(async () => {
  const { url } = harness.emulator;
  const http = { ...testConfig().http, allowedHosts: ['secops.corp.example', '2001:db8::7'] };
  open = await startTestGateway(url, { http: { ...http, corsOrigins: [CONSOLE] } });
  signedIn = await startTestGateway(url, { identity: identityOf({}) });
});

afterAll(async () => {
  await open.close();
  await signedIn.close();
});

const body = JSON.stringify({ query: '{ __typename }' });
const requestWith = (headers: readonly string[], content = body, path = '/graphql') =>
  [
    `POST ${path} HTTP/1.1`,
    ...headers,
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(content)}`,
    '',
    content,
  ].join('\r\n');
const get = (path: string, host: string) => `GET ${path} HTTP/1.1\r\nhost: ${host}\r\n\r\n`;

const rejection = (message: string, code = 'BAD_USER_INPUT') => ({
  errors: [{ message, extensions: { code } }],
});

test('a page whose name resolves to 127.0.0.1 cannot create a member', async () => {
  const query =
    'mutation ($input: CreateMacieMemberInput!) { createMacieMember(input: $input) { userErrors { code } } }';
  const input = { target: 'default', accountId: '444455556666', email: 'ann@example.com' };
  const content = JSON.stringify({ query, variables: { input } });
  const headers = ['host: evil.example:4000', 'origin: http://evil.example:4000'];
  const response = await sendRaw(harness.gateway.url, requestWith(headers, content));
  expect(response?.status).toBe(421);
  expect(JSON.parse(response?.body ?? '')).toEqual(rejection(UNKNOWN_HOST));
  expect(await harness.operations()).toEqual([]);
});

test.each([
  'localhost',
  'localhost:4000',
  'LocalHost.:4000',
  'gateway.localhost:80',
  '127.0.0.1',
  '127.0.0.1:1',
  '127.200.3.4:4000',
  '[::1]',
  '[::1]:4000',
  '[0:0:0:0:0:0:0:1]:4000',
  'secops.corp.example',
  'SECOPS.corp.example.:8443',
  '[2001:DB8:0::7]:4000',
])('accepts the host %s', async (host) => {
  const response = await sendRaw(open.url, requestWith([`host: ${host}`]));
  expect([response?.status, response?.body]).toEqual([200, '{"data":{"__typename":"Query"}}\n']);
});

test.each([
  'evil.example',
  'evil.example:4000',
  'localhost.evil.example',
  'evillocalhost',
  'secops.corp.example.evil.example',
  'a.secops.corp.example',
  '127.0.0.1.evil.example',
  '127.1',
  '2130706433',
  '0.0.0.0',
  '128.0.0.1:4000',
  '10.0.0.1',
  '[::]',
  '[2001:db8::8]',
])('rejects the host %s', async (host) => {
  const response = await sendRaw(open.url, requestWith([`host: ${host}`]));
  expect(response?.status).toBe(421);
  expect(JSON.parse(response?.body ?? '')).toEqual(rejection(UNKNOWN_HOST));
  expect(response?.headers.get('cache-control')).toBe('no-store');
  expect(response?.headers.get('x-frame-options')).toBe('DENY');
});

test.each([
  ['no Host header', []],
  ['an empty Host header', ['host:']],
  ['a port alone', ['host: :4000']],
  ['two Host headers', ['host: localhost', 'host: evil.example']],
  ['two equal Host headers', ['host: localhost', 'host: localhost']],
  ['two hosts in one header', ['host: localhost, evil.example']],
  ['a user before the host', ['host: evil.example@localhost']],
  ['a path behind the host', ['host: evil.example/localhost']],
  ['a port that is no number', ['host: localhost:evil']],
  ['a name in brackets', ['host: [localhost]']],
  ['two dots at the end', ['host: localhost..']],
  ['an address with a zone', ['host: [fe80::1%25lo]']],
])('rejects %s', async (_name, headers) => {
  const response = await sendRaw(open.url, requestWith(headers));
  expect(response?.status).toBe(400);
  expect(JSON.parse(response?.body ?? '')).toEqual(rejection(HOST_MISSING));
});

test('does not use X-Forwarded-Host, not even of a trusted proxy', async () => {
  const http = { ...testConfig().http, trustedProxies: ['127.0.0.0/8'] };
  const proxied = await startTestGateway(harness.emulator.url, { http });
  const evil = ['host: evil.example', 'x-forwarded-host: localhost', 'forwarded: host=localhost'];
  expect((await sendRaw(proxied.url, requestWith(evil)))?.status).toBe(421);
  const forwarded = ['host: localhost', 'x-forwarded-host: evil.example', 'x-forwarded-for: 192.0.2.7'];
  expect((await sendRaw(proxied.url, requestWith(forwarded)))?.status).toBe(200);
  await proxied.close();
});

test.each([
  ['localhost:4000', 'http://localhost:4000'],
  ['localhost', 'https://localhost'],
  ['localhost:443', 'https://localhost'],
  ['localhost:80', 'http://localhost'],
  ['LOCALHOST.:4000', 'http://localhost:4000'],
  ['[::1]:4000', 'http://[::1]:4000'],
  ['secops.corp.example', 'https://secops.corp.example'],
  ['localhost:4000', CONSOLE],
])('the host %s accepts pages of the origin %s', async (host, origin) => {
  const response = await sendRaw(open.url, requestWith([`host: ${host}`, `origin: ${origin}`]));
  expect(response?.status).toBe(200);
});

test.each([
  ['localhost:4000', ['http://evil.example']],
  ['localhost:4000', ['http://evil.example:4000']],
  ['localhost:4000', ['http://localhost:3000']],
  ['localhost:4000', ['http://localhost']],
  ['localhost:4000', ['http://127.0.0.1:4000']],
  ['localhost:4000', ['null']],
  ['localhost:4000', ['']],
  ['localhost:4000', ['localhost:4000']],
  ['localhost', ['file://localhost']],
  ['localhost:4000', ['http://localhost:4000', 'http://evil.example']],
  ['localhost:4000', [`${CONSOLE}.evil.example`]],
  ['secops.corp.example', ['https://localhost:4000']],
])('the host %s rejects pages of the origin %j', async (host, origins) => {
  const headers = [`host: ${host}`, ...origins.map((origin) => `origin: ${origin}`)];
  const response = await sendRaw(open.url, requestWith(headers));
  expect(response?.status).toBe(403);
  expect(JSON.parse(response?.body ?? '')).toEqual(rejection(UNKNOWN_ORIGIN, 'FORBIDDEN'));
  expect([...(response?.headers.keys() ?? [])].filter((name) => name.startsWith('access-control'))).toEqual(
    [],
  );
});

describe('a development server that rewrites the Host header', () => {
  const proxied = (...sites: readonly string[]) =>
    requestWith([
      'host: 127.0.0.1:4000',
      'origin: http://localhost:5173',
      ...sites.map((site) => `sec-fetch-site: ${site}`),
    ]);

  test('passes on requests of its own pages, which the browser marks', async () => {
    expect((await sendRaw(open.url, proxied('same-origin')))?.status).toBe(200);
  });

  test.each([
    ['of another port', ['same-site']],
    ['of another site', ['cross-site']],
    ['that the user opened', ['none']],
    ['with two marks', ['same-origin', 'same-origin']],
    ['with another spelling', ['Same-Origin']],
    ['without a mark', []],
  ])('passes on no requests of a page %s', async (_name, sites) => {
    const response = await sendRaw(open.url, proxied(...sites));
    expect(response?.status).toBe(403);
    expect(JSON.parse(response?.body ?? '')).toEqual(rejection(UNKNOWN_ORIGIN, 'FORBIDDEN'));
  });

  test('passes on no requests for other hosts, and none with two origins', async () => {
    const foreign = [
      'host: evil.example:4000',
      'origin: http://evil.example:4000',
      'sec-fetch-site: same-origin',
    ];
    expect((await sendRaw(open.url, requestWith(foreign)))?.status).toBe(421);
    const origin = 'origin: http://localhost:5173';
    const twice = ['host: localhost:4000', origin, origin, 'sec-fetch-site: same-origin'];
    expect((await sendRaw(open.url, requestWith(twice)))?.status).toBe(403);
  });
});

test.each(['/', '/graphql', '/metrics', '/nothing', '/livez/', '/livez/x', '/readyz%2f..', '/LIVEZ'])(
  'rejects a foreign host at %s',
  async (path) => {
    expect((await sendRaw(open.url, get(path, 'evil.example')))?.status).toBe(421);
  },
);

test.each(['/livez', '/readyz', '/readyz?verbose'])(
  'answers the health probe %s under any host',
  async (path) => {
    expect((await sendRaw(open.url, get(path, '10.1.2.3:4000')))?.status).toBe(200);
    expect((await sendRaw(open.url, `GET ${path} HTTP/1.0\r\n\r\n`))?.status).toBe(200);
  },
);

test('rejects a preflight for a foreign host, and one from a foreign origin', async () => {
  const preflight = (host: string, origin: string) =>
    `OPTIONS /graphql HTTP/1.1\r\nhost: ${host}\r\norigin: ${origin}\r\naccess-control-request-method: POST\r\n\r\n`;
  expect((await sendRaw(open.url, preflight('evil.example', CONSOLE)))?.status).toBe(421);
  expect((await sendRaw(open.url, preflight('localhost', 'http://evil.example')))?.status).toBe(403);
  expect((await sendRaw(open.url, preflight('localhost', CONSOLE)))?.status).toBe(204);
});

test('a gateway with sign-in accepts requests for any host', async () => {
  const headers = ['host: secops.corp.example', 'origin: https://other.example'];
  const response = await sendRaw(signedIn.url, requestWith(headers));
  expect([response?.status, response?.body]).toEqual([401, expect.stringContaining('UNAUTHENTICATED')]);
  expect((await sendRaw(signedIn.url, get('/metrics', '10.1.2.3:4000')))?.status).not.toBe(421);
});
