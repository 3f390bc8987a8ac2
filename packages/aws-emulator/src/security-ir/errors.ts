/** Exceptions of Security Incident Response, with their further members in the service model. */
import { AwsError } from '../kernel/aws-error';
import type { Call, ServiceErrors } from '../kernel/operation';
import { failureMessage } from '../kernel/validation';
import type { SecurityCase } from './state';

export const ERROR_STATUSES = {
  ValidationException: 400,
  SecurityIncidentResponseNotActiveException: 400,
  ServiceQuotaExceededException: 402,
  AccessDeniedException: 403,
  ResourceNotFoundException: 404,
  ConflictException: 409,
  InvalidTokenException: 423,
  ThrottlingException: 429,
  InternalServerException: 500,
} as const;

function securityIrError(
  type: keyof typeof ERROR_STATUSES,
  message: string,
  members: Readonly<Record<string, unknown>> = {},
): AwsError {
  return new AwsError(type, ERROR_STATUSES[type], message, members);
}

export const SECURITY_IR_ERRORS: ServiceErrors = {
  invalid: (failures) =>
    securityIrError('ValidationException', failureMessage(failures), {
      reason: 'FIELD_VALIDATION_FAILED',
      fieldList: failures.map(({ member, message }) => ({ name: member, message })),
    }),
  unparsable: (detail) => securityIrError('ValidationException', detail, { reason: 'CANNOT_PARSE' }),
  badToken: () =>
    securityIrError('ValidationException', 'The nextToken is not valid.', {
      reason: 'FIELD_VALIDATION_FAILED',
      fieldList: [{ name: 'nextToken', message: 'The nextToken is not valid.' }],
    }),
};

export function conflict({ caseId }: SecurityCase, message: string): AwsError {
  return securityIrError('ConflictException', message, { resourceId: caseId, resourceType: 'case' });
}

/** A status change that the present status does not allow. */
export function rejectedChange(
  { kernel }: Pick<Call<unknown>, 'kernel'>,
  securityCase: SecurityCase,
  message: string,
): AwsError {
  return kernel.behaviors.current.rejectedStatusChangeError === 'ConflictException'
    ? conflict(securityCase, message)
    : securityIrError('ValidationException', message, { reason: 'OTHER' });
}

export function notFound(what: string): AwsError {
  return securityIrError('ResourceNotFoundException', `${what} was not found.`);
}

export function accessDenied(message: string): AwsError {
  return securityIrError('AccessDeniedException', message);
}

/** @param quotaCode made up: AWS publishes none */
export function quotaExceeded(
  resourceId: string,
  message: string,
  quotaCode: string,
  resourceType: 'case' | 'membership' = 'case',
): AwsError {
  return securityIrError('ServiceQuotaExceededException', message, {
    resourceId,
    resourceType,
    serviceCode: 'security-ir',
    quotaCode,
  });
}

export function notActive(account: string): AwsError {
  return securityIrError(
    'SecurityIncidentResponseNotActiveException',
    `Security Incident Response is not active for account ${account}.`,
  );
}
