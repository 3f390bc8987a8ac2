/** How the result of a submission is told to the audit trail, kept for its idempotency key, and found again. */
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
  /** What came of it; undefined unless the outcome is APPLIED. */
  readonly value: Value | undefined;
  readonly problems: readonly ChangeProblem[];
  readonly sent: boolean;
}

export const NOTHING_SENT = { value: undefined, sent: false } as const;

export const UNKNOWN: ChangeProblem = { kind: 'OUTCOME_UNKNOWN', observedStatus: undefined };

interface SerializedExecution<Value> extends Omit<CommandExecution<Value>, 'problems'> {
  readonly problems: readonly SerializedProblem[];
}

/** Values are refs, ids and URLs: what JSON holds. */
export function commandCodec<Value>(
  operations: readonly WriteOperation[],
): ResultCodec<CommandExecution<Value>> {
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
      // AWS itself knows the token of a request that was sent before, and tells what became of it.
      isTransient: problems.some(isTransient) || (takesClientToken && outcome === 'UNKNOWN'),
    }),
    encode: (execution) => {
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

/** The id of what was created or changed, where that is a resource. */
function createdId(value: unknown): string | undefined {
  const ref = value as Partial<ResourceRef> | undefined;
  return typeof ref?.kind === 'string' ? encodeId(ref as ResourceRef) : undefined;
}
