/** Records of the audit trail: the intent of a change, written before the gateway sends it to AWS, and its outcome. */
import type { ChangeOutcome } from '../transitions/table';
import type { DateTimeConditions } from './conditions';

export interface AuditIntent {
  /** The id of the change, which an intent and its outcome share. */
  readonly changeId: string;
  readonly createdAt: Date;
  /** The name of the caller. */
  readonly actor: string;
  /** The IP address of the client. */
  readonly sourceAddress: string | undefined;
  /** The field of the GraphQL type Mutation. */
  readonly mutation: string;
  /** The GraphQL type of the resource. */
  readonly resourceType: string | undefined;
  /** The global id of the resource; undefined when the mutation creates it. */
  readonly resourceId: string | undefined;
  readonly target: string | undefined;
  /** The redacted input. The audit log limits its size, but does not redact it: it must not contain secrets or free text. */
  readonly input: Readonly<Record<string, unknown>>;
  /** The status of the resource before the change. */
  readonly statusBefore: string | undefined;
  readonly idempotencyKey: string | undefined;
  /** The AWS operation of the change. */
  readonly operation: string | undefined;
  /** The id of the change whose stored result a repeated request returned. */
  readonly replayOf: string | undefined;
}

export interface AuditOutcome {
  readonly changeId: string;
  readonly createdAt: Date;
  readonly outcome: ChangeOutcome;
  /** The codes of the errors in the response of the mutation. */
  readonly errorCodes: readonly string[];
  /** The status of the resource after the change. */
  readonly statusAfter: string | undefined;
  /** The global id of the created resource; undefined when the intent has the id. */
  readonly resourceId: string | undefined;
  /** The AWS request id, which identifies the call in CloudTrail. */
  readonly requestId: string | undefined;
}

/** An intent with its outcome; the outcome is unknown while `endedAt` is undefined. */
export interface AuditEntry extends AuditIntent {
  readonly kind: 'AuditEntry';
  /** The opaque position of the entry in the log, from which a later read can continue. */
  readonly position: string;
  readonly endedAt: Date | undefined;
  readonly outcome: ChangeOutcome | undefined;
  readonly errorCodes: readonly string[];
  readonly statusAfter: string | undefined;
  readonly requestId: string | undefined;
}

export interface AuditPage {
  /** Newest first. */
  readonly entries: readonly AuditEntry[];
  /** True when older entries match. */
  readonly hasNext: boolean;
}

/** Filter conditions; an entry must match all conditions that are present. */
export interface AuditConditions {
  readonly changeIds?: readonly string[] | null | undefined;
  readonly resourceId?: string | null | undefined;
  readonly actor?: string | null | undefined;
  readonly mutations?: readonly string[] | null | undefined;
  readonly outcomes?: readonly ChangeOutcome[] | null | undefined;
  /** True for entries with a known outcome, false for entries without one. */
  readonly ended?: boolean | null | undefined;
  readonly createdAt?: DateTimeConditions | null | undefined;
}
