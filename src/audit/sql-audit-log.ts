/** The audit log in an SQL database. Rows that belong together are written by one INSERT, all or none. */
import type { Logger } from 'pino';
import { AuditUnavailableError } from '../domain/errors';
import type { AuditConditions, AuditEntry, AuditIntent, AuditOutcome } from '../domain/records/audit-entry';
import type { AuditLog, AuditPageRequest } from './audit-log';
import type { SqlDatabase, SqlRow, Statement } from '../storage/sql/database';
import { insert, INSERT_NOTHING, intentRow, outcomeRow, select, toEntry } from './statements';

export class SqlAuditLog implements AuditLog {
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

  async find(
    conditions: AuditConditions,
    page: AuditPageRequest,
    log?: Logger,
  ): Promise<readonly AuditEntry[]> {
    const rows = await this.run('read', select(conditions, page), log);
    return rows.map(toEntry);
  }

  async check(): Promise<void> {
    try {
      await this.database.run(INSERT_NOTHING);
    } catch {
      throw new AuditUnavailableError('written');
    }
  }

  close(): Promise<void> {
    return this.database.close();
  }

  private async run(
    access: 'written' | 'read',
    statement: Statement,
    log = this.logger,
  ): Promise<readonly SqlRow[]> {
    try {
      return await this.database.run(statement);
    } catch (error) {
      // The error of the database goes only to the log: it may quote values of the statement.
      const { code, message } = error as Error & { readonly code?: unknown };
      log.error({ code, reason: message }, `The audit trail cannot be ${access}`);
      throw new AuditUnavailableError(access);
    }
  }
}
