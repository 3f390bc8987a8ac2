/** The SQL layer: stores run the same statements on PostgreSQL and SQLite. */
import type { StartError } from '../../domain/errors';
import type { StoreFailure } from '../../domain/store-failure';

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

/** The size of the write of a check, which leaves nothing behind: `ROW` is a small row, `LARGEST_ROW` a row with the limit of its size. */
export type ProbeSize = 'NOTHING' | 'ROW' | 'LARGEST_ROW';

/** Every method except `close` rejects with StoreError. */
export interface SqlDatabase {
  /** Runs one statement in its own transaction. When the promise resolves, a write is on disk. */
  run(statement: Statement): Promise<readonly SqlRow[]>;
  /** Rejects unless the store can be read and written. */
  check(size: ProbeSize): Promise<void>;
  close(): Promise<void>;
}

/** The definition of a store: its migrations, its variables and its start error. */
export interface SqlStore {
  /** The name of its content in messages, such as "audit trail". */
  readonly content: string;
  /** The variables that name its file and its database. */
  readonly fileVariable: string;
  readonly urlVariable: string;
  /** One migration per version. */
  readonly sqliteMigrations: readonly string[];
  readonly postgresMigrations: readonly string[];
  /** Statements that change nothing, and fail where the database does not let the store read or write. */
  readonly checks: readonly Statement[];
  /** A row that PostgreSQL inserts and rolls back. It draws no number of a sequence. */
  readonly postgresProbe: (size: Exclude<ProbeSize, 'NOTHING'>) => Statement;
  /** Overwrites one row. SQLite writes to the disk only with a commit. */
  readonly sqliteProbe: Statement;
  /** The PostgreSQL table that holds the versions, and the advisory lock that lets one gateway at a time migrate. */
  readonly migrationsTable: string;
  readonly migrationLock: number;
  /** Creates the error of a store that cannot be opened at startup. */
  readonly startError: (message: string) => StartError;
}

/** The error for a database whose tables belong to a later version of the gateway. `setting` names the database. */
export function laterVersionError({ content, startError }: SqlStore, setting: string): StartError {
  return startError(
    `${setting} holds the ${content} of a later version of secops-graph: run that version, or set another database.`,
  );
}
