/** The database in a SQLite file that one gateway uses exclusively, or in memory. */
import { resolve } from 'node:path';
import { Database } from 'node-sqlite3-wasm';
import {
  DatabaseStartError,
  FILE_VARIABLE,
  StoreError,
  URL_VARIABLE,
  type Listening,
  type ProbeSize,
  type SqlCheck,
  type SqlDatabase,
  type SqlModule,
  type SqlRow,
  type Statement,
  type TransactionOptions,
  type TransactionRows,
} from './database';
import { FileLock } from './file-lock';
import { closeWithoutWriting } from './sqlite-close';
import { adviceFor, classifySqliteError, fileIdentity } from './sqlite-failure';
import { migrateSqlite } from './sqlite-migrations';

const IN_MEMORY = ':memory:';

const BEGIN: Statement = { text: 'BEGIN IMMEDIATE', values: [] };
const COMMIT: Statement = { text: 'COMMIT', values: [] };
const ROLLBACK: Statement = { text: 'ROLLBACK', values: [] };

interface Listener {
  readonly channel: string;
  readonly onNotify: () => void;
}

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
  private readonly listeners = new Set<Listener>();

  private constructor(
    private readonly modules: readonly SqlModule[],
    private readonly path: string | undefined,
    private readonly setting: string,
    private open: OpenFile,
  ) {}

  /** Throws DatabaseStartError when the file cannot be used, or is used by another gateway. */
  static async open(modules: readonly SqlModule[], file: string): Promise<SqliteDatabase> {
    const setting = `${FILE_VARIABLE} ${file}`;
    const path = file === IN_MEMORY ? undefined : resolve(file);
    try {
      const open = await openFile(modules, path, setting);
      return new SqliteDatabase(modules, path, setting, open);
    } catch (error) {
      if (error instanceof DatabaseStartError) throw error;
      throw unusableError(setting, error, path);
    }
  }

  run(statement: Statement): Promise<readonly SqlRow[]> {
    return this.attempt(() => this.execute(statement));
  }

  /** Runs without a pause, so that no other statement comes between; `serializedBy` needs no lock. */
  runAll(
    statements: readonly Statement[],
    { guard, notify }: TransactionOptions = {},
  ): Promise<TransactionRows | undefined> {
    return this.attempt(() => {
      this.execute(BEGIN);
      try {
        const isWanted = guard === undefined || this.execute(guard).length > 0;
        const rows = isWanted ? statements.map((statement) => this.execute(statement)) : undefined;
        this.execute(isWanted ? COMMIT : ROLLBACK);
        if (isWanted && notify !== undefined) this.notify(notify);
        return rows;
      } catch (error) {
        this.rollBack();
        throw error;
      }
    });
  }

  /** No other gateway uses the file. */
  listen(channel: string, onNotify: () => void): Listening {
    const listener = { channel, onNotify };
    this.listeners.add(listener);
    return {
      close: () => {
        this.listeners.delete(listener);
        return Promise.resolve();
      },
    };
  }

  async check({ statements, sqliteProbe }: SqlCheck, size: ProbeSize): Promise<void> {
    if (this.open.lock.loss !== undefined && !this.isClosing) await this.takeBack();
    for (const statement of [...statements, ...(size === 'NOTHING' ? [] : [sqliteProbe])])
      await this.run(statement);
  }

  async close(): Promise<void> {
    this.isClosing = true;
    this.listeners.clear();
    await this.reopening?.catch(() => undefined);
    const { database, lock } = this.open;
    if (lock.loss === undefined) database.close();
    else closeWithoutWriting(database);
    await lock.release();
  }

  private notify(channel: string): void {
    setImmediate(() => {
      for (const listener of this.listeners) if (listener.channel === channel) listener.onNotify();
    });
  }

  private attempt<Result>(work: () => Result): Promise<Result> {
    return new Promise((fulfill, reject) => {
      try {
        fulfill(work());
      } catch (error) {
        reject(this.toStoreError(error));
      }
    });
  }

  /** SQLite ends the transaction by itself after some errors. */
  private rollBack(): void {
    const { database } = this.open;
    if (database.inTransaction) database.exec(ROLLBACK.text);
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
      this.open = await openFile(this.modules, path, this.setting, 0);
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
  modules: readonly SqlModule[],
  path: string | undefined,
  setting: string,
  lockTimeoutMs?: number,
): Promise<OpenFile> {
  const lock = path === undefined ? new FileLock() : await FileLock.acquire(path, lockTimeoutMs);
  try {
    const database = openDatabase(modules, path ?? IN_MEMORY, setting);
    return { database, lock, identity: path === undefined ? undefined : fileIdentity(path) };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

function unusableError(setting: string, error: unknown, path: string | undefined): DatabaseStartError {
  const failure = classifySqliteError(error, path);
  return new DatabaseStartError(
    failure === 'IN_USE'
      ? `${setting} is in use by another gateway: give each gateway its own file, or give all of them the same ${URL_VARIABLE}.`
      : `${setting} cannot be opened: ${adviceFor(failure)} (${failure}).`,
  );
}

function openDatabase(modules: readonly SqlModule[], file: string, setting: string): Database {
  const database = new Database(file);
  try {
    // The library never rolls back a rollback journal, because it mistakes its own lock for that of another process.
    // It recovers a write-ahead log without a lock. Without shared memory, that log needs exclusive locking mode.
    database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
    database.exec('PRAGMA foreign_keys = ON');
    migrateSqlite(database, modules, setting);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}
