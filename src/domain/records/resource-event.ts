/** Records of the resource history: what changed on a resource, when, and whether the gateway changed it. */
import type { ResourceKind } from '../resources';
import type { DateTimeConditions } from './conditions';

export const RESOURCE_EVENT_TYPES = ['CREATED', 'CHANGED', 'DISAPPEARED'] as const;
export type ResourceEventType = (typeof RESOURCE_EVENT_TYPES)[number];

export const RESOURCE_EVENT_CAUSES = ['OBSERVED', 'GATEWAY'] as const;
export type ResourceEventCause = (typeof RESOURCE_EVENT_CAUSES)[number];

export interface FieldChangeRecord {
  /** The name of the field in the schema; a dot separates the name of a nested field. */
  readonly field: string;
  /** The value as text: times in ISO 8601, lists and objects as JSON. Undefined without a value, and when it is redacted. */
  readonly before: string | undefined;
  readonly after: string | undefined;
  /** True for texts of people: the history stores that they changed, and no value. */
  readonly redacted: boolean;
}

export interface NewResourceEvent {
  /** The time of the AWS response that showed the change, or of the gateway's own change. */
  readonly observedAt: Date;
  readonly type: ResourceEventType;
  readonly cause: ResourceEventCause;
  readonly kind: ResourceKind;
  readonly target: string;
  /** The global id. */
  readonly resourceId: string;
  readonly changes: readonly FieldChangeRecord[];
  /** The change in the audit trail; undefined when another client of AWS changed the resource. */
  readonly changeId: string | undefined;
}

export interface ResourceEventRecord extends NewResourceEvent {
  /** The caller for whom the gateway made the change; undefined when the gateway did not make it. */
  readonly actor: string | undefined;
  /** The opaque position of the event in the history, from which a later read can continue. */
  readonly position: string;
}

/** Filter conditions; an event must match all conditions that are present. */
export interface ResourceEventConditions {
  /** The global id. */
  readonly resourceId?: string | null | undefined;
  readonly targets?: readonly string[] | null | undefined;
  readonly kinds?: readonly ResourceKind[] | null | undefined;
  readonly types?: readonly ResourceEventType[] | null | undefined;
  /** The event changes one of these fields. */
  readonly fields?: readonly string[] | null | undefined;
  /** The gateway made the change for one of these callers. */
  readonly actors?: readonly string[] | null | undefined;
  readonly time?: DateTimeConditions | null | undefined;
}
