/** The types of the parts of a Security Incident Response case. */
import { Field, ObjectType } from 'type-graphql';
import { DateTime } from './shared/date-time';
import type {
  SecurityCaseAttachmentRecord,
  SecurityCaseAttachmentStatus,
  SecurityCaseMetadataEntryRecord,
  SecurityCaseInvestigationActionType,
  SecurityCaseInvestigationFeedbackRecord,
  SecurityCaseInvestigationStatus,
  SecurityCaseInvestigationUsefulness,
  SecurityCaseCommentRecord,
  SecurityCaseEditRecord,
  SecurityCaseInvestigationRecord,
  SecurityCaseThreatActorIpRecord,
  SecurityCaseWatcherRecord,
} from '../src/domain/records/security-case-parts';
import {
  SecurityCaseAttachmentStatusEnum,
  SecurityCaseInvestigationActionTypeEnum,
  SecurityCaseInvestigationStatusEnum,
  SecurityCaseInvestigationUsefulnessEnum,
} from './security-case-enums';
import { Needs } from './shared/access';
import { connectionOf, connectionTypesOf } from './shared/connection';
import { IdField } from './shared/id-field';
import { Node } from './shared/node';
import { nullable } from './shared/nullable';

@ObjectType({ description: 'A person who receives email notifications about a case.' })
export class SecurityCaseWatcher implements SecurityCaseWatcherRecord {
  @Field(() => String, nullable('The email address of the watcher.'))
  readonly email: string | undefined;

  @Field(() => String, nullable('The name of the watcher.'))
  readonly name: string | undefined;

  @Field(() => String, nullable('The job title of the watcher.'))
  readonly jobTitle: string | undefined;
}

@ObjectType({ description: 'An IP address of a threat actor.' })
export class SecurityCaseThreatActorIp implements SecurityCaseThreatActorIpRecord {
  @Field(() => String, nullable('The IPv4 or IPv6 address.'))
  readonly ipAddress: string | undefined;

  @Field(() => String, nullable('The user agent seen with the address.'))
  readonly userAgent: string | undefined;
}

@ObjectType({ description: 'A metadata entry of a case, which AWS keeps for its integrations.' })
export class SecurityCaseMetadataEntry implements SecurityCaseMetadataEntryRecord {
  @Field(() => String, { description: 'The key of the entry.' })
  readonly key!: string;

  @Field(() => String, { description: 'The value of the entry.' })
  readonly value!: string;
}

@Needs('security-ir:read')
@ObjectType({ implements: Node, description: 'A file attached to a case (GetCase).' })
export class SecurityCaseAttachment extends Node implements SecurityCaseAttachmentRecord {
  readonly kind!: 'SecurityCaseAttachment';
  readonly target!: string;
  readonly caseId!: string;

  @Field(() => String, { description: 'The id of the attachment.' })
  readonly attachmentId!: string;

  @Field(() => String, nullable('The name of the file.'))
  readonly fileName: string | undefined;

  @Field(
    () => SecurityCaseAttachmentStatusEnum,
    nullable('The status of the AWS check of the file (attachmentStatus).'),
  )
  readonly status: SecurityCaseAttachmentStatus | undefined;

  @Field(() => String, nullable('The status as AWS spells it (attachmentStatus).'))
  readonly awsStatus: string | undefined;

  @Field(() => String, nullable('The creator of the attachment: an account id, an ARN or AWS Responder.'))
  readonly creator: string | undefined;

  @Field(() => DateTime, nullable('The time when the file was attached (createdDate).'))
  readonly createdAt: Date | undefined;
}

@Needs('security-ir:read')
@ObjectType({ description: 'A comment on a case (ListComments).' })
export class SecurityCaseComment implements SecurityCaseCommentRecord {
  readonly kind!: 'SecurityCaseComment';
  readonly target!: string;
  readonly caseId!: string;

  @IdField(
    'The global id of the comment, an opaque string; node does not find comments, because AWS has no operation for a single one.',
  )
  readonly id?: string;

  @Field(() => String, { description: 'The id of the comment: six digits.' })
  readonly commentId!: string;

  @Field(() => String, nullable('The text of the comment.'))
  readonly body: string | undefined;

