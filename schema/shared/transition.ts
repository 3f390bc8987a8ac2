/** Transitions: the status changes that a caller may request, with their consequences. */
import { Field, ObjectType } from 'type-graphql';
import { CONSEQUENCE_TEXTS } from '../../src/domain/transitions/consequences';
import type { ConsequenceCode, TransitionAction } from '../../src/domain/transitions/table';
import { Needs } from './access';
import { enumType } from './enum-type';

export const TransitionActionEnum = enumType<TransitionAction>(
  'TransitionAction',
  'An action that changes the status of a resource.',
  {
    PAUSE: 'Pauses a classification job.',
    RESUME: 'Resumes a classification job that a user paused.',
    CANCEL: 'Cancels a classification job or a mailbox export job permanently.',
    SUSPEND: 'Suspends Macie for a member account.',
    ENABLE: 'Enables Macie again for a suspended member account.',
    DISASSOCIATE: 'Disassociates a member account from its Macie administrator.',
    DELETE: 'Deletes the Macie record of an account that is not a current member.',
    UPDATE_STATUS: 'Moves a self-managed case to another status.',
    UPDATE_RESOLVER_TYPE: 'Hands a self-managed case over to AWS permanently.',
    CLOSE: 'Closes a case permanently.',
  },
);

export const ConsequenceCodeEnum = enumType<ConsequenceCode>(
  'ConsequenceCode',
  'The code of a consequence of a status change.',
  CONSEQUENCE_TEXTS,
);

@Needs('NOTHING')
@ObjectType({ description: 'A consequence of a status change.' })
export class Consequence {
  @Field(() => ConsequenceCodeEnum, { description: 'The machine-readable code of the consequence.' })
  readonly code!: ConsequenceCode;

  @Field(() => String, { description: 'The human-readable description of the consequence.' })
  readonly text!: string;
}

@Needs('NOTHING')
@ObjectType({ description: 'A status change that the current status of a resource allows.' })
export class Transition {
  @Field(() => TransitionActionEnum, { description: 'The action of the status change.' })
  readonly action!: TransitionAction;

  @Field(() => String, {
    description:
      'The value to request: a value of the status enum of the resource, DELETED for a Macie record to delete, or the resolver type of a case.',
  })
  readonly to!: string;

  @Field(() => String, { description: 'The name of the mutation that requests the change.' })
  readonly mutation!: string;

  @Field(() => [Consequence], { description: 'The consequences of the change.' })
  readonly consequences!: readonly Consequence[];
}
