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
import { toConsequences, toTransitions } from './transitions';

type InvalidTransition = Extract<ChangeProblem, { kind: 'INVALID_TRANSITION' }>;

/** The place in the input that requests a change. */
export interface ErrorLocation {
  /** The path of the request, or of the item of a bulk request. */
  readonly path: readonly string[];
  /** The field that a change which the status does not allow concerns. */
  readonly changeField: string;
  /** The path of errors about no field: that of the item in a bulk request. */
  readonly fallback?: readonly string[];
}

const REQUEST: ErrorLocation = { path: ['input'], changeField: 'id' };

export function toUserError(problem: ChangeProblem, location = REQUEST): UserError {
  const { changeField, fallback } = location;
  const at = (field: string) => [...location.path, field];
  switch (problem.kind) {
    case 'INVALID_INPUT':
      return new InvalidInputError(problem.message, problem.path);
    case 'NOT_FOUND':
      return problem.field === 'id'
        ? new NotFoundError('AWS does not have this resource.', at('id'))
        : new NotFoundError(
            'AWS does not have a resource that the input names.',
            problem.field === undefined ? fallback : at(problem.field),
          );
    case 'STATUS_MISMATCH':
      return new StatusMismatchError(
        `The status is ${problem.actual}, not the expected ${problem.expected}; nothing was changed.`,
        at('expectedStatus'),
        problem,
      );
    case 'INVALID_TRANSITION': {
      const allowed = toTransitions(problem.allowed);
      return new InvalidTransitionError(invalidTransition(problem), at(changeField), { ...problem, allowed });
    }
    case 'ACKNOWLEDGEMENT_REQUIRED':
      return new AcknowledgementRequiredError(
        'The change has consequences that the input must list in acknowledge; nothing was changed.',
        at('acknowledge'),
        toConsequences(problem.consequences),
      );
    case 'AUDIT_INCOMPLETE':
      return new AuditIncompleteError(
        'The audit trail shows that the change was sent, but not its outcome: use the outcome in this response.',
        fallback,
      );
    case 'AWS_REJECTED': {
      const { message, details, retryable } = problem.error;
      return new AwsRejectedError(`${message} Nothing was changed.`, fallback, { ...details, retryable });
    }
    case 'NOT_SENT':
      return new NotSentError(problem.error.message, fallback, problem.error.code);
    case 'SKIPPED':
      return new NotSentError(
        'The gateway did not start this change, because an earlier change was not applied.',
        fallback,
      );
    case 'OUTCOME_UNKNOWN':
      return new OutcomeUnknownError(
        'The gateway sent the change and does not know whether AWS applied it: read the resource again.',
        fallback,
        problem.observedStatus,
      );
  }
}

function invalidTransition({ from, to, allowed }: InvalidTransition): string {
  const choices =
    allowed.length === 0
      ? 'no change can be requested'
      : `only ${allowed.map((transition) => transition.to).join(', ')} can be requested`;
  return `A resource that is ${from} cannot change to ${to}: ${choices}.`;
}