  @Field(() => String, nullable('The creator of the comment: an account id, an ARN or AWS Responder.'))
  readonly creator: string | undefined;

  @Field(() => DateTime, nullable('The time when the comment was created (createdDate).'))
  readonly createdAt: Date | undefined;

  @Field(() => String, nullable('The last editor of the comment (lastUpdatedBy).'))
  readonly updatedBy: string | undefined;

  @Field(() => DateTime, nullable('The time when the comment was last updated (lastUpdatedDate).'))
  readonly updatedAt: Date | undefined;
}

@ObjectType({ description: 'An edit of a case (ListCaseEdits).' })
export class SecurityCaseEdit implements SecurityCaseEditRecord {
  readonly kind!: 'SecurityCaseEdit';
  readonly target!: string;
  readonly caseId!: string;
  readonly digest!: string;

  @IdField(
    'The global id of the edit, an opaque string derived from the case and the values of the edit, because AWS gives edits no id; node does not find edits.',
  )
  readonly id?: string;

  @Field(() => DateTime, nullable('The time of the edit (eventTimestamp).'))
  readonly createdAt: Date | undefined;

  @Field(() => String, nullable('The principal that made the edit.'))
  readonly principal: string | undefined;

  @Field(() => String, nullable('The action as AWS names it.'))
  readonly action: string | undefined;

  @Field(() => String, nullable('The description of the edit by AWS.'))
  readonly message: string | undefined;
}

@ObjectType({ description: 'The feedback of the customer on an investigation.' })
export class SecurityCaseInvestigationFeedback implements SecurityCaseInvestigationFeedbackRecord {
  @Field(() => SecurityCaseInvestigationUsefulnessEnum, nullable('The usefulness of the investigation.'))
  readonly usefulness: SecurityCaseInvestigationUsefulness | undefined;

  @Field(() => String, nullable('The usefulness as AWS spells it.'))
  readonly awsUsefulness: string | undefined;

  @Field(() => String, nullable('The comment on the rating.'))
  readonly comment: string | undefined;

  @Field(() => DateTime, nullable('The time when the customer submitted the feedback.'))
  readonly submittedAt: Date | undefined;
}

@ObjectType({ description: 'An investigation that AWS performed for a case (ListInvestigations).' })
export class SecurityCaseInvestigation implements SecurityCaseInvestigationRecord {
  readonly kind!: 'SecurityCaseInvestigation';
  readonly target!: string;
  readonly caseId!: string;

  @IdField(
    'The global id of the investigation, an opaque string; node does not find investigations, because AWS has no operation for a single one.',
  )
  readonly id?: string;

  @Field(() => String, { description: 'The id of the investigation.' })
  readonly investigationId!: string;

  @Field(() => SecurityCaseInvestigationActionTypeEnum, nullable('The type of the investigation step.'))
  readonly actionType: SecurityCaseInvestigationActionType | undefined;

  @Field(() => String, nullable('The type of the investigation step as AWS spells it.'))
  readonly awsActionType: string | undefined;

  @Field(() => String, nullable('The title of the investigation.'))
  readonly title: string | undefined;

  @Field(() => String, nullable('The findings of the investigation.'))
  readonly content: string | undefined;

  @Field(() => SecurityCaseInvestigationStatusEnum, nullable('The execution status of the investigation.'))
  readonly status: SecurityCaseInvestigationStatus | undefined;

  @Field(() => String, nullable('The status as AWS spells it.'))
  readonly awsStatus: string | undefined;

  @Field(() => DateTime, nullable('The time when the investigation was last updated (lastUpdated).'))
  readonly updatedAt: Date | undefined;

  @Field(
    () => SecurityCaseInvestigationFeedback,
    nullable('The feedback of the customer; null when there is none.'),
  )
  readonly feedback: SecurityCaseInvestigationFeedback | undefined;
}

export const { Connection: SecurityCaseCommentConnection, Edge: SecurityCaseCommentEdge } =
  connectionTypesOf(SecurityCaseComment);
export const SecurityCaseEditConnection = connectionOf(SecurityCaseEdit);
export const SecurityCaseInvestigationConnection = connectionOf(SecurityCaseInvestigation);
