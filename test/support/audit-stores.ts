// The databases that can hold the audit log, with an empty one for every test.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database } from 'node-sqlite3-wasm';
import pino from 'pino';
import type { AuditLog } from '../../src/audit/audit-log';
import { AUDIT_MODULE } from '../../src/audit/module';
import { SqlAuditLog } from '../../src/audit/sql-audit-log';
import { openDatabase, type DatabaseLocation } from '../../src/storage/sql/open';
import { PostgresServer } from './postgres';

/** An empty database or file for one audit log. */
export interface AuditPlace {
  readonly store: DatabaseLocation;
  /** Runs SQL without the code under test. With SQLite, no log may be open meanwhile. */
  sql(text: string): Promise<void>;
}

export interface AuditPlaces {
  newPlace(): Promise<AuditPlace>;
  close(): Promise<void>;
}

/** An audit log in a database of its own. */
export interface OpenAuditLog extends AuditLog {
  close(): Promise<void>;
}

export async function openLog(store: DatabaseLocation): Promise<OpenAuditLog> {
  const logger = pino({ level: 'silent' });
  const database = await openDatabase(store, [AUDIT_MODULE], logger);
  return Object.assign(new SqlAuditLog(database, logger), { close: () => database.close() });
}

export function sqlitePlaces(): AuditPlaces {
  const folder = mkdtempSync(join(tmpdir(), 'secops-graph-'));
  let count = 0;
  return {
    newPlace: () => {
      count += 1;
      const file = join(folder, `${count}.sqlite`);
      const sql = (text: string) =>
        new Promise<void>((resolve) => {
          const database = new Database(file);
          try {
            database.exec('PRAGMA locking_mode = EXCLUSIVE');
            database.exec(text);
            resolve();
          } finally {
            database.close();
          }
        });
      return Promise.resolve({ store: { databaseUrl: undefined, databaseFile: file }, sql });
    },
    close: () => {
      rmSync(folder, { recursive: true });
      return Promise.resolve();
    },
  };
}

export async function postgresPlaces(): Promise<AuditPlaces & { readonly server: PostgresServer }> {
  const server = await PostgresServer.start();
  let count = 0;
  return {
    server,
    newPlace: async () => {
      count += 1;
      const name = `audit_${count}`;
      await server.query(`CREATE DATABASE ${name}`);
      const url = server.url(name);
      return {
        store: { databaseUrl: url, databaseFile: '' },
        sql: async (text) => {
          await server.query(text, url);
        },
      };
    },
    close: () => server.close(),
  };
}
