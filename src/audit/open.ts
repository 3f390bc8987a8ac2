/** The factory of the audit log: PostgreSQL when AUDIT_DATABASE_URL is set, otherwise SQLite. Only the driver in use is loaded. */
import type { Logger } from 'pino';
import type { AuditLog } from './audit-log';
import { SqlAuditLog } from './sql-audit-log';
import { AUDIT_STORE } from './store';
import type { SqlDatabase } from '../storage/sql/database';

export interface AuditStore {
  /** The URL of a PostgreSQL database. Takes precedence over `auditFile`. */
  readonly auditDatabaseUrl: string | undefined;
  /** The path of a SQLite file, or `:memory:`. */
  readonly auditFile: string;
}

/** Throws AuditStartError when the database cannot be opened. */
export async function openAuditLog(
  { auditDatabaseUrl, auditFile }: AuditStore,
  logger: Logger,
): Promise<AuditLog> {
  const database =
    auditDatabaseUrl === undefined
      ? await openSqlite(auditFile)
      : await openPostgres(auditDatabaseUrl, logger);
  return new SqlAuditLog(database, logger);
}

async function openSqlite(file: string): Promise<SqlDatabase> {
  const { SqliteDatabase } = await import('../storage/sql/sqlite.js');
  return SqliteDatabase.open(AUDIT_STORE, file);
}

async function openPostgres(url: string, logger: Logger): Promise<SqlDatabase> {
  const { PostgresDatabase } = await import('../storage/sql/postgres.js');
  return PostgresDatabase.open(AUDIT_STORE, url, logger);
}
