/** The migrations of the modules in a SQLite file. */
import type { Database } from 'node-sqlite3-wasm';
import { laterVersionError, type SqlModule } from './database';

/**
 * Earlier versions of the gateway kept only the audit trail in a file, and its version in `user_version`. They reject a
 * file with a larger number than their own version as that of a later gateway, and so cannot damage it.
 */
const SEVERAL_MODULES = 1_000;
/** The last version of the audit trail in `user_version`, and the table that has its versions since. */
const LAST_VERSION = 4;
const OLDEST = { content: 'audit trail', migrationsTable: 'audit_migrations' };

/** Migrates all modules or none. Throws DatabaseStartError for a file of a later version. */
export function migrateSqlite(database: Database, modules: readonly SqlModule[], setting: string): void {
  database.exec('BEGIN IMMEDIATE');
  keepVersionsInTables(database, setting);
  for (const { content, sqliteMigrations, migrationsTable } of modules) {
    database.exec(`CREATE TABLE IF NOT EXISTS ${migrationsTable} (version INTEGER PRIMARY KEY)`);
    const row = database.get(`SELECT MAX(version) AS version FROM ${migrationsTable}`) as {
      version: number | null;
    };
    const version = row.version ?? 0;
    if (version > sqliteMigrations.length) throw laterVersionError(content, setting);
    for (const [index, migration] of sqliteMigrations.entries()) {
      if (index < version) continue;
      database.exec(`${migration} INSERT INTO ${migrationsTable} VALUES (${index + 1})`);
    }
  }
  database.exec('COMMIT');
}

function keepVersionsInTables(database: Database, setting: string): void {
  const { user_version: version } = database.get('PRAGMA user_version') as { user_version: number };
  if (version === SEVERAL_MODULES) return;
  if (version > LAST_VERSION) throw laterVersionError(OLDEST.content, setting);
  const versions = Array.from({ length: version }, (_each, index) => `(${index + 1})`).join(', ');
  database.exec(`CREATE TABLE ${OLDEST.migrationsTable} (version INTEGER PRIMARY KEY);
    ${version === 0 ? '' : `INSERT INTO ${OLDEST.migrationsTable} VALUES ${versions};`}
    PRAGMA user_version = ${SEVERAL_MODULES}`);
}
