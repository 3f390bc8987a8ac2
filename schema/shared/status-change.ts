/** A requested status change: its input, what came of it, and what every payload says of it. */
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import type { ChangeOutcome } from '../../src/transitions/table';
import { enumType } from './enum-type';
import { Consequence } from './transition';
import { UserError } from './user-error';

export const ChangeOutcomeEnum = enumType<ChangeOutcome>(
  'ChangeOutcome',
  'What became of a requested status change.',
  {
    APPLIED: 'AWS accepted the change.',
    RECONCILED: 'AWS did not answer clearly, and reading the resource again showed the requested status.',
    DRY_RUN: 'The change would have been sent; nothing was.',
    REFUSED: 'The change was not applied: userErrors says why.',
    UNKNOWN: 'The change was sent and it is not known whether it was applied: userErrors says what was seen.',
  },
);

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
}

@InputType()
export abstract class StatusChangeInput {
  @Field(() => ID, { description: 'The global id of the resource.' })
  readonly id!: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Checks everything and sends nothing.',
  })
  readonly dryRun!: boolean;
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
