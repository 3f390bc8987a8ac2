/** The metrics of AWS calls, including calls whose client has disconnected. */
import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import { BREAKER_STATES } from '../../aws/client/circuit-breaker';
import type { CallObserver, ObservedCall, OperationObserver } from '../../aws/client/call-observer';
import type { PortHealth } from '../../aws/client/port';
import type { CallSite } from '../../domain/errors';

/** The timeout of an attempt is 5 s. */
const BUCKETS_SECONDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20];

const SITE = ['target', 'service', 'operation'] as const;
const SERVICE = ['target', 'service'] as const;

export class AwsMetrics implements CallObserver {
  private readonly sites = new Map<string, OperationMetrics>();
  private readonly durations: Histogram;

  /** Every scrape calls `health`. */
  constructor(registry: Registry, health: () => readonly PortHealth[]) {
    const registers = [registry];
    const { sites } = this;
    new Counter({
      name: 'secops_graph_aws_calls_total',
      help: 'Calls to AWS by outcome: OK or an error code. A call and its retries count once.',
      labelNames: [...SITE, 'outcome'],
      registers,
      collect() {
        this.reset();
        for (const { site, outcomes } of sites.values()) {
          for (const [outcome, calls] of outcomes) this.inc({ ...site, outcome }, calls);
        }
      },
    });
    this.durations = new Histogram({
      name: 'secops_graph_aws_call_duration_seconds',
      help: 'Duration of calls to AWS, including retries and the waits between them.',
      labelNames: ['service', 'operation'],
      buckets: BUCKETS_SECONDS,
      registers,
    });
    new Counter({
      name: 'secops_graph_aws_attempts_total',
      help: 'HTTP requests to AWS. Every retry counts.',
      labelNames: SITE,
      registers,
      collect() {
        this.reset();
        for (const { site, attempts } of sites.values()) this.inc({ ...site }, attempts);
      },
    });
    new Counter({
      name: 'secops_graph_aws_throttles_total',
      help: 'HTTP requests that AWS throttled.',
      labelNames: SITE,
      registers,
      collect() {
        this.reset();
        for (const { site, throttles } of sites.values()) this.inc({ ...site }, throttles);
      },
    });
    new Gauge({
      name: 'secops_graph_aws_calls_in_flight',
      help: 'Calls to AWS in flight.',
      labelNames: SERVICE,
      registers,
      collect() {
        this.reset();
        for (const { site, inFlight } of sites.values()) {
          this.inc({ target: site.target, service: site.service }, inFlight);
        }
      },
    });
    new Gauge({
      name: 'secops_graph_aws_reads_waiting',
      help: 'Reads in the queue of the concurrency limiter of a service in a target.',
      labelNames: SERVICE,
      registers,
      collect() {
        for (const { target, service, queued } of health()) this.set({ target, service }, queued);
      },
    });
    new Gauge({
      name: 'secops_graph_aws_breaker_state',
      help: 'State of the circuit breaker of a service in a target: 1 for the current state, 0 for the others.',
      labelNames: [...SERVICE, 'state'],
      registers,
      collect() {
        for (const { target, service, breaker } of health()) {
          for (const state of BREAKER_STATES) this.set({ target, service, state }, Number(state === breaker));
        }
      },
    });
  }

  observe(site: CallSite): OperationObserver {
    const key = SITE.map((label) => site[label]).join(' ');
    const known = this.sites.get(key) ?? new OperationMetrics(site, this.durations);
    this.sites.set(key, known);
    return known;
  }
}

/** The counts of one operation as plain numbers: a page may need hundreds of calls, but Prometheus scrapes every few seconds only. */
class OperationMetrics implements OperationObserver {
  readonly outcomes = new Map<string, number>();
  attempts = 0;
  throttles = 0;
  inFlight = 0;

  constructor(
    readonly site: CallSite,
    private readonly durations: Histogram,
  ) {}

  callStarted(): void {
    this.inFlight += 1;
  }

  callEnded({ outcome, seconds, attempts, throttles }: ObservedCall): void {
    const { service, operation } = this.site;
    this.inFlight -= 1;
    this.outcomes.set(outcome, (this.outcomes.get(outcome) ?? 0) + 1);
    this.attempts += attempts;
    this.throttles += throttles;
    this.durations.observe({ service, operation }, seconds);
  }
}
