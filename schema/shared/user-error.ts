/** User errors: expected failures of a mutation, which are part of its payload instead of GraphQL errors. */
import { Field, Int, InterfaceType, ObjectType } from 'type-graphql';
import type { ServiceName } from '../../src/domain/services';
import { Needs } from './access';
import { AwsServiceEnum } from './aws-service';
import { enumType } from './enum-type';
import { Consequence, Transition } from './transition';

export type UserErrorCode =
  | 'INVALID_TRANSITION'
  | 'STATUS_MISMATCH'
  | 'NOT_FOUND'
  | 'INVALID_INPUT'
  | 'AWS_REJECTED'
  | 'ACKNOWLEDGEMENT_REQUIRED'
  | 'AUDIT_INCOMPLETE'
  | 'NOT_SENT'
  | 'OUTCOME_UNKNOWN';

export const UserErrorCodeEnum = enumType<UserErrorCode>('UserErrorCode', 'The code of a user error.', {
  INVALID_TRANSITION: 'The status of the resource does not allow the change.',
  STATUS_MISMATCH: 'The current status of the resource is not the expected status.',
  NOT_FOUND: 'AWS does not have the resource.',
  INVALID_INPUT: 'A value of the input is invalid.',
  AWS_REJECTED: 'AWS rejected a call or could not be reached; nothing was changed.',
  ACKNOWLEDGEMENT_REQUIRED: 'The input does not acknowledge a required consequence of the change.',
  AUDIT_INCOMPLETE:
    'The outcome in the response is correct, but the gateway could not write it to the audit trail.',
  NOT_SENT: 'The gateway did not send the change, for a reason unrelated to the resource.',
  OUTCOME_UNKNOWN: 'The gateway sent the change and does not know whether AWS applied it.',
});

/** Undefined for an error about no field. */
type ErrorPath = readonly string[] | undefined;

@Needs('NOTHING')
@InterfaceType({
  description: 'An error of a mutation that a client can expect, returned as data.',
  resolveType: (error: UserError) => error.constructor.name,
})
export abstract class UserError {
  @Field(() => UserErrorCodeEnum, { description: 'The machine-readable code of the error.' })
  readonly code!: UserErrorCode;

  @Field(() => String, { description: 'The human-readable description of the error.' })
  readonly message!: string;

  @Field(() => [String], {
    nullable: true,
    description:
      'The path of the input field that the error concerns, or of the item of changeStatuses; null when it concerns no single field.',
  })
  readonly path: ErrorPath;

  protected constructor(code: UserErrorCode, message: string, path: ErrorPath) {
    this.code = code;
    this.message = message;
    this.path = path;
  }
}

@ObjectType({ implements: UserError, description: 'The status of the resource does not allow the change.' })
export class InvalidTransitionError extends UserError {
  @Field(() => String, { description: 'The current status of the resource.' })
  readonly from: string;

  @Field(() => String, { description: 'The requested status.' })
  readonly to: string;

  @Field(() => [Transition], {
    description: 'The changes that the current status allows; empty when there are none.',
  })
  readonly allowed: readonly Transition[];

  constructor(
    message: string,
    path: ErrorPath,
    change: { from: string; to: string; allowed: readonly Transition[] },
  ) {
    super('INVALID_TRANSITION', message, path);
    this.from = change.from;
    this.to = change.to;
    this.allowed = change.allowed;
  }
}

@ObjectType({
  implements: UserError,
  description: 'The current status of the resource is not the expected status.',
})
export class StatusMismatchError extends UserError {
  @Field(() => String, { description: 'The status that the caller expected.' })
  readonly expected: string;

  @Field(() => String, { description: 'The current status of the resource.' })
  readonly actual: string;

  constructor(message: string, path: ErrorPath, status: { expected: string; actual: string }) {
    super('STATUS_MISMATCH', message, path);
    this.expected = status.expected;
    this.actual = status.actual;
  }
}

