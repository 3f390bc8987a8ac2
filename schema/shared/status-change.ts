/** A requested status change: its input, what came of it, and what every payload says of it. */
import { Field, InputType, ObjectType } from 'type-graphql';
import type { ChangeOutcome, ConsequenceCode } from '../../src/domain/transitions/table';
import { Needs } from './access';
import { ChangeOutcomeEnum } from './change-outcome';
import { ResourceMutationInput } from './mutation';
import { Consequence, ConsequenceCodeEnum } from './transition';
import { UserError } from './user-error';

@Needs('NOTHING')
@ObjectType({ description: 'A status change that was requested, and what came of it.' })
export class StatusChange {
  @Field(() => String, { description: 'The status before, as read from AWS for this request.' })
  readonly from!: string;

  @Field(() => String, { description: 'The status that was requested.' })
  readonly to!: string;

  @Field(() => ChangeOutcomeEnum, { description: 'What came of it.' })
  readonly outcome!: ChangeOutcome;

  @Field(() => [Consequence], {
    description: 'What the change brings with it; empty when the status does not allow it.',
  })
  readonly consequences!: readonly Consequence[];

  @Field(() => String, {
    nullable: true,
    description: 'The AWS operation that carries it out; null when the status does not allow it.',
  })
  readonly operation: string | undefined;

  @Field(() => String, { nullable: true, description: 'The IAM action that it needs.' })
  readonly iamAction: string | undefined;
}

@InputType()
export abstract class StatusChangeInput extends ResourceMutationInput {
  @Field(() => [ConsequenceCodeEnum], {
    nullable: true,
    description:
      'Consequences that are known and wanted. Targets are configured with what has to stand here; by default that is CANCELS_ALL_JOBS_OF_ACCOUNT.',
  })
  readonly acknowledge?: readonly ConsequenceCode[] | null;
}

@ObjectType()
export abstract class StatusChangePayload {
  @Field(() => StatusChange, {
    nullable: true,
    description: 'The change and what came of it; null when the status of the resource never became known.',
  })
  readonly change: StatusChange | undefined;

  @Field(() => [UserError], { description: 'Why the mutation did not do what was asked; empty when it did.' })
  readonly userErrors!: readonly UserError[];
}
