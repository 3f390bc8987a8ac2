/** The input and payload of changeStatuses. */
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import type { ResourceRef } from '../src/domain/resources';
import type { ChangeOutcome, ConsequenceCode, TransitionAction } from '../src/domain/transitions/table';
import { Needs } from './shared/access';
import { ChangeOutcomeEnum } from './shared/change-outcome';
import { MutationInput, MutationPayload } from './shared/mutation';
import { Resource } from './shared/resource';
import { StatusChange } from './shared/status-change';
import { ConsequenceCodeEnum, TransitionActionEnum } from './shared/transition';
import { UserError } from './shared/user-error';

@InputType({ description: 'One status change of a bulk request.' })
export class ChangeStatusesItemInput {
  @Field(() => ID, { description: 'The global id of the resource, of any kind.' })
  readonly id!: string;

  @Field(() => TransitionActionEnum, { description: 'The action of the status change.' })
  readonly action!: TransitionAction;

  @Field(() => String, {
    nullable: true,
    description:
      'The new status of a case, a value of SecurityCaseStatus; required for the action UPDATE_STATUS and ignored for other actions.',
  })
  readonly status?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The status that the resource must have, a value of the status enum of its type, or of SecurityCaseResolverType for UPDATE_RESOLVER_TYPE; otherwise, the gateway refuses the change.',
  })
  readonly expectedStatus?: string | null;

  @Field(() => [ConsequenceCodeEnum], {
    nullable: true,
    description: 'The consequences that the caller accepts, as in the mutations for one resource.',
  })
  readonly acknowledge?: readonly ConsequenceCode[] | null;
}

@InputType({ description: 'The status changes of a bulk request.' })
export class ChangeStatusesInput extends MutationInput {
  @Field(() => [ChangeStatusesItemInput], {
    description:
      'The changes, 1 to 100, of any mix of resources; the changes of one resource run in this order.',
  })
  readonly items!: readonly ChangeStatusesItemInput[];

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description:
      'True to run the changes one at a time and to start none after a change that was not applied.',
  })
  readonly stopOnFailure!: boolean;
}

@Needs('NOTHING')
@ObjectType({ description: 'The result of one status change of a bulk request.' })
export class ChangeStatusesResult {
  @Field(() => String, { description: 'The global id of the resource, as the input has it.' })
  readonly resourceId!: string;

  @Field(() => ChangeOutcomeEnum, { description: 'The outcome of the change.' })
  readonly outcome!: ChangeOutcome;

  @Field(() => String, {
    nullable: true,
    description:
      'The AWS operation of the change, also when the gateway did not call it; null when the item is invalid or was not started.',
  })
  readonly operation: string | undefined;

  @Field(() => String, {
    nullable: true,
    description: 'The IAM action that the AWS operation requires; null when operation is null.',
  })
  readonly iamAction: string | undefined;

  @Field(() => StatusChange, {
    nullable: true,
    description: 'The change; null when the gateway could not read the status of the resource.',
  })
  readonly change: StatusChange | undefined;

  @Field(() => [UserError], { description: 'The errors of the change; empty when it succeeded.' })
  readonly userErrors!: readonly UserError[];

  readonly ref!: ResourceRef | undefined;

  @Field(() => Resource, {
    nullable: true,
    description: 'The resource, read again for this response; null when AWS does not have it.',
  })
  readonly resource?: unknown;
}

@Needs('NOTHING')
@ObjectType({ implements: MutationPayload, description: 'The result of changeStatuses.' })
export class ChangeStatusesPayload extends MutationPayload {
  @Field(() => [ChangeStatusesResult], {
    description:
      'One result per item, in the order of the items; empty when userErrors is not, because the gateway then rejected the request as a whole and sent nothing.',
  })
  readonly results!: readonly ChangeStatusesResult[];
}
