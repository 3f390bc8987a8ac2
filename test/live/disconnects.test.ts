// Ten thousand clients that connect and disconnect abruptly: the gateway keeps no stream, no file and no memory of them.
import { setTimeout as delay } from 'node:timers/promises';
import { EVENT_STREAM, EventStream } from '../support/event-stream';
import { Scrape } from '../support/metrics';
import { openSocket } from '../support/raw-http';
import type { Replica } from '../support/replica';
import { jobIds, Replicas } from '../support/replicas';
import { jobGlobalId } from '../support/resources';
import { memoryOf, MEASURED_MEMORY, openFiles } from '../support/program-resources';
import { streamRequest, StreamSocket } from '../support/stream-socket';

const CLIENTS = 10_000;
const BATCH = 100;
/** The clients before the first measurement, which fill caches and compile code. */
const WARM_UP = 2_000;
/** Bytes for each client after the warm-up. A response that is kept takes more than 2 kB. */
const HEAP_PER_CLIENT = 500;
const RSS_GROWTH = 40 * 1_048_576;
/** Files that the stores open meanwhile. */
const MORE_FILES = 3;

/** Milliseconds: about 30 seconds on an idle machine with two cores. */
const TIMEOUT = 300_000;

const [JOB_ID = ''] = jobIds(1);

let replicas: Replicas;
let replica: Replica;

beforeAll(async () => {
  replicas = await Replicas.open({ redis: false });
  await replicas.putRunningJob(JOB_ID);
  replica = await replicas.start({
    HISTORY: 'listening',
    MAX_STREAMS_PER_CALLER: '1000',
    // Each connect costs points.
    RATE_LIMIT_PER_MINUTE: '0',
    ...MEASURED_MEMORY,
  });
});

afterAll(() => replicas.close());

async function change(turn: number): Promise<void> {
  const name = turn % 2 === 0 ? 'pause' : 'resume';
  await replica.ask(
    `mutation { ${name}ClassificationJob(input: { id: "${jobGlobalId(JOB_ID)}" }) { outcome } }`,
  );
}

const openStreams = async () => (await Scrape.of(replica.url)).sum('secops_graph_streams_open');

const DISCONNECTS: Readonly<Record<string, (turn: number) => Promise<void>>> = {
  'before the response': async () => {
    const socket = await openSocket(replica.url);
    socket.write(streamRequest({ query: EVENT_STREAM }));
    await delay(Math.random() * 10);
    socket.destroy();
  },
  'in the request': async () => {
    const socket = await openSocket(replica.url);
    socket.write(streamRequest({ query: EVENT_STREAM }).slice(0, -20));
    socket.destroy();
  },
  'after the first message': async () => {
    const stream = await StreamSocket.open(replica.url, { query: EVENT_STREAM });
    await stream.receive(/"Heartbeat"/);
    stream.socket.resetAndDestroy();
  },
  'while past events arrive': async () => {
    const stream = await StreamSocket.open(replica.url, { query: EVENT_STREAM, variables: { after: '0' } });
    await stream.receive(/event: next/);
    stream.socket.destroy();
  },
  'while new events arrive': async (turn) => {
    const stream = await StreamSocket.open(replica.url, { query: EVENT_STREAM });
    await stream.receive(/"Heartbeat"/);
    if (turn % 10 === 0) await change(turn / 10);
    await delay(Math.random() * 20);
    stream.socket.destroy();
  },
};

/** Connects and disconnects this many clients, in batches of all kinds. */
async function disconnect(count: number): Promise<void> {
  const kinds = Object.values(DISCONNECTS);
  const disconnectOne = async (turn: number) => {
    await kinds[turn % kinds.length]?.(Math.floor(turn / kinds.length));
  };
  for (let start = 0; start < count; start += BATCH)
    await Promise.all(Array.from({ length: BATCH }, (_each, index) => disconnectOne(start + index)));
}

/** Waits until the gateway has noticed all disconnects, and the connections of the changes have ended. */
async function settle(files: number): Promise<void> {
  const deadline = performance.now() + 60_000;
  const isSettled = async () => (await openStreams()) === 0 && openFiles(replica.program) <= files;
  while (!(await isSettled()) && performance.now() < deadline) await delay(200);
}

test(
  'ten thousand abrupt disconnects leave no stream, no open file and no memory behind',
  async () => {
    await change(1);
    const filesBefore = openFiles(replica.program);
    await disconnect(WARM_UP);
    await settle(filesBefore + MORE_FILES);
    const before = await memoryOf(replica.program);
    await disconnect(CLIENTS - WARM_UP);
    await settle(filesBefore + MORE_FILES);
    const after = await memoryOf(replica.program);
    const figures = {
      heapPerClient: Math.round((after.heapUsed - before.heapUsed) / (CLIENTS - WARM_UP)),
      rssMegabytes: [before.rss, after.rss].map((bytes) => Math.round(bytes / 1_048_576)),
      files: [filesBefore, openFiles(replica.program)],
      streams: await openStreams(),
    };
    process.stdout.write(`After ${CLIENTS} disconnects: ${JSON.stringify(figures)}\n`);
    expect(figures.streams).toBe(0);
    expect(openFiles(replica.program)).toBeLessThanOrEqual(filesBefore + MORE_FILES);
    expect(figures.heapPerClient).toBeLessThan(HEAP_PER_CLIENT);
    expect(after.rss - before.rss).toBeLessThan(RSS_GROWTH);

    const later = await EventStream.open(replica.url, { query: EVENT_STREAM });
    await later.next('Heartbeat');
    await replicas.putRunningJob(JOB_ID);
    await change(0);
    expect(await later.next('ResourceEvent')).toMatchObject({ resourceId: jobGlobalId(JOB_ID) });
    later.abort();
    expect(await replicas.stop()).toEqual([0]);
  },
  TIMEOUT,
);
