/** Opens the audit log where the configuration says. */
import type { Logger } from 'pino';
import type { AuditLog } from './audit-log';
import { PostgresDatabase } from '../storage/sql/postgres';
import { SqlAuditLog } from './sql-audit-log';
import { SqliteDatabase } from '../storage/sql/sqlite';

export interface AuditStore {
  /** Of a PostgreSQL database; the file is used without it. */
  readonly auditDatabaseUrl: string | undefined;
  /** A SQLite file, or :memory:. */
  readonly auditFile: string;
}

/** Throws AuditStartError. */
export async function openAuditLog(
  { auditDatabaseUrl, auditFile }: AuditStore,
  logger: Logger,
): Promise<AuditLog> {
  const database =
    auditDatabaseUrl === undefined
      ? await SqliteDatabase.open(auditFile)
      : await PostgresDatabase.open(auditDatabaseUrl, logger);
  return new SqlAuditLog(database, logger);
}