@ObjectType({ implements: UserError, description: 'AWS does not have the resource.' })
export class NotFoundError extends UserError {
  constructor(message: string, path: ErrorPath) {
    super('NOT_FOUND', message, path);
  }
}

@ObjectType({
  implements: UserError,
  description: 'A value of the input is invalid; the gateway sent nothing.',
})
export class InvalidInputError extends UserError {
  constructor(message: string, path: readonly string[]) {
    super('INVALID_INPUT', message, path);
  }
}

interface FailedCall {
  readonly service: ServiceName;
  readonly operation: string;
  readonly awsCode?: string | undefined;
  readonly requestId?: string | undefined;
  readonly retryable: boolean;
  readonly retryAfterSeconds?: number | undefined;
}

@ObjectType({
  implements: UserError,
  description: 'AWS rejected a call or could not be reached; nothing was changed.',
})
export class AwsRejectedError extends UserError {
  @Field(() => AwsServiceEnum, { description: 'The AWS service that the gateway called.' })
  readonly service: ServiceName;

  @Field(() => String, { description: 'The AWS operation that the gateway called.' })
  readonly operation: string;

  @Field(() => String, {
    nullable: true,
    description: 'The AWS error code; null when AWS did not respond.',
  })
  readonly awsCode: string | undefined;

  @Field(() => String, {
    nullable: true,
    description: 'The AWS request id, which identifies the call in CloudTrail.',
  })
  readonly requestId: string | undefined;

  @Field(() => Boolean, { description: 'True when a later retry may succeed.' })
  readonly retryable: boolean;

  @Field(() => Int, {
    nullable: true,
    description:
      'The number of seconds to wait before a retry, given by AWS or by the circuit breaker; null when neither gave one.',
  })
  readonly retryAfterSeconds: number | undefined;

  constructor(message: string, path: ErrorPath, call: FailedCall) {
    super('AWS_REJECTED', message, path);
    this.service = call.service;
    this.operation = call.operation;
    this.awsCode = call.awsCode;
    this.requestId = call.requestId;
    this.retryable = call.retryable;
    this.retryAfterSeconds = call.retryAfterSeconds;
  }
}

@ObjectType({
  implements: UserError,
  description:
    'The input does not acknowledge a required consequence of the change; the gateway sent nothing.',
})
export class AcknowledgementRequiredError extends UserError {
  @Field(() => [Consequence], { description: 'The consequences to acknowledge.' })
  readonly consequences: readonly Consequence[];

  constructor(message: string, path: ErrorPath, consequences: readonly Consequence[]) {
    super('ACKNOWLEDGEMENT_REQUIRED', message, path);
    this.consequences = consequences;
  }
}

@ObjectType({
  implements: UserError,
  description:
    'The outcome in the response is correct, but the gateway could not write it to the audit trail.',
})
export class AuditIncompleteError extends UserError {
  constructor(message: string, path: ErrorPath) {
    super('AUDIT_INCOMPLETE', message, path);
  }
}

@ObjectType({
  implements: UserError,
  description: 'The gateway did not send the change, for a reason unrelated to the resource.',
})
export class NotSentError extends UserError {
  @Field(() => String, {
    nullable: true,
    description:
      'The code that the failure has as a GraphQL error (extensions.code); null when an earlier change failed.',
  })
  readonly reason: string | undefined;

  constructor(message: string, path: ErrorPath, reason?: string) {
    super('NOT_SENT', message, path);
    this.reason = reason;
  }
}

@ObjectType({
  implements: UserError,
  description:
    'The gateway sent the change and does not know whether AWS applied it: read the resource again.',
})
export class OutcomeUnknownError extends UserError {
  @Field(() => String, {
    nullable: true,
    description:
      'The status that the gateway last read after it sent the change; null when it could not read the resource.',
  })
  readonly observedStatus: string | undefined;

  constructor(message: string, path: ErrorPath, observedStatus: string | undefined) {
    super('OUTCOME_UNKNOWN', message, path);
    this.observedStatus = observedStatus;
  }
}
