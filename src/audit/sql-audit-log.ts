/** The audit log in an SQL database. Rows that belong together are written by one INSERT, all or none. */
import type { Logger } from 'pino';
import { AuditUnavailableError } from '../domain/errors';
import type { AuditConditions, AuditIntent, AuditOutcome, AuditPage } from '../domain/records/audit-entry';
import type { AuditLog, AuditPageRequest } from './audit-log';
import type { SqlDatabase, SqlRow, Statement } from '../storage/sql/database';
import { insert, INSERT_NOTHING, intentRow, matchingRows, outcomeRow, select, toEntry } from './statements';

/** The time for which a write that failed for lack of resources makes the audit log unavailable: a check writes no row. */
const RESOURCE_FAILURE_MS = 60_000;
/** SQLSTATE 53 (lack of resources) and 58 (system errors), and the messages of SQLite. */
const RESOURCE_FAILURE = /^(53|58)...$|disk is full|disk I\/O error/;

export class SqlAuditLog implements AuditLog {
  private failedUntil = -Infinity;
  private lastProblem = '';

  constructor(
    private readonly database: SqlDatabase,
    private readonly logger: Logger,
  ) {}

  async begin(intent: AuditIntent, log?: Logger): Promise<void> {
    await this.run('written', insert(intentRow(intent)), log);
  }

  async end(outcome: AuditOutcome, log?: Logger): Promise<void> {
    await this.run('written', insert(outcomeRow(outcome)), log);
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

  async check(): Promise<void> {
    try {
      await this.database.run(INSERT_NOTHING);
    } catch (error) {
      this.logProblem(error);
      throw new AuditUnavailableError('written');
    }
    if (performance.now() < this.failedUntil) throw new AuditUnavailableError('written');
    this.lastProblem = '';
  }

  close(): Promise<void> {
    return this.database.close();
  }

  /** Logs a problem that a check finds once, without the message of the database. */
  private logProblem(error: unknown): void {
    const { code = 'UNKNOWN' } = error as NodeJS.ErrnoException;
    if (code === this.lastProblem) return;
    this.lastProblem = code;
    this.logger.warn({ code }, 'The audit trail cannot be written');
  }

  private async run(
    access: 'written' | 'read',
    statement: Statement,
    log = this.logger,
  ): Promise<readonly SqlRow[]> {
    try {
      const rows = await this.database.run(statement);
      if (access === 'written') this.failedUntil = -Infinity;
      return rows;
    } catch (error) {
      // The error of the database goes only to the log: it may quote values of the statement.
      const { code, message } = error as NodeJS.ErrnoException;
      if (access === 'written' && RESOURCE_FAILURE.test(code ?? message)) {
        this.failedUntil = performance.now() + RESOURCE_FAILURE_MS;
      }
      log.error({ code, reason: message }, `The audit trail cannot be ${access}`);
      throw new AuditUnavailableError(access);
    }
  }
}
