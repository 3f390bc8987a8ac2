/** The SQL layer: one database, whose modules run the same statements on PostgreSQL and SQLite. */
import { StartError } from '../../domain/errors';
import type { StoreFailure } from '../../domain/store-failure';

/** The variables that name the database. */
export const FILE_VARIABLE = 'DATABASE_FILE';
export const URL_VARIABLE = 'DATABASE_URL';

export type SqlValue = string | number | null;
export type SqlRow = Readonly<Record<string, unknown>>;

export interface Statement {
  /** Parameters are $1, $2 and so on. SQLite accepts this form when they first appear in ascending order. */
  readonly text: string;
  readonly values: readonly SqlValue[];
}

/** The error of a statement. It has no message of the database, which may quote values of the statement. */
export class StoreError extends Error {
  /** @param code the SQLSTATE or the error code of Node.js, if there is one. */
  constructor(
    readonly failure: StoreFailure,
    readonly code: string | undefined,
  ) {
    super(`The database failed (${failure}).`);
  }
}

/** The gateway cannot open its database at startup. */
export class DatabaseStartError extends StartError {}

/** The size of the write of a check, which leaves nothing behind: `ROW` is a small row, `LARGEST_ROW` a row with the limit of its size. */
export type ProbeSize = 'NOTHING' | 'ROW' | 'LARGEST_ROW';

/** A check that the database lets a module read and write. */
export interface SqlCheck {
  /** Statements that change nothing, and fail where the database does not let the module read or write. */
  readonly statements: readonly Statement[];
  /** A row that PostgreSQL inserts and rolls back. It draws no number of a sequence. */
  readonly postgresProbe: (size: Exclude<ProbeSize, 'NOTHING'>) => Statement;
  /** Overwrites one row. SQLite writes to the disk only with a commit. */
  readonly sqliteProbe: Statement;
}

export interface TransactionOptions {
  /**
   * The number of an advisory lock. Transactions with the same number run one after another in all gateways, so that
   * their positions become visible in order: an identity column alone draws numbers before the rows are visible.
   */
  readonly serializedBy?: number;
  /** Runs first. Without a row, the transaction is rolled back. */
  readonly guard?: Statement;
  /** A channel. After the commit, the database tells its listeners in all gateways. */
  readonly notify?: string;
}

/** A listener of a channel, until it is closed. */
export interface Listening {
  /** Ends the calls of the listener, without waiting for a database that does not respond. Never rejects. */
  close(): Promise<void>;
}

/** The rows of each statement. */
export type TransactionRows = readonly (readonly SqlRow[])[];

/** Every method except `listen` and `close` rejects with StoreError. */
export interface SqlDatabase {
  /** Runs one statement in its own transaction. When the promise resolves, a write is on disk. */
  run(statement: Statement): Promise<readonly SqlRow[]>;
  /**
   * Runs the statements in one transaction: all or none. Returns undefined when the guard found no row. When the
   * connection is lost, it runs them again; a violation of a unique key then means that the first run was committed, and
   * it returns no rows. So statements that must not run twice need a row with a unique key.
   */
  runAll(
    statements: readonly Statement[],
    options?: TransactionOptions,
  ): Promise<TransactionRows | undefined>;
  /**
   * Calls `onNotify` after transactions that notify the channel, in this gateway or another one. It returns at once, and
   * never throws. Notifications are hints: they are lost while the database is unavailable, and behind a connection
   * pooler that does not keep sessions apart. So PostgreSQL also calls `onNotify` after each (re)connection, and readers
   * must poll as well.
   * @param onNotify must not throw.
   */
  listen(channel: string, onNotify: () => void): Listening;
  /** Rejects unless the database lets a module read and write. */
  check(check: SqlCheck, size: ProbeSize): Promise<void>;
  close(): Promise<void>;
}

/** The tables of a module, one migration per version. Never edit a released migration: add another one. */
export interface SqlModule {
  /** The name of its content in messages, such as "audit trail". */
  readonly content: string;
  readonly sqliteMigrations: readonly string[];
  readonly postgresMigrations: readonly string[];
  /** The table that holds the versions. */
  readonly migrationsTable: string;
  /** Statements that fail where the database does not let the module read or write. */
  readonly startChecks: readonly Statement[];
}

/** The error for a database whose tables belong to a later version of the gateway. `setting` names the database. */
export function laterVersionError(content: string, setting: string): DatabaseStartError {
  return new DatabaseStartError(
    `${setting} holds the ${content} of a later version of secops-graph: run that version, or set another database.`,
  );
}
