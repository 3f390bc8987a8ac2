/** Puts the change engine's problems into the schema's user errors. */
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
        `The status is ${problem.actual}, not ${problem.expected} as expected; nothing was changed.`,
        problem,
      );
    case 'INVALID_TRANSITION':
      return new InvalidTransitionError(invalidTransition(problem), problem);
    case 'ACKNOWLEDGEMENT_REQUIRED':
      return new AcknowledgementRequiredError(
        'Name the consequences in acknowledge to have the change sent; nothing was changed.',
        toConsequences(problem.consequences),
      );
    case 'AUDIT_INCOMPLETE':
      return new AuditIncompleteError(
        'The audit trail shows that this was sent, and not what came of it: what is said here stands.',
      );
    case 'AWS_REJECTED':
      return toAwsRejected(problem.error);
    case 'NOT_SENT':
      return new NotSentError(problem.error.message, problem.error.code);
    case 'SKIPPED':
      return new NotSentError('A change before this one was not applied, so that this one was not begun.');
    case 'OUTCOME_UNKNOWN':
      return new OutcomeUnknownError(
        'The change was sent, and it is not known whether it was applied: look at the resource again.',
        problem.observedStatus,
      );
  }
}

function toAwsRejected({ message, details, retryable }: AwsError): AwsRejectedError {
  return new AwsRejectedError(`${message} Nothing was changed.`, { ...details, retryable });
}

function invalidTransition({ from, to, allowed }: { from: string; to: string; allowed: readonly string[] }) {
  const choices =
    allowed.length === 0 ? 'nothing may be requested' : `only ${allowed.join(', ')} may be requested`;
  return `${to} cannot be requested of a resource that is ${from}: ${choices}.`;
}
