/** The serialization of the problems of a change, for results stored under idempotency keys. */
import { AwsError, type AwsErrorCode, type AwsErrorDetails } from '../domain/errors';
import type { ChangeProblem } from './change';

interface SerializedError {
  readonly kind: 'AWS_REJECTED';
  readonly code: AwsErrorCode;
  readonly details: AwsErrorDetails;
}

export type SerializedProblem = Exclude<ChangeProblem, { kind: 'AWS_REJECTED' }> | SerializedError;

export function serializeProblem(problem: ChangeProblem): SerializedProblem {
  if (problem.kind !== 'AWS_REJECTED') return problem;
  const { code, details } = problem.error;
  return { kind: 'AWS_REJECTED', code, details };
}

export function deserializeProblem(problem: SerializedProblem): ChangeProblem {
  if (problem.kind !== 'AWS_REJECTED') return problem;
  return { kind: 'AWS_REJECTED', error: new AwsError(problem.code, problem.details) };
}

/** True for a problem that a retry with the same key may not have, because the input or the state of AWS changes. */
export function isTransient(problem: ChangeProblem): boolean {
  switch (problem.kind) {
    case 'INVALID_INPUT':
    case 'ACKNOWLEDGEMENT_REQUIRED':
      return true;
    case 'AWS_REJECTED':
      return problem.error.retryable;
    default:
      return false;
  }
}

/** The problem of a key that was used with a different input. */
export const INPUT_MISMATCH: ChangeProblem = {
  kind: 'INVALID_INPUT',
  path: ['input', 'idempotencyKey'],
  message: 'The idempotencyKey was used with a different input: use a new key for a new request.',
};
