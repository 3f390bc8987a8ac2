// Files of earlier versions, which hold only an audit trail and its version in user_version.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database } from 'node-sqlite3-wasm';
import { SQLITE_MIGRATIONS } from '../../src/audit/migrations';
import { AUDIT_MODULE } from '../../src/audit/module';
import { DatabaseStartError } from '../../src/storage/sql/database';
import { SqliteDatabase } from '../../src/storage/sql/sqlite';
import { entriesOf, intentOf } from '../support/audit-records';
import { openLog } from '../support/audit-stores';
import { endWithFile } from '../support/cleanup';

const folder = mkdtempSync(join(tmpdir(), 'secops-graph-'));
endWithFile(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** The name of the column for the input, by version. */
const INPUT_COLUMNS = { 1: 'asked', 2: 'input', 3: 'input', 4: 'input' } as const;

/** Runs SQL as another program would, without the code under test. */
function withFile<Result>(file: string, work: (database: Database) => Result): Result {
  const database = new Database(file);
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE');
    return work(database);
  } finally {
    database.close();
  }
}

test.each([1, 2, 3, 4] as const)('keeps the entries of a file of version %i', async (version) => {
  const file = join(folder, `version-${version}.sqlite`);
  withFile(file, (database) => {
    for (const migration of SQLITE_MIGRATIONS.slice(0, version)) database.exec(migration);
    database.exec(`PRAGMA user_version = ${version};
      INSERT INTO audit_log (intent_of, time, actor, mutation, ${INPUT_COLUMNS[version]})
      VALUES ('earlier', '2026-01-01T00:00:00.000Z', 'ann', 'tagResource', '{}')`);
  });
  for (let opened = 0; opened < 2; opened += 1) {
    const log = await openLog({ databaseUrl: undefined, databaseFile: file });
    await log.begin(intentOf(`later-${opened}`));
    const changeIds = (await entriesOf(log)).map(({ changeId }) => changeId);
    await log.close();
    expect(changeIds).toContain('earlier');
    expect(changeIds).toHaveLength(2 + opened);
  }
  const versions = withFile(file, (database) => database.all('SELECT version FROM audit_migrations'));
  expect(versions).toEqual([{ version: 1 }, { version: 2 }, { version: 3 }, { version: 4 }]);
  // Earlier versions of the gateway reject a file whose user_version is greater than 4.
  expect(withFile(file, (database) => database.get('PRAGMA user_version'))).toEqual({ user_version: 1_000 });
});

test.each([5, 1_001])('rejects a file whose user_version is %i, and does not change it', async (version) => {
  const file = join(folder, `unknown-${version}.sqlite`);
  withFile(file, (database) => {
    database.exec(`PRAGMA user_version = ${version}`);
  });
  const error = await openLog({ databaseUrl: undefined, databaseFile: file }).catch(
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(DatabaseStartError);
  expect(String(error)).toContain('holds the audit trail of a later version of secops-graph');
  const tables = withFile(file, (database) => database.all('SELECT name FROM sqlite_schema'));
  expect(tables).toEqual([]);
});

test('migrates no module when another one is of a later version', async () => {
  const file = join(folder, 'later-module.sqlite');
  withFile(file, (database) => {
    for (const migration of SQLITE_MIGRATIONS.slice(0, 3)) database.exec(migration);
    database.exec(`PRAGMA user_version = 3;
      CREATE TABLE note_migrations (version INTEGER PRIMARY KEY);
      INSERT INTO note_migrations VALUES (7)`);
  });
  const notes = {
    content: 'notes',
    migrationsTable: 'note_migrations',
    sqliteMigrations: [],
    postgresMigrations: [],
    startChecks: [],
  };
  await expect(SqliteDatabase.open([AUDIT_MODULE, notes], file)).rejects.toThrow(
    'holds the notes of a later version of secops-graph',
  );
  expect(withFile(file, (database) => database.get('PRAGMA user_version'))).toEqual({ user_version: 3 });
});
