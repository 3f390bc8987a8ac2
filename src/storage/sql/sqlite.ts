/** The audit log in a SQLite file, which one gateway has for itself, or in memory. */
import { existsSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Database } from 'node-sqlite3-wasm';
import { lock } from 'proper-lockfile';
import { AuditStartError, laterVersion, type AuditDatabase, type SqlRow, type Statement } from './database';
import { SQLITE_MIGRATIONS } from '../../audit/migrations';

const IN_MEMORY = ':memory:';

/** Milliseconds: a gateway that was killed cannot give its file back, so the next one waits until its claim is this old. */
const CLAIM_IS_STALE = 4_000;
const CLAIM_IS_RENEWED = 1_000;
const CLAIM_TIMEOUT_MS = 5_000;
const CLAIM_RETRY_MS = 250;

export class SqliteDatabase implements AuditDatabase {
  private constructor(
    private readonly database: Database,
    private readonly claim: Claim,
  ) {}

  /** Throws AuditStartError when the file cannot be used, or is used by another gateway. */
  static async open(file: string): Promise<SqliteDatabase> {
    const where = `AUDIT_FILE ${file}`;
    const claim = file === IN_MEMORY ? new Claim() : await Claim.of(resolve(file), where);
    try {
      return new SqliteDatabase(openFile(file, where), claim);
    } catch (error) {
      await claim.release();
      throw error instanceof AuditStartError ? error : cannotBeOpened(where);
    }
  }

  run({ text, values }: Statement): Promise<readonly SqlRow[]> {
    return new Promise((settle) => {
      if (this.claim.lost) throw new Error('another gateway took the file over');
      settle(this.database.all(text, [...values]));
    });
  }

  close(): Promise<void> {
    // Closing would write to the file, and take away the lock of whoever has it now.
    if (!this.claim.lost) this.database.close();
    return this.claim.release();
  }
}

/** That the file is this process's own. The operating system offers Node.js no lock that ends with the process. */
class Claim {
  lost = false;
  private giveUp: (() => Promise<void>) | undefined;

  /** Waits for the claim of a gateway that was killed to become stale. */
  static async of(path: string, where: string): Promise<Claim> {
    const claim = new Claim();
    const end = Date.now() + CLAIM_TIMEOUT_MS;
    while (claim.giveUp === undefined) {
      try {
        claim.giveUp = await claim.take(path);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ELOCKED') throw cannotBeOpened(where);
        if (Date.now() > end) throw inUse(where);
        await delay(CLAIM_RETRY_MS);
      }
    }
    // The lock of a gateway that was killed: nobody else may hold it while the file is ours.
    if (existsSync(`${path}.lock`)) rmSync(`${path}.lock`, { recursive: true });
    return claim;
  }

  private take(path: string): Promise<() => Promise<void>> {
    return lock(path, {
      lockfilePath: `${path}.owner`,
      realpath: false,
      stale: CLAIM_IS_STALE,
      update: CLAIM_IS_RENEWED,
      onCompromised: () => {
        this.lost = true;
      },
    });
  }

  async release(): Promise<void> {
    if (!this.lost) await this.giveUp?.();
  }
}

function cannotBeOpened(where: string): AuditStartError {
  return new AuditStartError(
    `${where} cannot be opened: name a file in a folder that may be written to, and that no other program uses.`,
  );
}

function inUse(where: string): AuditStartError {
  return new AuditStartError(
    `${where} is in use by another gateway: give each a file of its own, or all of them one AUDIT_DATABASE_URL.`,
  );
}

function openFile(file: string, where: string): Database {
  const database = new Database(file);
  try {
    // The library never rolls a rollback journal back, since it takes its own lock for that of another process. A
    // write-ahead log is recovered without asking for one; it wants the file for itself, as shared memory is not there.
    database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
    database.exec('PRAGMA foreign_keys = ON');
    migrate(database, where);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function migrate(database: Database, where: string): void {
  const row = database.get('PRAGMA user_version') as { user_version: number };
  if (row.user_version > SQLITE_MIGRATIONS.length) throw laterVersion(where);
  for (const [index, migration] of SQLITE_MIGRATIONS.entries()) {
    if (index < row.user_version) continue;
    database.exec(`BEGIN; ${migration} PRAGMA user_version = ${index + 1}; COMMIT`);
  }
}
