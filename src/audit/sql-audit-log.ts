/** The audit log in an SQL database. Rows that belong together are written by one INSERT, all or none. */
import type { Logger } from 'pino';
import { AuditUnavailableError } from '../domain/errors';
import type { StoreFailure } from '../domain/store-failure';
import type { AuditConditions, AuditIntent, AuditOutcome, AuditPage } from '../domain/records/audit-entry';
import type { AuditLog, AuditPageRequest } from './audit-log';
import {
  StoreError,
  type SqlDatabase,
  type SqlRow,
  type Statement,
  type TransactionOptions,
} from '../storage/sql/database';
import { AUDIT_CHECK } from './module';
import { matchingRows } from '../storage/sql/sized-page';
import { insert, intentRow, outcomeRow, select, toEntry } from './statements';

/** The time between two checks that write a row while nothing fails. */
const PROBE_INTERVAL_MS = 15_000;
/** The time for which a failure counts that concerns a part of the store, which a check may not meet. */
const LOCAL_FAILURE_MS = 60_000;
const LOCAL_FAILURES: readonly StoreFailure[] = ['DAMAGED', 'DISK_FAILURE'];

/** Statements of another module that belong to a record. */
export interface Companions extends Pick<TransactionOptions, 'serializedBy' | 'notify'> {
  readonly statements: readonly Statement[];
}

export class SqlAuditLog implements AuditLog {
  private probedAt = -Infinity;
  /** True after an access failed, until a check succeeds. */
  private isSuspect = false;
  private local: { readonly failure: StoreFailure; readonly until: number } | undefined;

  constructor(
    private readonly database: SqlDatabase,
    private readonly logger: Logger,
  ) {}

  /** @param companions statements that are applied with the intent, all or none. */
  async begin(intent: AuditIntent, log?: Logger, companions?: Companions): Promise<void> {
    await this.run('written', insert(intentRow(intent)), log, companions);
  }

  /** @param companions statements that are applied with the outcome, all or none. */
  async end(outcome: AuditOutcome, log?: Logger, companions?: Companions): Promise<void> {
    await this.run('written', insert(outcomeRow(outcome)), log, companions);
  }

  async record(intent: AuditIntent, outcome: AuditOutcome, log?: Logger): Promise<void> {
    await this.run('written', insert(intentRow(intent), outcomeRow(outcome)), log);
  }

  async find(conditions: AuditConditions, page: AuditPageRequest, log?: Logger): Promise<AuditPage> {
    const { first } = page;
    // One entry more says whether there are older ones.
    const rows = await this.run('read', select(conditions, { ...page, first: first + 1 }), log);
    const entries = rows.slice(0, first).map(toEntry);
    return { entries, hasNext: entries.length < matchingRows(rows) };
  }

  async check(): Promise<StoreFailure | undefined> {
    const size = this.isSuspect ? 'LARGEST_ROW' : this.isProbeDue() ? 'ROW' : 'NOTHING';
    try {
      await this.database.check(AUDIT_CHECK, size);
    } catch (error) {
      this.isSuspect = true;
      return failureOf(error);
    }
    if (size !== 'NOTHING') this.probedAt = performance.now();
    this.isSuspect = false;
    return this.local !== undefined && performance.now() < this.local.until ? this.local.failure : undefined;
  }

  private async runWith(statement: Statement, companions?: Companions): Promise<readonly SqlRow[]> {
    if (companions === undefined || companions.statements.length === 0) return this.database.run(statement);
    const { statements, ...options } = companions;
    const [rows = []] = (await this.database.runAll([statement, ...statements], options)) ?? [];
    return rows;
  }

  private isProbeDue(): boolean {
    return performance.now() >= this.probedAt + PROBE_INTERVAL_MS;
  }

  private async run(
    access: 'written' | 'read',
    statement: Statement,
    log = this.logger,
    companions?: Companions,
  ): Promise<readonly SqlRow[]> {
    try {
      const rows = await this.runWith(statement, companions);
      if (access === 'written') this.local = undefined;
      return rows;
    } catch (error) {
      this.isSuspect = true;
      const failure = failureOf(error);
      if (LOCAL_FAILURES.includes(failure)) {
        this.local = { failure, until: performance.now() + LOCAL_FAILURE_MS };
      }
      log.error(
        { cause: failure, code: (error as Partial<StoreError>).code },
        `The audit trail cannot be ${access}`,
      );
      throw new AuditUnavailableError(access);
    }
  }
}

function failureOf(error: unknown): StoreFailure {
  return error instanceof StoreError ? error.failure : 'OTHER';
}
