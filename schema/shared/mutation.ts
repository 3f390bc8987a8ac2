/** What the mutations have in common that are not status changes: their inputs and what they answer. */
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import type { ChangeOutcome } from '../../src/domain/transitions/table';
import { ChangeOutcomeEnum } from './change-outcome';
import { UserError } from './user-error';

@InputType()
export abstract class MutationInput {
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Checks everything that can be checked beforehand, and sends nothing.',
  })
  readonly dryRun!: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      'Names this request: given again within 24 hours with the same input, it gets the same answer and nothing is done twice. 1 to 128 printable characters without spaces.',
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
      'The name of the target to create it in; may be left out when only one target has the service.',
  })
  readonly target?: string | null;
}

@ObjectType()
export abstract class MutationPayload {
  @Field(() => ChangeOutcomeEnum, { description: 'What became of the mutation.' })
  readonly outcome!: ChangeOutcome;

  @Field(() => String, { description: 'The AWS operation that carries it out.' })
  readonly operation!: string;

  @Field(() => String, { description: 'The IAM action that it needs.' })
  readonly iamAction!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The idempotency key of this request, made by the gateway where none was given: given again with the same input, it does nothing twice. Null when nothing was sent.',
  })
  readonly idempotencyKey: string | undefined;

  @Field(() => [UserError], { description: 'Why the mutation did not do what was asked; empty when it did.' })
  readonly userErrors!: readonly UserError[];
}
