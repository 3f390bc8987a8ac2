/** What every connection says of itself: whether anything is missing, and why. */
import { Field, GraphQLISODateTime, Int, ObjectType } from 'type-graphql';
import type { ServiceName } from '../../src/domain/errors';
import type { CompletenessReport, SourceReport, SourceState } from '../../src/domain/records/completeness';
import { Needs } from './access';
import { AwsServiceEnum } from './aws-service';
import { enumType } from './enum-type';

export const SourceStateEnum = enumType<SourceState>(
  'SourceState',
  'How reading one service in one target went.',
  {
    OK: 'All rows of this page that the source has were read.',
    NOT_ENABLED: 'The service is not enabled in the account and region of the target.',
    ACCESS_DENIED: 'AWS denied the gateway access.',
    THROTTLED: 'AWS throttled the gateway, retries included.',
    TIMED_OUT: 'AWS did not answer within the time allowed.',
    UNAVAILABLE: 'AWS could not be reached, or answered with a failure.',
    SCAN_LIMIT_REACHED:
      'The gateway stopped reading to keep the page affordable; endCursor goes on from there.',
  },
);

@Needs('NOTHING')
@ObjectType({ description: 'How reading one service in one target went.' })
export class CompletenessSource implements SourceReport {
  @Field(() => String, { description: 'The name of the target.' })
  readonly target!: string;

  @Field(() => AwsServiceEnum, { description: 'The AWS service that was read.' })
  readonly service!: ServiceName;

  @Field(() => SourceStateEnum, { description: 'How it went.' })
  readonly state!: SourceState;

  @Field(() => String, { nullable: true, description: 'What went wrong, in words; null when nothing did.' })
  readonly message: string | undefined;

  @Field(() => Int, { nullable: true, description: 'After how many seconds AWS asks to be tried again.' })
  readonly retryAfterSeconds: number | undefined;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description:
      'When AWS was asked for the oldest of the answers used: earlier than the request where the read cache had one; null when AWS did not have to be asked.',
  })
  readonly asOf: Date | undefined;
}

@Needs('NOTHING')
@ObjectType({
  description: 'Whether a page holds all it should, and which sources are to blame where it does not.',
})
export class Completeness implements CompletenessReport {
  @Field(() => Boolean, { description: 'True only if no row is missing from this page.' })
  readonly complete!: boolean;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'The oldest asOf of the sources: the page shows nothing older.',
  })
  readonly asOf: Date | undefined;

  @Field(() => [CompletenessSource], { description: 'The sources that were read for this page.' })
  readonly sources!: readonly CompletenessSource[];
}
