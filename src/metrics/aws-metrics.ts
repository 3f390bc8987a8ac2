/** Figures of the calls to AWS: all of them, whoever waits for the answer or does not any more. */
import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { CallObserver, ObservedCall } from '../aws/observe-calls';
import type { PortHealth } from '../aws/service-port';
import type { CallSite } from '../errors';

/** Seconds; a call's time-out is five. */
const BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20];

export class AwsMetrics implements CallObserver {
  private readonly calls;
  private readonly durations;
  private readonly attempts;
  private readonly throttles;
  private readonly inFlight;

  /** `health` is asked at every scrape. */
  constructor(registry: Registry, health: () => readonly PortHealth[]) {
    const registers = [registry];
    this.calls = new Counter({
      name: 'secops_graph_aws_calls_total',
      help: 'Calls to AWS, with their retries one, by OK or the code of their error.',
      labelNames: ['target', 'service', 'operation', 'outcome'],
      registers,
    });
    this.durations = new Histogram({
      name: 'secops_graph_aws_call_duration_seconds',
      help: 'From a call to its answer, with its retries and the waiting between them.',
      labelNames: ['service', 'operation'],
      buckets: BUCKETS,
      registers,
    });
    this.attempts = new Counter({
      name: 'secops_graph_aws_attempts_total',
      help: 'HTTP requests to AWS: calls and their retries.',
      labelNames: ['target', 'service', 'operation'],
      registers,
    });
    this.throttles = new Counter({
      name: 'secops_graph_aws_throttles_total',
      help: 'HTTP requests that AWS throttled.',
      labelNames: ['target', 'service', 'operation'],
      registers,
    });
    this.inFlight = new Gauge({
      name: 'secops_graph_aws_calls_in_flight',
      help: 'Calls that AWS has not answered yet.',
      labelNames: ['target', 'service'],
      registers,
    });
    new Gauge({
      name: 'secops_graph_aws_reads_waiting',
      help: 'Reads that wait for their turn at a service in a target.',
      labelNames: ['target', 'service'],
      registers,
      collect() {
        for (const { target, service, waiting } of health()) this.set({ target, service }, waiting);
      },
    });
  }

  begun({ target, service }: CallSite): void {
    this.inFlight.inc({ target, service });
  }

  ended(
    { target, service, operation }: CallSite,
    { outcome, seconds, attempts, throttles }: ObservedCall,
  ): void {
    const site = { target, service, operation };
    this.inFlight.dec({ target, service });
    this.calls.inc({ ...site, outcome });
    this.durations.observe({ service, operation }, seconds);
    this.attempts.inc(site, attempts);
    if (throttles > 0) this.throttles.inc(site, throttles);
  }
}
