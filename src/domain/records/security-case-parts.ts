/** Records of the parts of a Security Incident Response case: watchers, attachments, comments, edits and investigations. */

export type CaseAttachmentStatus = 'VERIFIED' | 'FAILED' | 'PENDING' | 'UNRECOGNIZED';

export type InvestigationActionType = 'EVIDENCE' | 'INVESTIGATION' | 'SUMMARIZATION' | 'UNRECOGNIZED';

export type InvestigationStatus =
  'PENDING' | 'IN_PROGRESS' | 'WAITING' | 'COMPLETED' | 'FAILED' | 'CANCELLED' | 'UNRECOGNIZED';

export type InvestigationUsefulness = 'USEFUL' | 'NOT_USEFUL' | 'UNRECOGNIZED';

export interface WatcherRecord {
  readonly email: string | undefined;
  readonly name: string | undefined;
  readonly jobTitle: string | undefined;
}

export interface ThreatActorIpRecord {
  readonly ipAddress: string | undefined;
  readonly userAgent: string | undefined;
}

export interface CaseMetadataEntryRecord {
  readonly key: string;
  readonly value: string;
}

/** An item of caseAttachments of GetCase. */
export interface CaseAttachmentRecord {
  /** The target of the case, for GetCaseAttachmentDownloadUrl. */
  readonly target: string;
  readonly caseId: string;
  readonly attachmentId: string;
  readonly fileName: string | undefined;
  readonly status: CaseAttachmentStatus | undefined;
  readonly awsStatus: string | undefined;
  readonly creator: string | undefined;
  readonly createdDate: Date | undefined;
}

/** An item of ListComments. */
export interface SecurityCaseCommentRecord {
  readonly commentId: string;
  readonly body: string | undefined;
  readonly creator: string | undefined;
  readonly createdDate: Date | undefined;
  readonly lastUpdatedBy: string | undefined;
  readonly lastUpdatedDate: Date | undefined;
}

/** An item of ListCaseEdits. */
export interface SecurityCaseEditRecord {
  readonly eventTimestamp: Date | undefined;
  readonly principal: string | undefined;
  readonly action: string | undefined;
  readonly message: string | undefined;
}

export interface InvestigationFeedbackRecord {
  readonly usefulness: InvestigationUsefulness | undefined;
  readonly comment: string | undefined;
  readonly submittedAt: Date | undefined;
}

/** An item of ListInvestigations. */
export interface SecurityCaseInvestigationRecord {
  readonly investigationId: string;
  readonly actionType: InvestigationActionType | undefined;
  readonly title: string | undefined;
  readonly content: string | undefined;
  readonly status: InvestigationStatus | undefined;
  readonly awsStatus: string | undefined;
  readonly lastUpdated: Date | undefined;
  readonly feedback: InvestigationFeedbackRecord | undefined;
}
