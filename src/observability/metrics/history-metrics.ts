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
  /** The number of resources by status; undefined unless the look read the whole list. */
  readonly statuses?: ReadonlyMap<string, number> | undefined;
}

type Source = Pick<CompletedLook, 'target' | 'kind'>;

export class HistoryMetrics {
  private readonly looks;
  private readonly calls;
  private readonly events;
  private readonly lastLook;
  private readonly resources;
  private readonly lastSweep;
  /** The statuses of the last sweep, by list. */
  private readonly counted = new Map<string, readonly string[]>();

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
    this.resources = new Gauge({
      name: 'secops_graph_resources',
      help: 'Resources by status when the history of this gateway last read their whole list; a scrape calls no AWS service. Mailbox export jobs are those of seven days.',
      labelNames: ['target', 'kind', 'status'],
      registers,
    });
    this.lastSweep = new Gauge({
      name: 'secops_graph_resources_timestamp_seconds',
      help: 'Time when the history of this gateway last read a whole list, in seconds since the epoch.',
      labelNames: ['target', 'kind'],
      registers,
    });
  }

  looked({ target, kind, outcome, events, calls, statuses }: CompletedLook): void {
    this.looks.inc({ target, kind, outcome });
    this.calls.inc({ target, kind }, calls);
    this.events.inc({ target, kind }, events);
    if (outcome === 'COMPLETE' || outcome === 'PARTIAL')
      this.lastLook.set({ target, kind }, Date.now() / 1_000);
    if (statuses !== undefined) this.swept({ target, kind }, statuses);
  }

  /** Another gateway may watch the list now, so its last sweep must not remain in the metrics of this one. */
  forget(source: Source): void {
    for (const status of this.statusesOf(source)) this.resources.remove({ ...labelsOf(source), status });
    this.lastSweep.remove(labelsOf(source));
    this.counted.delete(keyOf(source));
  }

  private swept(source: Source, statuses: ReadonlyMap<string, number>): void {
    // A status without resources any more has the count 0.
    const counted = [...new Set([...this.statusesOf(source), ...statuses.keys()])];
    for (const status of counted)
      this.resources.set({ ...labelsOf(source), status }, statuses.get(status) ?? 0);
    this.lastSweep.set(labelsOf(source), Date.now() / 1_000);
    this.counted.set(keyOf(source), counted);
  }

  private statusesOf(source: Source): readonly string[] {
    return this.counted.get(keyOf(source)) ?? [];
  }
}

function keyOf({ target, kind }: Source): string {
  return `${target} ${kind}`;
}

function labelsOf({ target, kind }: Source) {
  return { target, kind };
}
