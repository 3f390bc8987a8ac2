/** Exceptions of Macie. */
import { AwsError } from '../kernel/aws-error';
import type { Call, ServiceErrors } from '../kernel/operation';
import { failureMessage } from '../kernel/validation';

export const ERROR_STATUSES = {
  ValidationException: 400,
  ServiceQuotaExceededException: 402,
  AccessDeniedException: 403,
  ResourceNotFoundException: 404,
  ConflictException: 409,
  ThrottlingException: 429,
  InternalServerException: 500,
} as const;

function macieError(type: keyof typeof ERROR_STATUSES, message: string): AwsError {
  return new AwsError(type, ERROR_STATUSES[type], message);
}

export const MACIE_ERRORS: ServiceErrors = {
  invalid: (failures) => macieError('ValidationException', failureMessage(failures)),
  unparsable: (detail) => new AwsError('SerializationException', 400, detail),
  badToken: () => macieError('ValidationException', 'The request failed because the nextToken is not valid.'),
};

export function validation(message: string): AwsError {
  return macieError('ValidationException', message);
}

export function quotaExceeded(message: string): AwsError {
  return macieError('ServiceQuotaExceededException', message);
}

export function conflict(message: string): AwsError {
  return macieError('ConflictException', message);
}

/** A status change that the present status does not allow. */
export function rejectedChange({ kernel }: Pick<Call<unknown>, 'kernel'>, message: string): AwsError {
  return macieError(kernel.behaviors.current.rejectedStatusChangeError, message);
}

/** The two messages that AWS has for an account that is no member. */
export function notAMember(operation: string, id: string, account: string): AwsError {
  const subject =
    operation === 'GetMember' ? `${id} is not an associated member of account ${account}` : undefined;
  return macieError(
    'ValidationException',
    `The request failed because ${subject ?? 'the account is not associated with your account'}.`,
  );
}

export function notFound(): AwsError {
  return macieError(
    'ResourceNotFoundException',
    "The request failed because the specified resource wasn't found.",
  );
}

export function notEnabled(status: 401 | 403): AwsError {
  return new AwsError('AccessDeniedException', status, 'Macie is not enabled.');
}
