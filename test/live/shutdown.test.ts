// SIGTERM with open streams: every subscriber learns when to come back, and the program exits in time.
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { EVENT_STREAM, type StreamResult } from '../support/event-stream';
import { TestHistory } from '../support/history';
import { Scrape } from '../support/metrics';
import type { Replica } from '../support/replica';
import { jobIds, Replicas } from '../support/replicas';
import { jobGlobalId } from '../support/resources';
import { streamRequest, StreamSocket } from '../support/stream-socket';

const STREAMS = 50;
/** Milliseconds: less than the gateway waits for requests that do not end. */
const SHORT_SHUTDOWN = 5_000;
/** Milliseconds: the wait for connections that do not end, and a busy machine. */
const LONGEST_SHUTDOWN = 14_000;
const DRAIN_DELAY_SECONDS = 3;
/** Past events of 20 MB in all, far more than the buffers of a socket hold. */
const LARGE_EVENTS = 1_000;
const LARGE_TEXT = 'x'.repeat(20_000);

const [JOB_ID = ''] = jobIds(1);

let replicas: Replicas;

beforeAll(async () => {
  replicas = await Replicas.open({ redis: false });
  await replicas.putRunningJob(JOB_ID);
});

afterAll(() => replicas.close());

const start = (settings: NodeJS.ProcessEnv = {}) => replicas.start({ HISTORY: 'listening', ...settings });

/** A stream that has received its first message. */
async function opened(replica: Replica): Promise<StreamSocket> {
  const stream = await StreamSocket.open(replica.url, { query: EVENT_STREAM });
  await stream.receive(/"Heartbeat"/);
  return stream;
}

/** Ends all gateways, and returns their exit codes and the milliseconds that they needed. */
async function stop() {
  const startedAt = performance.now();
  const codes = await replicas.stop();
  return { codes, milliseconds: performance.now() - startedAt };
}

const endOf = (results: readonly StreamResult[]) => results.slice(-3);

/** The end of a stream at a shutdown: the error, `complete`, and the end of the response. */
const ENDED = [
  {
    errors: [
      {
        message: expect.stringContaining('shutting down') as string,
        extensions: {
          code: 'STREAM_ENDED',
          retryable: true,
          retryAfterSeconds: expect.any(Number) as number,
        },
      },
    ],
  },
  'complete',
  'closed',
];

const secondsOf = (stream: StreamSocket) => Number(/"retryAfterSeconds":(\d+)/.exec(stream.received)?.[1]);

async function change(replica: Replica, name: 'pause' | 'resume'): Promise<void> {
  const mutation = `${name}ClassificationJob(input: { id: "${jobGlobalId(JOB_ID)}" })`;
  expect(await replica.ask(`mutation { change: ${mutation} { outcome } }`)).toEqual({
    answer: { data: { change: { outcome: 'APPLIED' } } },
  });
}

test('every stream receives STREAM_ENDED with a time to wait, complete, and the end of its connection', async () => {
  const replica = await start();
  const streams = await Promise.all(Array.from({ length: STREAMS }, () => opened(replica)));
  const { codes, milliseconds } = await stop();
  expect(codes).toEqual([0]);
  expect(milliseconds).toBeLessThan(SHORT_SHUTDOWN);
  await Promise.all(streams.map(({ closed }) => closed));
  for (const { results } of streams) expect(endOf(results)).toEqual(ENDED);
  const seconds = streams.map(secondsOf);
  expect(Math.min(...seconds)).toBeGreaterThanOrEqual(1);
  expect(new Set(seconds).size).toBeGreaterThan(3);
});

test('the program exits in time although a client does not read', async () => {
  const env = await replicas.trails.next();
  const history = await TestHistory.open(env.DATABASE_FILE, env.DATABASE_URL);
  const changes = [{ field: 'name', before: undefined, after: LARGE_TEXT, redacted: false }];
  const large = { kind: 'ClassificationJob', target: 'default', changes } as const;
  for (let count = 0; count < LARGE_EVENTS; count += 100)
    await history.appendTogether(Array.from({ length: 100 }, () => large));
  await history.close();
  const replica = await start(env);
  const reading = await opened(replica);
  const { hostname, port } = new URL(replica.url);
  const stalled = connect(Number(port), hostname).on('error', () => undefined);
  await once(stalled, 'connect');
  stalled.pause();
  stalled.write(streamRequest({ query: EVENT_STREAM, variables: { after: '0' } }));
  // Until the buffers of the socket are full.
  for (let sent = -1, now = 0; sent < now; now = await messagesSent(replica)) {
    sent = now;
    await delay(1_000);
  }
  const { codes, milliseconds } = await stop();
  stalled.destroy();
  expect(codes).toEqual([0]);
  // The client still had not read when the wait ended.
  expect(milliseconds).toBeGreaterThan(10_000);
  expect(milliseconds).toBeLessThan(LONGEST_SHUTDOWN);
  await reading.closed;
  expect(endOf(reading.results)).toEqual(ENDED);
});

const messagesSent = async ({ url }: Replica) =>
  (await Scrape.of(url)).sum('secops_graph_stream_messages_total');

test('a stream that is opened during the drain delay is served and ended', async () => {
  const replica = await start({ DRAIN_DELAY_SECONDS: String(DRAIN_DELAY_SECONDS) });
  const before = await opened(replica);
  const stopping = stop();
  while ((await fetch(new URL('/readyz', replica.url))).status !== 503) await delay(20);
  const during = await opened(replica);
  await change(replica, 'pause');
  await during.receive(/"ResourceEvent"/);
  const { codes, milliseconds } = await stopping;
  expect(codes).toEqual([0]);
  expect(milliseconds).toBeGreaterThan(DRAIN_DELAY_SECONDS * 1_000);
  expect(milliseconds).toBeLessThan(DRAIN_DELAY_SECONDS * 1_000 + SHORT_SHUTDOWN);
  await Promise.all([before.closed, during.closed]);
  expect([endOf(before.results), endOf(during.results)]).toEqual([ENDED, ENDED]);
  await replicas.putRunningJob(JOB_ID);
});

test('a subscription that comes after the streams have ended is rejected with a time to wait', async () => {
  const replica = await start();
  const before = await opened(replica);
  const late = await StreamSocket.connect(replica.url);
  // A connection is not idle, and outlives the listener, when a part of its request has arrived.
  const request = streamRequest({ query: EVENT_STREAM });
  late.socket.write(request.slice(0, -10));
  await delay(100);
  const stopping = stop();
  await before.closed;
  late.socket.write(request.slice(-10));
  const { codes, milliseconds } = await stopping;
  await late.closed;
  expect(codes).toEqual([0]);
  expect(milliseconds).toBeLessThan(SHORT_SHUTDOWN);
  expect(late.received).toMatch(/^HTTP\/1\.1 503 [^]*retry-after: \d+\r\n[^]*"code":"STREAM_ENDED"/i);
});
