/** The metrics as observers that never fail what they measure. */
import type { CallObserver } from '../../aws/client/call-observer';
import type { Isolation } from '../isolation';
import type { ChangeMetrics } from './change-metrics';
import type { ConnectionMetrics } from './connection-metrics';
import type { GatewayMetrics } from './gateway-metrics';
import type { HistoryMetrics } from './history-metrics';
import type { RequestMetrics } from './request-metrics';
import type { StoreMetrics } from './store-metrics';
import type { StreamMetrics } from './stream-metrics';

export interface IsolatedMetrics {
  readonly requests: RequestMetrics;
  readonly connections: ConnectionMetrics;
  readonly changes: ChangeMetrics;
  readonly stores: StoreMetrics;
  readonly history: HistoryMetrics;
  readonly streams: StreamMetrics;
  readonly aws: CallObserver;
}

export function isolatedMetrics(
  { requests, connections, changes, stores, history, streams, aws }: GatewayMetrics,
  isolation: Isolation,
): IsolatedMetrics {
  return {
    requests: isolation.wrap('metrics.requests', requests),
    connections: isolation.wrap('metrics.connections', connections),
    changes: isolation.wrap('metrics.changes', changes),
    stores: isolation.wrap('metrics.stores', stores),
    history: isolation.wrap('metrics.history', history),
    streams: isolation.wrap('metrics.streams', streams),
    aws: {
      observe: (site) =>
        isolation.run('metrics.aws.observe', () => isolation.wrap('metrics.aws', aws.observe(site))),
    },
  };
}
