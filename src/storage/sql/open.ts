/** The factory of the database: PostgreSQL when DATABASE_URL is set, otherwise SQLite. Only the driver in use is loaded. */
import type { Logger } from 'pino';
import type { SqlDatabase, SqlModule } from './database';

export interface DatabaseLocation {
  /** The URL of a PostgreSQL database. Takes precedence over `databaseFile`. */
  readonly databaseUrl: string | undefined;
  /** The path of a SQLite file, or `:memory:`. */
  readonly databaseFile: string;
}

/** Opens the database and migrates the tables of the modules. Throws DatabaseStartError when it cannot be used. */
export async function openDatabase(
  { databaseUrl, databaseFile }: DatabaseLocation,
  modules: readonly SqlModule[],
  logger: Logger,
): Promise<SqlDatabase> {
  if (databaseUrl === undefined) {
    const { SqliteDatabase } = await import('./sqlite.js');
    return SqliteDatabase.open(modules, databaseFile);
  }
  const { PostgresDatabase } = await import('./postgres.js');
  return PostgresDatabase.open(modules, databaseUrl, logger);
}
