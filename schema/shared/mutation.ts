/** What the mutations have in common that are not status changes: their inputs and what they answer. */
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import type { ChangeOutcome } from '../../src/transitions/table';
import { ChangeOutcomeEnum } from './change-outcome';
import { UserError } from './user-error';

@InputType()
export abstract class MutationInput {
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Checks everything that can be checked beforehand, and sends nothing.',
  })
  readonly dryRun!: boolean;
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

  @Field(() => [UserError], { description: 'Why the mutation did not do what was asked; empty when it did.' })
  readonly userErrors!: readonly UserError[];
}

/** Of the mutations that take an idempotency key, which go to AWS with a client token. */
export const IDEMPOTENCY_KEY_INPUT = {
  nullable: true,
  description:
    'Names this request to AWS (its client token), which answers the same key with what it did the first time: 1 to 128 printable characters without spaces. The gateway makes one when it is left out.',
};

export const IDEMPOTENCY_KEY_OUTPUT = {
  nullable: true,
  description:
    'The idempotency key that was sent to AWS: given again with the same input, it does nothing twice. Null when nothing was sent.',
};
