/** The audit trail as a store of the SQL layer. */
import { StartError } from '../domain/errors';
import type { SqlStore } from '../storage/sql/database';
import { POSTGRES_MIGRATIONS, SQLITE_MIGRATIONS } from './migrations';
import { INSERT_NOTHING, postgresProbe, SELECT_NOTHING, SQLITE_PROBE } from './statements';

/** The gateway cannot open the audit log at startup. */
export class AuditStartError extends StartError {}

export const AUDIT_STORE: SqlStore = {
  content: 'audit trail',
  fileVariable: 'AUDIT_FILE',
  urlVariable: 'AUDIT_DATABASE_URL',
  sqliteMigrations: SQLITE_MIGRATIONS,
  postgresMigrations: POSTGRES_MIGRATIONS,
  checks: [INSERT_NOTHING, SELECT_NOTHING],
  postgresProbe,
  sqliteProbe: SQLITE_PROBE,
  migrationsTable: 'audit_migrations',
  migrationLock: 7_366_047,
  startError: (message) => new AuditStartError(message),
};
