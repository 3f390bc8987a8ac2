/** Transitions: the status changes that a caller may request, with their consequences. */
import { Field, ObjectType } from 'type-graphql';
import { CONSEQUENCE_TEXTS } from '../../src/domain/transitions/consequences';
import {
  TRANSITION_ACTIONS,
  type ConsequenceCode,
  type TransitionAction,
} from '../../src/domain/transitions/table';
import { Needs } from './access';
import { enumType } from './enum-type';

export const TransitionActionEnum = enumType<TransitionAction>(
  'TransitionAction',
  'An action that changes the status of a resource.',
  TRANSITION_ACTIONS,
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
