/** The factory of the audit log: PostgreSQL when AUDIT_DATABASE_URL is set, otherwise SQLite. */
import type { Logger } from 'pino';
import type { AuditLog } from './audit-log';
import { PostgresDatabase } from '../storage/sql/postgres';
import { SqlAuditLog } from './sql-audit-log';
import { SqliteDatabase } from '../storage/sql/sqlite';
import { AUDIT_STORE } from './store';

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
      ? await SqliteDatabase.open(AUDIT_STORE, auditFile)
      : await PostgresDatabase.open(AUDIT_STORE, auditDatabaseUrl, logger);
  return new SqlAuditLog(database, logger);
}
