/** What the audit log needs of a database. The statements are the same for all; what differs stays behind this. */
import { StartError } from '../../domain/errors';

export type SqlValue = string | number | null;
export type SqlRow = Readonly<Record<string, unknown>>;

export interface Statement {
  /** Parameters are $1, $2 and so on, which SQLite takes too when they first appear in this order. */
  readonly text: string;
  readonly values: readonly SqlValue[];
}

export interface AuditDatabase {
  /** Runs one statement in a transaction of its own; a write is on the disk when it resolves. */
  run(statement: Statement): Promise<readonly SqlRow[]>;
  close(): Promise<void>;
}

/** The trail cannot be opened; the message is one line that says what to change. */
export class AuditStartError extends StartError {}

/** Says that the trail was written by a later version, whose tables this one does not know. */
export function laterVersion(where: string): AuditStartError {
  return new AuditStartError(
    `${where} holds the audit trail of a later version of secops-graph: run that version, or start another trail.`,
  );
}
