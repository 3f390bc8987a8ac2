/** Failures of a mutation that a caller can expect: data, not GraphQL errors. */
import { Field, Int, InterfaceType, ObjectType } from 'type-graphql';
import type { ServiceName } from '../../src/domain/errors';
import { Needs } from './access';
import { AwsServiceEnum } from './aws-service';
import { enumType } from './enum-type';
import { Consequence } from './transition';

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

export const UserErrorCodeEnum = enumType<UserErrorCode>(
  'UserErrorCode',
  'Why a mutation did not do what was asked.',
  {
    INVALID_TRANSITION: 'The status of the resource does not allow the change.',
    STATUS_MISMATCH: 'The resource does not have the expected status.',
    NOT_FOUND: 'AWS does not have the resource.',
    INVALID_INPUT: 'A value of the input cannot be used.',
    AWS_REJECTED: 'AWS refused a call, or could not be asked; nothing was changed.',
    ACKNOWLEDGEMENT_REQUIRED: 'The change has consequences that have to be acknowledged first.',
    AUDIT_INCOMPLETE: 'The outcome stands as told, and could not be written to the audit trail.',
    NOT_SENT: 'The change was not sent, for a reason that has nothing to do with the resource.',
    OUTCOME_UNKNOWN: 'The change was sent and it is not known whether it was applied.',
  },
);

@Needs('NOTHING')
@InterfaceType({
  description: 'Why a mutation did not do what was asked.',
  resolveType: (error: UserError) => error.constructor.name,
})
export abstract class UserError {
  @Field(() => UserErrorCodeEnum, { description: 'Names the reason to programs.' })
  readonly code!: UserErrorCode;

  @Field(() => String, { description: 'Tells the reason to people.' })
  readonly message!: string;

  @Field(() => [String], {
    nullable: true,
    description: 'The path of the input field at fault; null when no single field is.',
  })
  readonly path: readonly string[] | undefined;

  protected constructor(code: UserErrorCode, message: string, path?: readonly string[]) {
    this.code = code;
    this.message = message;
    this.path = path;
  }
}

@ObjectType({ implements: UserError, description: 'The status of the resource does not allow the change.' })
export class InvalidTransitionError extends UserError {
  @Field(() => String, { description: 'The status that the resource has.' })
  readonly from: string;

  @Field(() => String, { description: 'The status that was requested.' })
  readonly to: string;

  @Field(() => [String], {
    description: 'The statuses that may be requested now; empty when there are none.',
  })
  readonly allowed: readonly string[];

  constructor(message: string, change: { from: string; to: string; allowed: readonly string[] }) {
    super('INVALID_TRANSITION', message);
    this.from = change.from;
    this.to = change.to;
    this.allowed = change.allowed;
  }
}

@ObjectType({ implements: UserError, description: 'The resource does not have the expected status.' })
export class StatusMismatchError extends UserError {
  @Field(() => String, { description: 'The status that the caller expected.' })
  readonly expected: string;

  @Field(() => String, { description: 'The status that the resource has.' })
  readonly actual: string;

  constructor(message: string, status: { expected: string; actual: string }) {
    super('STATUS_MISMATCH', message, ['input', 'expectedStatus']);
    this.expected = status.expected;
    this.actual = status.actual;
  }
}

@ObjectType({ implements: UserError, description: 'AWS does not have the resource.' })
export class NotFoundError extends UserError {
  constructor(message: string) {
    super('NOT_FOUND', message, ['input', 'id']);
  }
}

@ObjectType({
  implements: UserError,
  description: 'A value of the input cannot be used; AWS was not called.',
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
  description: 'AWS refused a call, or could not be asked; nothing was changed.',
})
export class AwsRejectedError extends UserError {
  @Field(() => AwsServiceEnum, { description: 'The service that was called.' })
  readonly service: ServiceName;

  @Field(() => String, { description: 'The AWS operation that was called.' })
  readonly operation: string;

  @Field(() => String, {
    nullable: true,
    description: "The name of AWS's error; null when AWS gave no answer.",
  })
  readonly awsCode: string | undefined;

  @Field(() => String, {
    nullable: true,
    description: "The id of AWS's answer, by which it is found in CloudTrail.",
  })
  readonly requestId: string | undefined;

  @Field(() => Boolean, { description: 'True when asking again later may succeed.' })
  readonly retryable: boolean;

  @Field(() => Int, { nullable: true, description: 'After how many seconds AWS asks to be tried again.' })
  readonly retryAfterSeconds: number | undefined;

  constructor(message: string, call: FailedCall) {
    super('AWS_REJECTED', message);
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
  description: 'The change has consequences that have to be acknowledged first; nothing was sent.',
})
export class AcknowledgementRequiredError extends UserError {
  @Field(() => [Consequence], { description: 'What has to be acknowledged.' })
  readonly consequences: readonly Consequence[];

  constructor(message: string, consequences: readonly Consequence[]) {
    super('ACKNOWLEDGEMENT_REQUIRED', message, ['input', 'acknowledge']);
    this.consequences = consequences;
  }
}

@ObjectType({
  implements: UserError,
  description: 'The outcome stands as told, and could not be written to the audit trail.',
})
export class AuditIncompleteError extends UserError {
  constructor(message: string) {
    super('AUDIT_INCOMPLETE', message);
  }
}

@ObjectType({
  implements: UserError,
  description: 'The change was not sent, for a reason that has nothing to do with the resource.',
})
export class NotSentError extends UserError {
  @Field(() => String, {
    nullable: true,
    description: 'The code that the error would have by itself; null when an earlier change failed.',
  })
  readonly reason: string | undefined;

  constructor(message: string, reason?: string) {
    super('NOT_SENT', message);
    this.reason = reason;
  }
}

@ObjectType({
  implements: UserError,
  description: 'The change was sent and it is not known whether it was applied: look at the resource again.',
})
export class OutcomeUnknownError extends UserError {
  @Field(() => String, {
    nullable: true,
    description: 'The status that was last seen after sending; null when the resource could not be read.',
  })
  readonly observedStatus: string | undefined;

  constructor(message: string, observedStatus: string | undefined) {
    super('OUTCOME_UNKNOWN', message);
    this.observedStatus = observedStatus;
  }
}
