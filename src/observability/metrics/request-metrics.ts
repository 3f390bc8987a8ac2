/** Figures of the GraphQL requests, and of AWS answers that they had without a call of their own. */
import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { UsageReport } from '../../aws/client/usage';

export interface CompletedRequest {
  /** query, mutation, subscription; none where there was nothing to execute. */
  readonly type: string;
  /** OK, or the code of the first error. */
  readonly outcome: string;
  readonly status: number;
  /** Of all errors. */
  readonly codes: readonly string[];
  readonly seconds: number;
  readonly aws: UsageReport | undefined;
}

/** Seconds: from what needs no call to the deadline of reads. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

export class RequestMetrics {
  private readonly requests;
  private readonly durations;
  private readonly inFlight;
  private readonly errors;
  private readonly reused;

  constructor(registry: Registry) {
    const registers = [registry];
    this.requests = new Counter({
      name: 'secops_graph_requests_total',
      help: 'Requests, by the type of their operation (none where nothing could be executed), the code of their first error or OK, and the HTTP status.',
      labelNames: ['type', 'outcome', 'status'],
      registers,
    });
    this.durations = new Histogram({
      name: 'secops_graph_request_duration_seconds',
      help: 'From a request’s head to its answer.',
      labelNames: ['type'],
      buckets: BUCKETS,
      registers,
    });
    this.inFlight = new Gauge({
      name: 'secops_graph_requests_in_flight',
      help: 'Requests that have not been answered yet.',
      registers,
    });
    this.errors = new Counter({
      name: 'secops_graph_errors_total',
      help: 'Errors in answers, by their code; an answer may have several.',
      labelNames: ['code'],
      registers,
    });
    this.reused = new Counter({
      name: 'secops_graph_aws_responses_reused_total',
      help: 'AWS answers that were had without a call: from the read cache, or shared with a request at the same time.',
      labelNames: ['target', 'service', 'operation', 'from'],
      registers,
    });
  }

  started(): void {
    this.inFlight.inc();
  }

  /** Its connection needs it no more. */
  closed(): void {
    this.inFlight.dec();
  }

  /** Sent away before anything was known of it. */
  shed(): void {
    this.requests.inc({ type: 'none', outcome: 'OVERLOADED', status: 503 });
    this.errors.inc({ code: 'OVERLOADED' });
  }

  completed({ type, outcome, status, codes, seconds, aws }: CompletedRequest): void {
    this.requests.inc({ type, outcome, status });
    this.durations.observe({ type }, seconds);
    for (const code of codes) this.errors.inc({ code });
    for (const { target, service, operation, cached, shared } of aws?.operations ?? []) {
      const site = { target, service, operation };
      if (cached > 0) this.reused.inc({ ...site, from: 'cache' }, cached);
      if (shared > 0) this.reused.inc({ ...site, from: 'single_flight' }, shared);
    }
  }
}
