/** The metrics of the connections of clients, by server. */
import { Counter, Gauge, type Registry } from 'prom-client';

/** The server of GraphQL, and that of OPERATIONS_PORT. */
export const SERVER_NAMES = ['graphql', 'operations'] as const;
export type ServerName = (typeof SERVER_NAMES)[number];

/** The reasons for dropped connections: the limit of the server, the limit of the client address, or an error of the system. */
export const DROP_REASONS = ['LIMIT', 'ADDRESS_LIMIT', 'ACCEPT_FAILED'] as const;
export type DropReason = (typeof DROP_REASONS)[number];

export class ConnectionMetrics {
  private readonly open;
  private readonly limit;
  private readonly dropped;

  constructor(registry: Registry) {
    const registers = [registry];
    this.open = new Gauge({
      name: 'secops_graph_connections',
      help: 'Open connections of clients by server.',
      labelNames: ['server'],
      registers,
    });
    this.limit = new Gauge({
      name: 'secops_graph_connection_limit',
      help: 'Maximum number of open connections by server.',
      labelNames: ['server'],
      registers,
    });
    this.dropped = new Counter({
      name: 'secops_graph_connections_dropped_total',
      help: 'Connections closed at once by server and reason: LIMIT (too many in all), ADDRESS_LIMIT (too many from one address) or ACCEPT_FAILED (the system lacked file descriptors or memory).',
      labelNames: ['server', 'reason'],
      registers,
    });
  }

  /** States the limit of a server before its first connection. */
  limited(server: ServerName, limit: number): void {
    this.limit.set({ server }, limit);
    this.open.set({ server }, 0);
    for (const reason of DROP_REASONS) this.dropped.inc({ server, reason }, 0);
  }

  opened(server: ServerName): void {
    this.open.inc({ server });
  }

  closed(server: ServerName): void {
    this.open.dec({ server });
  }

  connectionDropped(server: ServerName, reason: DropReason): void {
    this.dropped.inc({ server, reason });
  }
}
