// Streams of a gateway: changes reach subscribers, who share AWS calls, and the pipeline of requests rejects what it must.
import { setTimeout as delay } from 'node:timers/promises';
import { SCOPES, type Scope } from '../../src/domain/principal';
import { startTestEmulator, type TestEmulator } from '../support/emulator';
import { EVENT_STREAM, EventStream, requestStream } from '../support/event-stream';
import { startTestGateway, testConfig, type TestGateway } from '../support/gateway';
import { Scrape } from '../support/metrics';
import { identityOf, tokenOf } from '../support/principals';
import { openSocket } from '../support/raw-http';
import { jobIds } from '../support/replicas';
import { jobGlobalId } from '../support/resources';

/** One for each test: only its gateway changes it, so that no look at the list finds another change. */
const JOB_IDS = jobIds(6);
const [FIRST, SECOND, THIRD, FOURTH, FIFTH] = JOB_IDS.map(jobGlobalId) as [
  string,
  string,
  string,
  string,
  string,
];
const scopes = (...names: Scope[]): ReadonlySet<Scope> => new Set(names);

const GRANTS = {
  root: { scopes: new Set(SCOPES), targets: 'ALL' },
  mail: { scopes: scopes('workmail:read'), targets: 'ALL' },
  nobody: { scopes: scopes(), targets: 'ALL' },
  elsewhere: { scopes: new Set(SCOPES), targets: new Set<string>() },
} as const;

const as = (name: keyof typeof GRANTS) => ({ authorization: `Bearer ${tokenOf(name)}` });

const RESOURCE_STREAM = `subscription ($id: ID!) {
  resource(id: $id) {
    __typename
    ... on ResourceUpdate { event { position changes { field after } } resource { id ... on ClassificationJob { status } } }
    ... on Heartbeat { time }
  }
}`;

let emulator: TestEmulator;
let gateway: TestGateway;

beforeAll(async () => {
  emulator = await startTestEmulator({ sizes: { jobs: 0, members: 0, exportJobs: 0, cases: 0 } });
  const set = { name: 'job', jobType: 'ONE_TIME', jobStatus: 'RUNNING' };
  for (const id of JOB_IDS)
    await emulator.control('POST', '/put', { service: 'macie2', resource: 'job', id, set });
  gateway = await startTestGateway(emulator.url, {
    history: { ...testConfig().history, mode: 'listening' },
    identity: identityOf(GRANTS),
    streams: { total: 300, perCaller: 250 },
  });
});

afterAll(async () => {
  await gateway.close();
  await emulator.close();
});

