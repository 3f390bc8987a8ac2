// nginx and HAProxy in front of several gateways, with the configurations of docs/operations.md.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { endWithFile } from './cleanup';
import { describeWith } from './describe-with';
import { findProgram } from '../../scripts/find-program';
import { freePort } from './free-port';
import { codeBlock } from './markdown';
import { hasRedis } from './redis';
import { supervise } from './supervise';

const nginx = findProgram('nginx');
const haproxy = findProgram('haproxy');

/** `suite` is named in the line that is printed when the suite is skipped. */
export function describeWithProxiesAndRedis(suite: string): jest.Describe {
  return describeWith(
    nginx !== undefined && haproxy !== undefined && hasRedis,
    suite,
    'nginx, haproxy and redis-server',
  );
}

/** `suite` is named in the line that is printed when the suite is skipped. */
export function describeWithProxies(suite: string): jest.Describe {
  return describeWith(nginx !== undefined && haproxy !== undefined, suite, 'nginx and haproxy');
}

/** A documented configuration with other gateways, and with a port of this machine. */
function configure(language: string, listen: string, server: (port: number, index: number) => string) {
  const documented = codeBlock('docs/operations.md', language);
  return (port: number, gateways: readonly number[]) =>
    documented
      .replace(/^.*\b(listen|bind) .*$/m, listen.replace('PORT', String(port)))
      .replace(/(^ *server .*$\n)+/m, `${gateways.map(server).join('\n')}\n`);
}

async function listens(port: number): Promise<void> {
  for (;;) {
    const socket = connect(port, '127.0.0.1');
    try {
      await once(socket, 'connect');
      return;
    } catch {
      await delay(20);
    } finally {
      socket.destroy();
    }
  }
}

abstract class ReverseProxy {
  protected readonly folder = mkdtempSync(join(tmpdir(), 'secops-graph-'));
  protected child: ChildProcess | undefined;
  protected constructor(readonly port: number) {}

  protected async run(program: string, ...options: readonly string[]): Promise<void> {
    this.child = supervise(spawn(program, options, { stdio: 'ignore' }), 'SIGTERM');
    const ended = once(this.child, 'exit').then(() => {
      throw new Error(`${program} ended before it listened.`);
    });
    await Promise.race([listens(this.port), ended]);
    ended.catch(() => undefined);
  }

  /** Also runs at the end of the test file, if the test has failed before. */
  readonly close = endWithFile(async () => {
    if (this.child?.exitCode === null) {
      this.child.kill('SIGTERM');
      await once(this.child, 'exit');
    }
    rmSync(this.folder, { recursive: true, force: true });
  });
}

const nginxConfig = configure('nginx', '  listen 127.0.0.1:PORT;', (port) => `  server 127.0.0.1:${port};`);

export class Nginx extends ReverseProxy {
  private constructor(
    port: number,
    private readonly directives: readonly string[],
  ) {
    super(port);
  }

  /** @param directives further directives, such as `gzip on;`. */
  static async start(gateways: readonly number[], ...directives: readonly string[]): Promise<Nginx> {
    const started = new Nginx(await freePort(), directives);
    started.write(gateways);
    await started.run(nginx ?? 'nginx', '-c', started.file, '-p', started.folder, '-g', 'daemon off;');
    return started;
  }

  /** Uses other gateways from now on, as `nginx -s reload` after a change of the configuration. */
  use(gateways: readonly number[]): void {
    this.write(gateways);
    this.child?.kill('SIGHUP');
  }

  private get file(): string {
    return join(this.folder, 'nginx.conf');
  }

  private write(gateways: readonly number[]): void {
    const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      (name) => `${name}_temp_path ${join(this.folder, name)};`,
    );
    writeFileSync(
      this.file,
      [
        `pid ${join(this.folder, 'nginx.pid')};`,
        `error_log ${join(this.folder, 'error.log')};`,
        'worker_processes 1;',
        'events { worker_connections 1024; }',
        'http {',
        'access_log off;',
        ...paths,
        ...this.directives,
        nginxConfig(this.port, gateways),
        '}',
      ].join('\n'),
    );
  }
}

const haproxyConfig = configure(
  'haproxy',
  '  bind 127.0.0.1:PORT',
  (port, index) => `  server gateway-${index} 127.0.0.1:${port}`,
);

export class HaProxy extends ReverseProxy {
  /**
   * Uses those of the gateways that are ready.
   * @param idleSeconds the time after which it closes an idle connection; the documented one by default.
   */
  static async start(gateways: readonly number[], idleSeconds?: number): Promise<HaProxy> {
    const started = new HaProxy(await freePort());
    const file = join(started.folder, 'haproxy.cfg');
    const documented = haproxyConfig(started.port, gateways);
    const config =
      idleSeconds === undefined
        ? documented
        : documented.replace(/^( *timeout (?:client|server)) .*$/gm, `$1 ${idleSeconds}s`);
    writeFileSync(file, config);
    await started.run(haproxy ?? 'haproxy', '-f', file, '-db');
    return started;
  }
}
