/** The result codec of commands: it summarizes results for the audit trail and serializes them for idempotency keys. */
import type { WriteOperation } from '../aws/client/operation';
import { encodeId } from '../domain/ids';
import { type ResourceRef } from '../domain/resources';
import type { ChangeOutcome } from '../domain/transitions/table';
import type { ChangeProblem } from './change';
import {
  deserializeProblem,
  isTransient,
  serializeProblem,
  INPUT_MISMATCH,
  type SerializedProblem,
} from './serialize-problem';
import type { ResultCodec } from './mutation-pipeline';

export interface CommandExecution<Value> {
  readonly outcome: ChangeOutcome;
  /** The value that the command returned; undefined unless the outcome is APPLIED. */
  readonly value: Value | undefined;
  readonly problems: readonly ChangeProblem[];
  readonly sent: boolean;
}

export const NOTHING_SENT = { value: undefined, sent: false } as const;

export const UNKNOWN: ChangeProblem = { kind: 'OUTCOME_UNKNOWN', observedStatus: undefined };

interface SerializedExecution<Value> extends Omit<CommandExecution<Value>, 'problems'> {
  readonly problems: readonly SerializedProblem[];
}

/** The codec of one command. Its values must be JSON-serializable. */
export function commandCodec<Value>(
  operations: readonly WriteOperation[],
): ResultCodec<CommandExecution<Value>> {
  const isSecret = operations.some((operation) => operation.isSecret);
  const takesClientToken = operations.every((operation) => operation.takesClientToken);
  const refusal = (...problems: ChangeProblem[]): CommandExecution<Value> => ({
    ...NOTHING_SENT,
    outcome: 'REFUSED',
    problems,
  });
  return {
    summarize: ({ outcome, problems, value }) => ({
      outcome,
      operation: operations[0]?.name,
      errorCodes: problems.map(({ kind }) => kind),
      createdId: createdId(value),
      // With the same client token, AWS returns the result of the first request, so that a retry resolves UNKNOWN.
      isTransient: problems.some(isTransient) || (takesClientToken && outcome === 'UNKNOWN'),
    }),
    encode: (execution) => {
      if (isSecret && execution.value !== undefined) return undefined;
      const serialized: SerializedExecution<Value> = {
        ...execution,
        problems: execution.problems.map(serializeProblem),
      };
      return JSON.stringify(serialized);
    },
    decode: (text) => {
      const { problems, ...serialized } = JSON.parse(text) as SerializedExecution<Value>;
      return Promise.resolve({ ...serialized, problems: problems.map(deserializeProblem) });
    },
    orphaned: () =>
      Promise.resolve({ outcome: 'UNKNOWN', value: undefined, problems: [UNKNOWN], sent: true }),
    inputMismatch: () => refusal(INPUT_MISMATCH),
    withAuditGap: (execution) => ({
      ...execution,
      problems: [...execution.problems, { kind: 'AUDIT_INCOMPLETE' }],
    }),
  };
}

/** The global id of the resource that the command created or changed; undefined for other values. */
function createdId(value: unknown): string | undefined {
  const ref = value as Partial<ResourceRef> | undefined;
  return typeof ref?.kind === 'string' ? encodeId(ref as ResourceRef) : undefined;
}
