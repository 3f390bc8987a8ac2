// The audit log in PostgreSQL: concurrent migrations, database and network failures, and restricted database users.
import { setTimeout as delay } from 'node:timers/promises';
import pino from 'pino';
import { AUDIT_CHECK, AUDIT_MODULE } from '../../src/audit/module';
import { DatabaseStartError, StoreError } from '../../src/storage/sql/database';
import { PostgresDatabase } from '../../src/storage/sql/postgres';
import { AuditUnavailableError } from '../../src/domain/errors';
import { entriesOf, intentOf, outcomeOf } from '../support/audit-records';
import { openLog, postgresPlaces } from '../support/audit-stores';
import { freePort } from '../support/free-port';
import { describeWithPostgres, withClient } from '../support/postgres';
import { runProgram } from '../support/program';
import { startRelay } from '../support/relay';

/** Milliseconds within which the log reports that the database does not respond. */
const DEADLINE = 4_000;

const storeAt = (url: string) => ({ databaseUrl: url, databaseFile: '' });

async function timed<Value>(work: () => Promise<Value>): Promise<readonly [result: unknown, took: number]> {
  const start = performance.now();
  const result = await work().catch((reason: unknown) => reason);
  return [result, performance.now() - start];
}

describeWithPostgres('the audit log on a failing PostgreSQL')('the audit log in PostgreSQL', () => {
  let places: Awaited<ReturnType<typeof postgresPlaces>>;

  beforeAll(async () => {
    places = await postgresPlaces();
  });

  afterAll(() => places.close());

  async function newUrl(): Promise<string> {
    return (await places.newPlace()).store.databaseUrl ?? '';
  }

  test('when several gateways start at once, one migrates the database and all of them write', async () => {
    const url = await newUrl();
    const logs = await Promise.all(Array.from({ length: 6 }, () => openLog(storeAt(url))));
    await Promise.all(logs.map((log, index) => log.begin(intentOf(`change-${index}`))));
    const found = (await logs[0]?.find({}, { first: 10 }))?.entries;
    await Promise.all(logs.map((log) => log.close()));
    expect(found).toHaveLength(6);
    expect(await places.server.query('SELECT version FROM audit_migrations', url)).toEqual([
      { version: 1 },
      { version: 2 },
      { version: 3 },
    ]);
  });

  test('texts of callers have hash indexes, so that no length of a text can make a write fail', async () => {
    const url = await newUrl();
    await (await openLog(storeAt(url))).close();
    const indexes = await places.server.query(
      `SELECT indexname, indexdef LIKE '%USING hash%' AS hashed FROM pg_indexes
       WHERE indexname IN ('audit_log_resource_id', 'audit_log_actor') ORDER BY indexname`,
      url,
    );
    expect(indexes).toEqual([
      { indexname: 'audit_log_actor', hashed: true },
      { indexname: 'audit_log_resource_id', hashed: true },
    ]);
    // Text that does not compress: a B-tree index rejects it with SQLSTATE 54000.
    await places.server.query(
      `INSERT INTO audit_log (intent_of, time, actor, mutation, input, resource_id)
       SELECT 'a', now(), text, 'm', '{}', text
       FROM (SELECT string_agg(md5(n::text), '') AS text FROM generate_series(1, 1000) AS n) AS long`,
      url,
    );
  });

  test('the log rejects a write at once while the database is down, and writes again after the database restarts', async () => {
    const url = await newUrl();
    const log = await openLog(storeAt(url));
    for (let index = 0; index < 20; index += 1) await log.begin(intentOf(`change-${index}`));
    await places.server.kill();
    const [error, took] = await timed(() => log.end(outcomeOf('change-0')));
    await places.server.run();
    await log.end(outcomeOf('change-1'));
    const found = await entriesOf(log);
    await log.close();
    expect(error).toBeInstanceOf(AuditUnavailableError);
    expect(took).toBeLessThan(DEADLINE);
    expect(found).toHaveLength(20);
    expect(found.filter(({ outcome }) => outcome !== undefined)).toMatchObject([{ changeId: 'change-1' }]);
  });

  test('the log reconnects without an error after the database closes a connection', async () => {
    const url = await newUrl();
    const log = await openLog(storeAt(url));
    for (let index = 0; index < 10; index += 1) {
      await log.begin(intentOf(`change-${index}`));
      await places.server.query(
        'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
        url,
      );
    }
    const found = await entriesOf(log);
    await log.close();
    expect(found).toHaveLength(10);
  });

  test('a statement times out when the database does not complete it', async () => {
    const url = await newUrl();
    const log = await openLog(storeAt(url));
    const [error, took] = await withClient(url, async (client) => {
      await client.query('BEGIN; LOCK TABLE audit_log IN ACCESS EXCLUSIVE MODE');
      return timed(() => log.begin(intentOf('a')));
    });
    await log.begin(intentOf('b'));
    const found = await entriesOf(log);
    await log.close();
    expect(error).toBeInstanceOf(AuditUnavailableError);
    expect(took).toBeLessThan(DEADLINE);
    expect(found.map(({ changeId }) => changeId)).toEqual(['b']);
  });

  test('the log verifies a write whose response is lost, and the entry exists once', async () => {
    const url = new URL(await newUrl());
    const relay = await startRelay(Number(url.port));
    url.port = String(relay.port);
    const log = await openLog(storeAt(url.href));
    await log.begin(intentOf('a'));
    relay.dropNextResponse();
    await log.begin(intentOf('b'));
    relay.dropNextResponse();
    await log.end(outcomeOf('b'));
    const found = await entriesOf(log);
    await log.close();
    relay.close();
    expect(found).toMatchObject([
      { changeId: 'b', outcome: 'APPLIED' },
      { changeId: 'a', outcome: undefined },
    ]);
  });

  test('a write times out when the network hangs', async () => {
    const url = new URL(await newUrl());
    const relay = await startRelay(Number(url.port));
    url.port = String(relay.port);
    const log = await openLog(storeAt(url.href));
    await log.begin(intentOf('a'));
    relay.hang();
    const [error, took] = await timed(() => log.begin(intentOf('b')));
    await log.close();
    relay.close();
    expect(error).toBeInstanceOf(AuditUnavailableError);
    expect(took).toBeLessThan(DEADLINE);
  });

  test.each([
    ['the network to the database hangs', true],
    ['the history waits for the hanging network', false],
  ])('the gateway exits on SIGTERM although %s', async (_, isIdle) => {
    const url = new URL(await newUrl());
    const relay = await startRelay(Number(url.port));
    url.port = String(relay.port);
    const program = runProgram('main.js', { PORT: '0', DATABASE_URL: url.href });
    const [, endpoint = ''] = await program.printed(/listens at (http:\S+)/);
    if (isIdle) await (await fetch(`${endpoint}?query={auditTrail{nodes{changeId}}}`)).json();
    relay.hang();
    program.kill('SIGTERM');
    const [code, took] = await timed(() =>
      Promise.race([program.exit(), delay(DEADLINE, 'still there', { ref: false })]),
    );
    program.kill('SIGKILL');
    relay.close();
    expect(code).toBe(0);
    expect(took).toBeLessThan(DEADLINE);
  });

  test('a database user with only SELECT and INSERT is sufficient once the tables exist', async () => {
    const url = await newUrl();
    await (await openLog(storeAt(url))).close();
    await places.server.query(
      'CREATE ROLE writer LOGIN; GRANT SELECT, INSERT ON audit_log, audit_trail TO writer; GRANT SELECT ON audit_migrations TO writer',
      url,
    );
    const log = await openLog(storeAt(url.replace('postgres@', 'writer@')));
    await log.begin(intentOf('a'));
    await log.end(outcomeOf('a'));
    const found = await entriesOf(log);
    await log.close();
    expect(found).toMatchObject([{ changeId: 'a', outcome: 'APPLIED' }]);
  });

  test('a commit waits for the disk, even if the database sets synchronous_commit to off', async () => {
    const url = await newUrl();
    const { pathname } = new URL(url);
    await places.server.query(`ALTER DATABASE ${pathname.slice(1)} SET synchronous_commit = off`);
    const database = await PostgresDatabase.open([AUDIT_MODULE], url, pino({ level: 'silent' }));
    const setting = await database.run({ text: 'SHOW synchronous_commit', values: [] });
    await database.close();
    expect(setting).toEqual([{ synchronous_commit: 'on' }]);
  });

  test('a pool whose connections are all busy fails as GATEWAY_EXHAUSTED, and the check of the database passes', async () => {
    const database = await PostgresDatabase.open([AUDIT_MODULE], await newUrl(), pino({ level: 'silent' }));
    // Ten run at once, and the last ones wait longer for a connection than a statement may.
    const sleeps = Array.from({ length: 40 }, () =>
      database.run({ text: 'SELECT 1 FROM pg_sleep(1.5)', values: [] }).catch((error: unknown) => error),
    );
    const start = performance.now();
    await database.check(AUDIT_CHECK, 'ROW');
    expect(performance.now() - start).toBeLessThan(1_500);
    const last = (await Promise.all(sleeps)).at(-1);
    expect(last).toMatchObject({ failure: 'GATEWAY_EXHAUSTED' });
    await database.close();
  });

  test('a server that is killed during a check fails the check, and not the process', async () => {
    const database = await PostgresDatabase.open([], await newUrl(), pino({ level: 'silent' }));
    const slow = { ...AUDIT_CHECK, statements: [{ text: 'SELECT pg_sleep(1.5)', values: [] }] };
    const check = database.check(slow, 'NOTHING').catch((error: unknown) => error);
    await delay(300);
    await places.server.kill();
    expect(await check).toBeInstanceOf(StoreError);
    await places.server.run();
    await database.close();
  });

  test('the gateway does not start with an unusable database, and the error does not contain the password', async () => {
    const unreachable = `postgres://audit:hunter2@127.0.0.1:${await freePort()}/audit`;
    const missing = places.server.url('there_is_none', 'postgres:hunter2');
    const unknownUser = places.server.url('postgres', 'nobody_we_know:hunter2');
    const noTls = `${places.server.url('postgres', 'postgres:hunter2')}?sslmode=verify-full`;
    const noName = 'postgres://audit:hunter2@nowhere.invalid/audit';
    const errors = await Promise.all(
      [unreachable, missing, unknownUser, noTls, noName].map((url) =>
        openLog(storeAt(url)).catch((reason: unknown) => reason),
      ),
    );
    for (const error of errors) expect(error).toBeInstanceOf(DatabaseStartError);
    expect(errors.map(String)).toEqual(
      [
        '(ECONNREFUSED): make it reachable.',
        '(3D000): create the database, or name another one.',
        '(28000): name a user who may log in.',
        '(NOT_TLS): it does not use TLS; turn TLS on there, or change sslmode.',
        '(ENOTFOUND): its host name does not resolve; correct it.',
      ].map((end) => `Error: DATABASE_URL names a database that cannot be used ${end}`),
    );
  });

  test.each([
    [
      'is read-only, like a replica',
      'ALTER DATABASE %d SET default_transaction_read_only = on',
      '(25006): it is read-only, like a replica; name the primary.',
    ],
    [
      'lets the user only read',
      'REVOKE INSERT ON audit_log FROM restricted',
      '(42501): grant its user the right to create tables, or create them beforehand and grant SELECT and INSERT on them.',
    ],
    [
      'lets the user only write',
      'REVOKE SELECT ON audit_trail FROM restricted',
      '(42501): grant its user the right to create tables, or create them beforehand and grant SELECT and INSERT on them.',
    ],
  ])('the gateway does not start when the database has the tables and %s', async (_name, change, end) => {
    const url = await newUrl();
    await (await openLog(storeAt(url))).close();
    await places.server.query(
      `DO $$ BEGIN CREATE ROLE restricted LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
       GRANT SELECT, INSERT ON audit_log, audit_trail TO restricted; GRANT SELECT ON audit_migrations TO restricted`,
      url,
    );
    const restricted = url.replace('postgres@', 'restricted@');
    await (await openLog(storeAt(restricted))).close();
    await places.server.query(change.replace('%d', new URL(url).pathname.slice(1)), url);
    const error = await openLog(storeAt(restricted)).catch((reason: unknown) => reason);
    expect(String(error)).toBe(`Error: DATABASE_URL names a database that cannot be used ${end}`);
  });

  test('the audit log is unavailable while the disk of the database is full, and a check without a change finds out', async () => {
    const url = await newUrl();
    const log = await openLog(storeAt(url));
    await places.server.query(
      `CREATE FUNCTION disk_full() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'secret' USING ERRCODE = '53100'; END $$;
       CREATE TRIGGER disk_full BEFORE INSERT ON audit_log FOR EACH ROW EXECUTE FUNCTION disk_full()`,
      url,
    );
    expect(await log.check()).toBe('DISK_FULL');
    await expect(log.begin(intentOf('a'))).rejects.toThrow(AuditUnavailableError);
    expect(await log.check()).toBe('DISK_FULL');
    await places.server.query('DROP TRIGGER disk_full ON audit_log', url);
    expect(await log.check()).toBeUndefined();
    await log.begin(intentOf('b'));
    expect(await log.check()).toBeUndefined();
    // Checks leave no entry, and no gap between the positions.
    const [{ position } = { position: '' }] = await entriesOf(log);
    expect(position).toBe('2');
    await log.close();
  });
});
