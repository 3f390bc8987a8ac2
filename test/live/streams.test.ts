// Streams over a history: the past, the present, gaps, heartbeats, limits and ends.
import { setTimeout as delay } from 'node:timers/promises';
import pino from 'pino';
import { AUDIT_MODULE } from '../../src/audit/module';
import type { GapRecord, HeartbeatRecord } from '../../src/domain/records/live-message';
import type { ResourceEventRecord } from '../../src/domain/records/resource-event';
import type { EventFeed } from '../../src/live/event-feed';
import { gapMessage, HeartbeatMessage, Message } from '../../src/live/messages';
import { Stream } from '../../src/live/stream';
import { MAX_QUEUED } from '../../src/live/message-queue';
import { HISTORY_MODULE } from '../../src/history/migrations';
import { ALL_EVENTS } from '../../src/history/queries';
import { insertEvent } from '../../src/history/statements';
import { openDatabase } from '../../src/storage/sql/open';
import { postgresPlaces } from '../support/audit-stores';
import { eventOf, TestHistory, type TestEvent } from '../support/history';
import { liveUpdates, payloadOf, readPositions, streamOf, subscriber, type TestLive } from '../support/live';
import { describeWithPostgres } from '../support/postgres';

const JOB: TestEvent = { kind: 'ClassificationJob', target: 'home' };
const CASE: TestEvent = { kind: 'SecurityCase', target: 'west' };

const positions = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_each, index) => String(from + index));

const jobs = (count: number): readonly TestEvent[] => Array.from({ length: count }, () => JOB);

let history: TestHistory;
let live: TestLive;

beforeEach(async () => {
  history = await TestHistory.open();
  live = liveUpdates(history.database, { heartbeatMs: 50 });
});

afterEach(async () => {
  live.live.close();
  await history.close();
});

test('a stream without a position begins with a heartbeat and the next event', async () => {
  await history.append(...jobs(3));
  const stream = await streamOf(live);
  expect(await payloadOf(stream)).toMatchObject({ position: '3' });
  await history.append(JOB);
  expect(await readPositions(stream, 1)).toEqual(['4']);
});

test('a stream continues behind a position with the past, page by page, and then the present', async () => {
  await history.append(...jobs(250));
  const stream = await streamOf(live, '20');
  expect(await readPositions(stream, 230)).toEqual(positions(21, 250));
  expect(await payloadOf(stream)).toMatchObject({ position: '250' });
  await history.append(...jobs(2));
  expect(await readPositions(stream, 2)).toEqual(['251', '252']);
});

test('events that are appended while a stream reads the past come once and in order', async () => {
  await history.append(...jobs(150));
  const stream = await streamOf(live, '0');
  expect(await readPositions(stream, 60)).toEqual(positions(1, 60));
  await history.append(...jobs(30));
  expect(await readPositions(stream, 100)).toEqual(positions(61, 160));
  await history.append(...jobs(30));
  expect(await readPositions(stream, 50)).toEqual(positions(161, 210));
});

test('a stream has only the events that match', async () => {
  await history.append(JOB, CASE, JOB);
  const stream = await streamOf(live, '0', { kinds: ['SecurityCase'] });
  expect(await readPositions(stream, 1)).toEqual(['2']);
  expect(await payloadOf(stream)).toMatchObject({ position: '3' });
  await history.append(JOB, CASE);
  expect(await readPositions(stream, 1)).toEqual(['5']);
});

test('heartbeats name the newest position, also of events that do not match', async () => {
  const stream = await streamOf(live, undefined, { kinds: ['SecurityCase'] });
  await payloadOf(stream);
  await history.append(JOB, JOB);
  let heartbeat = (await payloadOf(stream)) as HeartbeatRecord;
  while (heartbeat.position === '0') heartbeat = (await payloadOf(stream)) as HeartbeatRecord;
  expect(heartbeat).toMatchObject({ position: '2' });
  expect(Date.now() - heartbeat.time.getTime()).toBeLessThan(5_000);
  expect(heartbeat.since?.getTime()).toBeLessThan(heartbeat.time.getTime());
});

test('a gap names deleted events, and the events behind them follow', async () => {
  await history.append(...jobs(5));
  await history.prune(3, new Date());
  const stream = await streamOf(live, '1');
  expect(await payloadOf(stream)).toEqual<GapRecord>({ from: '1', to: '3', reason: 'PRUNED' });
  expect(await readPositions(stream, 2)).toEqual(['4', '5']);
});

