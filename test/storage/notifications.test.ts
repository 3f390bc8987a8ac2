// Notifications of a channel: after commits only, in both databases, and again after a connection to PostgreSQL was lost.
import { setTimeout as delay } from 'node:timers/promises';
import pino from 'pino';
import type { SqlDatabase, SqlModule, Statement } from '../../src/storage/sql/database';
import { openDatabase } from '../../src/storage/sql/open';
import { describeWithPostgres, PostgresServer } from '../support/postgres';
import { startRelay } from '../support/relay';

const MODULE: SqlModule = {
  content: 'notes',
  migrationsTable: 'note_migrations',
  sqliteMigrations: ['CREATE TABLE notes (text TEXT UNIQUE);'],
  postgresMigrations: ['CREATE TABLE notes (text TEXT UNIQUE)'],
  startChecks: [],
};
const LOGGER = pino({ level: 'silent' });
const CHANNEL = 'notes "quoted"';
/** Longer than a notification takes on a busy machine. */
const SILENCE_MS = 500;

const insert = (text: string): Statement => ({ text: 'INSERT INTO notes VALUES ($1)', values: [text] });
const nothing: Statement = { text: 'SELECT text FROM notes WHERE 1 = 0', values: [] };

const open = (databaseUrl?: string): Promise<SqlDatabase> =>
  openDatabase({ databaseUrl, databaseFile: ':memory:' }, [MODULE], LOGGER);

/** Counts the notifications of a channel. */
class Counter {
  count = 0;
  readonly listening;

  constructor(database: SqlDatabase, channel = CHANNEL) {
    this.listening = database.listen(channel, () => {
      this.count += 1;
    });
  }

  async reaches(count: number): Promise<void> {
    while (this.count < count) await delay(5);
  }

  /** Waits for the notification of a new connection, and forgets it. */
  async isConnected(): Promise<void> {
    await this.reaches(1);
    this.count = 0;
  }
}

/** @param connected waits until the listeners of a new database hear. */
function testNotifications(
  openNew: () => Promise<SqlDatabase>,
  connected: (...counters: readonly Counter[]) => Promise<void>,
): void {
  let database: SqlDatabase;

  beforeEach(async () => {
    database = await openNew();
    await database.run({ text: 'DELETE FROM notes', values: [] });
  });

  afterEach(() => database.close());

  test('tell every listener of the channel after each commit, and no other one', async () => {
    const [first, second, other] = [
      new Counter(database),
      new Counter(database),
      new Counter(database, 'other'),
    ];
    await connected(first, second, other);
    await database.runAll([insert('a')], { notify: CHANNEL });
    await database.runAll([insert('b')]);
    await database.run(insert('c'));
    await database.runAll([insert('d')], { notify: CHANNEL, serializedBy: 71_300 });
    await Promise.all([first.reaches(2), second.reaches(2)]);
    await delay(SILENCE_MS);
    expect([first.count, second.count, other.count]).toEqual([2, 2, 0]);
  });

  test('tell nobody of a transaction that fails, or whose guard finds no row', async () => {
    const counter = new Counter(database);
    await connected(counter);
    await expect(database.runAll([insert('a'), insert('a')], { notify: CHANNEL })).rejects.toThrow();
    await database.runAll([insert('b')], { notify: CHANNEL, guard: nothing });
    await delay(SILENCE_MS);
    expect(counter.count).toBe(0);
  });

  test('come after the commit', async () => {
    const seen: Promise<unknown>[] = [];
    const counter = new Counter(database);
    await connected(counter);
    database.listen(CHANNEL, () =>
      seen.push(database.run({ text: 'SELECT COUNT(*) AS count FROM notes', values: [] })),
    );
    await delay(SILENCE_MS);
    seen.length = 0;
    await database.runAll([insert('a')], { notify: CHANNEL });
    await counter.reaches(1);
    const [rows] = await Promise.all(seen);
    expect(Number((rows as { count: unknown }[])[0]?.count)).toBe(1);
  });

  test('end with the listener', async () => {
    const [first, second] = [new Counter(database), new Counter(database)];
    await connected(first, second);
    await first.listening.close();
    await database.runAll([insert('a')], { notify: CHANNEL });
    await second.reaches(1);
    expect(first.count).toBe(0);
    await second.listening.close();
    const third = new Counter(database);
    await connected(third);
    await database.runAll([insert('b')], { notify: CHANNEL });
    await third.reaches(1);
    expect([first.count, second.count]).toEqual([0, 1]);
  });
}

