/** The nine exceptions that every operation of the service can return. */
import type { ExceptionOptionType } from '@smithy/core/client';

import type { ValidationExceptionReason } from './enums';
import { SecurityIRServiceException } from './service-exception';

type Options<E extends SecurityIRServiceException> = ExceptionOptionType<E, SecurityIRServiceException>;

/** One invalid field. */
export interface ValidationExceptionField {
  /** Name of the field. */
  name: string | undefined;
  /** The problem of the field. */
  message: string | undefined;
}

/** 403: the caller does not have permission. */
export class AccessDeniedException extends SecurityIRServiceException {
  override readonly name = 'AccessDeniedException' as const;
  override readonly $fault = 'client' as const;

  constructor(options: Options<AccessDeniedException>) {
    super({ name: 'AccessDeniedException', $fault: 'client', ...options });
    Object.setPrototypeOf(this, AccessDeniedException.prototype);
  }
}

/** 409: the current state of the resource does not allow the request. */
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

/** 500: the service failed. The client retries the request. */
export class InternalServerException extends SecurityIRServiceException {
  override readonly name = 'InternalServerException' as const;
  override readonly $fault = 'server' as const;
  // An own property, because the constructor of ServiceException sets an undefined own property.
  override $retryable = {};
  /** Delay before a retry in seconds, from the `Retry-After` header. */
  retryAfterSeconds?: number | undefined;

  constructor(options: Options<InternalServerException>) {
    super({ name: 'InternalServerException', $fault: 'server', ...options });
    Object.setPrototypeOf(this, InternalServerException.prototype);
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}

/** 423: the token of the request is invalid or has expired. The client retries the request. */
export class InvalidTokenException extends SecurityIRServiceException {
  override readonly name = 'InvalidTokenException' as const;
  override readonly $fault = 'client' as const;
  override $retryable = {};

  constructor(options: Options<InvalidTokenException>) {
    super({ name: 'InvalidTokenException', $fault: 'client', ...options });
    Object.setPrototypeOf(this, InvalidTokenException.prototype);
  }
}

/** 404: the case, comment, attachment, investigation or membership does not exist. */
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

/** 402: the request exceeds a quota of the account. */
export class ServiceQuotaExceededException extends SecurityIRServiceException {
  override readonly name = 'ServiceQuotaExceededException' as const;
  override readonly $fault = 'client' as const;
  /** Id of the resource that reached the quota. */
  resourceId: string | undefined;
  /** Type of the resource that reached the quota. */
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

/** 429: too many requests. The client retries the request with throttling delays. */
export class ThrottlingException extends SecurityIRServiceException {
  override readonly name = 'ThrottlingException' as const;
  override readonly $fault = 'client' as const;
  override $retryable = { throttling: true };
  /** Code of the service in Service Quotas. */
  serviceCode?: string | undefined;
  /** Code of the quota in Service Quotas. */
  quotaCode?: string | undefined;
  /** Delay before a retry in seconds, from the `Retry-After` header. */
  retryAfterSeconds?: number | undefined;

  constructor(options: Options<ThrottlingException>) {
    super({ name: 'ThrottlingException', $fault: 'client', ...options });
    Object.setPrototypeOf(this, ThrottlingException.prototype);
    this.serviceCode = options.serviceCode;
    this.quotaCode = options.quotaCode;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}

/** 400: the request or one of its values is invalid. */
export class ValidationException extends SecurityIRServiceException {
  override readonly name = 'ValidationException' as const;
  override readonly $fault = 'client' as const;
  /** The reason for the rejection. */
  reason: ValidationExceptionReason | undefined;
  /** The invalid fields. */
  fieldList?: ValidationExceptionField[] | undefined;

  constructor(options: Options<ValidationException>) {
    super({ name: 'ValidationException', $fault: 'client', ...options });
    Object.setPrototypeOf(this, ValidationException.prototype);
    this.reason = options.reason;
    this.fieldList = options.fieldList;
  }
}
