/** Limits of the number of connections of one server, in all and per client address. The server closes connections beyond them at once. */
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { Logger } from 'pino';
import { networkOf } from '../domain/network';
import type { ConnectionMetrics, DropReason, ServerName } from '../observability/metrics/connection-metrics';

export interface ConnectionLimits {
  readonly total: number;
  /** The limit of one IPv4 address or one 56-bit network of IPv6, which a provider may give to one subscriber. */
  readonly perAddress: number;
}

/** The limits when the process may open any number of files. */
export const DEFAULT_CONNECTION_LIMITS: ConnectionLimits = { total: 2_000, perAddress: 1_000 };

export interface LimitedServer {
  readonly name: ServerName;
  readonly limits: ConnectionLimits;
  readonly metrics: ConnectionMetrics;
  readonly logger: Logger;
  /** True for addresses without a limit per address, such as trusted proxies. */
  readonly isExempt?: (address: string) => boolean;
}

/** The prefix of the IPv6 networks that providers give to one subscriber. */
const SUBSCRIBER_PREFIX = 56;

/** The pause between two log lines with the same reason. */
const LOG_INTERVAL_MS = 60_000;

export function limitConnections(
  server: Server,
  { name, limits, metrics, logger, isExempt = () => false }: LimitedServer,
): void {
  const openByNetwork = new Map<string, number>();
  const drop = dropReporter(name, limits, metrics, logger);
  metrics.limited(name, limits.total);
  server.maxConnections = limits.total;
  server.on('drop', () => {
    drop('LIMIT');
  });
  server.on('connection', (socket: Socket) => {
    const network = networkOf(socket.remoteAddress ?? '', SUBSCRIBER_PREFIX);
    const open = openByNetwork.get(network) ?? 0;
    if (open >= limits.perAddress && !isExempt(socket.remoteAddress ?? '')) {
      drop('ADDRESS_LIMIT');
      socket.destroy();
      return;
    }
    openByNetwork.set(network, open + 1);
    metrics.opened(name);
    socket.once('close', () => {
      metrics.closed(name);
      const rest = (openByNetwork.get(network) ?? 1) - 1;
      if (rest === 0) openByNetwork.delete(network);
      else openByNetwork.set(network, rest);
    });
  });
  // The system may lack file descriptors or memory for a connection. Without a listener, the error would be an uncaught exception.
  server.once('listening', () => {
    server.on('error', (error) => {
      drop('ACCEPT_FAILED', error);
    });
  });
}

/** Counts dropped connections, and logs them once a minute per reason. */
function dropReporter(
  server: ServerName,
  { total, perAddress }: ConnectionLimits,
  metrics: ConnectionMetrics,
  logger: Logger,
): (reason: DropReason, error?: Error) => void {
  const loggedAt = new Map<DropReason, number>();
  return (reason, error) => {
    metrics.connectionDropped(server, reason);
    const now = performance.now();
    if (now - (loggedAt.get(reason) ?? -Infinity) < LOG_INTERVAL_MS) return;
    loggedAt.set(reason, now);
    if (reason === 'ACCEPT_FAILED') {
      logger.error({ err: error, server, reason }, 'Connections cannot be accepted');
      return;
    }
    logger.warn(
      { server, reason, limit: reason === 'LIMIT' ? total : perAddress },
      'Connections beyond the limit are dropped',
    );
  };
}
