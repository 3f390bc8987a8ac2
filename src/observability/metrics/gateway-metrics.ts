/** All figures of a gateway, as Prometheus reads them. */
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { PortHealth } from '../../aws/client/port';
import { AwsMetrics } from './aws-metrics';
import { ChangeMetrics } from './change-metrics';
import { RequestMetrics } from './request-metrics';

/** What is asked at every scrape. */
export interface MetricSources {
  readonly services: () => readonly PortHealth[];
  /** What is amiss, by its reason; all reasons there are are keys. */
  readonly problems: () => Promise<ReadonlyMap<string, boolean>>;
}

/** Of the process, which may run several gateways. */
let processRegistry: Registry | undefined;

export class GatewayMetrics {
  /** The gateway's own. */
  readonly registry = new Registry();
  readonly requests = new RequestMetrics(this.registry);
  readonly changes = new ChangeMetrics(this.registry);
  readonly aws: AwsMetrics;
  readonly contentType = this.registry.contentType;

  constructor({ services, problems }: MetricSources) {
    this.aws = new AwsMetrics(this.registry, services);
    new Gauge({
      name: 'secops_graph_problem',
      help: '1 while readiness tells of the problem, else 0.',
      labelNames: ['reason'],
      registers: [this.registry],
      async collect() {
        for (const [reason, isSo] of await problems()) this.set({ reason }, isSo ? 1 : 0);
      },
    });
  }

  /** In Prometheus's text format. */
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
