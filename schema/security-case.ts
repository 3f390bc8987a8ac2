/** The types of Security Incident Response cases. */
import { Field, ObjectType } from 'type-graphql';
import { DateTime } from './shared/date-time';
import type {
  SecurityCaseClosureCode,
  SecurityCaseEngagementType,
  SecurityCasePendingAction,
  SecurityCaseDetail,
  SecurityCaseSummary,
} from '../src/domain/records/security-case';
import type { SecurityCaseResolverType, SecurityCaseStatus } from '../src/domain/transitions/security-case';
import {
  SecurityCaseClosureCodeEnum,
  SecurityCaseEngagementTypeEnum,
  SecurityCasePendingActionEnum,
  SecurityCaseResolverTypeEnum,
  SecurityCaseStatusEnum,
} from './security-case-enums';
import {
  SecurityCaseAttachment,
  SecurityCaseMetadataEntry,
  SecurityCaseThreatActorIp,
  SecurityCaseWatcher,
} from './security-case-parts';
import { Needs } from './shared/access';
import { resourceConnectionOf } from './shared/connection';
import { DetailField } from './shared/detail-field';
import { Node } from './shared/node';
import { Resource } from './shared/resource';
import { AwsAccountId, SecurityCaseId } from './shared/scalars';
import { StatusChangePayload } from './shared/status-change';

type DetailOnly = Omit<SecurityCaseDetail, keyof SecurityCaseSummary>;

@Needs('security-ir:read')
@ObjectType({
  implements: [Node, Resource],
  description: 'A case of AWS Security Incident Response (ListCases).',
})
export class SecurityCase extends Resource implements SecurityCaseSummary, Partial<DetailOnly> {
  readonly kind!: 'SecurityCase';

  readonly target!: string;

  @Field(() => SecurityCaseId, { description: 'The id of the case.' })
  readonly caseId!: string;

  @Field(() => String, { nullable: true, description: 'The ARN of the case (caseArn).' })
  override readonly arn: string | undefined;

  @Field(() => String, { nullable: true, description: 'The title of the case.' })
  readonly title: string | undefined;

  @Field(() => SecurityCaseStatusEnum, { description: 'The status of the case (caseStatus).' })
  readonly status!: SecurityCaseStatus;

  @Field(() => String, { nullable: true, description: 'The status as AWS spells it (caseStatus).' })
  override readonly awsStatus: string | undefined;

  @Field(() => SecurityCaseResolverTypeEnum, {
    nullable: true,
    description: 'The party that resolves the case: AWS or the customer.',
  })
  readonly resolverType: SecurityCaseResolverType | undefined;

  @Field(() => String, { nullable: true, description: 'The resolver type as AWS spells it (resolverType).' })
  readonly awsResolverType: string | undefined;

  @Field(() => SecurityCaseEngagementTypeEnum, {
    nullable: true,
    description: 'The engagement type of the case.',
  })
  readonly engagementType: SecurityCaseEngagementType | undefined;

  @Field(() => String, {
    nullable: true,
    description: 'The engagement type as AWS spells it (engagementType).',
  })
  readonly awsEngagementType: string | undefined;

  @Field(() => SecurityCasePendingActionEnum, {
    nullable: true,
    description: 'The party that has to act on the case.',
  })
  readonly pendingAction: SecurityCasePendingAction | undefined;

  @Field(() => String, {
    nullable: true,
    description: 'The pending action as AWS spells it (pendingAction).',
  })
  readonly awsPendingAction: string | undefined;

  @Field(() => DateTime, { nullable: true, description: 'The time when the case was created (createdDate).' })
  readonly createdAt: Date | undefined;

  @Field(() => DateTime, {
    nullable: true,
    description: 'The time when the case was last updated (lastUpdatedDate).',
  })
  readonly updatedAt: Date | undefined;

  @Field(() => DateTime, {
    nullable: true,
    description: 'The time when the case was closed; null while it is open (closedDate).',
  })
  readonly closedAt: Date | undefined;

  @DetailField(() => String, 'The description of the case (GetCase).')
  readonly description?: string | undefined;

  @DetailField(
    () => SecurityCaseClosureCodeEnum,
    'The reason why the case was closed; null while it is open (GetCase).',
  )
  readonly closureCode?: SecurityCaseClosureCode | undefined;

  @DetailField(() => String, 'The reason why the case was closed as AWS spells it (closureCode of GetCase).')
  readonly awsClosureCode?: string | undefined;

  @DetailField(
    () => DateTime,
    'The reported start time of the incident (reportedIncidentStartDate of GetCase).',
  )
  readonly reportedIncidentStartedAt?: Date | undefined;

  @DetailField(() => DateTime, 'The actual start time of the incident (actualIncidentStartDate of GetCase).')
  readonly actualIncidentStartedAt?: Date | undefined;

  @DetailField(() => [AwsAccountId], 'The ids of the impacted accounts (GetCase).')
  readonly impactedAccounts?: readonly string[] | undefined;

  @DetailField(() => [String], 'The impacted AWS services (GetCase).')
  readonly impactedServices?: readonly string[] | undefined;

  @DetailField(() => [String], 'The impacted AWS regions (GetCase).')
  readonly impactedAwsRegions?: readonly string[] | undefined;

  @DetailField(
    () => [SecurityCaseWatcher],
    'The people who receive email notifications about the case (GetCase).',
  )
  readonly watchers?: readonly SecurityCaseWatcher[] | undefined;

  @DetailField(() => [SecurityCaseThreatActorIp], 'The IP addresses of threat actors (GetCase).')
  readonly threatActorIpAddresses?: readonly SecurityCaseThreatActorIp[] | undefined;

  @DetailField(
    () => [SecurityCaseAttachment],
    'The files attached to the case, at most 50 (caseAttachments of GetCase).',
  )
  readonly attachments?: readonly SecurityCaseAttachment[] | undefined;

  @DetailField(
    () => [SecurityCaseMetadataEntry],
    'The metadata of the case, which AWS keeps for its integrations (caseMetadata of GetCase).',
  )
  readonly metadata?: readonly SecurityCaseMetadataEntry[] | undefined;
}

export const SecurityCaseConnection = resourceConnectionOf(SecurityCase);

@ObjectType({ description: 'The result of a status change or a change of the resolver type of a case.' })
export class SecurityCasePayload extends StatusChangePayload {
  @Field(() => SecurityCase, {
    nullable: true,
    description: 'The case as the mutation last read it from AWS; null when AWS does not have it.',
  })
  readonly securityCase: SecurityCase | undefined;
}