describe('in SQLite', () => {
  testNotifications(
    () => open(),
    () => Promise.resolve(),
  );

  test('come asynchronously', async () => {
    const database = await open();
    const counter = new Counter(database);
    const written = database.runAll([insert('a')], { notify: CHANNEL });
    expect(counter.count).toBe(0);
    await written;
    await counter.reaches(1);
    await database.close();
  });
});

describeWithPostgres('notifications in PostgreSQL')('in PostgreSQL', () => {
  let server: PostgresServer;

  beforeAll(async () => {
    server = await PostgresServer.start();
  });

  afterAll(() => server.close());

  async function openBehindRelay() {
    const url = new URL(server.url());
    const relay = await startRelay(Number(url.port));
    url.port = String(relay.port);
    return { relay, database: await open(url.href) };
  }

  /** The connections that listen. */
  const listening = async () =>
    (
      await server.query(
        "SELECT pid FROM pg_stat_activity WHERE query IN ('SELECT 1') OR query LIKE 'LISTEN%'",
      )
    ).length;

  testNotifications(
    () => open(server.url()),
    async (...counters) => {
      await Promise.all(counters.map((counter) => counter.isConnected()));
    },
  );

  test('reach another gateway', async () => {
    const [writer, reader] = [await open(server.url()), await open(server.url())];
    const counter = new Counter(reader);
    await counter.isConnected();
    await writer.runAll([insert('another gateway')], { notify: CHANNEL });
    await counter.reaches(1);
    expect(counter.count).toBe(1);
    await writer.close();
    await reader.close();
  });

  test('use one connection for all channels, which ends with the last listener', async () => {
    const database = await open(server.url());
    const counters = ['a', 'b', 'c'].map((channel) => new Counter(database, channel));
    await Promise.all(counters.map((counter) => counter.isConnected()));
    expect(await listening()).toBe(1);
    for (const { listening: each } of counters) await each.close();
    while ((await listening()) > 0) await delay(20);
    await database.close();
  });

  test('come again after a connection was lost, with one for those that were missed', async () => {
    const { relay, database } = await openBehindRelay();
    const counter = new Counter(database);
    await counter.isConnected();
    await relay.stop();
    const other = await open(server.url());
    await other.runAll([insert('missed')], { notify: CHANNEL });
    await delay(SILENCE_MS);
    expect(counter.count).toBe(0);
    await relay.listen();
    await counter.reaches(1);
    await other.runAll([insert('heard')], { notify: CHANNEL });
    await counter.reaches(2);
    await other.close();
    await database.close();
    relay.close();
  });

  test('come again after the server was killed and started again', async () => {
    const database = await open(server.url());
    const counter = new Counter(database);
    await counter.isConnected();
    await server.kill();
    await server.run();
    await counter.reaches(1);
    await database.runAll([insert('after the restart')], { notify: CHANNEL });
    await counter.reaches(2);
    expect(counter.count).toBe(2);
    await database.close();
  });

  test('come again after a connection silently stopped to deliver', async () => {
    const { relay, database } = await openBehindRelay();
    const counter = new Counter(database);
    await counter.isConnected();
    relay.freeze();
    const other = await open(server.url());
    await other.runAll([insert('lost')], { notify: CHANNEL });
    await delay(SILENCE_MS);
    expect(counter.count).toBe(0);
    await counter.reaches(1);
    await other.runAll([insert('delivered')], { notify: CHANNEL });
    await counter.reaches(2);
    await other.close();
    await database.close();
    relay.close();
  });

  test.each([
    ['before it is connected', false],
    ['after it was connected', true],
  ])('a listener closes at once when the network hangs %s', async (_name, isConnected) => {
    const { relay, database } = await openBehindRelay();
    if (!isConnected) relay.hang();
    const counter = new Counter(database);
    if (isConnected) await counter.isConnected();
    else await delay(100);
    relay.hang();
    const start = performance.now();
    await counter.listening.close();
    const took = performance.now() - start;
    relay.resume();
    await database.close();
    relay.close();
    expect(took).toBeLessThan(1_000);
  });
});
