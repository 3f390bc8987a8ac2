// A real Redis or Valkey server on this machine, for the suites that need one; it is started, killed and frozen at will.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { freePort } from './free-port';
import { supervise } from './supervise';

const NAMES = ['valkey-server', 'redis-server'];

/** The first of the usual names that is on the PATH; undefined when there is none. */
function findServer(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find((file) => {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

const server = findServer();

/** `describe`, or its skipping twin where there is no server and need not be; `suite` is named in the one line that says so. */
export function describeWithRedis(suite: string): jest.Describe {
  if (server !== undefined || process.env.CI === 'true') return describe;
  process.stderr.write(`Skipped: ${suite} needs ${NAMES.join(' or ')}.\n`);
  return describe.skip;
}

export class RedisServer {
  private child: ChildProcess | undefined;

  private constructor(readonly port: number) {}

  static async start(): Promise<RedisServer> {
    const started = new RedisServer(await freePort());
    await started.run();
    return started;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  /** Starts it, also again, and comes back once it answers. */
  async run(): Promise<void> {
    const options = ['--port', String(this.port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
    this.child = supervise(spawn(server ?? 'redis-server', options, { stdio: 'ignore' }));
    await this.withClient((client) => client.ping());
  }

  freeze(): void {
    this.child?.kill('SIGSTOP');
  }

  thaw(): void {
    this.child?.kill('SIGCONT');
  }

  async kill(): Promise<void> {
    const { child } = this;
    if (child?.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  /** Asks the server past the code under test. */
  async withClient<Answer>(ask: (client: Redis) => Promise<Answer>): Promise<Answer> {
    const client = new Redis(this.url, { retryStrategy: () => 20, maxRetriesPerRequest: null });
    client.on('error', () => undefined);
    try {
      return await ask(client);
    } finally {
      client.disconnect();
      await delay(0);
    }
  }
}
