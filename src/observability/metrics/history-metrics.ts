/** The metrics of the history: its looks at AWS's lists, their cost and their age. */
import { Counter, Gauge, type Registry } from 'prom-client';

/** One look at a list. */
export interface CompletedLook {
  readonly target: string;
  readonly kind: string;
  /** COMPLETE, PARTIAL, FAILED or LEASE_LOST. */
  readonly outcome: string;
  readonly events: number;
  /** The AWS calls of the look. */
  readonly calls: number;
}

export class HistoryMetrics {
  private readonly looks;
  private readonly calls;
  private readonly events;
  private readonly lastLook;

  constructor(registry: Registry) {
    const registers = [registry];
    this.looks = new Counter({
      name: 'secops_graph_history_looks_total',
      help: 'Looks of the history at lists of AWS, by outcome: COMPLETE, PARTIAL (rows may be missing), FAILED or LEASE_LOST.',
      labelNames: ['target', 'kind', 'outcome'],
      registers,
    });
    this.calls = new Counter({
      name: 'secops_graph_history_aws_calls_total',
      help: 'AWS calls of the looks of the history.',
      labelNames: ['target', 'kind'],
      registers,
    });
    this.events = new Counter({
      name: 'secops_graph_history_events_total',
      help: 'Events that looks of the history have found. Changes that the gateway makes are in secops_graph_changes_total.',
      labelNames: ['target', 'kind'],
      registers,
    });
    this.lastLook = new Gauge({
      name: 'secops_graph_history_last_look_timestamp_seconds',
      help: 'Time of the last successful look of this gateway at a list, in seconds since the epoch.',
      labelNames: ['target', 'kind'],
      registers,
    });
  }

  looked({ target, kind, outcome, events, calls }: CompletedLook): void {
    this.looks.inc({ target, kind, outcome });
    this.calls.inc({ target, kind }, calls);
    this.events.inc({ target, kind }, events);
    if (outcome === 'COMPLETE' || outcome === 'PARTIAL')
      this.lastLook.set({ target, kind }, Date.now() / 1_000);
  }
}
