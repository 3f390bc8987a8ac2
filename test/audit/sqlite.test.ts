// The audit log in a SQLite file: durability after SIGKILL, ownership by one process, and unusable files.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Database } from 'node-sqlite3-wasm';
import { DatabaseStartError } from '../../src/storage/sql/database';
import { AuditUnavailableError } from '../../src/domain/errors';
import { entriesOf, intentOf, outcomeOf } from '../support/audit-records';
import { openLog } from '../support/audit-stores';
import { supervise } from '../support/supervise';

const folder = mkdtempSync(join(tmpdir(), 'secops-graph-'));
const WRITER = join(__dirname, '../support/audit-writer.mjs');
const ROUNDS = 2;
/** The number of the write to the disk after which a writer is killed; a record takes about forty writes. */
const WRITES = Array.from({ length: 14 }, (_each, index) => 1 + index * 3);

afterAll(() => {
  rmSync(folder, { recursive: true });
});

const storeIn = (name: string) => ({ databaseUrl: undefined, databaseFile: join(folder, name) });

function startWriter(file: string, first: number, ...lastWrite: number[]): ChildProcess {
  const numbers = [first, ...lastWrite].map(String);
  return supervise(
    spawn(process.execPath, [WRITER, file, ...numbers], { stdio: ['ignore', 'pipe', 'inherit'] }),
  );
}

/** Waits for the writer's end, and kills it after three records and so many milliseconds when they are given. */
async function lastAcknowledged(writer: ChildProcess, milliseconds?: number): Promise<number> {
  let printed = '';
  const ended = once(writer, 'close');
  writer.stdout?.setEncoding('utf8').on('data', (text: string) => (printed += text));
  if (milliseconds !== undefined) {
    while (printed.split('\n').length <= 3) await delay(10);
    await delay(milliseconds);
    writer.kill('SIGKILL');
  }
  await ended;
  return Number(printed.trim().split('\n').at(-1));
}

const numbered = (count: number) => Array.from({ length: count }, (_each, number) => `change-${number}`);

/** The result of SQLite's integrity integrityOf of a file. */
function integrityOf(file: string): unknown {
  const database = new Database(file);
  database.exec('PRAGMA locking_mode = EXCLUSIVE');
  const found = database.get('PRAGMA integrity_check');
  database.close();
  return found;
}

test.concurrent('what was acknowledged is there after SIGKILL, and writing goes on', async () => {
  const store = storeIn('killed.sqlite');
  let first = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const last = await lastAcknowledged(startWriter(store.databaseFile, first), 100 + round * 37);
    const log = await openLog(store);
    const [newest] = (await log.find({}, { first: 1 })).entries;
    const entries = await entriesOf(log, { ended: true });
    const acknowledged = new Set(entries.map(({ changeId }) => changeId));
    const lost = numbered(last + 1).filter((changeId) => !acknowledged.has(changeId));
    // An intent that was not acknowledged to the end may stand without its outcome.
    const open = await entriesOf(log, { ended: false });
    for (const { changeId } of open) await log.end(outcomeOf(changeId, { outcome: 'UNKNOWN' }));
    await log.close();
    expect(last).toBeGreaterThan(first);
    expect(lost).toEqual([]);
    expect(open.length).toBeLessThan(2);
    first = Number(newest?.changeId.slice('change-'.length)) + 1;
  }
});

test.concurrent.each(WRITES)(
  'a commit interrupted at write %i to the disk leaves an intact file',
  async (write) => {
    const store = storeIn(`cut-${write}.sqlite`);
    const writer = startWriter(store.databaseFile, 0, write);
    const last = await lastAcknowledged(writer);
    // The writer is dead, so the test need not wait until its claim expires.
    rmdirSync(`${store.databaseFile}.owner`);
    const log = await openLog(store);
    const finished = await entriesOf(log, { ended: true });
    await log.begin(intentOf('later'));
    await log.close();
    expect(finished.map(({ changeId }) => changeId)).toEqual(expect.arrayContaining(numbered(last + 1)));
    expect(integrityOf(store.databaseFile)).toEqual({ integrity_check: 'ok' });
  },
);

test.concurrent('a second gateway on the same file does not start, the first keeps writing', async () => {
  const store = storeIn('shared.sqlite');
  const log = await openLog(store);
  await log.begin(intentOf('a'));
  const error = await openLog(store).catch((reason: unknown) => reason);
  await log.end(outcomeOf('a'));
  const found = await entriesOf(log);
  await log.close();
  expect(error).toBeInstanceOf(DatabaseStartError);
  expect((error as Error).message).toBe(
    `DATABASE_FILE ${store.databaseFile} is in use by another gateway: give each gateway its own file, or give all of them the same DATABASE_URL.`,
  );
  expect(found).toMatchObject([{ changeId: 'a', outcome: 'APPLIED' }]);
});

test.concurrent('a gateway stops writing after another gateway has claimed its file', async () => {
  const store = storeIn('taken.sqlite');
  const log = await openLog(store);
  rmdirSync(`${store.databaseFile}.owner`);
  let error: unknown;
  for (let number = 0; error === undefined && number < 100; number += 1) {
    await delay(100);
    error = await log.begin(intentOf(`change-${number}`)).catch((reason: unknown) => reason);
  }
  await log.close();
  expect(error).toBeInstanceOf(AuditUnavailableError);
});

test.each([
  ['nowhere/audit.sqlite', 'name a file in a writable folder that no other program uses (FILE_MISSING).'],
  [
    'no-database.sqlite',
    'it is damaged or no SQLite file; restore it from a backup, or name another file (DAMAGED).',
  ],
  ['.', 'name a file in a writable folder that no other program uses (OTHER).'],
])('the log rejects %s, which cannot be opened', async (name, end) => {
  writeFileSync(join(folder, 'no-database.sqlite'), 'This is a letter, and no database at all. '.repeat(100));
  const error = await openLog(storeIn(name)).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(DatabaseStartError);
  expect((error as Error).message).toBe(`DATABASE_FILE ${join(folder, name)} cannot be opened: ${end}`);
});
