// The handler for AWS Lambda: its responses equal those of the HTTP server, for a gateway on the same emulator.
import type { Config } from '../../../src/config/config';
import pino from 'pino';
import { UnauthenticatedError } from '../../../src/domain/errors';
import { openGateway, type Gateway } from '../../../src/app/gateway';
import { createHandler } from '../../../src/app/lambda/handler';
import { DEFAULT_CONNECTION_LIMITS } from '../../../src/http/connection-limits';
import { startServer, type Server } from '../../../src/http/server';
import { OverviewDocument } from '../../generated/graphql';
import { startTestEmulator, type TestEmulator } from '../../support/emulator';
import { testConfig } from '../../support/gateway';
import { lambdaEvent, type EventRequest } from '../../support/lambda-event';
import { jobGlobalId } from '../../support/resources';

const JSON_TYPE = { 'content-type': 'application/json' };
const MINUTE = { getRemainingTimeInMillis: () => 60_000 };
const JOBS = '{ classificationJobs(first: 2) { nodes { name status } pageInfo { endCursor hasNextPage } } }';

const LISTEN = {
  host: '127.0.0.1',
  port: 0,
  http: testConfig().http,
  connectionLimits: DEFAULT_CONNECTION_LIMITS,
  requiresSignIn: false,
};

let emulator: TestEmulator;
let gateway: Gateway;
let server: Server;

const open = (overrides: Partial<Config> = {}) =>
  openGateway(
    testConfig({ cursorSecret: 'the secret of handler and server', ...overrides }),
    { mode: 'emulator', endpoint: emulator.url },
    pino({ level: 'silent' }),
  );

beforeAll(async () => {
  emulator = await startTestEmulator();
  gateway = await open();
  server = await startServer({ ...gateway, ...LISTEN });
});

afterAll(async () => {
  await server.close();
  await gateway.close();
  await emulator.close();
});

interface LambdaResponse {
  readonly status: number | undefined;
  readonly type: unknown;
  readonly body: unknown;
}

const parse = (text: string | undefined): unknown => (text === undefined ? undefined : JSON.parse(text));

async function invoke(request: EventRequest, on: Gateway = gateway): Promise<LambdaResponse> {
  const { statusCode, headers, body } = await createHandler(on)(lambdaEvent(request), MINUTE);
  return { status: statusCode, type: headers?.['content-type'], body: parse(body) };
}

async function send({
  method = 'POST',
  search,
  headers = JSON_TYPE,
  body,
}: EventRequest): Promise<LambdaResponse> {
  const url = search === undefined ? server.url : `${server.url}?${search}`;
  const response = await fetch(url, { method, headers, ...(body !== undefined && { body }) });
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    body: parse(await response.text()),
  };
}

