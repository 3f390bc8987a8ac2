/** Status changes: what may be requested, what was requested, and what came of it. */
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { CONSEQUENCE_TEXTS } from '../../src/transitions/consequences';
import type { ChangeOutcome, ConsequenceCode, TransitionAction } from '../../src/transitions/table';
import { enumType } from './enum-type';

export const TransitionActionEnum = enumType<TransitionAction>(
  'TransitionAction',
  'What can be done to the status of a resource.',
  {
    PAUSE: 'Pause a classification job.',
    RESUME: 'Resume a classification job that a user paused.',
    CANCEL: 'Cancel a job for good.',
    SUSPEND: 'Suspend Macie for a member account.',
    ENABLE: 'Enable Macie again for a member account.',
    UPDATE_STATUS: 'Move a self-managed case to another status.',
    CLOSE: 'Close a case for good.',
  },
);

export const ConsequenceCodeEnum = enumType<ConsequenceCode>(
  'ConsequenceCode',
  'A consequence of a status change that is worth knowing before requesting it.',
  CONSEQUENCE_TEXTS,
);

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

@ObjectType({ description: 'Something that a status change brings with it.' })
export class Consequence {
  @Field(() => ConsequenceCodeEnum, { description: 'Names the consequence to programs.' })
  readonly code!: ConsequenceCode;

  @Field(() => String, { description: 'Tells the consequence to people.' })
  readonly text!: string;
}

@ObjectType({ description: 'A status change that may be requested of the resource as it is now.' })
export class Transition {
  @Field(() => TransitionActionEnum, { description: 'What is done.' })
  readonly action!: TransitionAction;

  @Field(() => String, {
    description: "The status that is requested, a value of the resource's status enum.",
  })
  readonly to!: string;

  @Field(() => String, { description: 'The mutation that requests it.' })
  readonly mutation!: string;

  @Field(() => [Consequence], { description: 'What to know before requesting it.' })
  readonly consequences!: readonly Consequence[];
}

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
