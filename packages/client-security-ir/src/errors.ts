/** The nine exceptions that every operation of the service may answer with. */
import type { ExceptionOptionType } from '@smithy/core/client';

import type { ValidationExceptionReason } from './enums';
import { SecurityIRServiceException } from './service-exception';

type Options<E extends SecurityIRServiceException> = ExceptionOptionType<E, SecurityIRServiceException>;

/** One field that the service found wrong. */
export interface ValidationExceptionField {
  /** Name of the field. */
  name: string | undefined;
  /** What is wrong with it. */
  message: string | undefined;
}

/** 403: the caller may not do this. */
export class AccessDeniedException extends SecurityIRServiceException {
  override readonly name = 'AccessDeniedException' as const;
  override readonly $fault = 'client' as const;

  constructor(options: Options<AccessDeniedException>) {
    super({ name: 'AccessDeniedException', $fault: 'client', ...options });
    Object.setPrototypeOf(this, AccessDeniedException.prototype);
  }
}

/** 409: the request does not fit the present state of the resource. */
export class ConflictException extends SecurityIRServiceException {
  override readonly name = 'ConflictException' as const;
  override readonly $fault = 'client' as const;
  /** Id of the resource in conflict. */
  resourceId: string | undefined;
  /** Type of the resource in conflict. */
  resourceType: string | undefined;

  constructor(options: Options<ConflictException>) {
    super({ name: 'ConflictException', $fault: 'client', ...options });
    Object.setPrototypeOf(this, ConflictException.prototype);
    this.resourceId = options.resourceId;
    this.resourceType = options.resourceType;
  }
}

/** 500: the service failed. Retried. */
export class InternalServerException extends SecurityIRServiceException {
  override readonly name = 'InternalServerException' as const;
  override readonly $fault = 'server' as const;
  // An own property, since ServiceException's constructor sets an own undefined one.
  override $retryable = {};
  /** Seconds to wait, from the `Retry-After` header. */
  retryAfterSeconds?: number | undefined;

  constructor(options: Options<InternalServerException>) {
    super({ name: 'InternalServerException', $fault: 'server', ...options });
    Object.setPrototypeOf(this, InternalServerException.prototype);
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}

/** 423: the token of the request is not valid, or no longer so. Retried. */
export class InvalidTokenException extends SecurityIRServiceException {
  override readonly name = 'InvalidTokenException' as const;
  override readonly $fault = 'client' as const;
  override $retryable = {};

  constructor(options: Options<InvalidTokenException>) {
    super({ name: 'InvalidTokenException', $fault: 'client', ...options });
    Object.setPrototypeOf(this, InvalidTokenException.prototype);
  }
}

/** 404: no such case, comment, attachment, investigation or membership. */
export class ResourceNotFoundException extends SecurityIRServiceException {
  override readonly name = 'ResourceNotFoundException' as const;
  override readonly $fault = 'client' as const;

  constructor(options: Options<ResourceNotFoundException>) {
    super({ name: 'ResourceNotFoundException', $fault: 'client', ...options });
    Object.setPrototypeOf(this, ResourceNotFoundException.prototype);
  }
}

/** 400: the account has no active membership. */
export class SecurityIncidentResponseNotActiveException extends SecurityIRServiceException {
  override readonly name = 'SecurityIncidentResponseNotActiveException' as const;
  override readonly $fault = 'client' as const;

  constructor(options: Options<SecurityIncidentResponseNotActiveException>) {
    super({ name: 'SecurityIncidentResponseNotActiveException', $fault: 'client', ...options });
    Object.setPrototypeOf(this, SecurityIncidentResponseNotActiveException.prototype);
  }
}

/** 402: a quota of the account is used up. */
export class ServiceQuotaExceededException extends SecurityIRServiceException {
  override readonly name = 'ServiceQuotaExceededException' as const;
  override readonly $fault = 'client' as const;
  /** Id of the resource that ran into the quota. */
  resourceId: string | undefined;
  /** Type of the resource that ran into the quota. */
  resourceType: string | undefined;
  /** Code of the service in Service Quotas. */
  serviceCode: string | undefined;
  /** Code of the quota in Service Quotas. */
  quotaCode: string | undefined;

  constructor(options: Options<ServiceQuotaExceededException>) {
    super({ name: 'ServiceQuotaExceededException', $fault: 'client', ...options });
    Object.setPrototypeOf(this, ServiceQuotaExceededException.prototype);
    this.resourceId = options.resourceId;
    this.resourceType = options.resourceType;
    this.serviceCode = options.serviceCode;
    this.quotaCode = options.quotaCode;
  }
}

/** 429: too many requests. Retried as throttling. */
export class ThrottlingException extends SecurityIRServiceException {
  override readonly name = 'ThrottlingException' as const;
  override readonly $fault = 'client' as const;
  override $retryable = { throttling: true };
  /** Code of the service in Service Quotas. */
  serviceCode?: string | undefined;
  /** Code of the quota in Service Quotas. */
  quotaCode?: string | undefined;
  /** Seconds to wait, from the `Retry-After` header. */
  retryAfterSeconds?: number | undefined;

  constructor(options: Options<ThrottlingException>) {
    super({ name: 'ThrottlingException', $fault: 'client', ...options });
    Object.setPrototypeOf(this, ThrottlingException.prototype);
    this.serviceCode = options.serviceCode;
    this.quotaCode = options.quotaCode;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}

/** 400: the request is malformed, or a value in it is. */
export class ValidationException extends SecurityIRServiceException {
  override readonly name = 'ValidationException' as const;
  override readonly $fault = 'client' as const;
  /** The kind of mistake. */
  reason: ValidationExceptionReason | undefined;
  /** The fields at fault. */
  fieldList?: ValidationExceptionField[] | undefined;

  constructor(options: Options<ValidationException>) {
    super({ name: 'ValidationException', $fault: 'client', ...options });
    Object.setPrototypeOf(this, ValidationException.prototype);
    this.reason = options.reason;
    this.fieldList = options.fieldList;
  }
}
