/**
 * Exceptions of WorkMail. The service model defines no statuses for them; the service returns 400 for client
 * errors.
 */
import { AwsError } from '../kernel/aws-error';
import type { ServiceErrors } from '../kernel/operation';
import { failureMessage } from '../kernel/validation';

export const ERROR_STATUSES = {
  DirectoryServiceAuthenticationFailedException: 400,
  DirectoryUnavailableException: 400,
  EntityNotFoundException: 400,
  InvalidParameterException: 400,
  LimitExceededException: 400,
  OrganizationNotFoundException: 400,
  OrganizationStateException: 400,
} as const;

function workMailError(type: keyof typeof ERROR_STATUSES, message: string): AwsError {
  return new AwsError(type, ERROR_STATUSES[type], message);
}

export const WORKMAIL_ERRORS: ServiceErrors = {
  invalid: (failures) => workMailError('InvalidParameterException', failureMessage(failures)),
  unparsable: (detail) => new AwsError('SerializationException', 400, detail),
  badToken: () => workMailError('InvalidParameterException', 'The NextToken is not valid.'),
};

export function organizationNotFound(organizationId: string): AwsError {
  return workMailError('OrganizationNotFoundException', `The organization ${organizationId} does not exist.`);
}

export function organizationState(organizationId: string, state: string): AwsError {
  return workMailError(
    'OrganizationStateException',
    `The organization ${organizationId} is in state ${state}.`,
  );
}

export function entityNotFound(entity: string): AwsError {
  return workMailError('EntityNotFoundException', `${entity} does not exist in the organization.`);
}
