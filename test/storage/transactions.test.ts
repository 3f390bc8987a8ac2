// Transactions of several statements: all or none, guarded, and in PostgreSQL visible in the order of their positions.
import pino from 'pino';
import type { SqlDatabase, SqlModule, Statement } from '../../src/storage/sql/database';
import { openDatabase } from '../../src/storage/sql/open';
import { describeWithPostgres, PostgresServer, withClient } from '../support/postgres';
import { startRelay } from '../support/relay';

const LOCK = 71_200;

const MODULE: SqlModule = {
  content: 'notes',
  migrationsTable: 'note_migrations',
  sqliteMigrations: ['CREATE TABLE notes (position INTEGER PRIMARY KEY AUTOINCREMENT, text TEXT UNIQUE);'],
  postgresMigrations: [
    'CREATE TABLE notes (position BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, text TEXT UNIQUE)',
  ],
  startChecks: [],
};

const LOGGER = pino({ level: 'silent' });

const insert = (text: string): Statement => ({
  text: 'INSERT INTO notes (text) VALUES ($1) RETURNING text',
  values: [text],
});
const select = (where = '1 = 1'): Statement => ({
  text: `SELECT text FROM notes WHERE ${where} ORDER BY position`,
  values: [],
});

async function textsIn(database: SqlDatabase): Promise<unknown[]> {
  return (await database.run(select())).map(({ text }) => text);
}

function testTransactions(open: () => Promise<SqlDatabase>): void {
  let database: SqlDatabase;

  beforeAll(async () => {
    database = await open();
  });

  afterAll(() => database.close());

  beforeEach(() => database.run({ text: 'DELETE FROM notes', values: [] }));

  test('returns the rows of each statement', async () => {
    const rows = await database.runAll([insert('a'), insert('b'), select()]);
    expect(rows).toEqual([[{ text: 'a' }], [{ text: 'b' }], [{ text: 'a' }, { text: 'b' }]]);
  });

  test('applies none of the statements when one of them fails, and works afterwards', async () => {
    await expect(database.runAll([insert('a'), insert('b'), insert('a')])).rejects.toThrow(
      'The database failed',
    );
    expect(await textsIn(database)).toEqual([]);
    await database.runAll([insert('c')]);
    expect(await textsIn(database)).toEqual(['c']);
  });

  test('applies nothing when the guard finds no row', async () => {
    await database.run(insert('a'));
    expect(await database.runAll([insert('b')], { guard: select("text = 'z'") })).toBeUndefined();
    expect(await database.runAll([insert('c')], { guard: select("text = 'a'") })).toHaveLength(1);
    expect(await textsIn(database)).toEqual(['a', 'c']);
  });
}

describe('in SQLite', () => {
  testTransactions(() =>
    openDatabase({ databaseUrl: undefined, databaseFile: ':memory:' }, [MODULE], LOGGER),
  );
});

describeWithPostgres('transactions in PostgreSQL')('in PostgreSQL', () => {
  let server: PostgresServer;

  beforeAll(async () => {
    server = await PostgresServer.start();
  });

  afterAll(() => server.close());

  testTransactions(() => openDatabase({ databaseUrl: server.url(), databaseFile: '' }, [MODULE], LOGGER));

  test('a reader that continues after the last position it saw misses no row of concurrent writers', async () => {
    const location = { databaseUrl: server.url(), databaseFile: '' };
    const databases = await Promise.all(
      Array.from({ length: 4 }, () => openDatabase(location, [MODULE], LOGGER)),
    );
    const [reader] = databases;
    const seen: unknown[] = [];
    let last = '0';
    const progress = { isWriting: true };
    const read = async () => {
      const values = [last];
      const text = 'SELECT position, text FROM notes WHERE position > $1::bigint ORDER BY position';
      for (const row of (await reader?.run({ text, values })) ?? []) {
        last = String(row.position);
        seen.push(row.text);
      }
    };
    const reading = (async () => {
      while (progress.isWriting) await read();
      await read();
    })();
    const pause: Statement = { text: 'SELECT pg_sleep(random() * 0.004)', values: [] };
    await Promise.all(
      databases.flatMap((database, writer) =>
        Array.from({ length: 60 }, (_each, number) =>
          database.runAll([insert(`${writer}-${number}`), pause], { serializedBy: LOCK }),
        ),
      ),
    );
    progress.isWriting = false;
    await reading;
    for (const database of databases) await database.close();
    expect(seen).toHaveLength(240);
    expect(new Set(seen).size).toBe(240);
  });

  test('a unique key that another writer took while the connection was lost is no success', async () => {
    const url = new URL(server.url());
    const relay = await startRelay(Number(url.port));
    url.port = String(relay.port);
    const database = await openDatabase({ databaseUrl: url.href, databaseFile: '' }, [MODULE], LOGGER);
    await database.run({ text: 'DELETE FROM notes', values: [] });
    relay.dropNextResponse();
    const written = database.runAll([insert('a'), insert('b')]);
    await server.query("INSERT INTO notes (text) VALUES ('b')", server.url());
    await expect(written).rejects.toThrow('The database failed');
    const texts = await textsIn(database);
    await database.close();
    relay.close();
    expect(texts).toEqual(['b']);
  });

  test('appends that wait for their lock leave connections for other statements', async () => {
    const database = await openDatabase({ databaseUrl: server.url(), databaseFile: '' }, [MODULE], LOGGER);
    const took = await withClient(server.url(), async (client) => {
      await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
      const appends = Array.from({ length: 20 }, (_each, number) =>
        database.runAll([insert(`append-${number}`)], { serializedBy: LOCK }),
      );
      const start = performance.now();
      await database.run(insert('other'));
      const milliseconds = performance.now() - start;
      await client.query('SELECT pg_advisory_unlock($1)', [LOCK]);
      await Promise.all(appends);
      return milliseconds;
    });
    const texts = await textsIn(database);
    await database.close();
    expect(texts).toHaveLength(21);
    expect(took).toBeLessThan(1_000);
  });

  test.each([0, 1, 2, 3])('runs once when the response to step %i of 4 is lost', async (step) => {
    const url = new URL(server.url());
    const relay = await startRelay(Number(url.port));
    url.port = String(relay.port);
    const database = await openDatabase({ databaseUrl: url.href, databaseFile: '' }, [MODULE], LOGGER);
    await database.run({ text: 'DELETE FROM notes', values: [] });
    relay.dropNextResponse(step);
    const rows = await database.runAll([insert('a'), insert('b')]);
    const texts = await textsIn(database);
    await database.close();
    relay.close();
    expect(texts).toEqual(['a', 'b']);
    // Only after the commit does the retry not know the rows.
    expect(rows).toEqual(step < 3 ? [[{ text: 'a' }], [{ text: 'b' }]] : [[], []]);
  });
});
