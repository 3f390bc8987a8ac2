/** Records of the parts of a Security Incident Response case: watchers, attachments, comments, edits and investigations. */

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
export interface SecurityCaseAttachmentRecord {
  /** The target of the case, for GetCaseAttachmentDownloadUrl. */
  readonly target: string;
  readonly caseId: string;
  readonly attachmentId: string;
  readonly fileName: string | undefined;
  readonly status: SecurityCaseAttachmentStatus | undefined;
  readonly awsStatus: string | undefined;
  readonly creator: string | undefined;
  readonly createdAt: Date | undefined;
}

/** An item of ListComments. */
export interface SecurityCaseCommentRecord {
  readonly commentId: string;
  readonly body: string | undefined;
  readonly creator: string | undefined;
  readonly createdAt: Date | undefined;
  readonly updatedBy: string | undefined;
  readonly updatedAt: Date | undefined;
}

/** An item of ListCaseEdits. */
export interface SecurityCaseEditRecord {
  readonly createdAt: Date | undefined;
  readonly principal: string | undefined;
  readonly action: string | undefined;
  readonly message: string | undefined;
}

export interface SecurityCaseInvestigationFeedbackRecord {
  readonly usefulness: SecurityCaseInvestigationUsefulness | undefined;
  readonly comment: string | undefined;
  readonly submittedAt: Date | undefined;
}

/** An item of ListInvestigations. */
export interface SecurityCaseInvestigationRecord {
  readonly investigationId: string;
  readonly actionType: SecurityCaseInvestigationActionType | undefined;
  readonly title: string | undefined;
  readonly content: string | undefined;
  readonly status: SecurityCaseInvestigationStatus | undefined;
  readonly awsStatus: string | undefined;
  readonly updatedAt: Date | undefined;
  readonly feedback: SecurityCaseInvestigationFeedbackRecord | undefined;
}
