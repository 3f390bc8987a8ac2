// The audit log in PostgreSQL: several gateways that start at once, and a database that dies, hangs, or trusts little.
import { createServer, connect, type AddressInfo, type Socket } from 'node:net';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import pino from 'pino';
import { AUDIT_STORE, AuditStartError } from '../../src/audit/store';
import { PostgresDatabase } from '../../src/storage/sql/postgres';
import { AuditUnavailableError } from '../../src/domain/errors';
import { intentOf, outcomeOf } from '../support/audit-records';
import { openLog, postgresPlaces } from '../support/audit-stores';
import { freePort } from '../support/free-port';
import { describeWithPostgres, withClient } from '../support/postgres';
import { runProgram } from '../support/program';

/** Milliseconds within which a mutation learns that the database hangs. */
const PATIENCE = 4_000;

const storeAt = (url: string) => ({ auditDatabaseUrl: url, auditFile: '' });

async function timed<Value>(work: () => Promise<Value>): Promise<readonly [result: unknown, took: number]> {
  const start = performance.now();
  const result = await work().catch((reason: unknown) => reason);
  return [result, performance.now() - start];
}

/** Passes bytes on to a port until it is told to hang, or to lose an answer and the connection with it. */
async function startRelay(port: number) {
  const sockets: Socket[] = [];
  let losing = false;
  const server = createServer((socket) => {
    const onward = connect(port, '127.0.0.1');
    sockets.push(socket, onward);
    for (const each of [socket, onward]) each.on('error', () => undefined);
    socket.pipe(onward);
    onward.on('data', (bytes) => {
      if (losing) {
        losing = false;
        socket.destroy();
        onward.destroy();
        return;
      }
      socket.write(bytes);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    loseNextAnswer: () => {
      losing = true;
    },
    hang: () => {
      for (const socket of sockets) socket.unpipe().pause();
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

describeWithPostgres('the audit log on a PostgreSQL that fails')('PostgreSQL', () => {
  let places: Awaited<ReturnType<typeof postgresPlaces>>;

  beforeAll(async () => {
    places = await postgresPlaces();
  });

  afterAll(() => places.close());

  async function newUrl(): Promise<string> {
    return (await places.newPlace()).store.auditDatabaseUrl ?? '';
  }

  test('of gateways that start at once one migrates, and all of them write', async () => {
    const url = await newUrl();
    const logs = await Promise.all(Array.from({ length: 6 }, () => openLog(storeAt(url))));
    await Promise.all(logs.map((log, index) => log.begin(intentOf(`change-${index}`))));
    const found = await logs[0]?.find({}, { first: 10 });
    await Promise.all(logs.map((log) => log.close()));
    expect(found).toHaveLength(6);
    expect(await places.server.query('SELECT version FROM audit_migrations', url)).toEqual([
      { version: 1 },
      { version: 2 },
    ]);
  });

  test('a database that dies is unavailable at once, and written to again when it is back', async () => {
    const url = await newUrl();
    const log = await openLog(storeAt(url));
    for (let index = 0; index < 20; index += 1) await log.begin(intentOf(`change-${index}`));
    await places.server.kill();
    const [error, took] = await timed(() => log.end(outcomeOf('change-0')));
    await places.server.run();
    await log.end(outcomeOf('change-1'));
    const found = await log.find({}, { first: 100 });
    await log.close();
    expect(error).toBeInstanceOf(AuditUnavailableError);
    expect(took).toBeLessThan(PATIENCE);
    expect(found).toHaveLength(20);
    expect(found.filter(({ outcome }) => outcome !== undefined)).toMatchObject([{ changeId: 'change-1' }]);
  });

  test('a connection that was ended behind its back is made anew without a word', async () => {
    const url = await newUrl();
    const log = await openLog(storeAt(url));
    for (let index = 0; index < 10; index += 1) {
      await log.begin(intentOf(`change-${index}`));
      await places.server.query(
        'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
        url,
      );
    }
    const found = await log.find({}, { first: 100 });
    await log.close();
    expect(found).toHaveLength(10);
  });

  test('a statement that hangs in the database is given up', async () => {
    const url = await newUrl();
    const log = await openLog(storeAt(url));
    const [error, took] = await withClient(url, async (client) => {
      await client.query('BEGIN; LOCK TABLE audit_log IN ACCESS EXCLUSIVE MODE');
      return timed(() => log.begin(intentOf('a')));
    });
    await log.begin(intentOf('b'));
    const found = await log.find({}, { first: 5 });
    await log.close();
    expect(error).toBeInstanceOf(AuditUnavailableError);
    expect(took).toBeLessThan(PATIENCE);
    expect(found.map(({ changeId }) => changeId)).toEqual(['b']);
  });

  test('a write whose answer is lost is made sure of, and is there once', async () => {
    const url = new URL(await newUrl());
    const relay = await startRelay(Number(url.port));
    url.port = String(relay.port);
    const log = await openLog(storeAt(url.href));
    await log.begin(intentOf('a'));
    relay.loseNextAnswer();
    await log.begin(intentOf('b'));
    relay.loseNextAnswer();
    await log.end(outcomeOf('b'));
    const found = await log.find({}, { first: 5 });
    await log.close();
    relay.close();
    expect(found).toMatchObject([
      { changeId: 'b', outcome: 'APPLIED' },
      { changeId: 'a', outcome: undefined },
    ]);
  });

  test('a network that hangs is given up', async () => {
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
    expect(took).toBeLessThan(PATIENCE);
  });

  test('a network that hangs does not keep the gateway from ending', async () => {
    const url = new URL(await newUrl());
    const relay = await startRelay(Number(url.port));
    url.port = String(relay.port);
    const program = runProgram('main.js', { PORT: '0', AUDIT_DATABASE_URL: url.href });
    const [, endpoint = ''] = await program.printed(/listens at (http:\S+)/);
    const answer = await fetch(`${endpoint}?query={auditTrail{nodes{changeId}}}`, {
      headers: { 'apollo-require-preflight': 'true' },
    });
    relay.hang();
    program.kill('SIGTERM');
    const [code, took] = await timed(() =>
      Promise.race([program.exit(), delay(PATIENCE, 'still there', { ref: false })]),
    );
    program.kill('SIGKILL');
    relay.close();
    expect(await answer.json()).toEqual({ data: { auditTrail: { nodes: [] } } });
    expect(code).toBe(0);
    expect(took).toBeLessThan(PATIENCE);
  });

  test('a user who may only read and insert is enough once the tables are there', async () => {
    const url = await newUrl();
    await (await openLog(storeAt(url))).close();
    await places.server.query(
      'CREATE ROLE writer LOGIN; GRANT SELECT, INSERT ON audit_log, audit_trail TO writer; GRANT SELECT ON audit_migrations TO writer',
      url,
    );
    const log = await openLog(storeAt(url.replace('postgres@', 'writer@')));
    await log.begin(intentOf('a'));
    await log.end(outcomeOf('a'));
    const found = await log.find({}, { first: 5 });
    await log.close();
    expect(found).toMatchObject([{ changeId: 'a', outcome: 'APPLIED' }]);
  });

  test('a commit waits for the disk, even where the server has it otherwise', async () => {
    const url = await newUrl();
    const { pathname } = new URL(url);
    await places.server.query(`ALTER DATABASE ${pathname.slice(1)} SET synchronous_commit = off`);
    const database = await PostgresDatabase.open(AUDIT_STORE, url, pino({ level: 'silent' }));
    const shown = await database.run({ text: 'SHOW synchronous_commit', values: [] });
    await database.close();
    expect(shown).toEqual([{ synchronous_commit: 'on' }]);
  });

  test('a database that cannot be used stops the start with one line that keeps the password', async () => {
    const nowhere = `postgres://audit:hunter2@127.0.0.1:${await freePort()}/audit`;
    const missing = places.server.url('there_is_none', 'postgres:hunter2');
    const stranger = places.server.url('postgres', 'nobody_we_know:hunter2');
    const errors = await Promise.all(
      [nowhere, missing, stranger].map((url) => openLog(storeAt(url)).catch((reason: unknown) => reason)),
    );
    for (const error of errors) expect(error).toBeInstanceOf(AuditStartError);
    expect(errors.map(String)).toEqual(
      ['ECONNREFUSED', '3D000', '28000'].map(
        (code) =>
          `Error: AUDIT_DATABASE_URL names a database that cannot be used (${code}): make it reachable, and grant its user the right to create tables (or create them beforehand).`,
      ),
    );
  });
});
