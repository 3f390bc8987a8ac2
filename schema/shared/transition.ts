/** Status changes that may be requested, and what they bring with them. */
import { Field, ObjectType } from 'type-graphql';
import { CONSEQUENCE_TEXTS } from '../../src/domain/transitions/consequences';
import type { ConsequenceCode, TransitionAction } from '../../src/domain/transitions/table';
import { Needs } from './access';
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
    DISASSOCIATE: 'Disassociate a member account from its Macie administrator.',
    DELETE: 'Delete the record of an account that is no member.',
    UPDATE_STATUS: 'Move a self-managed case to another status.',
    UPDATE_RESOLVER_TYPE: 'Hand a self-managed case over to AWS.',
    CLOSE: 'Close a case for good.',
  },
);

export const ConsequenceCodeEnum = enumType<ConsequenceCode>(
  'ConsequenceCode',
  'A consequence of a status change that is worth knowing before requesting it.',
  CONSEQUENCE_TEXTS,
);

@Needs('NOTHING')
@ObjectType({ description: 'Something that a status change brings with it.' })
export class Consequence {
  @Field(() => ConsequenceCodeEnum, { description: 'Names the consequence to programs.' })
  readonly code!: ConsequenceCode;

  @Field(() => String, { description: 'Tells the consequence to people.' })
  readonly text!: string;
}

@Needs('NOTHING')
@ObjectType({ description: 'A status change that may be requested of the resource as it is now.' })
export class Transition {
  @Field(() => TransitionActionEnum, { description: 'What is done.' })
  readonly action!: TransitionAction;

  @Field(() => String, {
    description:
      "What is requested: a value of the resource's status enum, DELETED for a record that goes away, or the resolver type of a case.",
  })
  readonly to!: string;

  @Field(() => String, { description: 'The mutation that requests it.' })
  readonly mutation!: string;

  @Field(() => [Consequence], { description: 'What to know before requesting it.' })
  readonly consequences!: readonly Consequence[];
}
