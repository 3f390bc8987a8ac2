/** The metrics of Valkey. */
import { Counter, type Registry } from 'prom-client';

export class StoreMetrics {
  private readonly valkeyFailures;

  constructor(registry: Registry) {
    this.valkeyFailures = new Counter({
      name: 'secops_graph_valkey_failures_total',
      help: 'Failed connections and commands of Valkey by reason, such as UNREACHABLE, FULL or REPLICA.',
      labelNames: ['reason'],
      registers: [registry],
    });
  }

  valkeyFailed(reason: string): void {
    this.valkeyFailures.inc({ reason });
  }
}
