/** The audit database in a SQLite file that one gateway uses exclusively, or in memory. */
import { existsSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Database } from 'node-sqlite3-wasm';
import { lock } from 'proper-lockfile';
import {
  AuditStartError,
  laterVersionError,
  type AuditDatabase,
  type SqlRow,
  type Statement,
} from './database';
import { SQLITE_MIGRATIONS } from '../../audit/migrations';

const IN_MEMORY = ':memory:';

/** A killed gateway cannot release its lock. The next one waits until the lock has not been renewed for this long. */
const LOCK_STALE_MS = 4_000;
const LOCK_RENEWAL_MS = 1_000;
const LOCK_TIMEOUT_MS = 5_000;
const LOCK_RETRY_MS = 250;

export class SqliteDatabase implements AuditDatabase {
  private constructor(
    private readonly database: Database,
    private readonly fileLock: FileLock,
  ) {}

  /** Throws AuditStartError when the file cannot be used, or is used by another gateway. */
  static async open(file: string): Promise<SqliteDatabase> {
    const setting = `AUDIT_FILE ${file}`;
    const fileLock = file === IN_MEMORY ? new FileLock() : await FileLock.acquire(resolve(file), setting);
    try {
      return new SqliteDatabase(openFile(file, setting), fileLock);
    } catch (error) {
      await fileLock.release();
      throw error instanceof AuditStartError ? error : cannotOpenError(setting);
    }
  }

  run({ text, values }: Statement): Promise<readonly SqlRow[]> {
    return new Promise((fulfill) => {
      if (this.fileLock.lost) throw new Error('Another gateway took over the lock on the audit file.');
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

  /** Waits for the lock of a killed gateway to become stale. Throws AuditStartError when the file stays locked. */
  static async acquire(path: string, setting: string): Promise<FileLock> {
    const fileLock = new FileLock();
    const end = Date.now() + LOCK_TIMEOUT_MS;
    while (fileLock.unlock === undefined) {
      try {
        fileLock.unlock = await fileLock.tryAcquire(path);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ELOCKED') throw cannotOpenError(setting);
        if (Date.now() > end) throw inUseError(setting);
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

function cannotOpenError(setting: string): AuditStartError {
  return new AuditStartError(
    `${setting} cannot be opened: name a file in a writable folder that no other program uses.`,
  );
}

function inUseError(setting: string): AuditStartError {
  return new AuditStartError(
    `${setting} is in use by another gateway: give each gateway its own file, or give all of them the same AUDIT_DATABASE_URL.`,
  );
}

function openFile(file: string, setting: string): Database {
  const database = new Database(file);
  try {
    // The library never rolls back a rollback journal, because it mistakes its own lock for that of another process.
    // It recovers a write-ahead log without a lock. Without shared memory, that log needs exclusive locking mode.
    database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
    database.exec('PRAGMA foreign_keys = ON');
    migrate(database, setting);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function migrate(database: Database, setting: string): void {
  const row = database.get('PRAGMA user_version') as { user_version: number };
  if (row.user_version > SQLITE_MIGRATIONS.length) throw laterVersionError(setting);
  for (const [index, migration] of SQLITE_MIGRATIONS.entries()) {
    if (index < row.user_version) continue;
    database.exec(`BEGIN; ${migration} PRAGMA user_version = ${index + 1}; COMMIT`);
  }
}
