/** Builds the records of a mutation for the audit trail. */
import type { CallContext } from '../aws/client/call-context';
import type { AuditIntent, AuditOutcome } from '../domain/records/audit-entry';
import type { ResourceKind } from '../domain/resources';
import { redactInput } from './redact-input';

/** A requested mutation. */
export interface Mutation extends Pick<AuditIntent, 'mutation' | 'resourceId' | 'target'> {
  /** Undefined when the input does not identify a resource. */
  readonly resourceType: ResourceKind | undefined;
  /** The whole input. */
  readonly input: object;
  /** Members of the input with text of people, of which the trail keeps only the length. */
  readonly freeTextInputs: readonly string[];
  readonly dryRun: boolean;
  readonly idempotencyKey?: string | null | undefined;
}

/** The facts that are known right before a change is sent. */
export interface SendDetails {
  /** The status that the check read. */
  readonly statusBefore: string | undefined;
  /** The AWS operation. */
  readonly operation: string | undefined;
}

/** Identifies the records of one mutation, and their time. */
export interface RecordStamp {
  readonly changeId: string;
  readonly time: Date;
}

export function auditIntent(
  { changeId, time }: RecordStamp,
  { mutation, resourceType, resourceId, target, input, freeTextInputs, idempotencyKey }: Mutation,
  { principal, sourceAddress }: CallContext,
  { statusBefore, operation }: Partial<SendDetails> = {},
): AuditIntent {
  return {
    changeId,
    time,
    actor: principal.name,
    sourceAddress,
    mutation,
    resourceType,
    resourceId,
    target,
    input: redactInput(input, freeTextInputs),
    statusBefore,
    idempotencyKey: idempotencyKey ?? undefined,
    operation,
  };
}

export function auditOutcome(
  { changeId, time }: RecordStamp,
  outcome: Pick<AuditOutcome, 'outcome' | 'errorCodes'> & Partial<AuditOutcome>,
): AuditOutcome {
  return {
    statusAfter: undefined,
    resourceId: undefined,
    requestId: undefined,
    ...outcome,
    changeId,
    time,
  };
}
