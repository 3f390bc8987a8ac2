/** The user error of the schema for each problem of a change. */
import {
  AcknowledgementRequiredError,
  AuditIncompleteError,
  AwsRejectedError,
  InvalidInputError,
  InvalidTransitionError,
  NotFoundError,
  NotSentError,
  OutcomeUnknownError,
  StatusMismatchError,
  type UserError,
} from '../schema/shared/user-error';
import type { ChangeProblem } from '../src/changes/change';
import type { AwsError } from '../src/domain/errors';
import { toConsequences } from './transitions';

export function toUserError(problem: ChangeProblem): UserError {
  switch (problem.kind) {
    case 'INVALID_INPUT':
      return new InvalidInputError(problem.message, problem.path);
    case 'NOT_FOUND':
      return new NotFoundError('AWS does not have this resource.');
    case 'STATUS_MISMATCH':
      return new StatusMismatchError(
        `The status is ${problem.actual}, not the expected ${problem.expected}; nothing was changed.`,
        problem,
      );
    case 'INVALID_TRANSITION':
      return new InvalidTransitionError(invalidTransition(problem), problem);
    case 'ACKNOWLEDGEMENT_REQUIRED':
      return new AcknowledgementRequiredError(
        'The change has consequences that the input must list in acknowledge; nothing was changed.',
        toConsequences(problem.consequences),
      );
    case 'AUDIT_INCOMPLETE':
      return new AuditIncompleteError(
        'The audit trail shows that the change was sent, but not its outcome: use the outcome in this response.',
      );
    case 'AWS_REJECTED':
      return toAwsRejected(problem.error);
    case 'NOT_SENT':
      return new NotSentError(problem.error.message, problem.error.code);
    case 'SKIPPED':
      return new NotSentError(
        'The gateway did not start this change, because an earlier change was not applied.',
      );
    case 'OUTCOME_UNKNOWN':
      return new OutcomeUnknownError(
        'The gateway sent the change and does not know whether AWS applied it: read the resource again.',
        problem.observedStatus,
      );
  }
}

function toAwsRejected({ message, details, retryable }: AwsError): AwsRejectedError {
  return new AwsRejectedError(`${message} Nothing was changed.`, { ...details, retryable });
}

function invalidTransition({ from, to, allowed }: { from: string; to: string; allowed: readonly string[] }) {
  const choices =
    allowed.length === 0 ? 'no change can be requested' : `only ${allowed.join(', ')} can be requested`;
  return `A resource that is ${from} cannot change to ${to}: ${choices}.`;
}
