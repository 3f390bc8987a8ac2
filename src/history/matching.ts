/** The conditions on events, evaluated in memory: the same events match as in the database. */
import type { DateTimeConditions } from '../domain/records/conditions';
import type { ResourceEventConditions, ResourceEventRecord } from '../domain/records/resource-event';
import type { HistoryAccess } from './queries';

/** True for an event that matches all conditions and that a caller with this access may see. */
export function matchesEvent(
  event: ResourceEventRecord,
  { resourceId, targets, kinds, types, fields, actors, time }: ResourceEventConditions,
  access: HistoryAccess,
): boolean {
  return (
    isOneOf(event.kind, access.kinds) &&
    isOneOf(event.target, access.targets) &&
    (resourceId == null || event.resourceId === resourceId) &&
    isOneOf(event.target, targets) &&
    isOneOf(event.kind, kinds) &&
    isOneOf(event.type, types) &&
    isOneOf(event.actor, actors) &&
    (fields == null || event.changes.some(({ field }) => fields.includes(field))) &&
    matchesTime(event.observedAt, time)
  );
}

/** Without choices, every value matches. */
function isOneOf(value: string | undefined, choices: readonly string[] | null | undefined): boolean {
  return choices == null || (value !== undefined && choices.includes(value));
}

function matchesTime(value: Date, conditions: DateTimeConditions | null | undefined): boolean {
  const { eq, gt, gte, lt, lte } = conditions ?? {};
  return (
    (eq == null || (value >= eq.from && value <= eq.until)) &&
    (gt == null || value > gt.until) &&
    (gte == null || value >= gte.from) &&
    (lt == null || value < lt.from) &&
    (lte == null || value <= lte.until)
  );
}
