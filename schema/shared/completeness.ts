/** Completeness: whether a connection lacks rows, and why. */
import { responsePathAsArray } from 'graphql';
import { Field, Int, ObjectType, UseMiddleware, type MiddlewareFn } from 'type-graphql';
import { DateTime } from './date-time';
import type { ResourceKind } from '../../src/domain/resources';
import type { ServiceName } from '../../src/domain/services';
import type {
  CompletenessField,
  CompletenessReport,
  SourceReport,
  SourceStatus,
} from '../../src/domain/records/completeness';
import { Needs } from './access';
import { AwsServiceEnum } from './aws-service';
import { enumType } from './enum-type';
import { ResourceKindEnum } from './resource-kind';

export const SourceStatusEnum = enumType<SourceStatus>(
  'SourceStatus',
  'The result of reading one list of AWS: one kind of resource in one target.',
  {
    OK: 'The gateway read all rows that the source has for this page.',
    NOT_ENABLED: 'The service is not enabled in the account and region of the target.',
    ACCESS_DENIED: 'AWS denied access to the gateway.',
    THROTTLED: 'AWS throttled the gateway, including its retries.',
    TIMED_OUT: 'AWS did not respond within the time limit.',
    UNAVAILABLE: 'The gateway could not reach AWS, or AWS responded with a failure.',
    UNREADABLE_ROWS:
      'AWS sent rows that the gateway cannot read, or whose values the filter needs and the gateway cannot read; this page lacks them.',
    SCAN_LIMIT_REACHED:
      'The gateway reached the scan limit, the maximum number of AWS calls for one page; endCursor continues from there, unless message says that the request must be narrowed.',
    FAILED_EARLIER:
      'The source failed on an earlier page, and the gateway left it out of this page without a call; retryCursor retries it.',
  },
);

@Needs('NOTHING')
@ObjectType({ description: 'The result of reading one list of AWS: one kind of resource in one target.' })
export class CompletenessSource implements SourceReport {
  readonly target!: string;

  @Field(() => AwsServiceEnum, { description: 'The AWS service that the gateway read.' })
  readonly service!: ServiceName;

  @Field(() => ResourceKindEnum, {
    description: 'The kind of the resources that the gateway read, or of the resource whose parts it read.',
  })
  readonly kind!: ResourceKind;

  @Field(() => SourceStatusEnum, { description: 'The result of the read.' })
  readonly status!: SourceStatus;

  @Field(() => String, {
    nullable: true,
    description: 'A human-readable description of the problem; null when the status is OK.',
  })
  readonly message: string | undefined;

  @Field(() => Int, {
    nullable: true,
    description:
      'The number of seconds to wait before a retry, given by AWS or by the circuit breaker; null when neither gave one.',
  })
  readonly retryAfterSeconds: number | undefined;

  @Field(() => DateTime, {
    nullable: true,
    description:
      'The time when the gateway read the oldest AWS response used; earlier than the request if the response came from the read cache, null if the page needed no AWS response.',
  })
  readonly asOf: Date | undefined;
}

/** Registers the field, so that the response gets its value after the execution, when the errors of the rows are known. */
const registerForResponse: MiddlewareFn<{ readonly completenessFields: CompletenessField[] }> = (
  { context, info },
  next,
) => {
  const field = info.fieldName as CompletenessField['field'];
  context.completenessFields.push({ field, path: responsePathAsArray(info.path) });
  return next();
};

@Needs('NOTHING')
@ObjectType({
  description: 'The completeness of a page: whether rows are missing, and which sources failed.',
})
export class Completeness implements CompletenessReport {
  @UseMiddleware(registerForResponse)
  @Field(() => Boolean, {
    description: 'True only if no row is missing from this page and no field of its rows failed.',
  })
  readonly complete!: boolean;

  @UseMiddleware(registerForResponse)
  @Field(() => Int, {
    description:
      'The number of fields in the rows of this page that are null because of an error, such as a failed detail call or a value that the gateway cannot read; errors names each of them.',
  })
  readonly fieldErrors!: 0;

  @Field(() => DateTime, {
    nullable: true,
    description: 'The oldest asOf of the sources; the page contains no older data.',
  })
  readonly asOf: Date | undefined;

  @Field(() => [CompletenessSource], { description: 'The sources that the gateway read for this page.' })
  readonly sources!: readonly CompletenessSource[];

  @Field(() => String, {
    nullable: true,
    description:
      'The cursor that continues after this page and retries the failed sources at their place, while endCursor leaves them out; null when no source failed. Continue from retryCursor ?? pageInfo.endCursor to read everything.',
  })
  readonly retryCursor?: string | undefined;
}
