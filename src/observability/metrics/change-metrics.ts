/** The metrics of changes: outcomes, waits for leases, idempotency claims and audit writes. */
import { Counter, Histogram, type Registry } from 'prom-client';
import type { ChangeOutcome } from '../../domain/transitions/table';

/** A change waits for a lease at most 15 s. */
const LEASE_BUCKETS_SECONDS = [0.005, 0.025, 0.1, 0.25, 1, 2.5, 5, 10, 15, 20];
/** A statement of the audit log takes at most 2.5 s. */
const AUDIT_BUCKETS_SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

export class ChangeMetrics {
  private readonly changes;
  private readonly leaseWaits;
  private readonly claims;
  private readonly auditWrites;

  constructor(registry: Registry) {
    const registers = [registry];
    this.changes = new Counter({
      name: 'secops_graph_changes_total',
      help: 'Requested changes by mutation and outcome. Results replayed for an idempotency key do not count.',
      labelNames: ['mutation', 'outcome'],
      registers,
    });
    this.leaseWaits = new Histogram({
      name: 'secops_graph_lease_wait_seconds',
      help: 'Wait of changes for the lease of their resource, by outcome: ACQUIRED or an error code.',
      labelNames: ['outcome'],
      buckets: LEASE_BUCKETS_SECONDS,
      registers,
    });
    this.claims = new Counter({
      name: 'secops_graph_idempotency_claims_total',
      help: 'Idempotency keys of mutations by state: CLAIMED is new, COMPLETED returned the stored result, FAILED could not be looked up.',
      labelNames: ['state'],
      registers,
    });
    this.auditWrites = new Histogram({
      name: 'secops_graph_audit_write_duration_seconds',
      help: 'Duration of writes to the audit trail, by outcome: OK or FAILED.',
      labelNames: ['outcome'],
      buckets: AUDIT_BUCKETS_SECONDS,
      registers,
    });
  }

  changed(mutation: string, outcome: ChangeOutcome): void {
    this.changes.inc({ mutation, outcome });
  }

  leaseWaited(outcome: string, seconds: number): void {
    this.leaseWaits.observe({ outcome }, seconds);
  }

  claimed(state: string): void {
    this.claims.inc({ state });
  }

  auditWritten(outcome: 'OK' | 'FAILED', seconds: number): void {
    this.auditWrites.observe({ outcome }, seconds);
  }
}