test('a slow reader gets a gap, and continues with the events behind it', async () => {
  const stream = await streamOf(live);
  await payloadOf(stream);
  const other = await streamOf(live);
  const reading = readPositions(other, MAX_QUEUED + 40);
  await history.append(...jobs(MAX_QUEUED + 40));
  expect(await reading).toEqual(positions(1, MAX_QUEUED + 40));
  expect(await readPositions(stream, MAX_QUEUED)).toEqual(positions(1, MAX_QUEUED));
  const gap = (await payloadOf(stream)) as GapRecord;
  expect(gap).toEqual({ from: String(MAX_QUEUED), to: String(MAX_QUEUED + 40), reason: 'SLOW_READER' });
  await history.append(JOB);
  expect(await readPositions(stream, 1)).toEqual([String(MAX_QUEUED + 41)]);
  const again = await streamOf(live, gap.from);
  expect(await readPositions(again, 41)).toEqual(positions(MAX_QUEUED + 1, MAX_QUEUED + 41));
});

test.each(['-1', 'abc', '', '1.5', '99999999999999999999'])('rejects the position %j', async (after) => {
  await expect(streamOf(live, after)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  expect(live.live.size).toBe(0);
});

test('rejects a position that the history does not have yet', async () => {
  await history.append(JOB);
  await expect(streamOf(live, '2')).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
});

test('a stream of a resource has its state now and an update for each of its events', async () => {
  const ref = { kind: 'ClassificationJob', target: 'home', jobId: '0'.repeat(32) } as const;
  const stream = await live.live.resource(subscriber(), ref, ALL_EVENTS);
  expect(await payloadOf(stream)).toEqual({ ref, event: undefined });
  const other = await live.live.resource(subscriber(), ref, ALL_EVENTS);
  const [one, another] = [await stream.return(), await other.next()];
  expect([one.done, another.value?.payload]).toEqual([true, { ref, event: undefined }]);
});

test('a caller with too many streams is told when to come back, and a stream that ends makes room', async () => {
  const few = liveUpdates(history.database, { limits: { total: 10, perCaller: 2 } });
  const streams = [await streamOf(few), await streamOf(few)];
  await expect(streamOf(few)).rejects.toMatchObject({
    code: 'RATE_LIMITED',
    retryAfterSeconds: expect.any(Number) as unknown,
  });
  await streams[0]?.return();
  await streams[0]?.return();
  await streamOf(few);
  await expect(streamOf(few)).rejects.toMatchObject({ code: 'RATE_LIMITED' });
});

test('a gateway with too many streams rejects others with a time to wait', async () => {
  const few = liveUpdates(history.database, { limits: { total: 1, perCaller: 10 } });
  await streamOf(few);
  await expect(streamOf(few)).rejects.toMatchObject({
    code: 'OVERLOADED',
    extensions: { retryable: true, retryAfterSeconds: expect.any(Number) as unknown },
  });
});

test('a stream ends with a code when the token of the subscriber expires', async () => {
  const expiresAt = new Date(Date.now() + 100);
  const selection = { conditions: {}, access: ALL_EVENTS };
  const stream = await live.live.events(subscriber({ expiresAt }), selection, undefined);
  const end = (async () => {
    for (;;) await payloadOf(stream);
  })();
  await expect(end).rejects.toMatchObject({ code: 'TOKEN_EXPIRED' });
  expect(live.live.size).toBe(0);
});

test('the shutdown ends all streams, each with its own time to wait', async () => {
  const streams = await Promise.all(Array.from({ length: 60 }, () => streamOf(live)));
  for (const stream of streams) await payloadOf(stream);
  live.live.close();
  const ends = await Promise.allSettled(streams.map((stream) => stream.next()));
  const seconds = ends.map((end) => {
    const reason = (end as PromiseRejectedResult).reason as { code: string; retryAfterSeconds: number };
    expect(reason.code).toBe('STREAM_ENDED');
    return reason.retryAfterSeconds;
  });
  expect(new Set(seconds).size).toBeGreaterThan(3);
  expect([live.live.size, live.listeners()]).toEqual([0, 0]);
});

test('a stream that is closed while it joins leaves nothing behind', async () => {
  await history.append(JOB);
  const stream = await streamOf(live, '0');
  const next = stream.next();
  await stream.return();
  await next;
  expect([live.live.size, live.listeners()]).toEqual([0, 0]);
  const later = await streamOf(live);
  expect(await payloadOf(later)).toMatchObject({ position: '1' });
});

describe('a stream on a feed that a test controls', () => {
  const eventAt = (position: number): ResourceEventRecord => ({
    ...eventOf(JOB),
    position: String(position),
    actor: undefined,
  });
  const startStream = async (pruned: () => string, joinsAt: string, past: readonly ResourceEventRecord[]) => {
    const feed = { join: () => Promise.resolve(joinsAt), leave: () => undefined };
    const stream = new Stream({
      feed: feed as unknown as EventFeed,
      find: (after) =>
        Promise.resolve({
          events: past.filter(({ position }) => Number(position) > Number(after)),
          hasNext: false,
        }),
      prunedPosition: () => Promise.resolve(pruned()),
      selects: () => true,
      toMessage: (event) => new Message(event, event.position),
      joined: (heartbeat) => [new HeartbeatMessage(heartbeat)],
      replaceMissed: (from, to) => gapMessage({ from, to, reason: 'SLOW_READER' }),
      onClose: () => undefined,
    });
    await stream.open({ position: '1', since: undefined });
    return stream;
  };
  const beatAt = (position: string, since: Date) =>
    new HeartbeatMessage({ position, time: new Date(), since });

  test('a gap of deleted events ends where the events of the feed begin', async () => {
    let pruned = '0';
    const stream = await startStream(() => pruned, '5', [eventAt(2)]);
    await readPositions(stream, 1);
    stream.receive([eventAt(6), eventAt(7)]);
    pruned = '9';
    expect(await payloadOf(stream)).toEqual<GapRecord>({ from: '2', to: '5', reason: 'PRUNED' });
    expect(await payloadOf(stream)).toMatchObject({ position: '5', time: expect.any(Date) as unknown });
    expect(await readPositions(stream, 2)).toEqual(['6', '7']);
  });

  test('a heartbeat that the subscriber was not ready for is part of the next one', async () => {
    const stream = await startStream(() => '0', '5', [eventAt(2)]);
    await readPositions(stream, 1);
    await payloadOf(stream);
    const [first, second] = [new Date(1_000), new Date(2_000)];
    stream.receive([eventAt(6)]);
    stream.beat(beatAt('6', first));
    await readPositions(stream, 1);
    stream.beat(beatAt('6', second));
    expect(await payloadOf(stream)).toMatchObject({ position: '6', since: first });
  });
});

describe.each([
  ['SQLite', describe],
  ['PostgreSQL', describeWithPostgres('positions of a history in PostgreSQL')],
] as const)('in %s', (name, suite) => {
  suite('a new history', () => {
    let places: Awaited<ReturnType<typeof postgresPlaces>> | undefined;

    beforeAll(async () => {
      if (name === 'PostgreSQL') places = await postgresPlaces();
    });

    afterAll(() => places?.close());

    test('begins behind every position of an earlier one, and a subscriber of that one gets a gap', async () => {
      const open = async () => {
        const databaseUrl = (await places?.newPlace())?.store.databaseUrl;
        const location = { databaseUrl, databaseFile: ':memory:' };
        return openDatabase(location, [AUDIT_MODULE, HISTORY_MODULE], pino({ level: 'silent' }));
      };
      const before = await open();
      const { position: last } = (await payloadOf(await streamOf(liveUpdates(before)))) as HeartbeatRecord;
      await delay(5);
      const later = await open();
      const updates = liveUpdates(later);
      const stream = await streamOf(updates, last);
      const gap = (await payloadOf(stream)) as GapRecord;
      expect(gap).toEqual({ from: last, to: expect.any(String) as unknown, reason: 'PRUNED' });
      expect(Number(gap.to)).toBeGreaterThan(Number(last));
      expect(Math.abs(Date.now() - Number(gap.to))).toBeLessThan(60_000);
      await later.run(insertEvent(eventOf(JOB)));
      expect(await readPositions(stream, 1)).toEqual([String(Number(gap.to) + 1)]);
      updates.live.close();
      await Promise.all([before, later].map((each) => each.close()));
    });
  });
});
