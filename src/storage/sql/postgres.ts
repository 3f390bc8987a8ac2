/** The database in PostgreSQL. Several gateways can share it. */
import { Client, Pool, type ClientBase, type ClientConfig } from 'pg';
import type { Logger } from 'pino';
import {
  DatabaseStartError,
  laterVersionError,
  StoreError,
  URL_VARIABLE,
  type Listening,
  type ProbeSize,
  type SqlCheck,
  type SqlDatabase,
  type SqlModule,
  type SqlRow,
  type Statement,
  type TransactionOptions,
  type TransactionRows,
} from './database';
import { adviceFor, classifyPostgresError } from './postgres-failure';
import { PostgresListener } from './postgres-listener';

/** The connections for statements, and one more for checks. */
const MAX_CONNECTIONS = 10;
/** The limit for one statement. */
const STATEMENT_TIMEOUT_MS = 2_000;
/** The extra time the client waits for the response, because a hanging database does not cancel the statement. */
const RESPONSE_GRACE_MS = 500;
/** The limit for a migration statement, which may wait for the migration of another gateway. */
const MIGRATION_TIMEOUT_MS = 60_000;

/** The advisory lock that lets one gateway at a time migrate. */
const MIGRATION_LOCK = 7_366_047;

const BEGIN: Statement = { text: 'BEGIN', values: [] };
const COMMIT: Statement = { text: 'COMMIT', values: [] };
const ROLLBACK: Statement = { text: 'ROLLBACK', values: [] };

const UNIQUE_VIOLATION = '23505';
const CONNECTION_LOST = /^(ECONNRESET|EPIPE|57P0\d|08\d{3})$/;

export class PostgresDatabase implements SqlDatabase {
  private readonly pool: Pool;
  /** One connection for checks, so that a busy pool is no fault of the database. */
  private readonly checkPool: Pool;
  private readonly listener: PostgresListener;
  /** Ends when no transaction with `serializedBy` is left. */
  private serialized: Promise<unknown> = Promise.resolve();

  private constructor(url: string, logger: Logger) {
    this.pool = createPool(url, MAX_CONNECTIONS, logger);
    this.checkPool = createPool(url, 1, logger);
    this.listener = new PostgresListener(settings(url, STATEMENT_TIMEOUT_MS), logger);
  }

  /** Throws DatabaseStartError when the database cannot be reached or used. */
  static async open(modules: readonly SqlModule[], url: string, logger: Logger): Promise<PostgresDatabase> {
    try {
      await migrate(modules, url);
    } catch (error) {
      if (error instanceof DatabaseStartError) throw error;
      throw new DatabaseStartError(
        `${URL_VARIABLE} names a database that cannot be used (${codeOf(error) ?? classifyPostgresError(error)}): ${adviceFor(classifyPostgresError(error))}.`,
      );
    }
    return new PostgresDatabase(url, logger);
  }

  run(statement: Statement): Promise<readonly SqlRow[]> {
    return twice(
      () => this.query(statement),
      () => true,
      () => [],
    );
  }

  async runAll(
    statements: readonly Statement[],
    options: TransactionOptions = {},
  ): Promise<TransactionRows | undefined> {
    const progress = { isCommitting: false };
    const run = () =>
      twice<TransactionRows | undefined>(
        () => this.transaction(statements, options, progress),
        () => progress.isCommitting,
        () => statements.map(() => []),
      );
    if (options.serializedBy === undefined) return run();
    // One at a time: transactions that wait for the lock would take all connections of the pool.
    const result = this.serialized.then(run);
    this.serialized = result.catch(() => undefined);
    return result;
  }

  listen(channel: string, onNotify: () => void): Listening {
    return this.listener.listen(channel, onNotify);
  }

  async check(check: SqlCheck, size: ProbeSize): Promise<void> {
    try {
      await this.probe(check, size).catch((error: unknown) => {
        if (!isConnectionLost(error)) throw error;
        return this.probe(check, size);
      });
    } catch (error) {
      throw storeError(error);
    }
  }

