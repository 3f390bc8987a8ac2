/** What belongs to a Security Incident Response case. */
import { Field, GraphQLISODateTime, ObjectType } from 'type-graphql';
import type {
  CaseAttachmentRecord,
  CaseAttachmentStatus,
  CaseMetadataEntryRecord,
  InvestigationActionType,
  InvestigationFeedbackRecord,
  InvestigationStatus,
  InvestigationUsefulness,
  SecurityCaseCommentRecord,
  SecurityCaseEditRecord,
  SecurityCaseInvestigationRecord,
  ThreatActorIpRecord,
  WatcherRecord,
} from '../src/domain/records/security-case-parts';
import {
  CaseAttachmentStatusEnum,
  InvestigationActionTypeEnum,
  InvestigationStatusEnum,
  InvestigationUsefulnessEnum,
} from './security-case-enums';
import { connectionOf } from './shared/connection';
import { nullable } from './shared/nullable';

@ObjectType({ description: 'Somebody who is told about a case by e-mail.' })
export class Watcher implements WatcherRecord {
  @Field(() => String, nullable('The e-mail address.'))
  readonly email: string | undefined;

  @Field(() => String, nullable('The name.'))
  readonly name: string | undefined;

  @Field(() => String, nullable('The job title.'))
  readonly jobTitle: string | undefined;
}

@ObjectType({ description: 'An address that an attack came from.' })
export class ThreatActorIp implements ThreatActorIpRecord {
  @Field(() => String, nullable('The IPv4 or IPv6 address.'))
  readonly ipAddress: string | undefined;

  @Field(() => String, nullable('The user agent that was seen with it.'))
  readonly userAgent: string | undefined;
}

@ObjectType({ description: 'A piece of information about a case that AWS keeps for its integrations.' })
export class CaseMetadataEntry implements CaseMetadataEntryRecord {
  @Field(() => String, { description: 'Names the piece of information.' })
  readonly key!: string;

  @Field(() => String, { description: 'The piece of information.' })
  readonly value!: string;
}

@ObjectType({ description: 'A file that is attached to a case.' })
export class CaseAttachment implements CaseAttachmentRecord {
  readonly target!: string;
  readonly caseId!: string;

  @Field(() => String, { description: 'The id of the attachment.' })
  readonly attachmentId!: string;

  @Field(() => String, nullable('The name of the file.'))
  readonly fileName: string | undefined;

  @Field(() => CaseAttachmentStatusEnum, nullable('Whether AWS has checked the file (attachmentStatus).'))
  readonly status: CaseAttachmentStatus | undefined;

  @Field(() => String, nullable("The status in AWS's own spelling."))
  readonly awsStatus: string | undefined;

  @Field(() => String, nullable('Who attached it: an account, an ARN or AWS Responder.'))
  readonly creator: string | undefined;

  @Field(() => GraphQLISODateTime, nullable('When it was attached.'))
  readonly createdDate: Date | undefined;
}

@ObjectType({ description: 'A comment on a case (ListComments).' })
export class SecurityCaseComment implements SecurityCaseCommentRecord {
  @Field(() => String, { description: 'The id of the comment: six digits.' })
  readonly commentId!: string;

  @Field(() => String, nullable('The text.'))
  readonly body: string | undefined;

  @Field(() => String, nullable('Who wrote it: an account, an ARN or AWS Responder.'))
  readonly creator: string | undefined;

  @Field(() => GraphQLISODateTime, nullable('When it was written.'))
  readonly createdDate: Date | undefined;

  @Field(() => String, nullable('Who changed it last.'))
  readonly lastUpdatedBy: string | undefined;

  @Field(() => GraphQLISODateTime, nullable('When it last changed.'))
  readonly lastUpdatedDate: Date | undefined;
}

@ObjectType({ description: 'A change of a case (ListCaseEdits).' })
export class SecurityCaseEdit implements SecurityCaseEditRecord {
  @Field(() => GraphQLISODateTime, nullable('When it happened.'))
  readonly eventTimestamp: Date | undefined;

  @Field(() => String, nullable('Who made it.'))
  readonly principal: string | undefined;

  @Field(() => String, nullable('What was done, in words of AWS.'))
  readonly action: string | undefined;

  @Field(() => String, nullable('What changed, in words of AWS.'))
  readonly message: string | undefined;
}

@ObjectType({ description: 'What a customer told AWS of an investigation.' })
export class InvestigationFeedback implements InvestigationFeedbackRecord {
  @Field(() => InvestigationUsefulnessEnum, nullable('Whether it helped.'))
  readonly usefulness: InvestigationUsefulness | undefined;

  @Field(() => String, nullable('Why.'))
  readonly comment: string | undefined;

  @Field(() => GraphQLISODateTime, nullable('When AWS was told.'))
  readonly submittedAt: Date | undefined;
}

@ObjectType({ description: 'An investigation that AWS made for a case (ListInvestigations).' })
export class SecurityCaseInvestigation implements SecurityCaseInvestigationRecord {
  @Field(() => String, { description: 'The id of the investigation.' })
  readonly investigationId!: string;

  @Field(() => InvestigationActionTypeEnum, nullable('What kind of step it is.'))
  readonly actionType: InvestigationActionType | undefined;

  @Field(() => String, nullable('The title.'))
  readonly title: string | undefined;

  @Field(() => String, nullable('What was found.'))
  readonly content: string | undefined;

  @Field(() => InvestigationStatusEnum, nullable('How far it is.'))
  readonly status: InvestigationStatus | undefined;

  @Field(() => String, nullable("The status in AWS's own spelling."))
  readonly awsStatus: string | undefined;

  @Field(() => GraphQLISODateTime, nullable('When it last changed.'))
  readonly lastUpdated: Date | undefined;

  @Field(() => InvestigationFeedback, nullable('What AWS was told of it; null when it was told nothing.'))
  readonly feedback: InvestigationFeedback | undefined;
}

export const SecurityCaseCommentConnection = connectionOf(SecurityCaseComment);
export const SecurityCaseEditConnection = connectionOf(SecurityCaseEdit);
export const SecurityCaseInvestigationConnection = connectionOf(SecurityCaseInvestigation);
