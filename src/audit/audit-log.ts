/** The interface of the audit log, an append-only store of intents and outcomes. */
import type { Logger } from 'pino';
import type { StoreFailure } from '../domain/store-failure';
import type { AuditConditions, AuditIntent, AuditOutcome, AuditPage } from '../domain/records/audit-entry';

export interface AuditPageRequest {
  /** The maximum number of entries. */
  readonly first: number;
  /** Returns entries older than the entry at this position. Without it, starts with the newest entry. */
  readonly after?: string | undefined;
  /** Returns only entries of these targets. Without it, returns all entries, including entries without a target. */
  readonly targets?: readonly string[] | undefined;
}

/**
 * Reads and writes reject with AuditUnavailableError when the store fails and log the cause to `log`. Acknowledged
 * writes survive a crash.
 */
export interface AuditLog {
  /** Writes the intent. Callers await it before they send the change to AWS. */
  begin(intent: AuditIntent, log?: Logger): Promise<void>;
  /** Writes the outcome. Callers await it before they return the result of the mutation. */
  end(outcome: AuditOutcome, log?: Logger): Promise<void>;
  /** Writes the intent and the outcome of a change that is not sent to AWS, both or neither. */
  record(intent: AuditIntent, outcome: AuditOutcome, log?: Logger): Promise<void>;
  /** Returns a page of entries, which ends early after 1 MB of rows. A page has an entry if any entry matches. */
  find(conditions: AuditConditions, page: AuditPageRequest, log?: Logger): Promise<AuditPage>;
  /** Returns why the store cannot be read and written now, or undefined. Leaves no entry and logs nothing. */
  check(): Promise<StoreFailure | undefined>;
}
