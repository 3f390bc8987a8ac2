/** Records of the attention queue: what needs a person, and which reasons the gateway could not check. */
import type { AttentionReason } from './all';
import type { ResourceKind } from '../resources';
import type { AuditEntry } from '../records/audit-entry';
import type { ResourceRecord } from '../records/resource-record';

/** One reason of one resource or change. The keys make its global id. */
export interface AttentionItemRecord {
  readonly kind: 'AttentionItem';
  readonly reason: AttentionReason;
  /** A hash of the id of the resource or change. */
  readonly digest: string;
  readonly since: Date | undefined;
  readonly dueAt: Date | undefined;
  readonly isUrgent: boolean;
  readonly summary: string;
  /** The row of a list, without loaders, so that the gateway can keep the item for later pages; undefined for a change. */
  readonly row: ResourceRecord | undefined;
  /** The change; undefined for a resource of a list. */
  readonly entry: AuditEntry | undefined;
}

export type UnavailableReasonCode =
  | 'FORBIDDEN'
  | 'HISTORY_OFF'
  | 'HISTORY_UNAVAILABLE'
  | 'NOT_WATCHED'
  | 'AUDIT_UNAVAILABLE'
  | 'TOO_MANY_CHANGES';

/** A reason that the gateway could not check. */
export interface UnavailableReasonRecord {
  readonly reason: AttentionReason;
  readonly code: UnavailableReasonCode;
  /** The target to which it applies; undefined for all. */
  readonly target: string | undefined;
  readonly message: string;
}

/** Filter conditions; an item must match all conditions that are present. */
export interface AttentionConditions {
  readonly reasons?: readonly AttentionReason[] | null | undefined;
  readonly targets?: readonly string[] | null | undefined;
  readonly kinds?: readonly ResourceKind[] | null | undefined;
  /** The item has a due time before this one. */
  readonly dueBefore?: Date | null | undefined;
}
