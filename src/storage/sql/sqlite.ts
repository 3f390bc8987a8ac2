/** A store in a SQLite file that one gateway uses exclusively, or in memory. */
import { resolve } from 'node:path';
import { Database } from 'node-sqlite3-wasm';
import { StartError } from '../../domain/errors';
import {
  laterVersionError,
  StoreError,
  type ProbeSize,
  type SqlDatabase,
  type SqlRow,
  type SqlStore,
  type Statement,
} from './database';
import { FileLock } from './file-lock';
import { closeWithoutWriting } from './sqlite-close';
import { adviceFor, classifySqliteError, fileIdentity } from './sqlite-failure';

const IN_MEMORY = ':memory:';

/** The open file. It is replaced when the gateway lost its lock and got it back. */
interface OpenFile {
  readonly database: Database;
  readonly lock: FileLock;
  /** Undefined in memory. */
  readonly identity: string | undefined;
}

export class SqliteDatabase implements SqlDatabase {
  private reopening: Promise<void> | undefined;
  private isClosing = false;

  private constructor(
    private readonly store: SqlStore,
    private readonly path: string | undefined,
    private readonly setting: string,
    private open: OpenFile,
  ) {}

  /** Throws StartError when the file cannot be used, or is used by another gateway. */
  static async open(store: SqlStore, file: string): Promise<SqliteDatabase> {
    const setting = `${store.fileVariable} ${file}`;
    const path = file === IN_MEMORY ? undefined : resolve(file);
    try {
      const open = await openFile(store, path, setting);
      return new SqliteDatabase(store, path, setting, open);
    } catch (error) {
      if (error instanceof StartError) throw error;
      throw unusableError(store, setting, error, path);
    }
  }

  run(statement: Statement): Promise<readonly SqlRow[]> {
    return new Promise((fulfill, reject) => {
      try {
        fulfill(this.execute(statement));
      } catch (error) {
        reject(this.toStoreError(error));
      }
    });
  }

  async check(size: ProbeSize): Promise<void> {
    const { checks, sqliteProbe } = this.store;
    if (this.open.lock.loss !== undefined && !this.isClosing) await this.takeBack();
    for (const statement of [...checks, ...(size === 'NOTHING' ? [] : [sqliteProbe])])
      await this.run(statement);
  }

  async close(): Promise<void> {
    this.isClosing = true;
    await this.reopening?.catch(() => undefined);
    const { database, lock } = this.open;
    if (lock.loss === undefined) database.close();
    else closeWithoutWriting(database);
    await lock.release();
  }

  private execute({ text, values }: Statement): readonly SqlRow[] {
    const { database, lock } = this.open;
    this.requireSameFile();
    const { loss } = lock;
    if (loss === undefined) return database.all(text, [...values]);
    if (classifySqliteError(loss, this.path) === 'IN_USE') throw loss;
    // No gateway has changed the file since the lock could not be renewed.
    database.exec('PRAGMA query_only = ON');
    try {
      return database.all(text, [...values]);
    } catch (error) {
      throw classifySqliteError(error, this.path) === 'READ_ONLY' ? loss : error;
    }
  }

  /** A row in a file that was deleted or replaced would be lost, although it was acknowledged. */
  private requireSameFile(): void {
    if (this.path !== undefined && fileIdentity(this.path) !== this.open.identity) {
      throw new StoreError('FILE_REPLACED', undefined);
    }
  }

  private async takeBack(): Promise<void> {
    this.reopening ??= this.reopen().finally(() => {
      this.reopening = undefined;
    });
    await this.reopening;
  }

  /** Takes back a lock that no other gateway holds, and reads the file anew. */
  private async reopen(): Promise<void> {
    const { path, open } = this;
    if (path === undefined) return;
    try {
      fileIdentity(path);
      this.open = await openFile(this.store, path, this.setting, 0);
    } catch (error) {
      // A lock that could not be renewed for a short time still counts as taken.
      const isLocked = classifySqliteError(error, path) === 'IN_USE';
      throw this.toStoreError(isLocked ? (open.lock.loss ?? error) : error);
    }
    closeWithoutWriting(open.database);
  }

  private toStoreError(error: unknown): StoreError {
    if (error instanceof StoreError) return error;
    const { code } = error as NodeJS.ErrnoException;
    return new StoreError(classifySqliteError(error, this.path), code);
  }
}

/** @param lockTimeoutMs how long to wait for the lock of another process. */
async function openFile(
  store: SqlStore,
  path: string | undefined,
  setting: string,
  lockTimeoutMs?: number,
): Promise<OpenFile> {
  const lock = path === undefined ? new FileLock() : await FileLock.acquire(path, lockTimeoutMs);
  try {
    const database = openDatabase(store, path ?? IN_MEMORY, setting);
    return { database, lock, identity: path === undefined ? undefined : fileIdentity(path) };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

function unusableError(
  { startError, urlVariable }: SqlStore,
  setting: string,
  error: unknown,
  path: string | undefined,
): StartError {
  const failure = classifySqliteError(error, path);
  return startError(
    failure === 'IN_USE'
      ? `${setting} is in use by another gateway: give each gateway its own file, or give all of them the same ${urlVariable}.`
      : `${setting} cannot be opened: ${adviceFor(failure)} (${failure}).`,
  );
}

function openDatabase(store: SqlStore, file: string, setting: string): Database {
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
