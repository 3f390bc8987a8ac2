/** The database interface of the audit log: PostgreSQL and SQLite run the same statements behind it. */
import { StartError } from '../../domain/errors';

export type SqlValue = string | number | null;
export type SqlRow = Readonly<Record<string, unknown>>;

export interface Statement {
  /** Parameters are $1, $2 and so on. SQLite accepts this form when they first appear in ascending order. */
  readonly text: string;
  readonly values: readonly SqlValue[];
}

export interface AuditDatabase {
  /** Runs one statement in its own transaction. When the promise resolves, a write is on disk. */
  run(statement: Statement): Promise<readonly SqlRow[]>;
  close(): Promise<void>;
}

/** The gateway cannot open the audit log at startup. The message is one line and names the setting to change. */
export class AuditStartError extends StartError {}

/** The error for a database whose tables belong to a later version of the gateway. `setting` names the database. */
export function laterVersionError(setting: string): AuditStartError {
  return new AuditStartError(
    `${setting} holds the audit trail of a later version of secops-graph: run that version, or set another database.`,
  );
}
