/** All metrics of a gateway in the Prometheus text format. */
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { PortHealth } from '../../aws/client/port';
import { AwsMetrics } from './aws-metrics';
import { ChangeMetrics } from './change-metrics';
import { RequestMetrics } from './request-metrics';
import { StoreMetrics } from './store-metrics';

/** The values that every scrape reads. */
export interface MetricSources {
  readonly services: () => readonly PortHealth[];
  /** Every possible problem by its reason, and whether it exists. */
  readonly problems: () => Promise<ReadonlyMap<string, boolean>>;
}

/** The metrics of the process. Shared, because a process may run several gateways. */
let processRegistry: Registry | undefined;

export class GatewayMetrics {
  /** The metrics of this gateway, without those of the process. */
  readonly registry = new Registry();
  readonly requests = new RequestMetrics(this.registry);
  readonly changes = new ChangeMetrics(this.registry);
  readonly stores = new StoreMetrics(this.registry);
  readonly aws: AwsMetrics;
  readonly contentType = this.registry.contentType;

  constructor({ services, problems }: MetricSources) {
    this.aws = new AwsMetrics(this.registry, services);
    new Gauge({
      name: 'secops_graph_problem',
      help: '1 while /readyz reports the problem, otherwise 0.',
      labelNames: ['reason'],
      registers: [this.registry],
      async collect() {
        for (const [reason, exists] of await problems()) this.set({ reason }, exists ? 1 : 0);
      },
    });
  }

  /** Returns the metrics of the gateway and of the process in the Prometheus text format. */
  async text(): Promise<string> {
    const texts = await Promise.all([this.registry.metrics(), processMetrics().metrics()]);
    return texts.join('\n');
  }
}

function processMetrics(): Registry {
  if (processRegistry === undefined) {
    processRegistry = new Registry();
    collectDefaultMetrics({ register: processRegistry });
  }
  return processRegistry;
}
