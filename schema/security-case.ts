/** Security Incident Response cases. */
import { GraphQLISODateTime, Field, ObjectType } from 'type-graphql';
import type {
  ClosureCode,
  EngagementType,
  PendingAction,
  SecurityCaseDetail,
  SecurityCaseSummary,
} from '../src/domain/records/security-case';
import type { ResolverType, SecurityCaseStatus } from '../src/domain/transitions/security-case';
import {
  ClosureCodeEnum,
  EngagementTypeEnum,
  PendingActionEnum,
  ResolverTypeEnum,
  SecurityCaseStatusEnum,
} from './security-case-enums';
import { CaseAttachment, CaseMetadataEntry, ThreatActorIp, Watcher } from './security-case-parts';
import { Needs } from './shared/access';
import { connectionOf } from './shared/connection';
import { DetailField } from './shared/detail-field';
import { Node } from './shared/node';
import { AwsAccountId, SecurityCaseId } from './shared/scalars';
import { StatusChangePayload } from './shared/status-change';

type DetailOnly = Omit<SecurityCaseDetail, keyof SecurityCaseSummary>;

@Needs('security-ir:read')
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

  @DetailField(() => [Watcher], 'Who is told about the case by e-mail (GetCase).')
  readonly watchers?: readonly Watcher[] | undefined;

  @DetailField(() => [ThreatActorIp], 'The addresses that the attack came from (GetCase).')
  readonly threatActorIpAddresses?: readonly ThreatActorIp[] | undefined;

  @DetailField(() => [CaseAttachment], 'The files that are attached to the case, at most 50 (GetCase).')
  readonly attachments?: readonly CaseAttachment[] | undefined;

  @DetailField(() => [CaseMetadataEntry], 'What AWS keeps about the case for its integrations (GetCase).')
  readonly metadata?: readonly CaseMetadataEntry[] | undefined;
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
