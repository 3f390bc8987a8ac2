/** A store in PostgreSQL. Several gateways can share it. */
import { Client, Pool, type ClientBase, type ClientConfig } from 'pg';
import type { Logger } from 'pino';
import { StartError } from '../../domain/errors';
import {
  laterVersionError,
  StoreError,
  type ProbeSize,
  type SqlDatabase,
  type SqlRow,
  type SqlStore,
  type Statement,
} from './database';
import { adviceFor, classifyPostgresError } from './postgres-failure';

/** The connections for statements, and one more for checks. */
const MAX_CONNECTIONS = 10;
/** The limit for one statement. */
const STATEMENT_TIMEOUT_MS = 2_000;
/** The extra time the client waits for the response, because a hanging database does not cancel the statement. */
const RESPONSE_GRACE_MS = 500;
/** The limit for a migration statement, which may wait for the migration of another gateway. */
const MIGRATION_TIMEOUT_MS = 60_000;

const UNIQUE_VIOLATION = '23505';
const CONNECTION_LOST = /^(ECONNRESET|EPIPE|57P0\d|08\d{3})$/;

export class PostgresDatabase implements SqlDatabase {
  private readonly pool: Pool;
  /** One connection for checks, so that a busy pool is no fault of the database. */
  private readonly checkPool: Pool;

  private constructor(
    private readonly store: SqlStore,
    url: string,
    logger: Logger,
  ) {
    this.pool = createPool(url, MAX_CONNECTIONS, logger);
    this.checkPool = createPool(url, 1, logger);
  }

  /** Throws StartError when the database cannot be reached or used. */
  static async open(store: SqlStore, url: string, logger: Logger): Promise<PostgresDatabase> {
    try {
      await migrate(store, url);
    } catch (error) {
      if (error instanceof StartError) throw error;
      throw store.startError(
        `${store.urlVariable} names a database that cannot be used (${codeOf(error) ?? classifyPostgresError(error)}): ${adviceFor(classifyPostgresError(error))}.`,
      );
    }
    return new PostgresDatabase(store, url, logger);
  }

  async run(statement: Statement): Promise<readonly SqlRow[]> {
    try {
      return await this.query(statement);
    } catch (error) {
      if (!isConnectionLost(error)) throw storeError(error);
    }
    // The connection may have been lost before or after the write. A unique violation on the retry means that the
    // first attempt wrote the row.
    try {
      return await this.query(statement);
    } catch (error) {
      if (codeOf(error) === UNIQUE_VIOLATION) return [];
      throw storeError(error);
    }
  }

  async check(size: ProbeSize): Promise<void> {
    try {
      await this.probe(size).catch((error: unknown) => {
        if (!isConnectionLost(error)) throw error;
        return this.probe(size);
      });
    } catch (error) {
      throw storeError(error);
    }
  }

  async close(): Promise<void> {
    await Promise.all([this.pool.end(), this.checkPool.end()]);
  }

  private async probe(size: ProbeSize): Promise<void> {
    const { checks, postgresProbe } = this.store;
    const client = await this.checkPool.connect();
    try {
      await client.query('BEGIN');
      for (const { text, values } of [...checks, ...(size === 'NOTHING' ? [] : [postgresProbe(size)])]) {
        await client.query(text, [...values]);
      }
      await client.query('ROLLBACK');
      client.release();
    } catch (error) {
      // Closing the connection rolls back.
      client.release(true);
      throw error;
    }
  }

  private async query({ text, values }: Statement): Promise<readonly SqlRow[]> {
    const { rows } = await this.pool.query<SqlRow>(text, [...values]);
    return rows;
  }
}

function createPool(url: string, max: number, logger: Logger): Pool {
  const pool = new Pool({
    ...settings(url, STATEMENT_TIMEOUT_MS),
    max,
    keepAlive: true,
    onConnect: makeDurable,
    // A server that does not acknowledge the end of a connection must not keep the process alive.
    allowExitOnIdle: true,
  });
  const logFailure = ({ code }: NodeJS.ErrnoException) => {
    logger.debug({ code }, 'A connection to PostgreSQL failed');
  };
  pool.on('error', logFailure);
  // The pool listens only to idle connections, and an error without a listener would end the process.
  pool.on('connect', (client) => client.on('error', logFailure));
  return pool;
}

function settings(url: string, timeoutMs: number): ClientConfig {
  return {
    connectionString: url,
    connectionTimeoutMillis: STATEMENT_TIMEOUT_MS,
    statement_timeout: timeoutMs,
    query_timeout: timeoutMs + RESPONSE_GRACE_MS,
    application_name: 'secops-graph',
  };
}

/** Turns synchronous commits on where the server turns them off. The pool waits for this before it uses the connection. */
function makeDurable(client: ClientBase): unknown {
  return client.query(
    `SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'`,
  );
}

function codeOf(error: unknown): string | undefined {
  return (error as { readonly code?: string }).code;
}

function storeError(error: unknown): StoreError {
  return new StoreError(classifyPostgresError(error), codeOf(error));
}

function isConnectionLost(error: unknown): boolean {
  const { message } = error as Error;
  return CONNECTION_LOST.test(codeOf(error) ?? '') || message.startsWith('Connection terminated');
}

async function migrate(store: SqlStore, url: string): Promise<void> {
  const { postgresMigrations, migrationsTable, migrationLock } = store;
  const client = new Client(settings(url, MIGRATION_TIMEOUT_MS));
  // The pending query rejects with the same error.
  client.on('error', () => undefined);
  try {
    await client.connect();
    // The lock comes before the transaction, which would otherwise not see tables that another gateway created while
    // this one waited. Closing the connection releases the lock.
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    await client.query('BEGIN');
    const version = await versionOf(client, migrationsTable);
    if (version > postgresMigrations.length) throw laterVersionError(store, store.urlVariable);
    if (version === 0) await client.query(`CREATE TABLE ${migrationsTable} (version INTEGER PRIMARY KEY)`);
    for (const [index, migration] of postgresMigrations.entries()) {
      if (index < version) continue;
      await client.query(migration);
      await client.query(`INSERT INTO ${migrationsTable} VALUES ($1)`, [index + 1]);
    }
    await client.query('COMMIT');
    // A replica that has the tables needs no migration.
    for (const { text, values } of store.checks) await client.query(text, [...values]);
  } finally {
    await client.end();
  }
}

/** Returns the number of migrations that the database has. */
async function versionOf(client: Client, migrationsTable: string): Promise<number> {
  const { rows: found } = await client.query<{ there: boolean }>(
    'SELECT to_regclass($1) IS NOT NULL AS there',
    [migrationsTable],
  );
  if (found[0]?.there !== true) return 0;
  const { rows } = await client.query<{ version: number | null }>(
    `SELECT max(version) AS version FROM ${migrationsTable}`,
  );
  return rows[0]?.version ?? 0;
}