async function ask(query: string, headers: Readonly<Record<string, string>> = as('root')): Promise<unknown> {
  const response = await fetch(gateway.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
  return response.json();
}

const change = (mutation: string, id: string) =>
  ask(`mutation { ${mutation}(input: { id: "${id}" }) { outcome userErrors { code } } }`);

/** A look at the list also finds what AWS changed together with the status. */
const STATUS_OF = { filter: { kinds: ['CLASSIFICATION_JOB'], fields: ['status'] } };

const opened = (query = EVENT_STREAM, variables: object = {}, headers = as('root')) =>
  EventStream.open(gateway.url, { query, variables, headers });

const openStreams = async () => (await Scrape.of(gateway.url)).sum('secops_graph_streams_open');

test('a stream is server-sent events that no proxy buffers or caches', async () => {
  const stream = await opened();
  expect(Object.fromEntries(stream.response.headers)).toMatchObject({
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
    'x-request-id': expect.any(String) as unknown,
  });
  expect(stream.response.headers.has('content-encoding')).toBe(false);
  expect(await stream.message()).toMatchObject({
    __typename: 'Heartbeat',
    position: expect.any(String) as unknown,
  });
  stream.abort();
});

test('a change of the gateway reaches a subscriber with its audit entry', async () => {
  const stream = await opened(`subscription { resourceEvents(filter: { fields: ["status"] }) {
    __typename ... on ResourceEvent { cause resourceId changes { field after } auditEntry { actor mutation } }
  } }`);
  await stream.next('Heartbeat');
  expect(await change('pauseClassificationJob', FIRST)).toMatchObject({
    data: { pauseClassificationJob: { outcome: 'APPLIED' } },
  });
  expect(await stream.next('ResourceEvent')).toMatchObject({
    cause: 'GATEWAY',
    resourceId: FIRST,
    changes: expect.arrayContaining([{ field: 'status', after: 'USER_PAUSED' }]) as unknown,
    auditEntry: { actor: 'token:root', mutation: 'pauseClassificationJob' },
  });
  stream.abort();
});

test('a resource comes at once, and again after each change', async () => {
  const stream = await opened(RESOURCE_STREAM, { id: SECOND });
  expect(await stream.message()).toEqual({
    __typename: 'ResourceUpdate',
    event: null,
    resource: { id: SECOND, status: 'RUNNING' },
  });
  await change('pauseClassificationJob', SECOND);
  expect(await stream.next('ResourceUpdate')).toMatchObject({
    event: { changes: expect.arrayContaining([{ field: 'status', after: 'USER_PAUSED' }]) as unknown },
    resource: { status: 'USER_PAUSED' },
  });
  stream.abort();
});

test('two hundred subscribers cost as many AWS calls as one', async () => {
  const countFor = async (subscribers: number, mutation: string) => {
    const documents = ['cause', 'cause type', 'observedAt', 'changes { field }'].map(
      (
        fields,
      ) => `subscription ($after: String) { resourceEvents(after: $after, filter: { fields: ["status"] }) {
        __typename ... on Heartbeat { position } ... on ResourceEvent { ${fields} resource { statusLabel } }
      } }`,
    );
    const streams = await Promise.all(
      Array.from({ length: subscribers }, (_each, index) => opened(documents[index % documents.length])),
    );
    for (const stream of streams) await stream.next('Heartbeat');
    await emulator.control('DELETE', '/calls');
    await change(mutation, THIRD);
    const labels = await Promise.all(streams.map((stream) => stream.next('ResourceEvent')));
    const calls = (await emulator.calls()).filter(({ operation }) => operation.startsWith('Describe'));
    for (const stream of streams) stream.abort();
    return { calls: calls.length, labels: new Set(labels.map(({ resource }) => JSON.stringify(resource))) };
  };
  const one = await countFor(1, 'pauseClassificationJob');
  const many = await countFor(200, 'resumeClassificationJob');
  expect(one.labels).toEqual(new Set(['{"statusLabel":"Paused by a user"}']));
  expect(many.labels).toEqual(new Set(['{"statusLabel":"Running"}']));
  expect(many.calls).toBe(one.calls);
});

test('subscribers with different documents get their own fields', async () => {
  const documents = ['a: position', 'b: time'].map(
    (field) => `subscription { resourceEvents { ... on Heartbeat { __typename ${field} } } }`,
  );
  const streams = await Promise.all(documents.map((document) => opened(document)));
  const messages = await Promise.all(streams.map((stream) => stream.next('Heartbeat')));
  expect(messages.map((message) => Object.keys(message))).toEqual([
    ['__typename', 'a'],
    ['__typename', 'b'],
  ]);
  for (const stream of streams) stream.abort();
});

test('a subscription by GET is a stream, too, as a native EventSource sends it', async () => {
  const url = new URL(`${gateway.url}/stream`);
  url.searchParams.set('query', EVENT_STREAM);
  url.searchParams.set('variables', JSON.stringify({ filter: { fields: ['status'] } }));
  const controller = new AbortController();
  const headers = { accept: 'text/event-stream', ...as('root') };
  const response = await fetch(url, { headers, signal: controller.signal });
  expect([response.status, response.headers.get('content-type')]).toEqual([
    200,
    'text/event-stream; charset=utf-8',
  ]);
  controller.abort();
});

test('a subscriber that reconnects with its last position loses and repeats nothing', async () => {
  const stream = await opened();
  const { position } = await stream.next('Heartbeat');
  stream.abort();
  await change('pauseClassificationJob', FOURTH);
  await change('resumeClassificationJob', FOURTH);
  const again = await opened(EVENT_STREAM, { ...STATUS_OF, after: position });
  const events = [await again.next('ResourceEvent'), await again.next('ResourceEvent')];
  const third = await opened(EVENT_STREAM, { ...STATUS_OF, after: events[0]?.position });
  expect(await third.next('ResourceEvent')).toEqual(events[1]);
  again.abort();
  third.abort();
});

test('a subscriber gets only events of kinds and targets within its rights', async () => {
  const [mail, elsewhere, root] = await Promise.all([
    opened(EVENT_STREAM, {}, as('mail')),
    opened(EVENT_STREAM, {}, as('elsewhere')),
    opened(),
  ]);
  for (const stream of [mail, elsewhere, root]) await stream.next('Heartbeat');
  await change('pauseClassificationJob', FIFTH);
  await root.next('ResourceEvent');
  await expect(mail.result(500)).rejects.toThrow('No message');
  await expect(elsewhere.result(1)).rejects.toThrow('No message');
  for (const stream of [mail, elsewhere, root]) stream.abort();
});

test('a heartbeat says whether the lists were watched', async () => {
  const stream = await opened(`subscription { resourceEvents {
    __typename ... on Heartbeat { completeness { complete sources { kind gaps { reason } } } }
  } }`);
  const { completeness } = await stream.next('Heartbeat');
  expect(completeness).toMatchObject({
    complete: expect.any(Boolean) as unknown,
    sources: expect.any(Array) as unknown,
  });
  stream.abort();
});

test('a client that disconnects leaves no stream behind', async () => {
  const none = async () => {
    const deadline = performance.now() + 60_000;
    while ((await openStreams()) > 0 && performance.now() < deadline) await delay(20);
    return openStreams();
  };
  await none();
  const streams = await Promise.all(Array.from({ length: 20 }, () => opened()));
  expect(await openStreams()).toBe(20);
  for (const stream of streams) stream.abort();
  expect(await none()).toBe(0);
});

test('a stream whose client disconnects while it opens behind another response leaves nothing behind', async () => {
  const { hostname, port, pathname } = new URL(gateway.url);
  const head = `host: ${hostname}:${port}\r\n${Object.entries(as('root'))
    .map(([name, value]) => `${name}: ${value}`)
    .join('')}\r\n`;
  const slow = encodeURIComponent('{ classificationJobs(first: 1) { nodes { name } } }');
  const stream = encodeURIComponent(EVENT_STREAM);
  await emulator.control('POST', '/settings', { latencyMs: 1_000 });
  const before = (await Scrape.of(gateway.url)).sum('secops_graph_streams_ended_total');
  const socket = await openSocket(gateway.url);
  socket.write(
    `GET ${pathname}?query=${slow} HTTP/1.1\r\n${head}\r\n` +
      `GET ${pathname}/stream?query=${stream} HTTP/1.1\r\naccept: text/event-stream\r\n${head}\r\n`,
  );
  await delay(300);
  socket.destroy();
  await emulator.control('POST', '/settings', { latencyMs: 0 });
  const ended = async () => (await Scrape.of(gateway.url)).sum('secops_graph_streams_ended_total') - before;
  const deadline = performance.now() + 60_000;
  while ((await ended()) === 0 && performance.now() < deadline) await delay(50);
  expect([await ended(), await openStreams()]).toEqual([1, 0]);
});

describe('the gateway rejects', () => {
  const rejected = async (
    query: string,
    init: { headers?: Record<string, string>; variables?: object } = {},
  ) => {
    const { headers = as('root'), variables } = init;
    const response = await requestStream(gateway.url, {
      query,
      headers,
      ...(variables !== undefined && { variables }),
    });
    const body = (await response.json()) as { errors: { message: string; extensions: { code: string } }[] };
    return [response.status, body.errors[0]?.extensions.code];
  };

  test.each([
    ['a query', '{ __typename }', 400, 'BAD_USER_INPUT'],
    [
      'a document with an unknown field',
      'subscription { resourceEvents { nothing } }',
      400,
      'BAD_USER_INPUT',
    ],
    ['a document that is no GraphQL', 'subscription {', 400, 'BAD_USER_INPUT'],
    [
      'two root fields',
      `subscription { a: resource(id: "1") { __typename } b: resource(id: "1") { __typename } }`,
      400,
      'BAD_USER_INPUT',
    ],
    [
      'a condition on the root field',
      'subscription ($x: Boolean!) { resourceEvents @include(if: $x) { __typename } }',
      400,
      'BAD_USER_INPUT',
    ],
    [
      'a condition in a fragment',
      'subscription { ...F } fragment F on Subscription { ... { resourceEvents @skip(if: true) { __typename } } }',
      400,
      'BAD_USER_INPUT',
    ],
    [
      'a document that is too large',
      `subscription { resourceEvents { __typename } } #${'x'.repeat(20_000)}`,
      413,
      'BAD_USER_INPUT',
    ],
  ])('%s', async (_name, query, status, code) => {
    expect(await rejected(query)).toEqual([status, code]);
  });

  test('an unknown position, target and id', async () => {
    expect(await rejected(EVENT_STREAM, { variables: { after: '999999999999999' } })).toEqual([
      400,
      'BAD_USER_INPUT',
    ]);
    const filter = { targets: ['nowhere'] };
    expect(await rejected(EVENT_STREAM, { variables: { filter } })).toEqual([400, 'BAD_USER_INPUT']);
    expect(await rejected(RESOURCE_STREAM, { variables: { id: 'nothing' } })).toEqual([
      400,
      'BAD_USER_INPUT',
    ]);
  });

  test('callers without rights', async () => {
    expect(await rejected(EVENT_STREAM, { headers: {} })).toEqual([401, 'UNAUTHENTICATED']);
    expect(await rejected(EVENT_STREAM, { headers: as('nobody') })).toEqual([403, 'FORBIDDEN']);
    const byMail = { headers: as('mail'), variables: { id: FIRST } };
    expect(await rejected(RESOURCE_STREAM, byMail)).toEqual([403, 'FORBIDDEN']);
    const elsewhere = { headers: as('elsewhere'), variables: { id: FIRST } };
    expect(await rejected(RESOURCE_STREAM, elsewhere)).toEqual([400, 'BAD_USER_INPUT']);
  });

  test('other media types and methods', async () => {
    const url = `${gateway.url}/stream`;
    const headers = { ...as('root'), 'content-type': 'application/json' };
    const body = JSON.stringify({ query: EVENT_STREAM });
    const json = await fetch(url, {
      method: 'POST',
      headers: { ...headers, accept: 'application/json' },
      body,
    });
    const put = await fetch(url, { method: 'PUT', headers: { ...as('root'), accept: 'text/event-stream' } });
    expect([json.status, put.status, put.headers.get('allow')]).toEqual([406, 405, 'GET, POST']);
  });

  test('a subscription at the path of queries', async () => {
    expect(await ask(EVENT_STREAM)).toMatchObject({
      errors: [
        {
          extensions: { code: 'BAD_USER_INPUT' },
          message: expect.stringContaining('/graphql/stream') as unknown,
        },
      ],
    });
  });

  test('more streams of a caller than it may have, with a time to wait', async () => {
    const few = await startTestGateway(emulator.url, {
      history: { ...testConfig().history, mode: 'listening' },
      streams: { total: 5, perCaller: 1 },
    });
    const stream = await EventStream.open(few.url, { query: EVENT_STREAM });
    const response = await requestStream(few.url, { query: EVENT_STREAM });
    expect(response.status).toBe(429);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    stream.abort();
    await few.close();
  });

  test('every stream without a history', async () => {
    const off = await startTestGateway(emulator.url);
    const response = await requestStream(off.url, { query: EVENT_STREAM });
    expect(response.status).toBe(501);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'HISTORY_OFF' } }] });
    await off.close();
  });
});
