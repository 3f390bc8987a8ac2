/** The audit records of a mutation: its intent and its outcome. */
import type { CallContext } from '../aws/client/call-context';
import type { AuditIntent, AuditOutcome } from '../domain/records/audit-entry';
import type { ResourceKind } from '../domain/resources';
import { redactInput } from './redact-input';

/** A requested mutation. */
export interface Mutation extends Pick<AuditIntent, 'mutation' | 'resourceId' | 'target'> {
  /** Undefined when the input does not identify a resource. */
  readonly resourceType: ResourceKind | undefined;
  /** The input, not redacted. */
  readonly input: object;
  /** Members of the input with free text; the audit trail contains only its length. */
  readonly freeTextInputs: readonly string[];
  readonly dryRun: boolean;
  readonly idempotencyKey?: string | null | undefined;
}

/** The facts that the gateway knows right before it sends a change. */
export interface SendDetails {
  /** The status of the resource when the gateway checked the change. */
  readonly statusBefore: string | undefined;
  /** The AWS operation. */
  readonly operation: string | undefined;
}

/** The id that the records of one mutation share, and the time of a record. */
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
