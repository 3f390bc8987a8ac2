// Subscribers that do not read while large events arrive: the gateway's memory is bounded, and a gap names what they missed.
import { setTimeout as delay } from 'node:timers/promises';
import { MAX_QUEUED } from '../../src/live/message-queue';
import { TIMEOUTS } from '../../src/http/settings';
import { startTestEmulator } from '../support/emulator';
import { EVENT_STREAM, EventStream, type StreamMessage } from '../support/event-stream';
import { startTestGateway, testConfig } from '../support/gateway';
import { TestHistory, type TestEvent } from '../support/history';
import { Scrape } from '../support/metrics';
import { describeWithPostgres, PostgresServer } from '../support/postgres';
import { memoryOf, MEASURED_MEMORY, residentBytes } from '../support/program-resources';
import { Replica } from '../support/replica';
import { StreamSocket } from '../support/stream-socket';

const EVENTS = 4_000;
const BATCH = 50;
const TEXT_BYTES = 20_000;
const READERS = 5;
const MEGABYTE = 1_048_576;
/** Far less than the events of one reader, which are 80 MB. */
const MAX_HEAP_GROWTH = 50 * MEGABYTE;
const MAX_RSS_GROWTH = 250 * MEGABYTE;
/** The stall limit of the gateway in the test's process, in milliseconds. */
const STALL_MS = 1_500;

const LARGE: TestEvent = {
  kind: 'ClassificationJob',
  target: 'default',
  changes: [{ field: 'name', before: undefined, after: 'x'.repeat(TEXT_BYTES), redacted: false }],
};

describeWithPostgres('streams of slow readers')('streams of slow readers', () => {
  let postgres: PostgresServer;
  let emulatorUrl: string;
  let history: TestHistory;

  beforeAll(async () => {
    postgres = await PostgresServer.start();
    emulatorUrl = (await startTestEmulator({ sizes: { jobs: 0, members: 0, exportJobs: 0, cases: 0 } })).url;
    history = await TestHistory.open('', postgres.url());
  });

  afterAll(async () => {
    await history.close();
    await postgres.close();
  });

  async function appendLarge(count: number): Promise<void> {
    for (let appended = 0; appended < count; appended += BATCH)
      await history.appendTogether(Array.from({ length: BATCH }, () => LARGE));
  }

  /** A stream that has received its first message, and reads no more. */
  async function stalled(url: string): Promise<StreamSocket> {
    const stream = await StreamSocket.open(url, { query: EVENT_STREAM });
    await stream.receive(/"Heartbeat"/);
    stream.socket.pause();
    return stream;
  }

  const messagesOf = ({ results }: StreamSocket): readonly StreamMessage[] =>
    results.flatMap((result) => (typeof result === 'string' ? [] : Object.values(result.data ?? {})));

  test('thousands of large events take bounded memory, and the reader gets a gap and the present', async () => {
    const replica = await Replica.start(emulatorUrl, {
      DATABASE_URL: postgres.url(),
      HISTORY: 'listening',
      ...MEASURED_MEMORY,
    });
    const attentive = await EventStream.open(replica.url, { query: EVENT_STREAM });
    await attentive.next('Heartbeat');
    // Also fills the caches of the gateway.
    await appendLarge(2 * BATCH);
    for (let count = 0; count < 2 * BATCH; count += 1) await attentive.next('ResourceEvent');
    const readers = await Promise.all(Array.from({ length: READERS }, () => stalled(replica.url)));
    const before = await memoryOf(replica.program);
    let peak = 0;
    const timer = setInterval(() => (peak = Math.max(peak, residentBytes(replica.program))), 20);
    const appending = appendLarge(EVENTS);
    for (let count = 0; count < EVENTS; count += 1) await attentive.next('ResourceEvent');
    await appending;
    clearInterval(timer);
    const after = await memoryOf(replica.program);
    for (const { socket } of readers) socket.resume();
    await Promise.all(readers.map((reader) => reader.receive(/"Gap"/)));
    await history.append({ ...LARGE, changes: [] });
    const newest = String((await attentive.next('ResourceEvent')).position);
    await Promise.all(readers.map((reader) => reader.receive(new RegExp(`"position":"${newest}"`))));

    const figures = {
      heapMegabytes: Math.round(
        (after.heapUsed + after.external - before.heapUsed - before.external) / MEGABYTE,
      ),
      rssMegabytes: Math.round((peak - before.rss) / MEGABYTE),
      receivedBeforeGap: readers.map(
        (reader) => messagesOf(reader).findIndex(({ __typename }) => __typename === 'Gap') - 1,
      ),
    };
    process.stdout.write(
      `${READERS} stalled readers of ${EVENTS} large events: ${JSON.stringify(figures)}\n`,
    );
    for (const reader of readers) {
      const messages = messagesOf(reader);
      const gapAt = messages.findIndex(({ __typename }) => __typename === 'Gap');
      const first = Number(messages[0]?.position);
      // The queued events come in order and without a hole, then the gap up to the newest event of then, then the next one.
      expect(messages.slice(0, gapAt).map(({ position }) => Number(position))).toEqual(
        Array.from({ length: gapAt }, (_each, index) => first + index),
      );
      expect(gapAt).toBeGreaterThan(MAX_QUEUED);
      expect(messages[gapAt]).toEqual({
        __typename: 'Gap',
        from: String(first + gapAt - 1),
        to: String(Number(newest) - 1),
        reason: 'SLOW_READER',
      });
      const rest = messages.slice(gapAt + 1).filter(({ __typename }) => __typename !== 'Heartbeat');
      expect(rest.map(({ position }) => position)).toEqual([newest]);
    }
    expect(figures.heapMegabytes * MEGABYTE).toBeLessThan(MAX_HEAP_GROWTH);
    expect(figures.rssMegabytes * MEGABYTE).toBeLessThan(MAX_RSS_GROWTH);
    attentive.abort();
    for (const { socket } of readers) socket.destroy();
    expect(await replica.stop()).toBe(0);
  });

  test('a client that reads nothing for the stall limit is disconnected, and one that reads slowly is not', async () => {
    const gateway = await startTestGateway(emulatorUrl, {
      databaseUrl: postgres.url(),
      history: { ...testConfig().history, mode: 'listening' },
      http: { ...testConfig().http, timeouts: { ...TIMEOUTS, response: STALL_MS } },
    });
    const [reading, slow] = [await stalled(gateway.url), await stalled(gateway.url)];
    const closedAt = reading.closed.then(() => performance.now());
    // Reads a part of what has arrived, again and again.
    const timer = setInterval(() => {
      slow.socket.resume();
      setImmediate(() => slow.socket.pause());
    }, 100);
    const startedAt = performance.now();
    await appendLarge(1_000);
    const ended = async () => (await Scrape.of(gateway.url)).sum('secops_graph_streams_ended_total');
    while ((await ended()) === 0 && performance.now() < startedAt + 10 * STALL_MS) await delay(50);
    expect(await ended()).toBe(1);
    reading.socket.resume();
    await closedAt;
    expect(reading.results).not.toContain('closed');
    await delay(2 * STALL_MS);
    expect(slow.socket.destroyed).toBe(false);
    clearInterval(timer);
    slow.socket.resume();
    const [row] = await postgres.query('SELECT max(position) AS newest FROM history_events');
    await slow.receive(new RegExp(`"(position|to)":"${String(row?.newest)}"`));
    slow.socket.destroy();
    await gateway.close();
  });
});
