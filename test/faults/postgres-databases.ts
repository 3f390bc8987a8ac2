// A PostgreSQL server for suites of faults, with a database and a user for every fault.
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { PostgresServer } from '../support/postgres';
import { startRelay } from '../support/relay';
import type { FaultyStore } from './health-fault';

let started: PostgresServer | undefined;
let count = 0;

/** An empty database with the tables of the trail, and a user with the least rights. */
export async function newDatabase(place = '') {
  count += 1;
  const [database, user] = [`trail_${count}`, `gateway_${count}`];
  await server().query(`CREATE DATABASE ${database} ${place}`);
  await server().query(`CREATE ROLE ${user} LOGIN PASSWORD 'hunter2'`);
  const url = server().url(database, `${user}:hunter2`);
  await server().query(
    `GRANT ALL ON DATABASE ${database} TO ${user}; GRANT ALL ON SCHEMA public TO ${user}`,
    server().url(database),
  );
  const owner = (sql: string) => server().query(sql, server().url(database));
  /** Closes the connections of the gateway: a new one meets the fault. */
  const disconnect = () =>
    server().query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '${user}'`);
  return { database, user, url, owner, disconnect };
}

type TestDatabase = Awaited<ReturnType<typeof newDatabase>>;

/** A fault that SQL begins and ends. */
export function bySql(
  begin: (database: TestDatabase) => readonly string[],
  end: (database: TestDatabase) => readonly string[],
): () => Promise<FaultyStore> {
  return async () => {
    const database = await newDatabase();
    const run = async (statements: readonly string[]) => {
      for (const statement of statements) await server().query(statement);
      await database.disconnect();
    };
    return {
      config: { databaseUrl: database.url },
      begin: () => run(begin(database)),
      end: () => run(end(database)),
    };
  };
}

/** A fault inside the database of the trail. */
export function inDatabase(begin: string, end: string): () => Promise<FaultyStore> {
  return async () => {
    const { url, owner } = await newDatabase();
    return { config: { databaseUrl: url }, begin: () => owner(begin), end: () => owner(end) };
  };
}

export async function dataFolder(): Promise<string> {
  const [row] = await server().query('SHOW data_directory');
  return String(row?.data_directory);
}

/** Starts the server of the file. Its users need a password, except for its owner. */
export async function startServer(): Promise<void> {
  started = await PostgresServer.start();
  const rules = 'host all postgres 127.0.0.1/32 trust\nhost all all 127.0.0.1/32 scram-sha-256\n';
  writeFileSync(join(await dataFolder(), 'pg_hba.conf'), rules);
  await started.query('SELECT pg_reload_conf()');
}

/** The server of the file. */
export function server(): PostgresServer {
  if (started === undefined) throw new Error('The server has not started.');
  return started;
}

/** Rejects every connection like a server that starts. */
export async function rejectAsStarting(port: number): Promise<Server> {
  const fields = Buffer.from('SFATAL\0VFATAL\0C57P03\0Mthe database system is starting up\0\0');
  const header = Buffer.alloc(5);
  header.write('E');
  header.writeInt32BE(fields.length + 4, 1);
  const fake = createServer((socket) => {
    socket.on('error', () => undefined).once('data', () => socket.end(Buffer.concat([header, fields])));
  }).listen(port, '127.0.0.1');
  await once(fake, 'listening');
  return fake;
}

/** A database behind a relay. */
export async function newRelayedDatabase() {
  const url = new URL((await newDatabase()).url);
  const relay = await startRelay(Number(url.port));
  url.port = String(relay.port);
  return { url, relay };
}
