/** The metrics of GraphQL requests and of AWS responses that they reused without a call. */
import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { UsageReport } from '../../aws/client/usage';

export interface CompletedRequest {
  /** query, mutation or subscription; none when no operation was executed. */
  readonly type: string;
  /** OK, the code of the first error, or CLIENT_GONE when the client disconnected before the operation ran. */
  readonly outcome: string;
  readonly status: number;
  /** The codes of all errors. */
  readonly codes: readonly string[];
  readonly seconds: number;
  readonly aws: UsageReport | undefined;
}

/** From a request without AWS calls to the deadline of reads, 30 s. */
const BUCKETS_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

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
      help: 'Requests by type of operation (none when no operation was executed), outcome (OK, the code of the first error, or CLIENT_GONE) and HTTP status (499 for CLIENT_GONE).',
      labelNames: ['type', 'outcome', 'status'],
      registers,
    });
    this.durations = new Histogram({
      name: 'secops_graph_request_duration_seconds',
      help: 'Time from the headers of a request to its response.',
      labelNames: ['type'],
      buckets: BUCKETS_SECONDS,
      registers,
    });
    this.inFlight = new Gauge({
      name: 'secops_graph_requests_in_flight',
      help: 'Requests in flight.',
      registers,
    });
    this.errors = new Counter({
      name: 'secops_graph_errors_total',
      help: 'Errors in responses by code. A response may have several errors.',
      labelNames: ['code'],
      registers,
    });
    this.reused = new Counter({
      name: 'secops_graph_aws_responses_reused_total',
      help: 'AWS responses reused without a call: from the read cache (cache) or from a concurrent identical read (single_flight).',
      labelNames: ['target', 'service', 'operation', 'from'],
      registers,
    });
  }

  started(): void {
    this.inFlight.inc();
  }

  /** Counts the end of a request, after its response was sent or its client disconnected. */
  closed(): void {
    this.inFlight.dec();
  }

  /** Counts a request that load shedding rejected before parsing. */
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
