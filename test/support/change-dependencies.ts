// The dependencies of the change pipeline, for tests without a gateway. Only the audit log is a test double: it is held in memory.
import type { AuditLog } from '../../src/audit/audit-log';
import type { ChangeDependencies } from '../../src/changes/dependencies';
import { SYSTEM_CLOCK } from '../../src/changes/clock';
import { MemoryIdempotencyStore } from '../../src/changes/idempotency';
import { KeyedQueue } from '../../src/changes/keyed-queue';
import { SINGLE_GATEWAY_LEASES } from '../../src/changes/lease';
import { MutationPipeline } from '../../src/changes/mutation-pipeline';
import { SERVICE_NAMES } from '../../src/domain/services';
import type { AuditIntent, AuditOutcome, AuditPage } from '../../src/domain/records/audit-entry';
import { Targets } from '../../src/domain/targets';

export class MemoryAudit implements AuditLog {
  readonly intents: AuditIntent[] = [];
  readonly outcomes: AuditOutcome[] = [];

  begin(intent: AuditIntent): Promise<void> {
    this.intents.push(intent);
    return Promise.resolve();
  }

  end(outcome: AuditOutcome): Promise<void> {
    this.outcomes.push(outcome);
    return Promise.resolve();
  }

  async record(intent: AuditIntent, outcome: AuditOutcome): Promise<void> {
    await this.begin(intent);
    await this.end(outcome);
  }

  find(): Promise<AuditPage> {
    return Promise.resolve({ entries: [], hasNext: false });
  }

  check(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

export function changeDependencies(
  overrides: Partial<ChangeDependencies> = {},
  audit: AuditLog = new MemoryAudit(),
): ChangeDependencies {
  const clock = overrides.clock ?? SYSTEM_CLOCK;
  return {
    queue: new KeyedQueue(),
    leases: SINGLE_GATEWAY_LEASES,
    pipeline: new MutationPipeline(audit, new MemoryIdempotencyStore(clock), clock),
    clock,
    targets: new Targets([{ name: 'default', region: 'us-east-1', services: SERVICE_NAMES }]),
    ...overrides,
  };
}
