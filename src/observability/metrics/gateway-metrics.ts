/** All metrics of a gateway in the Prometheus text format. */
import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client';
import type { PortHealth } from '../../aws/client/port';
import { AwsMetrics } from './aws-metrics';
import { ChangeMetrics } from './change-metrics';
import { ConnectionMetrics } from './connection-metrics';
import { HistoryMetrics } from './history-metrics';
import { RequestMetrics } from './request-metrics';
import { StoreMetrics } from './store-metrics';
import { StreamMetrics } from './stream-metrics';

export interface ProblemState {
  readonly problem: string;
  readonly exists: boolean;
  readonly cause?: string | undefined;
}

/** The values that every scrape reads. */
export interface MetricSources {
  readonly services: () => readonly PortHealth[];
  /** Every possible problem, whether it exists, and its cause. */
  readonly problems: () => Promise<readonly ProblemState[]>;
  /** The number of log lines dropped since the start. */
  readonly droppedLogLines: () => number;
}

/** The metrics of the process. Shared, because a process may run several gateways. */
let processRegistry: Registry | undefined;

export class GatewayMetrics {
  /** The metrics of this gateway, without those of the process. */
  readonly registry = new Registry();
  readonly requests = new RequestMetrics(this.registry);
  readonly connections = new ConnectionMetrics(this.registry);
  readonly changes = new ChangeMetrics(this.registry);
  readonly stores = new StoreMetrics(this.registry);
  readonly history = new HistoryMetrics(this.registry);
  readonly streams = new StreamMetrics(this.registry);
  readonly aws: AwsMetrics;
  readonly contentType = this.registry.contentType;

  constructor({ services, problems, droppedLogLines }: MetricSources) {
    this.aws = new AwsMetrics(this.registry, services);
    new Counter({
      name: 'secops_graph_log_lines_dropped_total',
      help: 'Log lines dropped because the log could not be written: its disk is full, or nobody reads its pipe.',
      registers: [this.registry],
      collect() {
        this.reset();
        this.inc(droppedLogLines());
      },
    });
    new Gauge({
      name: 'secops_graph_problem',
      help: '1 while /readyz reports the problem, otherwise 0.',
      labelNames: ['reason', 'cause'],
      registers: [this.registry],
      async collect() {
        const states = await problems();
        // A problem has one series at a time: that of its cause.
        this.reset();
        for (const { problem, exists, cause = '' } of states) {
          this.set({ reason: problem, cause }, exists ? 1 : 0);
        }
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
