/** Records of the parts of a Security Incident Response case: watchers, attachments, comments, edits and investigations. */
import type { ObjectRefOf } from '../resources';

export type SecurityCaseAttachmentStatus = 'VERIFIED' | 'FAILED' | 'PENDING' | 'UNRECOGNIZED';

export type SecurityCaseInvestigationActionType =
  'EVIDENCE' | 'INVESTIGATION' | 'SUMMARIZATION' | 'UNRECOGNIZED';

export type SecurityCaseInvestigationStatus =
  'PENDING' | 'IN_PROGRESS' | 'WAITING' | 'COMPLETED' | 'FAILED' | 'CANCELLED' | 'UNRECOGNIZED';

export type SecurityCaseInvestigationUsefulness = 'USEFUL' | 'NOT_USEFUL' | 'UNRECOGNIZED';

export interface SecurityCaseWatcherRecord {
  readonly email: string | undefined;
  readonly name: string | undefined;
  readonly jobTitle: string | undefined;
}

export interface SecurityCaseThreatActorIpRecord {
  readonly ipAddress: string | undefined;
  readonly userAgent: string | undefined;
}

export interface SecurityCaseMetadataEntryRecord {
  readonly key: string;
  readonly value: string;
}

/** An item of caseAttachments of GetCase. */
export interface SecurityCaseAttachmentRecord extends ObjectRefOf<'SecurityCaseAttachment'> {
  readonly fileName: string | undefined;
  readonly status: SecurityCaseAttachmentStatus | undefined;
  readonly awsStatus: string | undefined;
  readonly creator: string | undefined;
  readonly createdAt: Date | undefined;
}

/** An item of ListComments. */
export interface SecurityCaseCommentRecord extends ObjectRefOf<'SecurityCaseComment'> {
  readonly body: string | undefined;
  readonly creator: string | undefined;
  readonly createdAt: Date | undefined;
  readonly updatedBy: string | undefined;
  readonly updatedAt: Date | undefined;
}

/** An item of ListCaseEdits. */
export interface SecurityCaseEditRecord extends ObjectRefOf<'SecurityCaseEdit'> {
  readonly createdAt: Date | undefined;
  readonly principal: string | undefined;
  readonly action: string | undefined;
  readonly message: string | undefined;
}

export interface SecurityCaseInvestigationFeedbackRecord {
  readonly usefulness: SecurityCaseInvestigationUsefulness | undefined;
  readonly awsUsefulness: string | undefined;
  readonly comment: string | undefined;
  readonly submittedAt: Date | undefined;
}

/** An item of ListInvestigations. */
export interface SecurityCaseInvestigationRecord extends ObjectRefOf<'SecurityCaseInvestigation'> {
  readonly actionType: SecurityCaseInvestigationActionType | undefined;
  readonly awsActionType: string | undefined;
  readonly title: string | undefined;
  readonly content: string | undefined;
  readonly status: SecurityCaseInvestigationStatus | undefined;
  readonly awsStatus: string | undefined;
  readonly updatedAt: Date | undefined;
  readonly feedback: SecurityCaseInvestigationFeedbackRecord | undefined;
}
