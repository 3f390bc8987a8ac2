// The end of a gateway's connections: requests are served until the drain ends, every response says so, and nothing is reset.
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { startTestGateway, testConfig, type TestGateway } from '../support/gateway';
import { useHarness } from '../support/harness';
import { nextAnswer, openSocket, sendRaw } from '../support/raw-http';

const harness = useHarness();

const LIST = '{ classificationJobs(first: 1) { nodes { name } } }';
const EMPTY_LIST = { data: { classificationJobs: { nodes: [] } } };

const get = (path: string, headers = '') =>
  `GET ${path} HTTP/1.1\r\nhost: localhost\r\nx-apollo-operation-name: x\r\n${headers}\r\n`;
const TYPENAME = get('/graphql?query=%7B__typename%7D');

function post(query: string): string {
  const body = JSON.stringify({ query });
  return `POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
}

/** Holds the next read of jobs at AWS until `release`. */
const hold = () =>
  harness.lay({ service: 'macie2', operation: 'ListClassificationJobs', hold: true, count: 1 });

async function waitUntilDraining(gateway: TestGateway): Promise<void> {
  while ((await sendRaw(gateway.url, get('/readyz')))?.status !== 503) await delay(5);
}

async function waitUntilClosed(gateway: TestGateway): Promise<void> {
  for (;;) {
    try {
      (await openSocket(gateway.url)).destroy();
      await delay(5);
    } catch {
      return;
    }
  }
}

/** A connection that stays open after the response to one request. */
async function openKeepAlive(gateway: TestGateway): Promise<Socket> {
  const socket = await openSocket(gateway.url);
  socket.write(TYPENAME);
  const answer = await nextAnswer(socket);
  expect(answer?.headers.get('connection')).not.toBe('close');
  return socket;
}

test('during the drain delay the gateway is not ready, accepts connections, and ends each after its response', async () => {
  const gateway = await startTestGateway(harness.emulator.url, { drainDelaySeconds: 1 });
  await hold();
  const inFlight = await openSocket(gateway.url);
  inFlight.write(post(LIST));
  const pending = nextAnswer(inFlight);
  await harness.faultsLeft(0);
  const closed = gateway.close();
  await waitUntilDraining(gateway);
  const answers = await Promise.all(
    [
      TYPENAME,
      get('/readyz'),
      get('/livez'),
      get('/nowhere'),
      get('/graphql?query=%7B__typename%7D', 'expect: miracles\r\n'),
      'not HTTP\r\n\r\n',
    ].map((request) => sendRaw(gateway.url, request)),
  );
  await harness.release();
  const released = await pending;
  await closed;
  expect(answers.map((answer) => answer?.status)).toEqual([200, 503, 200, 404, 417, 400]);
  expect(answers.map((answer) => answer?.headers.get('connection'))).toEqual(answers.map(() => 'close'));
  expect(released?.headers.get('connection')).toBe('close');
  expect(JSON.parse(released?.body ?? '')).toEqual(EMPTY_LIST);
});

test('a request that is shed during the drain delay ends its connection too', async () => {
  const gateway = await startTestGateway(harness.emulator.url, {
    drainDelaySeconds: 1,
    http: { ...testConfig().http, maxConcurrentRequests: 1 },
  });
  await hold();
  const running = gateway.send(LIST);
  await harness.faultsLeft(0);
  const closed = gateway.close();
  await waitUntilDraining(gateway);
  const shed = await sendRaw(gateway.url, TYPENAME);
  await harness.release();
  expect(shed?.status).toBe(503);
  expect(shed?.headers.get('connection')).toBe('close');
  expect(await running).toEqual(EMPTY_LIST);
  await closed;
});

test('a request on an open connection is served after the listener closed', async () => {
  const gateway = await startTestGateway(harness.emulator.url);
  await hold();
  const sockets = await Promise.all([openKeepAlive(gateway), openSocket(gateway.url)]);
  const running = gateway.send(LIST);
  await harness.faultsLeft(0);
  const closed = gateway.close();
  await waitUntilClosed(gateway);
  const answers = await Promise.all(
    sockets.map((socket) => {
      socket.write(TYPENAME);
      return nextAnswer(socket);
    }),
  );
  await harness.release();
  expect(answers.map((answer) => answer?.status)).toEqual([200, 200]);
  expect(answers.map((answer) => answer?.headers.get('connection'))).toEqual(['close', 'close']);
  expect(await running).toEqual(EMPTY_LIST);
  await closed;
});

test('a request whose client is still sending when the listener closes is served', async () => {
  const gateway = await startTestGateway(harness.emulator.url);
  const [head, body] = [post(LIST).slice(0, 40), post(LIST).slice(0, -10)].map((part) => part.length);
  const sockets = await Promise.all([openKeepAlive(gateway), openKeepAlive(gateway)]);
  sockets[0].write(post(LIST).slice(0, head));
  sockets[1].write(post(LIST).slice(0, body));
  await delay(50);
  const closed = gateway.close();
  await waitUntilClosed(gateway);
  // Longer than idle connections stay open.
  await delay(400);
  const answers = [nextAnswer(sockets[0]), nextAnswer(sockets[1])];
  sockets[0].write(post(LIST).slice(head));
  sockets[1].write(post(LIST).slice(body));
  for (const answer of await Promise.all(answers)) {
    expect(answer?.headers.get('connection')).toBe('close');
    expect(JSON.parse(answer?.body ?? '')).toEqual(EMPTY_LIST);
  }
  await closed;
});

test.each([
  ['in the same packet as the request before it', 0],
  ['before the response to the request before it', 50],
])('a request that has begun to arrive %s is served', async (_name, pause) => {
  const gateway = await startTestGateway(harness.emulator.url);
  await hold();
  const socket = await openSocket(gateway.url);
  const first = nextAnswer(socket);
  const [request, begin] = [post(LIST), TYPENAME.slice(0, 20)];
  if (pause === 0) {
    socket.write(request + begin);
  } else {
    socket.write(request);
    await delay(pause);
    socket.write(begin);
  }
  await harness.faultsLeft(0);
  await delay(50);
  await harness.release();
  expect((await first)?.status).toBe(200);
  const closed = gateway.close();
  await waitUntilClosed(gateway);
  // Longer than idle connections stay open.
  await delay(400);
  const second = nextAnswer(socket);
  socket.write(TYPENAME.slice(20));
  expect((await second)?.headers.get('connection')).toBe('close');
  await closed;
});

test('a response to a client that is still sending its body arrives', async () => {
  const gateway = await startTestGateway(harness.emulator.url, { drainDelaySeconds: 1 });
  const closed = gateway.close();
  await waitUntilDraining(gateway);
  const socket = await openSocket(gateway.url);
  const errors: Error[] = [];
  socket.on('error', (error) => errors.push(error));
  socket.write(
    'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: text/plain\r\ncontent-length: 90000\r\n\r\n',
  );
  const answer = await nextAnswer(socket);
  expect(answer?.status).toBe(415);
  expect(answer?.headers.get('connection')).toBe('close');
  for (let sent = 0; sent < 9; sent += 1) {
    socket.write('x'.repeat(10_000));
    await delay(5);
  }
  await closed;
  expect(errors).toEqual([]);
});

test('an idle connection ends without a reset, and a request that crosses its end is not executed', async () => {
  const gateway = await startTestGateway(harness.emulator.url);
  await harness.forgetCalls();
  const socket = await openKeepAlive(gateway);
  const unused = await openSocket(gateway.url);
  // Keeps its side open, as a client does that has not noticed the end yet.
  socket.allowHalfOpen = true;
  const errors: Error[] = [];
  for (const each of [socket, unused]) each.on('error', (error) => errors.push(error)).resume();
  const ends = Promise.all([once(socket, 'end'), once(unused, 'end')]);
  const closed = gateway.close();
  await ends;
  socket.write(post(LIST));
  await closed;
  socket.end();
  await once(socket, 'close');
  expect(errors).toEqual([]);
  expect(await harness.emulator.calls()).toEqual([]);
});
