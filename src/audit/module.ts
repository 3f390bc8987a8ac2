/** The audit trail as a module of the database. */
import type { SqlCheck, SqlModule } from '../storage/sql/database';
import { POSTGRES_MIGRATIONS, SQLITE_MIGRATIONS } from './migrations';
import { INSERT_NOTHING, postgresProbe, SELECT_NOTHING, SQLITE_PROBE } from './statements';

const STATEMENTS = [INSERT_NOTHING, SELECT_NOTHING];

export const AUDIT_CHECK: SqlCheck = {
  statements: STATEMENTS,
  postgresProbe,
  sqliteProbe: SQLITE_PROBE,
};

export const AUDIT_MODULE: SqlModule = {
  content: 'audit trail',
  sqliteMigrations: SQLITE_MIGRATIONS,
  postgresMigrations: POSTGRES_MIGRATIONS,
  migrationsTable: 'audit_migrations',
  startChecks: STATEMENTS,
};
