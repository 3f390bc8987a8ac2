// The subscribers of gateways in the database: one row for each gateway that has some.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTick } from 'node:timers/promises';
import pino from 'pino';
import { Listeners } from '../../src/history/listeners';
import { HISTORY_MODULE, LISTENERS_CHANNEL } from '../../src/history/migrations';
import { Retention } from '../../src/history/retention';
import { insertEvent } from '../../src/history/statements';
import { HistoryStore } from '../../src/history/store';
import { StoreError, type SqlDatabase } from '../../src/storage/sql/database';
import { openDatabase } from '../../src/storage/sql/open';
import { eventOf } from '../support/history';
import { TestClock } from '../support/test-clock';

const LOGGER = pino({ level: 'silent' });
const HOUR = 3_600_000;

let database: SqlDatabase;
let store: HistoryStore;
let clock: TestClock;

beforeEach(async () => {
  const location = { databaseUrl: undefined, databaseFile: ':memory:' };
  database = await openDatabase(location, [HISTORY_MODULE], LOGGER);
  store = new HistoryStore(database);
  clock = new TestClock();
});

afterEach(() => database.close());

const gateway = (holder: string, writes = store) =>
  new Listeners({ store: writes, clock, holder, logger: LOGGER });

async function holders(): Promise<unknown[]> {
  const text = 'SELECT holder FROM history_listeners ORDER BY holder';
  return (await database.run({ text, values: [] })).map(({ holder }) => holder);
}

async function turns(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await nextTick();
}

async function pass(milliseconds: number): Promise<void> {
  clock.advance(milliseconds);
  await turns();
}

/** Counts the writes of rows. */
class CountingStore extends HistoryStore {
  writes = 0;

  override async listen(...args: Parameters<HistoryStore['listen']>): Promise<void> {
    this.writes += 1;
    await super.listen(...args);
  }
}

test('a gateway has a row from its first subscriber until its last one leaves', async () => {
  const listeners = gateway('a');
  await turns();
  expect(await holders()).toEqual([]);
  listeners.add();
  listeners.add();
  await turns();
  expect(await holders()).toEqual(['a']);
  listeners.remove();
  await turns();
  expect(await holders()).toEqual(['a']);
  listeners.remove();
  await turns();
  expect(await holders()).toEqual([]);
});

test('a thousand subscribers cost one write, and one more every ten seconds', async () => {
  const counting = new CountingStore(database);
  const listeners = gateway('a', counting);
  for (let subscriber = 0; subscriber < 1_000; subscriber += 1) listeners.add();
  await turns();
  expect(counting.writes).toBe(1);
  await pass(9_999);
  expect(counting.writes).toBe(1);
  await pass(1);
  expect(counting.writes).toBe(2);
  await listeners.close();
});

test('a subscriber that comes back while the row is deleted has a row', async () => {
  const listeners = gateway('a');
  listeners.add();
  await turns();
  listeners.remove();
  listeners.add();
  await turns();
  expect(await holders()).toEqual(['a']);
  listeners.remove();
  await Promise.resolve();
  listeners.add();
  await turns();
  expect(await holders()).toEqual(['a']);
  await listeners.close();
});

test('the row of one gateway is independent of that of another one', async () => {
  const [first, second] = [gateway('a'), gateway('b')];
  first.add();
  second.add();
  await turns();
  expect(await holders()).toEqual(['a', 'b']);
  first.remove();
  await turns();
  expect(await holders()).toEqual(['b']);
  expect(await store.isListened(clock.now())).toBe(true);
  await second.close();
});

test('a gateway that closes deletes its row although it has subscribers, and writes none afterwards', async () => {
  const listeners = gateway('a');
  listeners.add();
  await turns();
  await listeners.close();
  listeners.add();
  await turns();
  expect(await holders()).toEqual([]);
});

test('a row is valid for 25 seconds, and longer while its gateway renews it', async () => {
  const start = clock.now();
  await store.listen({ holder: 'killed', until: start + 25_000 }, true);
  expect(await store.isListened(start + 24_999)).toBe(true);
  expect(await store.isListened(start + 25_000)).toBe(false);
  const listeners = gateway('a');
  listeners.add();
  await turns();
  for (let renewal = 0; renewal < 6; renewal += 1) await pass(10_000);
  expect(await store.isListened(start + 84_999)).toBe(true);
  expect(await store.isListened(start + 85_000)).toBe(false);
  await listeners.close();
});

test('observers hear of the first subscriber and of the end of the last one, and of no renewal', async () => {
  let notifications = 0;
  database.listen(LISTENERS_CHANNEL, () => (notifications += 1));
  const listeners = gateway('a');
  listeners.add();
  await turns();
  expect(notifications).toBe(1);
  listeners.add();
  for (let renewal = 0; renewal < 6; renewal += 1) await pass(10_000);
  expect(notifications).toBe(1);
  listeners.remove();
  await turns();
  expect(notifications).toBe(1);
  listeners.remove();
  await turns();
  expect(notifications).toBe(2);
});

test('a database that fails delays the row, and observers hear of it then', async () => {
  let notifications = 0;
  database.listen(LISTENERS_CHANNEL, () => (notifications += 1));
  let fails = true;
  class FailingStore extends HistoryStore {
    override listen(...args: Parameters<HistoryStore['listen']>): Promise<void> {
      return fails ? Promise.reject(new StoreError('UNREACHABLE', undefined)) : super.listen(...args);
    }

    override endListening(holder: string): Promise<void> {
      return fails ? Promise.reject(new StoreError('UNREACHABLE', undefined)) : super.endListening(holder);
    }
  }
  const listeners = gateway('a', new FailingStore(database));
  listeners.add();
  await turns();
  expect(await holders()).toEqual([]);
  fails = false;
  await pass(10_000);
  expect(await holders()).toEqual(['a']);
  expect(notifications).toBe(1);
  fails = true;
  await listeners.close();
  expect(await holders()).toEqual(['a']);
});

test('the retention deletes rows that expired more than an hour ago', async () => {
  const now = clock.now();
  await store.listen({ holder: 'dead', until: now - HOUR - 1 }, true);
  await store.listen({ holder: 'expired', until: now - HOUR }, true);
  const retention = new Retention(store, clock, { days: 90, maxEvents: 1_000_000 }, LOGGER);
  retention.start();
  await clock.waits(1);
  expect(await holders()).toEqual(['expired']);
  await retention.close();
});

test('a file of the version before keeps its events and gets the table', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'secops-graph-'));
  const location = { databaseUrl: undefined, databaseFile: join(folder, 'history.sqlite') };
  const { sqliteMigrations } = HISTORY_MODULE;
  const before = { ...HISTORY_MODULE, sqliteMigrations: sqliteMigrations.slice(0, 1), startChecks: [] };
  const old = await openDatabase(location, [before], LOGGER);
  await old.run(insertEvent(eventOf({ kind: 'SecurityCase', target: 'default' })));
  await old.close();
  const migrated = await openDatabase(location, [HISTORY_MODULE], LOGGER);
  await new HistoryStore(migrated).listen({ holder: 'a', until: 1 }, true);
  const [{ events } = { events: 0 }] = await migrated.run({
    text: 'SELECT COUNT(*) AS events FROM history_events',
    values: [],
  });
  await migrated.close();
  rmSync(folder, { recursive: true });
  expect(Number(events)).toBe(1);
});
