/** Status changes: the common input and payload fields, and the change with its outcome. */
import { Field, InputType, ObjectType } from 'type-graphql';
import type { ChangeOutcome, ConsequenceCode } from '../../src/domain/transitions/table';
import { Needs } from './access';
import { ChangeOutcomeEnum } from './change-outcome';
import { ResourceMutationInput } from './mutation';
import { Consequence, ConsequenceCodeEnum } from './transition';
import { UserError } from './user-error';

@Needs('NOTHING')
@ObjectType({ description: 'A requested status change and its outcome.' })
export class StatusChange {
  @Field(() => String, { description: 'The status before the change, read from AWS for this request.' })
  readonly from!: string;

  @Field(() => String, { description: 'The requested status.' })
  readonly to!: string;

  @Field(() => ChangeOutcomeEnum, { description: 'The outcome of the change.' })
  readonly outcome!: ChangeOutcome;

  @Field(() => [Consequence], {
    description: 'The consequences of the change; empty when the current status does not allow the change.',
  })
  readonly consequences!: readonly Consequence[];

  @Field(() => String, {
    nullable: true,
    description: 'The AWS operation of the change; null when the current status does not allow the change.',
  })
  readonly operation: string | undefined;

  @Field(() => String, { nullable: true, description: 'The IAM action that the AWS operation requires.' })
  readonly iamAction: string | undefined;
}

@InputType()
export abstract class StatusChangeInput extends ResourceMutationInput {
  @Field(() => [ConsequenceCodeEnum], {
    nullable: true,
    description:
      'The consequences that the caller accepts; the configuration of the target defines which ones are required, by default only CANCELS_ALL_JOBS_OF_ACCOUNT.',
  })
  readonly acknowledge?: readonly ConsequenceCode[] | null;
}

@ObjectType()
export abstract class StatusChangePayload {
  @Field(() => StatusChange, {
    nullable: true,
    description:
      'The change and its outcome; null when the gateway could not read the status of the resource.',
  })
  readonly change: StatusChange | undefined;

  @Field(() => [UserError], { description: 'The errors of the mutation; empty when it succeeded.' })
  readonly userErrors!: readonly UserError[];
}
