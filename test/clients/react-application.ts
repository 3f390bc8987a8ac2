// The React application of the fixtures in both of its forms, with an emulator and a gateway behind it.
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import type { Config } from '../../src/config/config';
import { SCOPES } from '../../src/domain/principal';
import { SERVICE_NAMES } from '../../src/domain/services';
import type { Target } from '../../src/domain/targets';
import { endWithFile } from '../support/cleanup';
import { startTestEmulator } from '../support/emulator';
import { startTestGateway, testConfig } from '../support/gateway';
import { Harness } from '../support/harness';
import { identityOf, tokenOf } from '../support/principals';
import { CASE_ID } from '../support/resources';
import { runProgram, type Program } from '../support/program';
import { copyFixture } from './temporary-project';

const VITE = join(__dirname, '../../node_modules/vite/bin/vite.js');
/** Vite's other ways to load its configuration write into node_modules. */
const LOADER = ['--configLoader', 'runner'];

export const FORMS = ['development server', 'production build'] as const;
export type Form = (typeof FORMS)[number];

/** The account of the second target. */
export const PARTNER_ACCOUNT = '222233334444';

/** Only the second target has cases and nothing else, so that jobs come from one source and cases from two. */
const TARGETS: readonly Target[] = [
  { name: 'default', region: 'us-east-1', services: SERVICE_NAMES },
  {
    name: 'partner',
    region: 'us-east-1',
    roleArn: `arn:aws:iam::${PARTNER_ACCOUNT}:role/secops-graph`,
    services: ['security-ir'],
  },
];

export class ReactApplication extends Harness {
  /** The origin of the page. */
  origin!: string;
  /** The API token that the page asks for; undefined without sign-in. */
  token: string | undefined;
  readonly #ends: (() => unknown)[] = [];

  async start(form: Form): Promise<void> {
    this.emulator = await startTestEmulator({ sizes: { jobs: 0, members: 0, exportJobs: 0, cases: 0 } });
    const { folder, remove } = copyFixture('react');
    this.#ends.push(remove, () => this.emulator.close());
    await (form === 'development server' ? this.#serveSources(folder) : this.#serveBuild(folder));
  }

  async stop(): Promise<void> {
    for (const end of this.#ends.reverse()) await end();
  }

  /** How often an AWS operation was called. */
  async callsOf(operation: string): Promise<number> {
    return (await this.operations()).filter((called) => called === operation).length;
  }

  async putCase(title: string, more: object = {}, account?: string): Promise<void> {
    const set = { title, caseStatus: 'Submitted', resolverType: 'Self', ...more };
    await this.put('security-ir', 'case', CASE_ID, set, { account });
  }

  /** Vite's development server passes /graphql on to a gateway with the default settings. */
  async #serveSources(folder: string): Promise<void> {
    await this.#startGateway({});
    const vite = this.#runVite(folder, ['--port', '0'], { GATEWAY_URL: new URL(this.gateway.url).origin });
    const [, origin = ''] = await vite.printed(/Local: +(http:\S+)\//);
    this.origin = origin;
  }

  /** A server of another origin than the gateway, which requires a token. */
  async #serveBuild(folder: string): Promise<void> {
    const site = createServer().listen(0, '127.0.0.1');
    await once(site, 'listening');
    this.#ends.push(
      endWithFile(() => {
        site.close();
        site.closeAllConnections();
      }),
    );
    this.origin = originOf(site);
    this.token = tokenOf('ann');
    await this.#startGateway({
      identity: identityOf({ ann: { scopes: new Set(SCOPES), targets: 'ALL' } }),
      http: { ...testConfig().http, corsOrigins: [this.origin] },
    });
    const build = this.#runVite(folder, ['build'], {
      VITE_GRAPHQL_URL: this.gateway.url,
      VITE_SIGN_IN: 'true',
    });
    if ((await build.exit()) !== 0) throw new Error(`vite build failed: ${build.stderr()}`);
    serveFiles(site, join(folder, 'dist'), [new URL(this.gateway.url).origin, this.emulator.url]);
  }

  async #startGateway(overrides: Partial<Config>): Promise<void> {
    this.gateway = await startTestGateway(this.emulator.url, { targets: TARGETS, ...overrides });
    this.#ends.push(() => this.gateway.close());
  }

  #runVite(cwd: string, args: readonly string[], env: NodeJS.ProcessEnv): Program {
    const program = runProgram(VITE, { NO_COLOR: '1', ...env }, { args: [...args, ...LOADER], cwd });
    this.#ends.push(async () => {
      program.kill('SIGTERM');
      await program.exit();
    });
    return program;
  }
}

function originOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
};

/** Serves a folder under a strict content security policy: scripts and styles of the page, and requests to `origins`. */
function serveFiles(server: Server, folder: string, origins: readonly string[]): void {
  const policy = [
    "default-src 'self'",
    `connect-src ${origins.join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
  server.on('request', ({ url = '/' }, response) => {
    const path = url === '/' ? '/index.html' : url;
    response.setHeader('content-security-policy', policy);
    readFile(join(folder, path)).then(
      (bytes) => response.setHeader('content-type', TYPES[extname(path)] ?? 'text/plain').end(bytes),
      () => response.writeHead(404).end(),
    );
  });
}
