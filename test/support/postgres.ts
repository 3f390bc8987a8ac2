// A PostgreSQL server on this machine that a test kills and starts again.
import { execFileSync, spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { endWithFile } from './cleanup';
import { describeWith, inCi } from './describe-with';
import { freePort } from './free-port';
import { supervise } from './supervise';

/** The folder of Debian's packages, which do not add their programs to the PATH. */
const PACKAGES = '/usr/lib/postgresql';

/** The folder of initdb and postgres; undefined when they are missing. */
function findPrograms(): string | undefined {
  const packaged = existsSync(PACKAGES)
    ? readdirSync(PACKAGES).map((version) => join(PACKAGES, version, 'bin'))
    : [];
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...packaged];
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')));
}

const programs = findPrograms();

/** False where the programs are missing; always true in CI. */
export const hasPostgres = programs !== undefined || inCi;

/** `suite` is named in the line that is printed when the suite is skipped. */
export function describeWithPostgres(suite: string): jest.Describe {
  return describeWith(hasPostgres, suite, 'initdb and postgres');
}

/** The user of the server: PostgreSQL refuses to run as root, so root runs it as the package's user. */
function userOfServer(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

export class PostgresServer {
  private child: ChildProcess | undefined;
  private readonly remove: () => void;

  private constructor(
    private readonly folder: string,
    private readonly port: number,
    private readonly options: SpawnOptions,
  ) {
    this.remove = endWithFile(() => {
      rmSync(folder, { recursive: true, force: true });
    });
  }

  static async start(): Promise<PostgresServer> {
    const folder = mkdtempSync(join(tmpdir(), 'secops-graph-'));
    const user = userOfServer();
    if (user !== undefined) chownSync(folder, user.uid, user.gid);
    const options: SpawnOptions = { stdio: 'ignore', cwd: folder, ...user };
    const started = new PostgresServer(folder, await freePort(), options);
    // initdb fails when the configured locale of the machine is not installed.
    const locale = ['--no-locale', '--encoding=UTF8'];
    const made = started.spawn(
      'initdb',
      '-D',
      folder,
      '-U',
      'postgres',
      '-A',
      'trust',
      '--no-sync',
      ...locale,
    );
    const [code] = (await once(made, 'exit')) as [number | null];
    if (code !== 0) throw new Error(`initdb ended with ${code ?? 'a signal'}.`);
    await started.run();
    return started;
  }

  url(database = 'postgres', user = 'postgres', port = this.port): string {
    return `postgres://${user}@127.0.0.1:${port}/${database}`;
  }

  /** Starts the server, also after `kill`, and waits until it accepts queries. */
  async run(): Promise<void> {
    const settings = ['listen_addresses=127.0.0.1', `port=${this.port}`, 'unix_socket_directories='];
    this.child = this.spawn('postgres', '-D', this.folder, ...settings.flatMap((each) => ['-c', each]));
    for (;;) {
      const isUp = await this.query('SELECT 1').catch(() => undefined);
      if (isUp !== undefined) return;
      if (this.child.exitCode !== null) throw new Error('PostgreSQL ended during startup.');
      await delay(20);
    }
  }

  /** Ends the server immediately, without a last write: it has to recover at its next start. */
  async kill(): Promise<void> {
    const { child } = this;
    if (child?.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGQUIT');
    await once(child, 'exit');
  }

  async close(): Promise<void> {
    await this.kill();
    this.remove();
  }

  /** Runs SQL on the server without the code under test. */
  async query(text: string, url = this.url()): Promise<readonly Record<string, unknown>[]> {
    return withClient(url, async (client) => (await client.query<Record<string, unknown>>(text)).rows);
  }

  private spawn(program: string, ...args: string[]): ChildProcess {
    return supervise(spawn(join(programs ?? '', program), args, this.options), 'SIGQUIT');
  }
}

export async function withClient<Result>(
  url: string,
  use: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await use(client);
  } finally {
    await client.end();
  }
}
