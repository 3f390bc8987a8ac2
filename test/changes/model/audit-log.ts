// The audit log of the model, shared by all replicas. The source address of an intent is the name of its request.
import type { AuditLog } from '../../../src/audit/audit-log';
import { AuditUnavailableError } from '../../../src/domain/errors';
import type { AuditIntent, AuditOutcome } from '../../../src/domain/records/audit-entry';
import type { Process } from './process';
import type { Simulation } from './simulation';

export class ModelAuditLog {
  readonly intents = new Map<string, AuditIntent>();
  readonly outcomes = new Map<string, AuditOutcome>();

  constructor(
    private readonly sim: Simulation,
    /** The probability that a call fails before it arrives, and the probability that its response is lost. */
    private readonly failureRate: number,
  ) {}

  of(process: Process): AuditLog {
    const call = (serve: () => void) => process.call(serve, this.failure);
    return {
      begin: (intent) =>
        call(() => {
          this.begin(intent);
        }),
      end: (outcome) =>
        call(() => {
          this.end(outcome);
        }),
      record: (intent, outcome) =>
        call(() => {
          this.begin(intent);
          this.end(outcome);
        }),
      find: () => Promise.resolve({ entries: [], hasNext: false }),
      check: () => Promise.resolve(undefined),
    };
  }

  /** The intents of the request with this name. */
  intentsOf(request: string): AuditIntent[] {
    return [...this.intents.values()].filter(({ sourceAddress }) => sourceAddress === request);
  }

  private begin(intent: AuditIntent): void {
    if (this.intents.has(intent.changeId)) throw new AuditUnavailableError('written');
    this.intents.set(intent.changeId, intent);
  }

  private end(outcome: AuditOutcome): void {
    const isKnown = this.intents.has(outcome.changeId);
    if (!isKnown || this.outcomes.has(outcome.changeId)) throw new AuditUnavailableError('written');
    this.outcomes.set(outcome.changeId, outcome);
  }

  private readonly failure = (): Error | undefined =>
    this.sim.random.chance(this.failureRate) ? new AuditUnavailableError('written') : undefined;
}
