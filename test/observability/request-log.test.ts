// The request log: one line for each request, with its caller, outcome and request id.
import { ApolloServer } from '@apollo/server';
import { buildSchema } from 'graphql';
import pino from 'pino';
import type { Config } from '../../src/config/config';
import { serializeError } from '../../src/observability/logs/serialize-error';
import { recordPlugin } from '../../src/graphql/apollo/record-plugin';
import { Isolation } from '../../src/observability/isolation';
import { newRecord, type RequestRecord } from '../../src/observability/requests/request-record';
import { startGateway, type ServedGateway } from '../../src/app/serve';
import { HOME, useSeveralTargets } from '../support/several-targets';
import { testConfig } from '../support/gateway';
import { describeWithPostgres, PostgresServer } from '../support/postgres';
import { sendRaw } from '../support/raw-http';
import { JOB } from '../support/resources';

const setup = useSeveralTargets({ jobs: 3, cases: 3 }, { targets: [HOME] });
const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/;

type Line = Record<string, unknown>;

let gateway: ServedGateway;
const lines: Line[] = [];

const intoLines = (into: Line[]) => ({ write: (line: string) => into.push(JSON.parse(line) as Line) });

function start(into: Line[], overrides: Partial<Config> = {}): Promise<ServedGateway> {
  const aws = { mode: 'emulator', endpoint: setup.emulator.url } as const;
  return startGateway(
    testConfig({ targets: [HOME], ...overrides }),
    aws,
    pino({ base: null }, intoLines(into)),
  );
}

beforeAll(async () => {
  gateway = await start(lines);
});

beforeEach(async () => {
  lines.length = 0;
  await setup.clearFaults();
});

afterAll(() => gateway.close());

function post(body: unknown, headers: Record<string, string> = {}, { url } = gateway): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

test('the line contains the caller, the operation, the outcome and the AWS calls', async () => {
  const query = 'query Both { classificationJobs { nodes { name } } securityCases { nodes { title } } }';
  await setup.lay({
    service: 'macie2',
    operation: '*',
    error: { type: 'AccessDeniedException', status: 403 },
  });
  await (await post({ query })).text();
  expect(lines).toMatchObject([
    {
      msg: 'request',
      principal: 'anonymous',
      address: '127.0.0.1',
      type: 'query',
      operation: 'Both',
      status: 200,
      codes: [],
      milliseconds: expect.any(Number) as unknown,
      aws: { calls: 2 },
    },
  ]);
});

test('logs a request that cannot be executed, with its error codes', async () => {
  await (await post({ query: '{ nothing other }' })).text();
  await (await post('{')).text();
  expect(lines.map(({ msg, status, codes }) => [msg, status, codes])).toEqual([
    ['request', 200, ['BAD_USER_INPUT']],
    ['request', 400, ['BAD_USER_INPUT']],
  ]);
});

test('does not log requests to other paths', async () => {
  for (const path of ['/livez', '/readyz', '/metrics', '/nothing-here']) {
    await (await fetch(`${gateway.origin}${path}`)).text();
  }
  expect(lines).toEqual([]);
});

test.each(['a1', 'Root=1-67891233-abcdef012345678912345678', '!'.repeat(128)])(
  'uses the request id %s of the client in the response and in every line',
  async (id) => {
    await setup.lay({
      service: 'macie2',
      operation: '*',
      error: { type: 'AccessDeniedException', status: 403 },
    });
    const response = await post(
      { query: '{ classificationJobs { nodes { name } } }' },
      { 'x-request-id': id },
    );
    expect(response.headers.get('x-request-id')).toBe(id);
    expect(lines.map(({ requestId }) => requestId)).toEqual([id]);
  },
);

test.each(['', 'two words', 'a'.repeat(129), 'ä'])('replaces the request id "%s"', async (id) => {
  const response = await post({ query: '{ __typename }' }, id === '' ? {} : { 'x-request-id': id });
  expect(response.headers.get('x-request-id')).toMatch(UUID);
  expect(lines.map(({ requestId }) => requestId)).toEqual([response.headers.get('x-request-id')]);
});

