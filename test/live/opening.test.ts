// Streams that open too late: after their client is gone, or after the gateway has ended all streams.
import { setTimeout as delay } from 'node:timers/promises';
import { History } from '../../src/app/history';
import { HistoryReader } from '../../src/history/queries';
import type { Listeners } from '../../src/history/listeners';
import type { LiveUpdates } from '../../src/live/live-updates';
import { EVENT_STREAM } from '../support/event-stream';
import { startTestGateway, testConfig } from '../support/gateway';
import { startTestEmulator } from '../support/emulator';
import { TestHistory } from '../support/history';
import { liveUpdates, streamOf } from '../support/live';
import { Scrape } from '../support/metrics';
import { StreamSocket } from '../support/stream-socket';

const CLIENTS = 30;

/** What a gateway holds for its streams. */
interface Held {
  readonly live: LiveUpdates;
  readonly listeners: Listeners;
}

/** The streams of the gateway that starts next. */
function observeStreams(): Held {
  const held: Partial<Record<keyof Held, unknown>> = {};
  const openStreams = Reflect.get(History.prototype, 'openStreams');
  jest.spyOn(History.prototype, 'openStreams').mockImplementation(function (this: History, limits) {
    const live = openStreams.call(this, limits);
    Object.assign(held, { live, listeners: this.listeners });
    return live;
  });
  return held as unknown as Held;
}

/** Holds all reads of the newest position, with which a stream opens, until `release`. */
function holdOpening() {
  const latestPosition = Reflect.get(HistoryReader.prototype, 'latestPosition');
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let waiting = 0;
  jest.spyOn(HistoryReader.prototype, 'latestPosition').mockImplementation(async function (
    this: HistoryReader,
  ) {
    waiting += 1;
    await held;
    return latestPosition.call(this);
  });
  return { release, waiting: () => waiting };
}

afterEach(() => {
  jest.restoreAllMocks();
});

/** The open streams by each counter of the gateway. */
async function counts({ live, listeners }: Held, url: string) {
  const inside = (owner: object, name: string) => Reflect.get(owner, name) as unknown;
  const scrape = await Scrape.of(url);
  return {
    open: live.size,
    streams: (inside(live, 'streams') as Set<unknown>).size,
    feed: (inside(inside(live, 'feed') as object, 'subscribers') as Set<unknown>).size,
    listeners: inside(listeners, 'count'),
    metric: scrape.sum('secops_graph_streams_open'),
    requests: scrape.sum('secops_graph_requests_in_flight'),
  };
}

const NONE = { open: 0, streams: 0, feed: 0, listeners: 0, metric: 0, requests: 0 };

async function withGateway(run: (url: string, held: Held) => Promise<void>): Promise<void> {
  const emulator = await startTestEmulator({ sizes: { jobs: 0, members: 0, exportJobs: 0, cases: 0 } });
  const held = observeStreams();
  const history = { ...testConfig().history, mode: 'listening' } as const;
  const gateway = await startTestGateway(emulator.url, { history });
  await run(gateway.url, held);
  await gateway.close();
  await emulator.close();
}

async function settle(held: Held, url: string) {
  // A busy machine opens the streams of clients that are long gone.
  const deadline = performance.now() + 60_000;
  let now = await counts(held, url);
  while (JSON.stringify(now) !== JSON.stringify(NONE) && performance.now() < deadline) {
    await delay(20);
    now = await counts(held, url);
  }
  return now;
}

test.each<[string, object]>([
  ['behind the next event', {}],
  ['behind a position', { after: '0' }],
])('a subscription %s that opens after its client is gone ends', (_name, variables) =>
  withGateway(async (url, held) => {
    const opening = holdOpening();
    const clients = await Promise.all(
      Array.from({ length: CLIENTS }, () => StreamSocket.open(url, { query: EVENT_STREAM, variables })),
    );
    while ((await counts(held, url)).requests < CLIENTS || opening.waiting() === 0) await delay(5);
    for (const { socket } of clients) socket.destroy();
    // The gateway notices the ends before the subscriptions open.
    while ((await counts(held, url)).requests > 0) await delay(5);
    opening.release();
    expect(await settle(held, url)).toEqual(NONE);
    jest.restoreAllMocks();
    const later = await StreamSocket.open(url, { query: EVENT_STREAM });
    await later.receive(/"Heartbeat"/);
    expect(await counts(held, url)).toEqual({
      open: 1,
      streams: 1,
      feed: 1,
      listeners: 1,
      metric: 1,
      requests: 0,
    });
    later.socket.destroy();
    expect(await settle(held, url)).toEqual(NONE);
  }),
);

test('a subscription that opens after its client was reset ends, also between two others', () =>
  withGateway(async (url, held) => {
    const staying = await StreamSocket.open(url, { query: EVENT_STREAM });
    await staying.receive(/"Heartbeat"/);
    const opening = holdOpening();
    const clients = await Promise.all(
      Array.from({ length: CLIENTS }, () =>
        StreamSocket.open(url, { query: EVENT_STREAM, variables: { after: '0' } }),
      ),
    );
    while (opening.waiting() < CLIENTS) await delay(5);
    for (const { socket } of clients) socket.resetAndDestroy();
    while ((await counts(held, url)).requests > 0) await delay(5);
    opening.release();
    while ((await counts(held, url)).open > 1) await delay(5);
    expect(await counts(held, url)).toMatchObject({ streams: 1, feed: 1, listeners: 1, metric: 1 });
    staying.socket.destroy();
    expect(await settle(held, url)).toEqual(NONE);
  }));

test('clients that disconnect at random moments leave nothing behind', () =>
  withGateway(async (url, held) => {
    for (let round = 0; round < 10; round += 1) {
      await Promise.all(
        Array.from({ length: CLIENTS }, async (_each, index) => {
          const client = await StreamSocket.open(url, { query: EVENT_STREAM });
          await delay(index);
          client.socket.destroy();
        }),
      );
    }
    expect(await settle(held, url)).toEqual(NONE);
  }));

test('a subscription that comes after the gateway has ended all streams is rejected', async () => {
  const history = await TestHistory.open();
  const updates = liveUpdates(history.database);
  updates.live.close();
  for (const after of [undefined, '0']) {
    await expect(streamOf(updates, after)).rejects.toMatchObject({ code: 'STREAM_ENDED' });
    expect([updates.live.size, updates.listeners()]).toEqual([0, 0]);
  }
  await history.close();
});
