/** The common input and payload fields of commands: mutations that are not status changes. */
import { Field, ID, InputType, InterfaceType } from 'type-graphql';
import type { ChangeOutcome } from '../../src/domain/transitions/table';
import { Needs } from './access';
import { ChangeOutcomeEnum } from './change-outcome';
import { UserError } from './user-error';

@InputType()
export abstract class MutationInput {
  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'True to run every check without sending the change to AWS.',
  })
  readonly dryRun!: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      'The idempotency key, 1 to 128 printable ASCII characters without spaces; a retry with the same key, input and target within 24 hours returns the same result and changes nothing twice, as long as the caller still has access.',
  })
  readonly idempotencyKey?: string | null;
}

@InputType()
export abstract class ResourceMutationInput extends MutationInput {
  @Field(() => ID, { description: 'The global id of the resource.' })
  readonly id!: string;
}

@InputType()
export abstract class CreationInput extends MutationInput {
  @Field(() => String, {
    nullable: true,
    description:
      'The name of the target to create the resource in; optional when only one target has the service.',
  })
  readonly target?: string | null;
}

@Needs('NOTHING')
@InterfaceType({
  description: 'The result of a mutation. Every payload has these fields.',
  autoRegisterImplementations: false,
})
export abstract class MutationPayload {
  @Field(() => ChangeOutcomeEnum, {
    description:
      'The outcome of the mutation. That of changeStatuses is the worst outcome of its results, in the order UNKNOWN, REFUSED, DRY_RUN, RECONCILED, APPLIED; it is REFUSED if the gateway rejected the request as a whole.',
  })
  readonly outcome!: ChangeOutcome;

  @Field(() => String, {
    nullable: true,
    description:
      'The AWS operation of the mutation, also when the gateway did not call it; null for changeStatuses unless all items need the same one.',
  })
  readonly operation: string | undefined;

  @Field(() => String, {
    nullable: true,
    description: 'The IAM action that the AWS operation requires; null when operation is null.',
  })
  readonly iamAction: string | undefined;

  @Field(() => String, {
    nullable: true,
    description:
      'The idempotency key of this request; a retry with this key and the same input changes nothing twice. If the input has none, the gateway generates one for creating operations that take a client token, so that AWS recognizes the retry. Null for other operations without a key, and when the gateway sent nothing.',
  })
  readonly idempotencyKey: string | undefined;

  @Field(() => [UserError], { description: 'The errors of the mutation; empty when it succeeded.' })
  readonly userErrors!: readonly UserError[];
}
