// Random subscribers of two gateways with one history: each gets every event that it selects, once and in order, or a gap
// that covers it.
import { setTimeout as delay } from 'node:timers/promises';
import pino from 'pino';
import type { ResourceEventConditions, ResourceEventRecord } from '../../src/domain/records/resource-event';
import { RESOURCE_KINDS } from '../../src/domain/resources';
import { matchesEvent } from '../../src/history/matching';
import { ALL_EVENTS, HistoryReader } from '../../src/history/queries';
import type { Payload } from '../../src/live/messages';
import type { Stream } from '../../src/live/stream';
import { postgresPlaces } from '../support/audit-stores';
import { TestHistory } from '../support/history';
import { liveUpdates, streamOf, type TestLive } from '../support/live';
import { describeWithPostgres } from '../support/postgres';
import { Random } from '../support/random';

const SEEDS = [1, 2, 3, 4];
const SUBSCRIBERS = 8;
const EVENTS = 1_500;
/** Larger than the queue of a subscriber. */
const BURST = 400;

interface Received {
  readonly events: string[];
  readonly gaps: { readonly from: number; readonly to: number }[];
  reconnects: number;
  /** The position from which the subscriber continues. */
  last: string | undefined;
}

function accept(received: Received, payload: Payload): void {
  if ('changes' in payload) received.events.push(payload.position);
  if ('reason' in payload) received.gaps.push({ from: Number(payload.from), to: Number(payload.to) });
  if ('position' in payload) received.last = payload.position;
  if ('reason' in payload) received.last = payload.to;
}

/** Reads some messages, or until the position. */
async function readSome(stream: Stream, received: Received, count: number, until: string): Promise<void> {
  for (let read = 0; read < count && received.last !== until; read += 1) {
    const { value } = await stream.next();
    if (value === undefined) throw new Error('The stream has ended.');
    accept(received, value.payload);
  }
}

async function subscribe(
  random: Random,
  gateways: readonly TestLive[],
  conditions: ResourceEventConditions,
  isWritten: () => boolean,
  latest: () => Promise<string>,
): Promise<Received> {
  const received: Received = { events: [], gaps: [], reconnects: -1, last: '0' };
  for (;;) {
    received.reconnects += 1;
    const stream = await streamOf(random.pick(gateways), received.last, conditions);
    if (isWritten()) {
      await readSome(stream, received, Infinity, await latest());
      await stream.return();
      return received;
    }
    for (let turn = random.between(1, 6); turn > 0 && !isWritten(); turn -= 1) {
      // Without a time limit, the subscriber might wait for events that nobody appends any more.
      const read = readSome(stream, received, random.between(1, 300), '');
      await Promise.race([read, delay(random.between(20, 300))]);
      void read.catch(() => undefined);
      await stream.return();
      await read.catch(() => undefined);
      break;
    }
  }
}

describe.each([
  ['SQLite', describe],
  ['PostgreSQL', describeWithPostgres('live updates of two gateways on PostgreSQL')],
] as const)('with %s', (database, suite) => {
  suite('random subscribers of two gateways', () => {
    let places: Awaited<ReturnType<typeof postgresPlaces>> | undefined;

    beforeAll(async () => {
      if (database === 'PostgreSQL') places = await postgresPlaces();
    });

    afterAll(() => places?.close());

    test.each(SEEDS)(
      'have every event once and in order, or a gap that covers it (seed %d)',
      async (seed) => {
        const random = new Random(seed);
        const url = (await places?.newPlace())?.store.databaseUrl;
        const histories = [await TestHistory.open(':memory:', url)];
        if (url !== undefined) histories.push(await TestHistory.open(':memory:', url));
        const databases = histories.map((history) => history.database);
        const gateways = [0, 1].map((index) =>
          liveUpdates(databases[index % databases.length] as never, { heartbeatMs: 30 }),
        );
        const reader = new HistoryReader(databases[0] as never, pino({ level: 'silent' }));
        let isWritten = false;
        const write = async () => {
          for (let written = 0; written < EVENTS;) {
            const size = random.chance(0.1) ? BURST : random.between(1, 20);
            const burst = Array.from({ length: size }, () => ({
              kind: random.pick(RESOURCE_KINDS),
              target: random.pick(['home', 'west']),
            }));
            await random.pick(histories).append(...burst);
            written += size;
            await delay(random.between(0, 30));
          }
          isWritten = true;
        };
        const conditions: ResourceEventConditions[] = Array.from({ length: SUBSCRIBERS }, () => ({
          kinds: random.chance(0.5) ? undefined : RESOURCE_KINDS.filter(() => random.chance(0.5)),
          targets: random.chance(0.7) ? undefined : ['west'],
        }));
        const subscriptions = conditions.map((each) =>
          subscribe(
            random,
            gateways,
            each,
            () => isWritten,
            () => reader.latestPosition(),
          ),
        );
        await write();
        const all = await Promise.all(subscriptions);

        const events: ResourceEventRecord[] = [];
        for (let after = '0', hasNext = true; hasNext; after = events.at(-1)?.position ?? after) {
          const page = await reader.find({}, { ...ALL_EVENTS, first: 200, after, order: 'OLDEST_FIRST' });
          events.push(...page.events);
          ({ hasNext } = page);
        }
        for (const [index, { events: got, gaps }] of all.entries()) {
          const isMissed = ({ position }: ResourceEventRecord) =>
            gaps.some(({ from, to }) => from < Number(position) && Number(position) <= to);
          const selected = events.filter((event) => matchesEvent(event, conditions[index] ?? {}, ALL_EVENTS));
          const expected = selected.filter((event) => !isMissed(event)).map(({ position }) => position);
          expect(got).toEqual(expected);
        }
        expect(all.reduce((sum, { reconnects }) => sum + reconnects, 0)).toBeGreaterThan(SUBSCRIBERS * 3);
        expect(all.some(({ events: got }) => got.length > 0)).toBe(true);
        expect(gateways.map(({ live, listeners }) => [live.size, listeners()])).toEqual([
          [0, 0],
          [0, 0],
        ]);
        for (const gateway of gateways) gateway.live.close();
        await Promise.all(histories.map((history) => history.close()));
      },
    );
  });
});
