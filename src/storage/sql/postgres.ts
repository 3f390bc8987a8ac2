/** The audit log in PostgreSQL, which several gateways share. */
import { Client, Pool, type ClientBase, type ClientConfig } from 'pg';
import type { Logger } from 'pino';
import { AuditStartError, laterVersion, type AuditDatabase, type SqlRow, type Statement } from './database';
import { POSTGRES_MIGRATIONS } from '../../audit/migrations';

const WHERE = 'AUDIT_DATABASE_URL';

/** Milliseconds that a statement may take. */
const STATEMENT_TIMEOUT = 2_000;
/** Milliseconds more that its answer may take: a database that hangs does not end a statement itself. */
const ANSWER_DELAY = 500;
/** Of a migration, which may have to wait for that of another gateway. */
const MIGRATION_TIMEOUT = 60_000;

/** Names the lock under which one gateway at a time migrates. */
const MIGRATION_LOCK = 7_366_047;

const UNIQUE_VIOLATION = '23505';
const CONNECTION_LOST = /^(ECONNRESET|EPIPE|57P0\d|08\d{3})$/;

export class PostgresDatabase implements AuditDatabase {
  private readonly pool: Pool;

  private constructor(url: string, logger: Logger) {
    this.pool = new Pool({
      ...settings(url, STATEMENT_TIMEOUT),
      keepAlive: true,
      onConnect: makeDurable,
      // A connection whose other end does not answer its farewell is not to keep the process from ending.
      allowExitOnIdle: true,
    });
    this.pool.on('error', (error: NodeJS.ErrnoException) => {
      logger.debug({ code: error.code }, 'a connection to PostgreSQL failed');
    });
  }

  /** Throws AuditStartError when the database cannot be reached or used. */
  static async open(url: string, logger: Logger): Promise<PostgresDatabase> {
    try {
      await migrate(url);
    } catch (error) {
      if (error instanceof AuditStartError) throw error;
      throw new AuditStartError(
        `${WHERE} names a database that cannot be used (${codeOf(error) ?? 'no answer'}): it must be reachable, and its user may create tables in it or find them there.`,
      );
    }
    return new PostgresDatabase(url, logger);
  }

  async run(statement: Statement): Promise<readonly SqlRow[]> {
    try {
      return await this.query(statement);
    } catch (error) {
      if (!isConnectionLost(error)) throw error;
    }
    // The connection may have been lost before or behind the write: once more on another, where it may be there already.
    try {
      return await this.query(statement);
    } catch (error) {
      if (codeOf(error) === UNIQUE_VIOLATION) return [];
      throw error;
    }
  }

  close(): Promise<void> {
    return this.pool.end();
  }

  private async query({ text, values }: Statement): Promise<readonly SqlRow[]> {
    const { rows } = await this.pool.query<SqlRow>(text, [...values]);
    return rows;
  }
}

function settings(url: string, timeout: number): ClientConfig {
  return {
    connectionString: url,
    connectionTimeoutMillis: STATEMENT_TIMEOUT,
    statement_timeout: timeout,
    query_timeout: timeout + ANSWER_DELAY,
    application_name: 'secops-graph',
  };
}

/** A commit is on the disk before it is acknowledged, even where the server does not have it so. The pool waits for this. */
function makeDurable(client: ClientBase): unknown {
  return client.query(
    `SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'`,
  );
}

function codeOf(error: unknown): string | undefined {
  return (error as { readonly code?: string }).code;
}

function isConnectionLost(error: unknown): boolean {
  const { message } = error as Error;
  return CONNECTION_LOST.test(codeOf(error) ?? '') || message.startsWith('Connection terminated');
}

async function migrate(url: string): Promise<void> {
  const client = new Client(settings(url, MIGRATION_TIMEOUT));
  // Whatever waits for an answer fails with the same error.
  client.on('error', () => undefined);
  try {
    await client.connect();
    // Before the transaction, which would not see the tables of the gateway that it waited for. It ends with the connection.
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await client.query('BEGIN');
    const version = await versionOf(client);
    if (version > POSTGRES_MIGRATIONS.length) throw laterVersion(WHERE);
    if (version === 0) await client.query('CREATE TABLE audit_migrations (version INTEGER PRIMARY KEY)');
    for (const [index, migration] of POSTGRES_MIGRATIONS.entries()) {
      if (index < version) continue;
      await client.query(migration);
      await client.query('INSERT INTO audit_migrations VALUES ($1)', [index + 1]);
    }
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
}

/** How many migrations the database has seen. */
async function versionOf(client: Client): Promise<number> {
  const { rows: found } = await client.query<{ there: boolean }>(
    `SELECT to_regclass('audit_migrations') IS NOT NULL AS there`,
  );
  if (found[0]?.there !== true) return 0;
  const { rows } = await client.query<{ version: number | null }>(
    'SELECT max(version) AS version FROM audit_migrations',
  );
  return rows[0]?.version ?? 0;
}
