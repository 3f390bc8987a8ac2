/** The audit log: what may be written to it and how it is read. Nothing in it is ever changed or removed. */
import type { Logger } from 'pino';
import type { AuditConditions, AuditEntry, AuditIntent, AuditOutcome } from '../domain/records/audit-entry';

export interface AuditPageRequest {
  readonly first: number;
  /** The position of the entry to read on behind; from the newest one when left out. */
  readonly after?: string | undefined;
  /** Only what was asked for in these targets; everything, what belongs to no target too, when left out. */
  readonly targets?: readonly string[] | undefined;
}

/** Every method rejects with AuditUnavailableError when the store fails; what was acknowledged survives a crash. `log` hears why. */
export interface AuditLog {
  /** To be awaited before anything is sent to AWS. */
  begin(intent: AuditIntent, log?: Logger): Promise<void>;
  /** To be awaited before the mutation is answered. */
  end(outcome: AuditOutcome, log?: Logger): Promise<void>;
  /** Both at once, of a change that is not sent. */
  record(intent: AuditIntent, outcome: AuditOutcome, log?: Logger): Promise<void>;
  /** Newest first. */
  find(conditions: AuditConditions, page: AuditPageRequest, log?: Logger): Promise<readonly AuditEntry[]>;
  /** Writes nothing, but tries whether it could; the log does not hear of it. */
  check(): Promise<void>;
  close(): Promise<void>;
}
