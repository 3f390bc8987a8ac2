/** A store in a SQLite file that one gateway uses exclusively, or in memory. */
import { existsSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Database } from 'node-sqlite3-wasm';
import { lock } from 'proper-lockfile';
import { StartError } from '../../domain/errors';
import { laterVersionError, type SqlDatabase, type SqlRow, type SqlStore, type Statement } from './database';

const IN_MEMORY = ':memory:';

/** A killed gateway cannot release its lock. The next one waits until the lock has not been renewed for this long. */
const LOCK_STALE_MS = 4_000;
const LOCK_RENEWAL_MS = 1_000;
const LOCK_TIMEOUT_MS = 5_000;
const LOCK_RETRY_MS = 250;

export class SqliteDatabase implements SqlDatabase {
  private constructor(
    private readonly database: Database,
    private readonly fileLock: FileLock,
  ) {}

  /** Throws StartError when the file cannot be used, or is used by another gateway. */
  static async open(store: SqlStore, file: string): Promise<SqliteDatabase> {
    const setting = `${store.fileVariable} ${file}`;
    const fileLock =
      file === IN_MEMORY ? new FileLock() : await FileLock.acquire(store, resolve(file), setting);
    try {
      return new SqliteDatabase(openFile(store, file, setting), fileLock);
    } catch (error) {
      await fileLock.release();
      throw error instanceof StartError ? error : cannotOpenError(store, setting);
    }
  }

  run({ text, values }: Statement): Promise<readonly SqlRow[]> {
    return new Promise((fulfill) => {
      if (this.fileLock.lost) throw new Error('Another gateway took over the lock on the file.');
      fulfill(this.database.all(text, [...values]));
    });
  }

  close(): Promise<void> {
    // Closing after the lock is lost would write to the file and remove the lock of the gateway that holds it now.
    if (!this.fileLock.lost) this.database.close();
    return this.fileLock.release();
  }
}

/** The exclusive lock on the file, renewed while the process runs. Node.js has no lock that the operating system releases when the process ends. */
class FileLock {
  lost = false;
  private unlock: (() => Promise<void>) | undefined;

  /** Waits for the lock of a killed gateway to become stale. Throws StartError when the file stays locked. */
  static async acquire(store: SqlStore, path: string, setting: string): Promise<FileLock> {
    const fileLock = new FileLock();
    const end = Date.now() + LOCK_TIMEOUT_MS;
    while (fileLock.unlock === undefined) {
      try {
        fileLock.unlock = await fileLock.tryAcquire(path);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ELOCKED') throw cannotOpenError(store, setting);
        if (Date.now() > end) throw inUseError(store, setting);
        await delay(LOCK_RETRY_MS);
      }
    }
    // The lock of the SQLite library, orphaned by a killed gateway: no other process uses the file now.
    if (existsSync(`${path}.lock`)) rmSync(`${path}.lock`, { recursive: true });
    return fileLock;
  }

  private tryAcquire(path: string): Promise<() => Promise<void>> {
    return lock(path, {
      lockfilePath: `${path}.owner`,
      realpath: false,
      stale: LOCK_STALE_MS,
      update: LOCK_RENEWAL_MS,
      onCompromised: () => {
        this.lost = true;
      },
    });
  }

  async release(): Promise<void> {
    if (!this.lost) await this.unlock?.();
  }
}

function cannotOpenError({ startError }: SqlStore, setting: string): StartError {
  return startError(
    `${setting} cannot be opened: name a file in a writable folder that no other program uses.`,
  );
}

function inUseError({ startError, urlVariable }: SqlStore, setting: string): StartError {
  return startError(
    `${setting} is in use by another gateway: give each gateway its own file, or give all of them the same ${urlVariable}.`,
  );
}

function openFile(store: SqlStore, file: string, setting: string): Database {
  const database = new Database(file);
  try {
    // The library never rolls back a rollback journal, because it mistakes its own lock for that of another process.
    // It recovers a write-ahead log without a lock. Without shared memory, that log needs exclusive locking mode.
    database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
    database.exec('PRAGMA foreign_keys = ON');
    migrate(store, database, setting);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function migrate(store: SqlStore, database: Database, setting: string): void {
  const { sqliteMigrations } = store;
  const row = database.get('PRAGMA user_version') as { user_version: number };
  if (row.user_version > sqliteMigrations.length) throw laterVersionError(store, setting);
  for (const [index, migration] of sqliteMigrations.entries()) {
    if (index < row.user_version) continue;
    database.exec(`BEGIN; ${migration} PRAGMA user_version = ${index + 1}; COMMIT`);
  }
}
