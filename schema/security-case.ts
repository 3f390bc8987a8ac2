/** Security Incident Response cases. */
import { GraphQLISODateTime, Field, InputType, ObjectType } from 'type-graphql';
import type {
  ClosureCode,
  EngagementType,
  PendingAction,
  SecurityCaseDetail,
  SecurityCaseSummary,
} from '../src/records/security-case';
import type { ResolverType, SecurityCaseStatus } from '../src/transitions/security-case';
import {
  ClosureCodeEnum,
  EngagementTypeEnum,
  PendingActionEnum,
  ResolverTypeEnum,
  SecurityCaseStatusEnum,
} from './security-case-enums';
import { connectionOf } from './shared/connection';
import { DetailField } from './shared/detail-field';
import { Node } from './shared/node';
import { AwsAccountId, SecurityCaseId } from './shared/scalars';
import { StatusChangeInput, StatusChangePayload } from './shared/status-change';

type DetailOnly = Omit<SecurityCaseDetail, keyof SecurityCaseSummary>;

@ObjectType({
  implements: Node,
  description: 'A case of AWS Security Incident Response (ListCases).',
})
export class SecurityCase extends Node implements SecurityCaseSummary, Partial<DetailOnly> {
  readonly kind!: 'SecurityCase';

  @Field(() => String, { description: 'The name of the target that the case was read from.' })
  readonly target!: string;

  @Field(() => SecurityCaseId, { description: 'The id of the case.' })
  readonly caseId!: string;

  @Field(() => String, { nullable: true, description: 'The ARN of the case (caseArn of AWS).' })
  readonly arn: string | undefined;

  @Field(() => String, { nullable: true, description: 'The title of the case.' })
  readonly title: string | undefined;

  @Field(() => SecurityCaseStatusEnum, { description: 'The status of the case.' })
  readonly status!: SecurityCaseStatus;

  @Field(() => String, { nullable: true, description: "The status in AWS's own spelling." })
  readonly awsStatus: string | undefined;

  @Field(() => ResolverTypeEnum, { nullable: true, description: 'Who resolves the case.' })
  readonly resolverType: ResolverType | undefined;

  @Field(() => EngagementTypeEnum, { nullable: true, description: 'What the case is about.' })
  readonly engagementType: EngagementType | undefined;

  @Field(() => PendingActionEnum, { nullable: true, description: 'Whom the case waits for.' })
  readonly pendingAction: PendingAction | undefined;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When the case was created.' })
  readonly createdDate: Date | undefined;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When the case last changed.' })
  readonly lastUpdatedDate: Date | undefined;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When the case was closed; null while it is open.',
  })
  readonly closedDate: Date | undefined;

  @DetailField(() => String, 'The description of the case (GetCase).')
  readonly description?: string | undefined;

  @DetailField(() => ClosureCodeEnum, 'Why the case was closed; null while it is open (GetCase).')
  readonly closureCode?: ClosureCode | undefined;

  @DetailField(() => GraphQLISODateTime, 'When the incident is reported to have started (GetCase).')
  readonly reportedIncidentStartDate?: Date | undefined;

  @DetailField(() => GraphQLISODateTime, 'When the incident really started (GetCase).')
  readonly actualIncidentStartDate?: Date | undefined;

  @DetailField(() => [AwsAccountId], 'The accounts that the incident affects (GetCase).')
  readonly impactedAccounts?: readonly string[] | undefined;

  @DetailField(() => [String], 'The AWS services that the incident affects (GetCase).')
  readonly impactedServices?: readonly string[] | undefined;

  @DetailField(() => [String], 'The AWS regions that the incident affects (GetCase).')
  readonly impactedAwsRegions?: readonly string[] | undefined;
}

export const SecurityCaseConnection = connectionOf(SecurityCase);

@ObjectType({ description: 'What became of a mutation of a case.' })
export class SecurityCasePayload extends StatusChangePayload {
  @Field(() => SecurityCase, {
    nullable: true,
    description:
      'The case as last read from AWS in the mutation; null when AWS does not have it, or no longer.',
  })
  readonly securityCase: SecurityCase | undefined;
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
