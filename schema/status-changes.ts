/** Many status changes in one request. */
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import type { ResourceRef } from '../src/domain/ids';
import type { ConsequenceCode, TransitionAction } from '../src/domain/transitions/table';
import { Needs } from './shared/access';
import { MutationInput } from './shared/mutation';
import { Node } from './shared/node';
import { StatusChange } from './shared/status-change';
import { ConsequenceCodeEnum, TransitionActionEnum } from './shared/transition';
import { UserError } from './shared/user-error';

@InputType({ description: 'One status change of many.' })
export class ChangeStatusesItemInput {
  @Field(() => ID, { description: 'The global id of the resource, of any kind.' })
  readonly id!: string;

  @Field(() => TransitionActionEnum, { description: 'What to do.' })
  readonly action!: TransitionAction;

  @Field(() => String, {
    nullable: true,
    description: 'The status to move a case to; for UPDATE_STATUS, and for nothing else.',
  })
  readonly status?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Refuses the change unless the resource has this status.',
  })
  readonly expectedStatus?: string | null;

  @Field(() => [ConsequenceCodeEnum], {
    nullable: true,
    description: 'Consequences that are known and wanted, as in the mutations for one resource.',
  })
  readonly acknowledge?: readonly ConsequenceCode[] | null;
}

@InputType({ description: 'Which statuses to change.' })
export class ChangeStatusesInput extends MutationInput {
  @Field(() => [ChangeStatusesItemInput], {
    description:
      'The changes, 1 to 100, of any mix of resources; those of one resource happen in this order.',
  })
  readonly items!: readonly ChangeStatusesItemInput[];

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Makes the changes one by one, and begins none after one that was not applied.',
  })
  readonly stopOnFailure!: boolean;
}

@Needs('NOTHING')
@ObjectType({ description: 'What came of one change of many.' })
export class ChangeStatusesResult {
  @Field(() => ID, { description: 'The global id as it was given.' })
  readonly id!: string;

  @Field(() => StatusChange, {
    nullable: true,
    description: 'The change and what came of it; null when the status of the resource never became known.',
  })
  readonly change: StatusChange | undefined;

  @Field(() => [UserError], { description: 'Why the change was not applied; empty when it was.' })
  readonly userErrors!: readonly UserError[];

  readonly ref!: ResourceRef | undefined;

  @Field(() => Node, {
    nullable: true,
    description: 'The resource, read anew for this answer; null when AWS does not have it.',
  })
  readonly resource?: unknown;
}

@Needs('NOTHING')
@ObjectType({ description: 'What came of many status changes.' })
export class ChangeStatusesPayload {
  @Field(() => [ChangeStatusesResult], { description: 'One result for each item, in their order.' })
  readonly results!: readonly ChangeStatusesResult[];

  @Field(() => [UserError], {
    description: 'What is wrong with the request as a whole; then nothing was sent.',
  })
  readonly userErrors!: readonly UserError[];
}
