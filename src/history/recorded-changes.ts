/**
 * The audit log of a gateway with a history. Each change that the gateway sends is expected before AWS receives it, and
 * becomes an event together with its outcome, in one transaction with the records of the audit trail.
 */
import type { AuditLog } from '../audit/audit-log';
import type { Companions, SqlAuditLog } from '../audit/sql-audit-log';
import { InFlightMap } from '../domain/in-flight';
import type { AuditIntent, AuditOutcome } from '../domain/records/audit-entry';
import type { FieldChangeRecord } from '../domain/records/resource-event';
import { isResourceKind } from '../domain/resources';
import type { Statement } from '../storage/sql/database';
import { effectOf, valuesAfter, type Effect } from './effects';
import { HISTORY_CHANNEL, HISTORY_LOCK } from './migrations';
import { CHANGE_TIME } from './observed-fields';
import { fieldChange } from './row-comparison';
import type { AwsList } from '../domain/aws-list';
import { confirmEvent, expectEvent, insertEvent, settleEvent } from './statements';

/** The time after which AWS's reads show every change. */
const LAG_MS = 600_000;

/** A change between its intent and its outcome. */
interface PendingChange {
  readonly intent: AuditIntent;
  readonly source: AwsList;
  readonly effect: Effect;
}

/** @param now milliseconds since the epoch, on a clock that does not jump. */
export function recordedChanges(audit: SqlAuditLog, now: () => number): AuditLog {
  const pending = new InFlightMap<PendingChange>();
  return {
    begin: async (intent, log) => {
      const change = pendingChange(intent);
      await audit.begin(intent, log, change && { statements: [expectation(change, now())] });
      if (change !== undefined) pending.set(intent.changeId, change);
    },
    end: async (outcome, log) => {
      const change = pending.get(outcome.changeId);
      pending.delete(outcome.changeId);
      if (change === undefined) {
        await audit.end(outcome, log);
        return;
      }
      try {
        await audit.end(outcome, log, outcomeOf(change, outcome, now()));
      } catch {
        // The outcome matters more than the event, and the history can be busy where the audit trail is not.
        await audit.end(outcome, log);
      }
    },
    record: (...args) => audit.record(...args),
    find: (...args) => audit.find(...args),
    check: () => audit.check(),
  };
}

function pendingChange(intent: AuditIntent): PendingChange | undefined {
  const { resourceType: kind, target } = intent;
  const effect = effectOf(intent);
  if (effect === undefined || target === undefined || !isResourceKind(kind)) return undefined;
  return { intent, source: { kind, target }, effect };
}

function expectation({ intent, source, effect }: PendingChange, now: number): Statement {
  return expectEvent(source, {
    changeId: intent.changeId,
    actor: intent.actor,
    type: effect.type,
    resourceId: intent.resourceId,
    isApplied: false,
    fields: valuesAfter(effect),
    dependents: effect.type === 'CHANGED' ? effect.dependents : [],
    until: now + LAG_MS,
  });
}

/** A change with an unknown outcome stays expected: if a read shows it, the history cannot tell who made it. */
function outcomeOf(change: PendingChange, outcome: AuditOutcome, now: number): Companions {
  const { intent, source, effect } = change;
  const { changeId } = intent;
  const resourceId = intent.resourceId ?? outcome.resourceId;
  if (outcome.outcome === 'UNKNOWN') return { statements: [] };
  const isApplied = outcome.outcome === 'APPLIED' || outcome.outcome === 'RECONCILED';
  if (!isApplied || resourceId === undefined) return { statements: [settleEvent(changeId)] };
  const status = statusAfter(intent, outcome);
  const confirmed = confirmEvent({
    changeId,
    actor: intent.actor,
    type: effect.type,
    resourceId,
    isApplied: true,
    fields: valuesAfter(effect, status),
    dependents: [],
    until: now + LAG_MS,
  });
  const changes = changesOf(change, status);
  const isEvent = effect.type !== 'CHANGED' || changes.length > 0;
  const event = insertEvent(
    {
      observedAt: outcome.createdAt,
      type: effect.type,
      cause: 'GATEWAY',
      ...source,
      resourceId,
      changes,
      changeId,
    },
    intent.actor,
  );
  if (!isEvent) return { statements: [confirmed], serializedBy: HISTORY_LOCK };
  return { statements: [event, confirmed], serializedBy: HISTORY_LOCK, notify: HISTORY_CHANNEL };
}

/** The time of the last change alone is no event: the audit trail has the change. */
function changesOf({ intent, source, effect }: PendingChange, status?: string): readonly FieldChangeRecord[] {
  if (effect.type !== 'CHANGED') return [];
  const fields = effect.fields.filter((field) => field !== CHANGE_TIME);
  return fields.map((field) =>
    field === effect.status
      ? fieldChange(source.kind, field, intent.statusBefore, status)
      : fieldChange(source.kind, field, undefined, undefined),
  );
}

/** The verifying read may have returned the old status, although AWS stated the new one. */
function statusAfter(
  { statusBefore, input }: AuditIntent,
  { statusAfter: read }: AuditOutcome,
): string | undefined {
  if (read !== undefined && read !== statusBefore) return read;
  return typeof input.to === 'string' ? input.to : undefined;
}
