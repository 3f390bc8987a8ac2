// The audit log of the model, which all replicas share. An intent names its request by its source address.
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
    /** The probability that a call fails on its way there, and again on its way back. */
    private readonly failing: number,
  ) {}

  of(process: Process): AuditLog {
    const ask = (serve: () => void) => process.ask(serve, this.failure);
    return {
      begin: (intent) =>
        ask(() => {
          this.begin(intent);
        }),
      end: (outcome) =>
        ask(() => {
          this.end(outcome);
        }),
      record: (intent, outcome) =>
        ask(() => {
          this.begin(intent);
          this.end(outcome);
        }),
      find: () => Promise.resolve([]),
      check: () => Promise.resolve(),
      close: () => Promise.resolve(),
    };
  }

  /** The intents of a request. */
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
    this.sim.random.chance(this.failing) ? new AuditUnavailableError('written') : undefined;
}
