/** Figures of changes: what came of them, and what they waited for before they were sent. */
import { Counter, Histogram, type Registry } from 'prom-client';
import type { ChangeOutcome } from '../../domain/transitions/table';

/** Seconds; a change waits for a lease fifteen at most. */
const WAITS = [0.005, 0.025, 0.1, 0.25, 1, 2.5, 5, 10, 15, 20];
/** Seconds; a statement of the audit log may take two and a half. */
const WRITES = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

export class ChangeMetrics {
  private readonly changes;
  private readonly leaseWaits;
  private readonly claims;
  private readonly auditWrites;

  constructor(registry: Registry) {
    const registers = [registry];
    this.changes = new Counter({
      name: 'secops_graph_changes_total',
      help: 'Changes that were asked for, by mutation and outcome. Answers that an idempotency key found again are not among them.',
      labelNames: ['mutation', 'outcome'],
      registers,
    });
    this.leaseWaits = new Histogram({
      name: 'secops_graph_lease_wait_seconds',
      help: 'How long changes waited for the lease of their resource, by ACQUIRED or the code of the error.',
      labelNames: ['outcome'],
      buckets: WAITS,
      registers,
    });
    this.claims = new Counter({
      name: 'secops_graph_idempotency_claims_total',
      help: 'Idempotency keys that mutations came with: CLAIMED are new, COMPLETED were answered from what is kept; FAILED could not be looked up.',
      labelNames: ['state'],
      registers,
    });
    this.auditWrites = new Histogram({
      name: 'secops_graph_audit_write_duration_seconds',
      help: 'How long writing to the audit trail took, by OK or FAILED.',
      labelNames: ['outcome'],
      buckets: WRITES,
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
