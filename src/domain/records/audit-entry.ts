/** The audit trail: what was asked for, before anything was sent to AWS, and what came of it. */
import type { ChangeOutcome } from '../transitions/table';
import type { DateTimeConditions } from './conditions';

export interface AuditIntent {
  /** Names the change; an intent and its outcome have the same. */
  readonly changeId: string;
  readonly time: Date;
  /** Who asked. */
  readonly actor: string;
  /** The network address that the request came from. */
  readonly sourceAddress: string | undefined;
  /** The field of GraphQL's Mutation. */
  readonly mutation: string;
  /** The GraphQL type of the resource. */
  readonly resourceType: string | undefined;
  /** The global id of the resource; undefined when it is still to be created. */
  readonly resourceId: string | undefined;
  readonly target: string | undefined;
  /** The input, without what nobody may read here: the log stores all that it is given. */
  readonly input: Readonly<Record<string, unknown>>;
  /** The status that the check before the change saw. */
  readonly statusBefore: string | undefined;
  readonly idempotencyKey: string | undefined;
  /** The AWS operation that carries the change out. */
  readonly operation: string | undefined;
}

export interface AuditOutcome {
  readonly changeId: string;
  readonly time: Date;
  readonly outcome: ChangeOutcome;
  /** The codes of the errors that the mutation answers with. */
  readonly errorCodes: readonly string[];
  /** The status that was seen afterwards. */
  readonly statusAfter: string | undefined;
  /** The global id of what was created; undefined when the intent names the resource. */
  readonly resourceId: string | undefined;
  /** The id of AWS's answer, by which it is found in CloudTrail. */
  readonly requestId: string | undefined;
}

/** A change as the trail shows it: without `finishedAt` its outcome is not known. */
export interface AuditEntry extends AuditIntent {
  /** Where the entry stands in the log: good for reading on behind it, and for nothing else. */
  readonly position: string;
  readonly finishedAt: Date | undefined;
  readonly outcome: ChangeOutcome | undefined;
  readonly errorCodes: readonly string[];
  readonly statusAfter: string | undefined;
  readonly requestId: string | undefined;
}

/** All that are given must hold. */
export interface AuditConditions {
  readonly resourceId?: string | null | undefined;
  readonly actor?: string | null | undefined;
  readonly mutations?: readonly string[] | null | undefined;
  readonly outcomes?: readonly ChangeOutcome[] | null | undefined;
  /** Whether the outcome is known. */
  readonly finished?: boolean | null | undefined;
  readonly time?: DateTimeConditions | null | undefined;
}
