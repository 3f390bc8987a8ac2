// A Redis or Valkey server on this machine that a test starts, kills and pauses.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { describeWith } from './describe-with';
import { findProgram } from '../../scripts/find-program';
import { freePort } from './free-port';
import { supervise } from './supervise';

const NAMES = ['valkey-server', 'redis-server'];

const server = findProgram(...NAMES);

export const hasRedis = server !== undefined;

/** The environment without libfaketime, whose lock and jemalloc's can stop the server at its start. */
function withoutFaketime(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(LD_PRELOAD|FAKETIME)/.test(name)),
  );
}

/** `suite` is named in the line that is printed when the suite is skipped. */
export function describeWithRedis(suite: string): jest.Describe {
  return describeWith(hasRedis, suite, NAMES.join(' or '));
}

export class RedisServer {
  private child: ChildProcess | undefined;

  private constructor(
    readonly port: number,
    private readonly options: readonly string[],
  ) {}

  /** @param options further options of the server, such as --cluster-enabled yes. */
  static async start(...options: readonly string[]): Promise<RedisServer> {
    const started = new RedisServer(await freePort(), options);
    await started.run();
    return started;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  /** Starts the server, also after `kill`, and waits until it accepts commands. */
  async run(): Promise<void> {
    const defaults = [
      '--port',
      String(this.port),
      '--bind',
      '127.0.0.1',
      '--save',
      '',
      '--appendonly',
      'no',
      '--dir',
      tmpdir(),
    ];
    const options = [...defaults, ...this.options];
    const child = supervise(
      spawn(server ?? 'redis-server', options, { stdio: 'ignore', env: withoutFaketime() }),
    );
    this.child = child;
    const ended = once(child, 'exit').then(() => {
      throw new Error(`The server at port ${this.port} ended before it accepted commands.`);
    });
    await Promise.race([this.withClient((client) => client.ping()), ended]);
    ended.catch(() => undefined);
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

  /** Sends commands to the server without the code under test. */
  async withClient<Result>(use: (client: Redis) => Promise<Result>): Promise<Result> {
    const client = new Redis(this.url, { retryStrategy: () => 20, maxRetriesPerRequest: null });
    client.on('error', () => undefined);
    try {
      return await use(client);
    } finally {
      client.disconnect();
      await delay(0);
    }
  }
}