  async close(): Promise<void> {
    await Promise.all([this.pool.end(), this.checkPool.end(), this.listener.close()]);
  }

  private probe({ statements, postgresProbe }: SqlCheck, size: ProbeSize): Promise<void> {
    return withClient(this.checkPool, async (query) => {
      await query(BEGIN);
      const probes = size === 'NOTHING' ? [] : [postgresProbe(size)];
      for (const statement of [...statements, ...probes]) await query(statement);
      await query(ROLLBACK);
    });
  }

  private transaction(
    statements: readonly Statement[],
    { serializedBy, guard, notify }: TransactionOptions,
    progress: { isCommitting: boolean },
  ): Promise<TransactionRows | undefined> {
    return withClient(this.pool, async (query) => {
      await query(BEGIN);
      if (serializedBy !== undefined) {
        await query({ text: 'SELECT pg_advisory_xact_lock($1)', values: [serializedBy] });
      }
      if (guard !== undefined && (await query(guard)).length === 0) {
        await query(ROLLBACK);
        return undefined;
      }
      const rows: (readonly SqlRow[])[] = [];
      for (const statement of statements) rows.push(await query(statement));
      if (notify !== undefined) await query({ text: `SELECT pg_notify($1, '')`, values: [notify] });
      progress.isCommitting = true;
      await query(COMMIT);
      return rows;
    });
  }

  private async query({ text, values }: Statement): Promise<readonly SqlRow[]> {
    const { rows } = await this.pool.query<SqlRow>(text, [...values]);
    return rows;
  }
}

type Query = (statement: Statement) => Promise<readonly SqlRow[]>;

/** Runs `work` on one connection, and closes the connection after an error, which rolls back. */
async function withClient<Result>(pool: Pool, work: (query: Query) => Promise<Result>): Promise<Result> {
  const client = await pool.connect();
  try {
    const result = await work(async ({ text, values }) => {
      const { rows } = await client.query<SqlRow>(text, [...values]);
      return rows;
    });
    client.release();
    return result;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

/**
 * Repeats `work` when it loses its connection. If the first attempt `mayHaveWritten`, a unique violation of the second one
 * means that it did. Throws StoreError.
 */
async function twice<Result>(
  work: () => Promise<Result>,
  mayHaveWritten: () => boolean,
  written: () => Result,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!isConnectionLost(error)) throw storeError(error);
  }
  const wasSent = mayHaveWritten();
  try {
    return await work();
  } catch (error) {
    if (wasSent && codeOf(error) === UNIQUE_VIOLATION) return written();
    throw storeError(error);
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

async function migrate(modules: readonly SqlModule[], url: string): Promise<void> {
  const client = new Client(settings(url, MIGRATION_TIMEOUT_MS));
  // The pending query rejects with the same error.
  client.on('error', () => undefined);
  try {
    await client.connect();
    // The lock comes before the transaction, which would otherwise not see tables that another gateway created while
    // this one waited. Closing the connection releases the lock.
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await client.query('BEGIN');
    for (const module of modules) await migrateModule(client, module);
    await client.query('COMMIT');
    // A replica that has the tables needs no migration.
    for (const { text, values } of modules.flatMap(({ startChecks }) => startChecks)) {
      await client.query(text, [...values]);
    }
  } finally {
    await client.end();
  }
}

async function migrateModule(
  client: Client,
  { content, postgresMigrations, migrationsTable }: SqlModule,
): Promise<void> {
  const version = await versionOf(client, migrationsTable);
  if (version > postgresMigrations.length) throw laterVersionError(content, URL_VARIABLE);
  if (version === 0) await client.query(`CREATE TABLE ${migrationsTable} (version INTEGER PRIMARY KEY)`);
  for (const [index, migration] of postgresMigrations.entries()) {
    if (index < version) continue;
    await client.query(migration);
    await client.query(`INSERT INTO ${migrationsTable} VALUES ($1)`, [index + 1]);
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
