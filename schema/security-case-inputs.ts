/** What cases can be filtered by, and what changes their status and resolver type. */
import { ArgsType, Field, InputType } from 'type-graphql';
import type {
  EngagementType,
  PendingAction,
  SecurityCaseConditions,
  SecurityCaseQuery,
} from '../src/domain/records/security-case';
import type { ResolverType, SecurityCaseStatus } from '../src/domain/transitions/security-case';
import {
  EngagementTypeEnum,
  PendingActionEnum,
  ResolverTypeEnum,
  SecurityCaseStatusEnum,
} from './security-case-enums';
import { ConnectionArgs } from './shared/connection';
import { DateTimeFilter, StringFilter } from './shared/filters';
import { nullable } from './shared/nullable';
import { StatusChangeInput } from './shared/status-change';

@InputType()
abstract class CaseConditions implements SecurityCaseConditions {
  @Field(() => [SecurityCaseStatusEnum], nullable('The status is one of these.'))
  readonly statuses?: readonly SecurityCaseStatus[] | null;

  @Field(() => [ResolverTypeEnum], nullable('The resolver type is one of these.'))
  readonly resolverTypes?: readonly ResolverType[] | null;

  @Field(() => [PendingActionEnum], nullable('The pending action is one of these.'))
  readonly pendingActions?: readonly PendingAction[] | null;

  @Field(() => [EngagementTypeEnum], nullable('The engagement type is one of these.'))
  readonly engagementTypes?: readonly EngagementType[] | null;

  @Field(() => StringFilter, nullable('Conditions on the title, upper and lower case alike.'))
  readonly title?: StringFilter | null;

  @Field(() => DateTimeFilter, nullable('Conditions on the time of creation.'))
  readonly createdDate?: DateTimeFilter | null;

  @Field(() => DateTimeFilter, nullable('Conditions on the time of the last change.'))
  readonly lastUpdatedDate?: DateTimeFilter | null;
}

@InputType({ description: 'Conditions on a case, none of which may hold; the gateway checks them.' })
export class SecurityCaseExclusion extends CaseConditions {}

@InputType({
  description:
    'Conditions on a case, all of which must hold; the gateway checks them while it reads. An empty filter holds for every case.',
})
export class SecurityCaseFilter extends CaseConditions {
  @Field(() => SecurityCaseExclusion, nullable('Leaves out the cases for which any of these holds.'))
  readonly not?: SecurityCaseExclusion | null;
}

@ArgsType()
export class SecurityCasesArgs extends ConnectionArgs implements SecurityCaseQuery {
  @Field(() => SecurityCaseFilter, nullable('Which cases to return; all of them when left out.'))
  readonly filter?: SecurityCaseFilter | null;
}

@InputType()
abstract class SecurityCaseChangeInput extends StatusChangeInput {
  @Field(() => SecurityCaseStatusEnum, {
    nullable: true,
    description: 'Refuses the change unless the case has this status.',
  })
  readonly expectedStatus?: SecurityCaseStatus | null;
}

@InputType({ description: 'Which self-managed case to move to which status.' })
export class UpdateSecurityCaseStatusInput extends SecurityCaseChangeInput {
  @Field(() => SecurityCaseStatusEnum, {
    description: 'The status to move the case to; CLOSED is requested with closeSecurityCase.',
  })
  readonly status!: SecurityCaseStatus;
}

@InputType({ description: 'Which case to close.' })
export class CloseSecurityCaseInput extends SecurityCaseChangeInput {}

@InputType({ description: 'Which case to hand over.' })
export class UpdateSecurityCaseResolverTypeInput extends StatusChangeInput {
  @Field(() => ResolverTypeEnum, {
    description: 'Who is to resolve the case: AWS, since a case is never handed back.',
  })
  readonly resolverType!: ResolverType;
}
