// Records for the audit log: with few members, with all members, and a list of mixed ones.
import type { AuditLog } from '../../src/audit/audit-log';
import type {
  AuditConditions,
  AuditEntry,
  AuditIntent,
  AuditOutcome,
} from '../../src/domain/records/audit-entry';

export const START = Date.UTC(2026, 0, 1);
const MINUTE = 60_000;

export function intentOf(changeId: string, more: Partial<AuditIntent> = {}): AuditIntent {
  return {
    changeId,
    createdAt: new Date(START),
    actor: 'alice',
    sourceAddress: undefined,
    mutation: 'closeSecurityCase',
    resourceType: undefined,
    resourceId: undefined,
    target: undefined,
    input: {},
    statusBefore: undefined,
    idempotencyKey: undefined,
    operation: undefined,
    replayOf: undefined,
    ...more,
  };
}

export function outcomeOf(changeId: string, more: Partial<AuditOutcome> = {}): AuditOutcome {
  return {
    changeId,
    createdAt: new Date(START + 1),
    outcome: 'APPLIED',
    errorCodes: [],
    statusAfter: undefined,
    resourceId: undefined,
    requestId: undefined,
    ...more,
  };
}

/** The entry that the log must return for the intent and the outcome, without its position. */
export function entryOf(intent: AuditIntent, outcome?: AuditOutcome): Omit<AuditEntry, 'position'> {
  return {
    kind: 'AuditEntry',
    ...intent,
    resourceId: intent.resourceId ?? outcome?.resourceId,
    endedAt: outcome?.createdAt,
    outcome: outcome?.outcome,
    errorCodes: outcome?.errorCodes ?? [],
    statusAfter: outcome?.statusAfter,
    requestId: outcome?.requestId,
  };
}

const ACTORS = ['alice', 'bob', 'anonymous'] as const;
const MUTATIONS = [
  'closeSecurityCase',
  'tagResource',
  'createMacieMember',
  'resumeClassificationJob',
] as const;
const OUTCOMES = ['APPLIED', 'REFUSED', 'DRY_RUN', 'UNKNOWN', 'RECONCILED', undefined, undefined] as const;

function pick<Value>(values: readonly Value[], index: number): Value {
  return values[index % values.length] as Value;
}

/** `count` changes, one per minute, with all combinations of their members; oldest first. */
export function mixedLot(count: number): Omit<AuditEntry, 'position'>[] {
  return Array.from({ length: count }, (_each, index) => {
    const changeId = `change-${index}`;
    const mutation = pick(MUTATIONS, Math.floor(index / 3));
    const resourceId = `resource-${index % 5}`;
    const creates = mutation === 'createMacieMember';
    const intent = intentOf(changeId, {
      createdAt: new Date(START + index * MINUTE),
      actor: pick(ACTORS, index),
      mutation,
      resourceId: creates ? undefined : resourceId,
      input: { index },
    });
    const outcome = pick(OUTCOMES, index);
    if (outcome === undefined) return entryOf(intent);
    const time = new Date(intent.createdAt.getTime() + 1_000);
    return entryOf(
      intent,
      outcomeOf(changeId, { createdAt: time, outcome, resourceId: creates ? resourceId : undefined }),
    );
  });
}

/** All entries that match, newest first, read page by page. */
export async function entriesOf(
  log: AuditLog,
  conditions: AuditConditions = {},
  first = 200,
): Promise<AuditEntry[]> {
  const found: AuditEntry[] = [];
  for (;;) {
    const { entries, hasNext } = await log.find(conditions, { first, after: found.at(-1)?.position });
    found.push(...entries);
    if (!hasNext) return found;
  }
}

/** Writes an entry with the same calls that mutations make. */
export async function write(log: AuditLog, entry: Omit<AuditEntry, 'position'>): Promise<void> {
  const { outcome, endedAt } = entry;
  const creates = entry.mutation === 'createMacieMember';
  const intent = { ...entry, resourceId: creates ? undefined : entry.resourceId };
  if (outcome === undefined || endedAt === undefined) return log.begin(intent);
  const end = { ...entry, createdAt: endedAt, outcome, resourceId: creates ? entry.resourceId : undefined };
  if (outcome === 'REFUSED' || outcome === 'DRY_RUN') return log.record(intent, end);
  await log.begin(intent);
  return log.end(end);
}