test('logs a rejected sign-in with the request id', async () => {
  const entries: Line[] = [];
  const closed = await start(entries, { identity: { issuers: [], roles: new Map(), tokens: [] } });
  try {
    const headers = { authorization: 'Bearer canary', 'x-request-id': 'rejected' };
    expect((await post({ query: '{ __typename }' }, headers, closed)).status).toBe(401);
    expect((await fetch(`${closed.origin}/readyz`)).status).toBe(200);
  } finally {
    await closed.close();
  }
  expect(entries).toMatchObject([
    {
      msg: 'Sign-in was rejected',
      requestId: 'rejected',
      address: '127.0.0.1',
      reason: 'no issuer is configured',
    },
    { msg: 'request', requestId: 'rejected', status: 401 },
  ]);
  expect(JSON.stringify(entries)).not.toContain('canary');
});

test('logs a rejected host or origin with the reason, and no part of them', async () => {
  const sent = [
    '/metrics HTTP/1.1\r\nhost: canary.example',
    '/metrics HTTP/1.1\r\nhost: localhost\r\nhost: localhost',
    '/graphql HTTP/1.1\r\nhost: localhost\r\norigin: http://canary.example',
  ];
  for (const request of sent) await sendRaw(gateway.url, `GET ${request}\r\n\r\n`);
  const msg = 'The Host or the Origin of a request was rejected';
  expect(lines).toMatchObject([
    { level: 40, msg, address: '127.0.0.1', reason: 'UNKNOWN_HOST' },
    { level: 40, msg, address: '127.0.0.1', reason: 'NO_SINGLE_HOST' },
    { level: 40, msg, address: '127.0.0.1', reason: 'UNKNOWN_ORIGIN' },
    { msg: 'request', address: '127.0.0.1', status: 403 },
  ]);
  expect(JSON.stringify(lines)).not.toContain('canary');
});

describeWithPostgres('observability/request-log')('the audit trail', () => {
  test('logs failed reads and writes with the request id', async () => {
    const postgres = await PostgresServer.start();
    const entries: Line[] = [];
    const fragile = await start(entries, { databaseUrl: postgres.url() });
    try {
      await postgres.kill();
      const writes = `mutation { pauseClassificationJob(input: { id: "${JOB}", dryRun: true }) { change { to } } }`;
      await (await post({ query: writes }, { 'x-request-id': 'writes' }, fragile)).text();
      const reads = '{ auditTrail { nodes { changeId } } }';
      await (await post({ query: reads }, { 'x-request-id': 'reads' }, fragile)).text();
    } finally {
      await fragile.close();
      await postgres.close();
    }
    const relevant = entries.filter(({ msg, level }) => msg === 'request' || level === 50);
    expect(relevant.map(({ msg, requestId, codes }) => [msg, requestId, codes])).toEqual([
      ['The audit trail cannot be written', 'writes', undefined],
      ['request', 'writes', ['AUDIT_UNAVAILABLE']],
      ['The audit trail cannot be read', 'reads', undefined],
      ['request', 'reads', ['AUDIT_UNAVAILABLE']],
    ]);
  });
});

test('logs an unexpected error with the request id, the error name and the field', async () => {
  const entries: Line[] = [];
  const log = pino({ serializers: { err: serializeError } }, intoLines(entries)).child({
    requestId: 'fails',
  });
  const apollo = new ApolloServer<{ record: RequestRecord }>({
    schema: buildSchema('type Query { breaks: Int }'),
    rootValue: { breaks: () => Promise.reject(new RangeError('secret')) },
    plugins: [recordPlugin(new Isolation(log))],
  });
  const record = newRecord('fails', log);
  await apollo.executeOperation({ query: 'query Q { secret: breaks }' }, { contextValue: { record } });
  await apollo.stop();
  expect(entries).toMatchObject([
    { msg: 'Unexpected error', requestId: 'fails', field: 'breaks', err: { name: 'RangeError' } },
  ]);
  expect(JSON.stringify(entries)).not.toContain('secret');
  expect(record).toMatchObject({
    operationType: 'query',
    operationName: 'Q',
    codes: ['INTERNAL_SERVER_ERROR'],
  });
});
