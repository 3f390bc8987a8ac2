/** The audit records of a mutation: its intent and its outcome. */
import type { CallContext } from '../aws/client/call-context';
import { isIdTooLong } from '../domain/ids';
import type { AuditIntent, AuditOutcome } from '../domain/records/audit-entry';
import type { ResourceKind } from '../domain/resources';
import type { ServiceName } from '../domain/services';
import { isKeyTooLong } from '../input-rules/shared';
import { redactInput } from './redact-input';

/** A requested mutation. */
export interface Mutation extends Pick<AuditIntent, 'mutation' | 'resourceId' | 'target'> {
  /** Undefined when the input does not identify a resource. */
  readonly resourceType: ResourceKind | undefined;
  /** The service whose write scope the mutation requires; undefined when the input leaves it open. */
  readonly service: ServiceName | undefined;
  /** The input, not redacted. */
  readonly input: object;
  /** Members of the input with free text or personal data; the audit trail contains only their length. */
  readonly redactedInputs: readonly string[];
  readonly dryRun: boolean;
  /** The key of the caller. */
  readonly idempotencyKey?: string | null | undefined;
  /** Without a key of the caller, the key that the payload returns. The client token derives from it, and nothing is stored under it. */
  readonly generatedKey?: string | undefined;
}

/** False for a refused mutation whose id or key is longer than any valid one: the audit trail does not record it. */
export function isRecordable({ id, idempotencyKey }: RefusedIdentifiers): boolean {
  return (id === undefined || !isIdTooLong(id)) && !isKeyTooLong(idempotencyKey);
}

/** The mutation as the audit trail records it for a caller who lacks the scope. */
export function withoutInput(mutation: Mutation): Mutation {
  return { ...mutation, input: {}, idempotencyKey: undefined, generatedKey: undefined };
}

interface RefusedIdentifiers {
  /** The id from the input, which need not be valid. */
  readonly id?: string | undefined;
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
  {
    mutation,
    resourceType,
    resourceId,
    target,
    input,
    redactedInputs,
    idempotencyKey,
    generatedKey,
  }: Mutation,
  { principal, sourceAddress }: CallContext,
  { statusBefore, operation }: Partial<SendDetails> = {},
  replayOf?: string,
): AuditIntent {
  return {
    changeId,
    createdAt: time,
    actor: principal.name,
    sourceAddress,
    mutation,
    resourceType,
    resourceId,
    target,
    input: redactInput(input, redactedInputs),
    statusBefore,
    idempotencyKey: idempotencyKey ?? generatedKey,
    operation,
    replayOf,
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
    createdAt: time,
  };
}
