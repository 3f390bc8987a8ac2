/** The environment of the benchmark: the canned Macie, and the servers that answer the same query over it. */
import { basename, join, resolve } from 'node:path';
import { liveVariables } from '../live-variables';
import { startProgram, type Program } from '../program';
import { CannedService } from './canned-service';

export const GATEWAY = 'gateway';
export const BARE = 'bare SDK';
export const MERCURIUS = 'mercurius+jit';

/** A server to start: its name in reports, and its compiled module. */
export interface ServerModule {
  readonly name: string;
  readonly module: string;
}

export const THIS_GATEWAY: ServerModule = { name: GATEWAY, module: join(__dirname, '../../src/main.js') };

export const BARE_SERVER: ServerModule = { name: BARE, module: join(__dirname, 'servers/bare.js') };

export const PEERS: readonly ServerModule[] = [
  { name: MERCURIUS, module: join(__dirname, 'servers/mercurius.js') },
  { name: 'graphql-yoga', module: join(__dirname, 'servers/yoga.js') },
  { name: 'Apollo Server', module: join(__dirname, 'servers/apollo.js') },
  BARE_SERVER,
];

/** @param folder another checkout of this project, built. */
export function gatewayOf(folder: string): ServerModule {
  return { name: `${GATEWAY} of ${basename(resolve(folder))}`, module: resolve(folder, 'dist/src/main.js') };
}

export interface Server {
  readonly name: string;
  /** The URL of the GraphQL endpoint. */
  readonly url: string;
  readonly program: Program;
}

export interface PeerEnvironment {
  readonly canned: CannedService;
  readonly servers: readonly Server[];
  close(): Promise<void>;
}

/** Far above what the benchmark uses: the rate limit counts, and rejects nothing. */
const RATE_LIMIT = '999999999';

/** @param command the command that runs the module of a server, such as `taskset -c 0 node`. */
export async function startPeers(
  modules: readonly ServerModule[],
  command: readonly string[],
): Promise<PeerEnvironment> {
  const canned = await CannedService.start();
  const variables = {
    ...liveVariables(canned.url),
    AWS_REGION: 'us-east-1',
    RATE_LIMIT_PER_MINUTE: RATE_LIMIT,
  };
  const servers: Server[] = [];
  for (const { name, module } of modules) {
    // The gateway logs every request, as by default, and nobody reads the lines.
    const program = await startProgram(module, variables, { command, discardErrors: true });
    servers.push({ name, url: `${program.url}/graphql`, program });
  }
  return {
    canned,
    servers,
    close: async () => {
      for (const { program } of servers) await program.stop();
      await canned.stop();
    },
  };
}
