/** Filters of cases, and inputs of the changes of their status and resolver type. */
import { ArgsType, Field, InputType } from 'type-graphql';
import type {
  SecurityCaseEngagementType,
  SecurityCasePendingAction,
  SecurityCaseConditions,
  SecurityCaseOrderField,
  SecurityCaseQuery,
} from '../src/domain/records/security-case';
import type { Ordering } from '../src/domain/records/order';
import type { SecurityCaseResolverType, SecurityCaseStatus } from '../src/domain/transitions/security-case';
import {
  SecurityCaseEngagementTypeEnum,
  SecurityCasePendingActionEnum,
  SecurityCaseResolverTypeEnum,
  SecurityCaseStatusEnum,
} from './security-case-enums';
import { enumType } from './shared/enum-type';
import { ConnectionArgs } from './shared/connection';
import { DateTimeFilter, StringFilter } from './shared/filters';
import { AwsAccountId } from './shared/scalars';
import { nullable } from './shared/nullable';
import { OrderInput, sortedByGateway } from './shared/order';
import { StatusChangeInput } from './shared/status-change';

@InputType()
abstract class CaseConditions implements SecurityCaseConditions {
  @Field(() => [SecurityCaseStatusEnum], nullable('The status is one of these values (caseStatus).'))
  readonly statuses?: readonly SecurityCaseStatus[] | null;

  @Field(() => [SecurityCaseResolverTypeEnum], nullable('The resolver type is one of these values.'))
  readonly resolverTypes?: readonly SecurityCaseResolverType[] | null;

  @Field(() => [SecurityCasePendingActionEnum], nullable('The pending action is one of these values.'))
  readonly pendingActions?: readonly SecurityCasePendingAction[] | null;

  @Field(() => [SecurityCaseEngagementTypeEnum], nullable('The engagement type is one of these values.'))
  readonly engagementTypes?: readonly SecurityCaseEngagementType[] | null;

  @Field(
    () => [AwsAccountId],
    nullable(
      'The case impacts one of these accounts; the gateway makes one call for every case that matches the other conditions (GetCase).',
    ),
  )
  readonly accountIds?: readonly string[] | null;

  @Field(() => StringFilter, nullable('Conditions on the title.'))
  readonly title?: StringFilter | null;

  @Field(() => DateTimeFilter, nullable('Conditions on the creation time (createdDate).'))
  readonly createdAt?: DateTimeFilter | null;

  @Field(() => DateTimeFilter, nullable('Conditions on the time of the latest update (lastUpdatedDate).'))
  readonly updatedAt?: DateTimeFilter | null;
}

@InputType({
  description:
    'Conditions that exclude the cases that match any of them; the gateway evaluates the conditions.',
})
export class SecurityCaseExclusion extends CaseConditions {}

@InputType({
  description:
    'Conditions that select the cases that match all of them; the gateway evaluates the conditions while it reads, and an empty filter selects every case.',
})
export class SecurityCaseFilter extends CaseConditions {
  @Field(() => SecurityCaseExclusion, nullable('Excludes the cases that match any of these conditions.'))
  readonly not?: SecurityCaseExclusion | null;
}

export const SecurityCaseOrderFieldEnum = enumType<SecurityCaseOrderField>(
  'SecurityCaseOrderField',
  'The field to sort cases by.',
  {
    CREATED_AT: 'The time when the case was created.',
    UPDATED_AT: 'The time of the latest update.',
    STATUS: 'The name of the status.',
    TITLE: 'The title, without regard to case.',
  },
);

@InputType({ description: 'The sort order of cases; the gateway sorts them.' })
export class SecurityCaseOrder extends OrderInput implements Ordering<SecurityCaseOrderField> {
  @Field(() => SecurityCaseOrderFieldEnum, { description: 'The field to sort by.' })
  readonly field!: SecurityCaseOrderField;
}

@ArgsType()
export class SecurityCasesArgs extends ConnectionArgs implements SecurityCaseQuery {
  @Field(() => SecurityCaseFilter, nullable('Selects the cases to return; defaults to all cases.'))
  readonly filter?: SecurityCaseFilter | null;

  @Field(() => SecurityCaseOrder, {
    nullable: true,
    description: sortedByGateway('cases', 'ListCases'),
  })
  readonly orderBy?: SecurityCaseOrder | null;
}

@InputType()
abstract class SecurityCaseChangeInput extends StatusChangeInput {
  @Field(() => SecurityCaseStatusEnum, {
    nullable: true,
    description: 'The status that the case must have; otherwise, the gateway refuses the change.',
  })
  readonly expectedStatus?: SecurityCaseStatus | null;
}

@InputType({ description: 'The self-managed case to move and its new status.' })
export class UpdateSecurityCaseStatusInput extends SecurityCaseChangeInput {
  @Field(() => SecurityCaseStatusEnum, {
    description: 'The new status of the case (caseStatus); closeSecurityCase requests CLOSED.',
  })
  readonly status!: SecurityCaseStatus;
}

@InputType({ description: 'The case to close.' })
export class CloseSecurityCaseInput extends SecurityCaseChangeInput {}

@InputType({ description: 'The case to hand over to AWS.' })
export class UpdateSecurityCaseResolverTypeInput extends StatusChangeInput {
  @Field(() => SecurityCaseResolverTypeEnum, {
    description:
      'The new resolver type of the case; only AWS is allowed, because AWS never hands a case back.',
  })
  readonly resolverType!: SecurityCaseResolverType;
}
