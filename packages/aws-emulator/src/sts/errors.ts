/** Errors of STS. The service model names them by their wire codes. */
import { AwsError } from '../kernel/aws-error';
import type { ServiceErrors } from '../kernel/operation';
import { failureMessage } from '../kernel/validation';

export const ERROR_STATUSES = {
  ValidationError: 400,
  MalformedPolicyDocument: 400,
  PackedPolicyTooLarge: 400,
  ExpiredTokenException: 400,
  AccessDenied: 403,
  RegionDisabledException: 403,
} as const;

function stsError(type: keyof typeof ERROR_STATUSES, message: string): AwsError {
  return new AwsError(type, ERROR_STATUSES[type], message);
}

export const STS_ERRORS: ServiceErrors = {
  invalid: (failures) => validation(failureMessage(failures)),
  unparsable: (detail) => new AwsError('MalformedInput', 400, detail),
  badToken: () => validation('The token is not valid.'),
};

export function validation(message: string): AwsError {
  return stsError('ValidationError', message);
}

export function notAuthorized(caller: string, action: string, roleArn: string): AwsError {
  return stsError(
    'AccessDenied',
    `User: ${caller} is not authorized to perform: ${action} on resource: ${roleArn}`,
  );
}
