// The expected payloads of status mutations.
import type { ChangeOutcome, TransitionPartsFragment } from '../generated/graphql';

const anyText = expect.any(String) as unknown;

/** The outcome and the change of a payload. */
export function change(
  from: string,
  to: string,
  outcome: ChangeOutcome,
  consequences: readonly string[] = [],
) {
  return { outcome, change: { from, to, consequences: consequences.map((code) => ({ code })) } };
}

/** Transitions as lists: action, status, mutation, and the codes of the consequences. */
export function inShort(transitions: readonly TransitionPartsFragment[] | undefined) {
  return transitions?.map(({ action, to, mutation, consequences }) => [
    action,
    to,
    mutation,
    ...consequences.map(({ code }) => code),
  ]);
}

/** `allowed` has the statuses of the allowed changes; `field` is the input field that requests the change. */
export function invalidTransition(
  from: string,
  to: string,
  allowed: readonly string[],
  field: 'id' | 'status' = 'id',
) {
  return {
    __typename: 'InvalidTransitionError',
    code: 'INVALID_TRANSITION',
    message: anyText,
    path: ['input', field],
    from,
    to,
    allowed: allowed.map((status) => expect.objectContaining({ to: status }) as unknown),
  };
}

export function statusMismatch(expected: string, actual: string) {
  return {
    __typename: 'StatusMismatchError',
    code: 'STATUS_MISMATCH',
    message: anyText,
    path: ['input', 'expectedStatus'],
    expected,
    actual,
  };
}

export function invalidInput(field: string, message: unknown = anyText) {
  return { __typename: 'InvalidInputError', code: 'INVALID_INPUT', message, path: ['input', field] };
}

export function notFound() {
  return {
    __typename: 'NotFoundError',
    code: 'NOT_FOUND',
    message: 'AWS does not have this resource.',
    path: ['input', 'id'],
  };
}

export function outcomeUnknown(observedStatus: string | null) {
  return {
    __typename: 'OutcomeUnknownError',
    code: 'OUTCOME_UNKNOWN',
    message: anyText,
    path: null,
    observedStatus,
  };
}

export interface Rejection {
  readonly message?: unknown;
  readonly service: 'MACIE' | 'WORKMAIL' | 'SECURITY_INCIDENT_RESPONSE';
  readonly operation: string;
  readonly awsCode: string | null;
  readonly requestId: unknown;
}

export function awsRejected(rejection: Rejection) {
  return {
    __typename: 'AwsRejectedError',
    code: 'AWS_REJECTED',
    message: anyText,
    path: null,
    ...rejection,
  };
}