const body = (query: string, variables?: unknown) => JSON.stringify({ query, variables });
/** The response without cursors, which differ because each is sealed with a nonce. */
const withoutCursors = (response: LambdaResponse): unknown =>
  JSON.parse(JSON.stringify(response).replace(/"endCursor":"[^"]+"/g, '"endCursor":"sealed"'));

test.each<[string, EventRequest]>([
  ['a query', { body: body(JOBS) }],
  ['a query over four services', { body: body(OverviewDocument.toString()) }],
  ['a body in base64', { body: body(JOBS), base64: true }],
  [
    'variables beyond ASCII',
    {
      body: body(
        'query ($is: String!) { classificationJobs(filter: { name: { eq: $is } }) { nodes { id } } }',
        {
          is: 'Prüfung 検査',
        },
      ),
      base64: true,
    },
  ],
  [
    'a query in the URL',
    {
      method: 'GET',
      search: `query=${encodeURIComponent(JOBS)}`,
    },
  ],
  [
    'a query by GET of a page of another site',
    { method: 'GET', search: 'query={__typename}', headers: { 'sec-fetch-site': 'cross-site' } },
  ],
  ['a mutation by GET', { method: 'GET', search: 'query=mutation{__typename}' }],
  ['a document with a syntax error', { body: body('{ classificationJobs(first: ') }],
  ['an unknown field', { body: body('{ findings { id } }') }],
  [
    'a rejected change',
    {
      body: body(
        'mutation ($id: ID!) { resumeClassificationJob(input: { id: $id }) { outcome userErrors { code message } } }',
        { id: jobGlobalId('f'.repeat(32)) },
      ),
    },
  ],
  ['a document with too many tokens', { body: body(`{ ${'a '.repeat(5_001)} }`) }],
])('responds to %s as the server does', async (_name, request) => {
  const response = withoutCursors(await invoke(request));
  expect(response).toEqual(withoutCursors(await send(request)));
  expect(response).toMatchObject({ body: expect.anything() as unknown });
});

test('accepts a query by GET of a page in CORS_ORIGINS', async () => {
  const origin = 'https://console.example.com';
  const on = await open({ http: { ...testConfig().http, corsOrigins: [origin] } });
  const from = (page: string): EventRequest => ({
    method: 'GET',
    search: 'query={__typename}',
    headers: { 'sec-fetch-site': 'cross-site', origin: page },
  });
  expect((await invoke(from(origin), on)).status).toBe(200);
  expect((await invoke(from('https://evil.example'), on)).status).toBe(403);
  await on.close();
});

test.each<[number, string, EventRequest]>([
  [413, 'The body is larger than 100000 bytes.', { body: body(`{ a${' '.repeat(100_000)} }`) }],
  [
    415,
    'The body must be JSON, with the content type application/json.',
    { headers: { 'content-type': 'application/xml' }, body: '<a/>' },
  ],
  [400, 'The body is not valid JSON.', { body: '{"query":' }],
  [400, 'The body is not valid JSON.', {}],
])('rejects with %i: %s', async (status, message, request) => {
  const calls = (await emulator.calls()).length;
  const rejection = { errors: [{ message, extensions: { code: 'BAD_USER_INPUT' } }] };
  expect(await invoke(request)).toMatchObject({ status, body: rejection });
  expect((await send(request)).status).toBe(status);
  expect(await emulator.calls()).toHaveLength(calls);
});

test('rejects an unauthenticated caller as the server does, before it parses the body', async () => {
  const closed = { ...gateway, authenticate: () => Promise.reject(new UnauthenticatedError()) };
  const guarded = await startServer({ ...closed, ...LISTEN });
  const response = await fetch(guarded.url, { method: 'POST', headers: JSON_TYPE, body: '{' });
  const { statusCode, headers, body: text } = await createHandler(closed)(lambdaEvent({ body: '{' }), MINUTE);
  await guarded.close();
  expect(statusCode).toBe(401);
  expect(response.status).toBe(401);
  expect(headers?.['www-authenticate']).toBe(response.headers.get('www-authenticate'));
  expect(parse(text)).toEqual(await response.json());
});

test('masks an unexpected error', async () => {
  const broken = { ...gateway, authenticate: () => Promise.reject(new Error('an internal secret')) };
  expect(await invoke({ body: body(JOBS) }, broken)).toEqual({
    status: 500,
    type: 'application/json; charset=utf-8',
    body: {
      errors: [
        {
          message: 'The gateway failed to process this request.',
          extensions: { code: 'INTERNAL_SERVER_ERROR' },
        },
      ],
    },
  });
});

test('the audit trail contains the caller’s address', async () => {
  const id = jobGlobalId('e'.repeat(32));
  await invoke({
    body: body(`mutation { pauseClassificationJob(input: { id: "${id}" }) { userErrors { code } } }`),
  });
  const trail = '{ auditTrail(first: 1) { nodes { mutation sourceAddress } } }';
  expect((await invoke({ body: body(trail) })).body).toEqual({
    data: { auditTrail: { nodes: [{ mutation: 'pauseClassificationJob', sourceAddress: '192.0.2.7' }] } },
  });
});

test('ends reads before the instance’s remaining time is over', async () => {
  await emulator.control('POST', '/faults', {
    service: 'macie2',
    operation: 'ListClassificationJobs',
    hang: true,
  });
  const query =
    '{ classificationJobs(first: 1) { nodes { name } completeness { complete sources { status } } } }';
  const start = performance.now();
  const handle = createHandler(gateway);
  const response = await handle(lambdaEvent({ body: body(query) }), {
    getRemainingTimeInMillis: () => 1_300,
  });
  // Well before the timeout of a single call, which is 5 s.
  expect(performance.now() - start).toBeLessThan(4_000);
  expect(parse(response.body)).toMatchObject({
    data: { classificationJobs: { completeness: { complete: false, sources: [{ status: 'TIMED_OUT' }] } } },
  });
});
