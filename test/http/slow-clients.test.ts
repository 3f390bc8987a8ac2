// Slow clients: the gateway closes each connection within its timeout, and other clients do not wait.
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import pino from 'pino';
import { startGateway, type ServedGateway } from '../../src/app/serve';
import { startTestEmulator, type TestEmulator } from '../support/emulator';
import { startTestGateway, testConfig, type TestGateway } from '../support/gateway';
import { statusFrom } from '../support/idle-connections';
import { noRequestsInFlight, requestsInFlight } from '../support/metrics';
import { Stopwatch } from '../support/stopwatch';
import { nextAnswer, openSocket, type RawAnswer } from '../support/raw-http';

const TIMEOUTS = { headers: 1_500, request: 2_500, response: 1_500, keepAlive: 1_500 };
/** Milliseconds: Node.js checks its timeouts every second, and the machine may be busy. */
const MAX_DELAY = 8_000;

let emulator: TestEmulator;
let gateway: TestGateway;

beforeAll(async () => {
  emulator = await startTestEmulator();
  gateway = await startTestGateway(emulator.url, { http: { ...testConfig().http, timeouts: TIMEOUTS } });
});

afterAll(async () => {
  await gateway.close();
  await emulator.close();
});

interface Ended {
  readonly response: RawAnswer | undefined;
  readonly milliseconds: number;
}

/** Sends `start`, then `rest` every 200 ms, until the connection closes. */
async function trickle(start: string, rest: string): Promise<Ended> {
  const socket = await openSocket(gateway.url);
  const startedAt = performance.now();
  const response = nextAnswer(socket);
  socket.write(start);
  const timer = setInterval(() => socket.write(rest), 200);
  if (rest === '') clearInterval(timer);
  await once(socket, 'close');
  clearInterval(timer);
  return { response: await response, milliseconds: performance.now() - startedAt };
}

const BODY_HEAD =
  'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 90000\r\n\r\n';

const SLOW = {
  'an empty request': ['', ''],
  'a slow request line': ['GET /', 'x'],
  'slow headers': ['GET /graphql HTTP/1.1\r\nhost: localhost\r\n', 'x: y\r\n'],
  'headers that stop': ['GET /graphql HTTP/1.1\r\nhost: localhost\r\n', ''],
  'a slow body': [BODY_HEAD, ' '],
  'a body that stops': [`${BODY_HEAD}{"query":"{ __type`, ''],
  'slow chunks': [
    'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n',
    '1\r\n \r\n',
  ],
} as const;

test.concurrent.each(Object.entries(SLOW))('closes a connection with %s', async (_name, [start, rest]) => {
  const { response, milliseconds } = await trickle(start, rest);
  expect(response?.status).toBe(408);
  expect(JSON.parse(response?.body ?? '')).toEqual({
    errors: [{ message: 'The request did not arrive in time.', extensions: { code: 'BAD_USER_INPUT' } }],
  });
  expect(milliseconds).toBeGreaterThan(1_000);
  expect(milliseconds).toBeLessThan(MAX_DELAY);
});

test('closes an idle keep-alive connection', async () => {
  const { response, milliseconds } = await trickle('GET /nothing HTTP/1.1\r\nhost: localhost\r\n\r\n', '');
  expect(response?.status).toBe(404);
  expect(milliseconds).toBeLessThan(MAX_DELAY);
});

test('closes the connection of a client that does not read its responses', async () => {
  const query = encodeURIComponent('{ __schema { types { name description fields { name description } } } }');
  const request = `GET /graphql?query=${query} HTTP/1.1\r\nhost: localhost\r\n\r\n`;
  const socket = await openSocket(gateway.url);
  socket.pause().write(request.repeat(150));
  await requestsInFlight(gateway.url, 1);
  await noRequestsInFlight(gateway.url);
  let received = '';
  socket.setEncoding('latin1').on('data', (text: string) => (received += text));
  socket.resume();
  await once(socket, 'close');
  expect(received.split('HTTP/1.1 200').length).toBeLessThan(150);
});

/** Starts a gateway with a server of health and metrics. */
async function startWithOperations(maxConcurrentRequests: number): Promise<ServedGateway> {
  const timeouts = { headers: 60_000, request: 60_000, response: TIMEOUTS.response, keepAlive: 60_000 };
  const http = { ...testConfig().http, maxConcurrentRequests, timeouts };
  const operations = { host: '127.0.0.1', port: 0, publicProbes: true, tracedAs: undefined };
  return startGateway(
    testConfig({ http, operations }),
    { mode: 'emulator', endpoint: emulator.url },
    pino({ level: 'silent' }),
  );
}

test.each([
  ['metrics', 'GET /metrics HTTP/1.1\r\nhost: localhost\r\n\r\n', 1_000],
  ['responses to an unsupported header', 'GET / HTTP/1.1\r\nhost: localhost\r\nexpect: x\r\n\r\n', 60_000],
  ['shed requests', 'GET /graphql HTTP/1.1\r\nhost: localhost\r\n\r\n', 60_000],
])(
  'closes the connection of a client that does not read %s',
  async (name, request, count) => {
    const started = await startWithOperations(name === 'shed requests' ? 0 : 200);
    try {
      const socket = await openSocket(name === 'metrics' ? started.operationsOrigin : started.origin);
      socket.pause().write(request.repeat(count));
      // A socket that does not read notices the end of its connection when it writes.
      while (!socket.destroyed) {
        await delay(100);
        socket.write('\r\n');
      }
      expect(await statusFrom('127.0.0.1', `${started.operationsOrigin}/livez`)).toBe(200);
    } finally {
      await started.close();
    }
  },
  30_000,
);

test('serves a healthy client in time while five hundred clients are slow', async () => {
  const kinds = Object.values(SLOW);
  const slow = Array.from({ length: 500 }, (_, index) => {
    const [start, rest] = kinds[index % kinds.length] ?? ['', ''];
    return trickle(start, rest);
  });
  const state = { isOver: false };
  const ended = Promise.all(slow).finally(() => {
    state.isOver = true;
  });
  const waits: number[] = [];
  while (!state.isOver) {
    const stopwatch = new Stopwatch();
    const { data } = await gateway.send('{ classificationJobs(first: 1) { nodes { name } } }');
    expect(data?.classificationJobs).not.toBeNull();
    waits.push(stopwatch.milliseconds);
    await delay(50);
  }
  expect(waits.length).toBeGreaterThan(5);
  expect(Math.max(...waits)).toBeLessThan(3_000);
  for (const { response, milliseconds } of await ended) {
    expect(response?.status).toBe(408);
    expect(milliseconds).toBeLessThan(MAX_DELAY);
  }
});
