// The compression of responses: which ones, in which coding, and that nothing else of a response changes.
import { once } from 'node:events';
import { request, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import zlib, { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { startGateway, type ServedGateway } from '../../src/app/serve';
import { CapturedLog } from '../support/captured-log';
import { endWithFile } from '../support/cleanup';
import { LONG_TIMEOUTS, testConfig } from '../support/gateway';
import { useHarness } from '../support/harness';
import { noRequestsInFlight } from '../support/metrics';

const harness = useHarness();
const log = new CapturedLog();

const CONSOLE = 'https://console.example.com';

let compressing: ServedGateway;
let plain: ServedGateway;

const start = async (compression: boolean) => {
  const { http } = testConfig();
  const config = testConfig({
    http: { ...http, compression, corsOrigins: [CONSOLE] },
    operations: { host: '127.0.0.1', port: 0, publicProbes: true, tracedAs: undefined },
  });
  const aws = { mode: 'emulator', endpoint: harness.emulator.url, limits: LONG_TIMEOUTS } as const;
  const gateway = await startGateway(config, aws, log.logger);
  endWithFile(() => gateway.close());
  return gateway;
};

beforeAll(async () => {
  compressing = await start(true);
  plain = await start(false);
});

afterAll(async () => {
  await compressing.close();
  await plain.close();
});

interface Received {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

async function send(
  url: string,
  method: string,
  headers: Readonly<Record<string, string>>,
  body: string | Buffer = '',
): Promise<Received> {
  const sent = request(url, { method, headers, agent: false }).end(body);
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return { status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) };
}

const post = (gateway: ServedGateway, query: string, headers: Readonly<Record<string, string>>) =>
  send(gateway.url, 'POST', { 'content-type': 'application/json', ...headers }, JSON.stringify({ query }));

/** The response to the query of `queryFor`: a member takes 11 bytes besides its name, and the braces, `data` and the line break take 11. */
function contentFor(size: number): string {
  const count = Math.ceil(size / 190);
  const names = size - 11 - 11 * count;
  const entries = Array.from({ length: count }, (_each, index) => {
    const length = Math.floor(names / count) + (index < names % count ? 1 : 0);
    return [`a${index}_`.padEnd(length, 'x'), 'Query'];
  });
  return `${JSON.stringify({ data: Object.fromEntries(entries) as unknown })}\n`;
}

/** A query whose response has this size in bytes. */
function queryFor(size: number): string {
  const { data } = JSON.parse(contentFor(size)) as { data: object };
  const fields = Object.keys(data).map((name) => `${name}: __typename`);
  return `{ ${fields.join(' ')} }`;
}

const LARGE = queryFor(1_000);
/** A query with more than 1 kB of errors. */
const INVALID = '{ a b c d e f g h i j k l m n o p q r s t u v w x y z }';
/** Larger than what is compressed in the event loop. */
const SCHEMA = `{ __schema { types { name description enumValues { name description }
  fields { name description type { name kind ofType { name kind } } args { name description type { name kind } } }
  inputFields { name description type { name kind } } } } }`;

const decode: Readonly<Record<string, (body: Buffer) => Buffer>> = {
  br: brotliDecompressSync,
  gzip: gunzipSync,
};

/** The content without its coding. */
function contentOf({ headers, body }: Received): string {
  const { 'content-encoding': coding } = headers;
  return (
    coding === undefined ? body : (decode[coding]?.(body) ?? Buffer.from(`unknown coding ${coding}`))
  ).toString();
}

test.each([
  [999, undefined],
  [1_000, 'gzip'],
])('a body of %i bytes has the content coding %s', async (size, coding) => {
  const response = await post(compressing, queryFor(size), { 'accept-encoding': 'gzip' });
  expect(contentOf(response)).toBe(contentFor(size));
  expect(contentFor(size)).toHaveLength(size);
  expect(response.headers).toMatchObject({
    'content-length': `${response.body.length}`,
    vary: 'Origin, accept-encoding',
  });
  expect(response.headers['content-encoding']).toBe(coding);
});

test.each([
  ['gzip', 'gzip'],
  ['x-gzip', 'gzip'],
  ['deflate', undefined],
  ['br', 'br'],
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip, deflate', 'gzip'],
  ['GZIP', 'gzip'],
  ['*', 'br'],
  ['identity;q=0, *', 'br'],
  ['br;q=0.5, gzip;q=0.9', 'gzip'],
  ['br ; q=0.001 , gzip ; q=0.002', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['br;q=0, *', 'gzip'],
  ['gzip;q=0, *', 'br'],
  ['br;q=0, gzip;q=0, *', undefined],
  ['x-gzip;q=0, br;q=0, *;q=0.5', undefined],
  ['gzip;q=0.2, *;q=0', 'gzip'],
  ['identity, gzip;q=0.5', undefined],
  ['identity', undefined],
  ['identity;q=1, *;q=0', undefined],
  ['gzip;q=0', undefined],
  ['gzip;q=0.000, identity', undefined],
  ['*;q=0', undefined],
  ['br;q=0, gzip;q=0, deflate;q=0, *', undefined],
  ['zstd', undefined],
  ['', undefined],
])('with Accept-Encoding: %s the content coding is %s', async (accepted, coding) => {
  const response = await post(compressing, LARGE, { 'accept-encoding': accepted });
  expect(response.headers['content-encoding']).toBe(coding);
  expect(response.headers.vary).toBe('Origin, accept-encoding');
  expect(contentOf(response)).toBe(contentFor(1_000));
});

test('without Accept-Encoding the response is not compressed', async () => {
  const response = await post(compressing, LARGE, {});
  expect(response.headers['content-encoding']).toBeUndefined();
  expect(response.body).toHaveLength(1_000);
});

test.each(['br', 'gzip'])('with %s, responses of every size have the content of identity', async (coding) => {
  for (const query of [LARGE, queryFor(9_000), SCHEMA]) {
    const identity = await post(compressing, query, {});
    const compressed = await post(compressing, query, { 'accept-encoding': coding });
    expect(compressed.headers['content-encoding']).toBe(coding);
    expect(compressed.body.length).toBeLessThan(identity.body.length / 3);
    expect(contentOf(compressed)).toBe(identity.body.toString());
    // A response that is compressed in a stream has no known size.
    expect(compressed.headers['content-length'] === undefined).toBe(query === SCHEMA);
  }
});

const CHANGING = ['date', 'x-request-id', 'content-encoding', 'content-length', 'transfer-encoding', 'vary'];
const remaining = ({ status, headers }: Received) => ({
  status,
  headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !CHANGING.includes(name))),
});

test.each([
  ['a query', LARGE, 'application/json'],
  ['a query with the media type of GraphQL', LARGE, 'application/graphql-response+json'],
  ['a large response', SCHEMA, 'application/graphql-response+json'],
  ['an error of more than 1 kB', INVALID, 'application/graphql-response+json'],
])('%s keeps its status and its other headers', async (_name, query, accept) => {
  const headers = { accept, origin: CONSOLE, 'x-include-aws-usage': 'true', 'accept-encoding': 'gzip' };
  const compressed = await post(compressing, query, headers);
  const identity = await post(plain, query, headers);
  expect(compressed.headers['content-encoding']).toBe('gzip');
  expect(identity.headers['content-encoding']).toBeUndefined();
  expect(compressed.headers['content-type']).toBe(`${accept}; charset=utf-8`);
  expect(remaining(compressed)).toEqual(remaining(identity));
  expect([compressed.headers.vary, identity.headers.vary]).toEqual(['Origin, accept-encoding', 'Origin']);
});

test('an error of more than 1 kB is compressed', async () => {
  const response = await post(compressing, INVALID, {
    accept: 'application/graphql-response+json',
    'accept-encoding': 'br',
  });
  expect([response.status, response.headers['content-encoding']]).toEqual([400, 'br']);
  expect(contentOf(response)).toContain('Cannot query field \\"z\\" on type \\"Query\\".');
});

const PREFLIGHT = { origin: CONSOLE, 'access-control-request-method': 'POST' };

test.each([
  ['OPTIONS', '/graphql', PREFLIGHT, 204],
  ['HEAD', '/graphql', {}, 405],
  ['HEAD', '/livez', {}, 200],
  ['GET', '/livez', {}, 200],
])(
  '%s %s, without a body of 1 kB, has the headers that it has without compression',
  async (method, path, more, status) => {
    const headers = { 'accept-encoding': 'gzip', ...more };
    const [compressed, identity] = await Promise.all(
      [compressing, plain].map(({ origin }) => send(`${origin}${path}`, method, headers)),
    );
    if (compressed === undefined || identity === undefined) throw new Error('A response is missing.');
    expect(compressed.status).toBe(status);
    expect(remaining(compressed)).toEqual(remaining(identity));
    expect(compressed.body).toEqual(identity.body);
    expect(compressed.headers['content-length']).toBe(identity.headers['content-length']);
    expect(compressed.headers['content-encoding']).toBeUndefined();
  },
);

test('a preflight response does not vary by its coding, because it has no body', async () => {
  const { headers } = await send(compressing.url, 'OPTIONS', { 'accept-encoding': 'gzip', ...PREFLIGHT });
  expect(headers.vary).toBe('Origin');
});

test('the metrics on OPERATIONS_PORT are compressed', async () => {
  const url = `${compressing.operationsOrigin}/metrics`;
  const response = await send(url, 'GET', { 'accept-encoding': 'gzip' });
  expect(response.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' });
  expect(contentOf(response)).toContain('secops_graph_requests_in_flight');
  const identity = await send(`${plain.operationsOrigin}/metrics`, 'GET', { 'accept-encoding': 'gzip' });
  expect(identity.headers['content-encoding']).toBeUndefined();
});

test('COMPRESSION=off sends every response as it is, without Vary of the coding', async () => {
  const { headers, body } = await send(
    plain.url,
    'POST',
    { 'content-type': 'application/json', 'accept-encoding': 'gzip, br' },
    JSON.stringify({ query: LARGE }),
  );
  expect(body).toHaveLength(1_000);
  expect([headers['content-encoding'], headers.vary]).toEqual([undefined, 'Origin']);
});

test('a compressed request body is rejected', async () => {
  const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
  const body = gzipSync(JSON.stringify({ query: LARGE }));
  const { status } = await send(compressing.url, 'POST', headers, body);
  expect(status).toBe(415);
});

test('a client that disconnects during a compressed response leaves no request in flight and no error in the log', async () => {
  log.text = '';
  for (let sent = 0; sent < 10; sent += 1) {
    const client = request(compressing.url, {
      method: 'POST',
      agent: false,
      headers: { 'content-type': 'application/json', 'accept-encoding': 'gzip' },
    }).end(JSON.stringify({ query: SCHEMA }));
    client.on('error', () => undefined);
    const [response] = (await once(client, 'response')) as [IncomingMessage];
    response.on('error', () => undefined);
    client.destroy();
  }
  await noRequestsInFlight(compressing.operationsOrigin);
  expect((await post(compressing, LARGE, { 'accept-encoding': 'gzip' })).status).toBe(200);
  const lines = log.text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { level: number; msg: string });
  expect(lines.filter(({ level }) => level > 30)).toEqual([]);
  expect(lines.filter(({ msg }) => msg === 'request')).toHaveLength(11);
});

test('a response whose compression fails is sent as it is', async () => {
  jest.spyOn(zlib, 'gzipSync').mockImplementation(() => {
    throw new RangeError('planted');
  });
  const failing = await start(true);
  const { status, headers, body } = await post(failing, LARGE, { 'accept-encoding': 'gzip' });
  await failing.close();
  jest.restoreAllMocks();
  expect(status).toBe(200);
  expect(headers['content-encoding']).toBeUndefined();
  expect(body.toString()).toBe((await post(plain, LARGE, {})).body.toString());
});
