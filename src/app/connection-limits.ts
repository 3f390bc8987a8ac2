/** The connections of clients for which the process has file descriptors. */
import { readFileSync } from 'node:fs';
import { MAX_SOCKETS } from '../aws/client/call-limits';
import type { Config } from '../config/config';
import { ConfigError } from '../domain/errors';
import { DEFAULT_CONNECTION_LIMITS, type ConnectionLimits } from '../http/connection-limits';

/** The limits of the server of OPERATIONS_PORT, for monitoring. */
export const OPERATIONS_CONNECTIONS: ConnectionLimits = { total: 50, perAddress: 25 };

/** File descriptors for the program, the log, the stores, the issuer and the collector. */
const FILES = 64;

export interface ConnectionPlan {
  readonly limits: ConnectionLimits;
  /** The number of files that the process may open; undefined if it is unlimited or unknown. */
  readonly openFiles: number | undefined;
  /** The file descriptors that clients cannot use. */
  readonly reservedFiles: number;
  /** The file descriptors that the gateway itself can use at once, more than `reservedFiles` if the process may open too few. */
  readonly neededFiles: number;
}

/**
 * Divides the file descriptors of the process. Throws ConfigError when MAX_CONNECTIONS exceeds the rest for clients, and when
 * nothing is left for them.
 * @param openFiles the number of files that the process may open; undefined for no limit.
 */
export function planConnections(
  { http, targets, awsMode }: Pick<Config, 'http' | 'targets' | 'awsMode'>,
  openFiles: number | undefined,
): ConnectionPlan {
  const base = FILES + OPERATIONS_CONNECTIONS.total;
  const neededFiles = base + socketsToAws(targets, awsMode);
  const { maxConnections, maxConnectionsPerAddress } = http;
  const limitsOf = (total: number) => ({
    total,
    perAddress: maxConnectionsPerAddress ?? Math.ceil(total / 2),
  });
  if (openFiles === undefined) {
    const limits = limitsOf(maxConnections ?? DEFAULT_CONNECTION_LIMITS.total);
    return { limits, openFiles, reservedFiles: neededFiles, neededFiles };
  }
  if (openFiles <= base) {
    throw new ConfigError(
      `The process may open ${openFiles} files, and needs ${base} of them itself: raise the limit of open files (ulimit -n).`,
    );
  }
  // Many targets leave at least half to clients.
  const available = openFiles - Math.max(base, Math.min(neededFiles, Math.ceil(openFiles / 2)));
  if (maxConnections !== undefined && maxConnections > available) {
    throw new ConfigError(
      `MAX_CONNECTIONS is ${maxConnections}, but the process may open ${openFiles} files, and needs ${openFiles - available} of them itself: raise the limit of open files (ulimit -n), or set MAX_CONNECTIONS to at most ${available}.`,
    );
  }
  const limits = limitsOf(maxConnections ?? Math.min(DEFAULT_CONNECTION_LIMITS.total, available));
  return { limits, openFiles, reservedFiles: Math.min(neededFiles, openFiles - limits.total), neededFiles };
}

/** The maximum number of sockets of all handlers: two for each service of a target, and one for each role. */
function socketsToAws(targets: Config['targets'], awsMode: Config['awsMode']): number {
  const handlers = targets.reduce(
    (sum, { services, roleArn }) => sum + 2 * services.length + (roleArn === undefined ? 0 : 1),
    0,
  );
  // The emulator runs in the same process, which then has both ends of each connection.
  return handlers * MAX_SOCKETS * (awsMode === 'emulator' ? 2 : 1);
}

/** The soft limit of open files of this process, on Linux; undefined if it is unlimited, and on other systems. */
export function openFilesLimit(): number | undefined {
  try {
    const limit = /^Max open files +(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8'))?.[1];
    return limit === undefined ? undefined : Number(limit);
  } catch {
    return undefined;
  }
}
