/** The cores of the benchmark: one for the measured server, and one for everything else. */
import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';

const SERVER_CORE = '0';
const CLIENT_CORE = '1';

export interface Cores {
  readonly arePinned: boolean;
  /** The command that runs a Node.js binary on the core of the servers. */
  serverCommand(node: string): readonly string[];
}

/**
 * Pins this process, and with it its clients and later child processes, to the core beside that of the servers. Pins
 * nothing without the program taskset or with a single core.
 */
export function pinClients(): Cores {
  const arePinned =
    cpus().length > 1 &&
    isSuccessful('taskset', '-c', SERVER_CORE, 'true') &&
    isSuccessful('taskset', '-a', '-p', '-c', CLIENT_CORE, String(process.pid));
  return {
    arePinned,
    serverCommand: (node) => (arePinned ? ['taskset', '-c', SERVER_CORE, node] : [node]),
  };
}

function isSuccessful(program: string, ...args: readonly string[]): boolean {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0;
}
