// A SQLite file whose lock the gateway loses: the old connection ends without a write, and the lock never outlives the gateway.
import { existsSync, mkdtempSync, readdirSync, readlinkSync, rmdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { AUDIT_CHECK, AUDIT_MODULE } from '../../src/audit/module';
import { SqliteDatabase } from '../../src/storage/sql/sqlite';
import { endWithFile } from '../support/cleanup';

const folder = mkdtempSync(join(tmpdir(), 'secops-graph-'));
endWithFile(() => {
  rmSync(folder, { recursive: true, force: true });
});

const NOTHING = { text: 'SELECT 1', values: [] };
const TABLES = { text: 'SELECT name FROM sqlite_schema ORDER BY name', values: [] };

/** Removes the lock, and waits until the database has noticed. */
async function loseLock(database: SqliteDatabase, file: string): Promise<void> {
  rmdirSync(`${file}.owner`);
  const isOpen = () =>
    database.run(NOTHING).then(
      () => true,
      () => false,
    );
  while (await isOpen()) await delay(50);
}

/** The number of descriptors of the file and its log that this process has open. */
function openDescriptors(file: string): number {
  const targets = readdirSync('/proc/self/fd').map((descriptor) => {
    try {
      return readlinkSync(`/proc/self/fd/${descriptor}`);
    } catch {
      return '';
    }
  });
  return targets.filter((target) => target.startsWith(file)).length;
}

test('a lock that was lost and taken back leaves no descriptor open', async () => {
  const file = join(folder, 'descriptors.sqlite');
  const database = await SqliteDatabase.open([AUDIT_MODULE], file);
  const before = openDescriptors(file);
  for (let round = 0; round < 2; round += 1) {
    await loseLock(database, file);
    await database.check(AUDIT_CHECK, 'ROW');
  }
  expect(openDescriptors(file)).toBe(before);
  await database.close();
  expect(openDescriptors(file)).toBe(0);
});

test('a gateway that takes its file back keeps the writes of the gateway that had it meanwhile', async () => {
  const file = join(folder, 'shared.sqlite');
  const database = await SqliteDatabase.open([AUDIT_MODULE], file);
  await database.run({ text: 'CREATE TABLE first (id INTEGER)', values: [] });
  await loseLock(database, file);
  const other = await SqliteDatabase.open([AUDIT_MODULE], file);
  await other.run({ text: 'CREATE TABLE second (id INTEGER)', values: [] });
  await other.close();
  await database.check(AUDIT_CHECK, 'ROW');
  const names = (await database.run(TABLES)).map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['first', 'second']));
  await database.close();
  const again = await SqliteDatabase.open([AUDIT_MODULE], file);
  expect((await again.run(TABLES)).map(({ name }) => name)).toEqual(names);
  expect(await again.run({ text: 'PRAGMA integrity_check', values: [] })).toEqual([
    { integrity_check: 'ok' },
  ]);
  await again.close();
});

test('a gateway that stops while it takes its lock back releases the lock', async () => {
  const file = join(folder, 'stopping.sqlite');
  const database = await SqliteDatabase.open([AUDIT_MODULE], file);
  await loseLock(database, file);
  const check = database.check(AUDIT_CHECK, 'NOTHING').catch(() => undefined);
  await database.close();
  await check;
  expect(existsSync(`${file}.owner`)).toBe(false);
  expect(openDescriptors(file)).toBe(0);
});
