/** Problems of a change as text, for answers that are kept. */
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

/** True for a refusal that the same request may be spared the next time, or that asks for another request. */
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

/** What the user error of a key that was given with another input says. */
export const INPUT_MISMATCH: ChangeProblem = {
  kind: 'INVALID_INPUT',
  path: ['input', 'idempotencyKey'],
  message: 'This key was given with another input: take a new key for a new request.',
};
