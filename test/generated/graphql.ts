/* eslint-disable -- GraphQL Code Generator wrote this file, and its code has the type any. */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Conditions that select the audit entries that match all of them. */
export type AuditEntryFilter = {
  /** The actor equals this value. */
  actor?: string | null | undefined;
  /** Conditions on the time when the gateway recorded the change. */
  createdAt?: DateTimeFilter | null | undefined;
  /** True selects entries with a recorded outcome, false selects entries without one. */
  ended?: boolean | null | undefined;
  /** The mutation is one of these values. */
  mutations?: Array<string> | null | undefined;
  /** The outcome is recorded and is one of these values. */
  outcomes?: Array<ChangeOutcome> | null | undefined;
  /** The mutation concerned or created the resource with this global id, of at most 512 characters. */
  resourceId?: string | null | undefined;
};

/** An AWS service that the gateway calls. */
export type AwsService =
  /** Amazon Macie: classification jobs and members. */
  | 'MACIE'
  /** AWS Security Incident Response: cases. */
  | 'SECURITY_INCIDENT_RESPONSE'
  /** Amazon WorkMail: mailbox export jobs. */
  | 'WORKMAIL';

/** The classification job to cancel. */
export type CancelClassificationJobInput = {
  /** The consequences that the caller accepts; the configuration of the target defines which ones are required, by default only CANCELS_ALL_JOBS_OF_ACCOUNT. */
  acknowledge?: Array<ConsequenceCode> | null | undefined;
  /** True to run every check without sending the change to AWS. */
  dryRun?: boolean | null | undefined;
  /** The status that the job must have; otherwise, the gateway refuses the change. */
  expectedStatus?: ClassificationJobStatus | null | undefined;
  /** The global id of the resource. */
  id: string | number;
  /** The idempotency key, 1 to 128 printable ASCII characters without spaces; a retry with the same key, input and target within 24 hours returns the same result and changes nothing twice, as long as the caller still has access. */
  idempotencyKey?: string | null | undefined;
};

/** The mailbox export job to cancel. */
export type CancelMailboxExportJobInput = {
  /** The consequences that the caller accepts; the configuration of the target defines which ones are required, by default only CANCELS_ALL_JOBS_OF_ACCOUNT. */
  acknowledge?: Array<ConsequenceCode> | null | undefined;
  /** True to run every check without sending the change to AWS. */
  dryRun?: boolean | null | undefined;
  /** The status that the job must have; otherwise, the gateway refuses the change. */
  expectedStatus?: MailboxExportJobStatus | null | undefined;
  /** The global id of the resource. */
  id: string | number;
  /** The idempotency key, 1 to 128 printable ASCII characters without spaces; a retry with the same key, input and target within 24 hours returns the same result and changes nothing twice, as long as the caller still has access. */
  idempotencyKey?: string | null | undefined;
};

/** The outcome of a requested change. */
export type ChangeOutcome =
  /** AWS accepted the change; for a mailbox export job, a read also showed the new status. */
  | 'APPLIED'
  /** The change passed every check, and the gateway did not send it. */
  | 'DRY_RUN'
  /** AWS gave no clear response, and a fresh read of the resource showed the requested status. */
  | 'RECONCILED'
  /** The change was not applied; userErrors gives the reason. */
  | 'REFUSED'
  /** The gateway sent the change and does not know whether AWS applied it; userErrors gives the details. */
  | 'UNKNOWN';

/** Conditions that exclude the classification jobs that match any of them; Macie evaluates the conditions that it supports (excludes of filterCriteria), and the gateway the others while it reads. */
export type ClassificationJobExclusion = {
  /** The job names one of these accounts in bucketDefinitions, or by ACCOUNT_ID in bucketCriteria; the gateway evaluates the condition while it reads. */
  accountIds?: Array<string> | null | undefined;
  /** Conditions on the creation time. */
  createdAt?: DateTimeFilter | null | undefined;
  /** The type is one of these values. */
  jobTypes?: Array<ClassificationJobType> | null | undefined;
  /** Conditions on the name. */
  name?: StringFilter | null | undefined;
  /** The status is one of these values (jobStatus). */
  statuses?: Array<ClassificationJobStatus> | null | undefined;
};

/** Conditions that select the classification jobs that match all of them; Macie evaluates the conditions that it supports (includes of filterCriteria), and the gateway evaluates accountIds, ignoreCase and UNRECOGNIZED while it reads. An empty filter selects every job. */
export type ClassificationJobFilter = {
  /** The job names one of these accounts in bucketDefinitions, or by ACCOUNT_ID in bucketCriteria; the gateway evaluates the condition while it reads. */
  accountIds?: Array<string> | null | undefined;
  /** Conditions on the creation time. */
  createdAt?: DateTimeFilter | null | undefined;
  /** The type is one of these values. */
  jobTypes?: Array<ClassificationJobType> | null | undefined;
  /** Conditions on the name. */
  name?: StringFilter | null | undefined;
  /** Excludes the jobs that match any of these conditions. */
  not?: ClassificationJobExclusion | null | undefined;
  /** The status is one of these values (jobStatus). */
  statuses?: Array<ClassificationJobStatus> | null | undefined;
};

/** The error status of the last run of a classification job. */
export type ClassificationJobLastRunErrorStatusCode =
  /** The last run had account-level or bucket-level access errors. */
  | 'ERROR'
  /** The last run had no access errors, or the job has not run yet. */
  | 'NONE'
  /** A value that this version of the gateway does not know or cannot read, or that AWS omitted. */
  | 'UNRECOGNIZED';

/** The selection of managed data identifiers for a classification job. */
export type ClassificationJobManagedDataIdentifierSelector =
  /** The job uses all managed data identifiers. */
  | 'ALL'
  /** The job uses all managed data identifiers except those in managedDataIdentifierIds. */
  | 'EXCLUDE'
  /** The job uses only the managed data identifiers in managedDataIdentifierIds. */
  | 'INCLUDE'
  /** The job uses no managed data identifiers, only custom data identifiers. */
  | 'NONE'
  /** The job uses the set of managed data identifiers that Macie recommends. */
  | 'RECOMMENDED'
  /** A value that this version of the gateway does not know or cannot read, or that AWS omitted. */
  | 'UNRECOGNIZED';

/** The sort order of classification jobs; Macie sorts them (sortCriteria). */
export type ClassificationJobOrder = {
  /** The sort direction; null means ASC. */
  direction?: OrderDirection | null | undefined;
  /** The field to sort by. */
  field: ClassificationJobOrderField;
};

/** The field to sort classification jobs by (attributeName of sortCriteria). */
export type ClassificationJobOrderField =
  /** The time when the job was created. */
  | 'CREATED_AT'
  /** The type of the job. */
  | 'JOB_TYPE'
  /** The name of the job. */
  | 'NAME'
  /** The status of the job. */
  | 'STATUS';

/** The status of a classification job (jobStatus of Macie). */
export type ClassificationJobStatus =
  /** The job was canceled permanently. */
  | 'CANCELLED'
  /** The one-time job has finished. */
  | 'COMPLETE'
  /** The scheduled job is waiting for its next run. */
  | 'IDLE'
  /** Macie paused the job because the monthly quota of the account for sensitive data discovery is used up. */
  | 'PAUSED'
  /** The job is running. */
  | 'RUNNING'
  /** A value that this version of the gateway does not know or cannot read, or that AWS omitted. */
  | 'UNRECOGNIZED'
  /** A user paused the job. */
  | 'USER_PAUSED';

/** The type of a classification job (jobType of Macie). */
export type ClassificationJobType =
  /** The job runs once. */
  | 'ONE_TIME'
  /** The job runs on a schedule. */
  | 'SCHEDULED'
  /** A value that this version of the gateway does not know or cannot read, or that AWS omitted. */
  | 'UNRECOGNIZED';

/** The case to close. */
export type CloseSecurityCaseInput = {
  /** The consequences that the caller accepts; the configuration of the target defines which ones are required, by default only CANCELS_ALL_JOBS_OF_ACCOUNT. */
  acknowledge?: Array<ConsequenceCode> | null | undefined;
  /** True to run every check without sending the change to AWS. */
  dryRun?: boolean | null | undefined;
  /** The status that the case must have; otherwise, the gateway refuses the change. */
  expectedStatus?: SecurityCaseStatus | null | undefined;
  /** The global id of the resource. */
  id: string | number;
  /** The idempotency key, 1 to 128 printable ASCII characters without spaces; a retry with the same key, input and target within 24 hours returns the same result and changes nothing twice, as long as the caller still has access. */
  idempotencyKey?: string | null | undefined;
};

/** The code of a consequence of a status change. */
export type ConsequenceCode =
  /** Macie permanently cancels all classification jobs of the account; enabling Macie again does not restore them. */
  | 'CANCELS_ALL_JOBS_OF_ACCOUNT'
  /** A run that stays paused for 30 days expires: Macie cancels a one-time job, and a scheduled job loses that run. */
  | 'EXPIRES_AFTER_30_DAYS'
  /** Macie keeps the findings of the suspended account for at most 90 days. */
  | 'FINDINGS_KEPT_90_DAYS'
  /** The change cannot be undone. */
  | 'IRREVERSIBLE'
  /** The account is no longer a member of this Macie administrator; its record keeps the status REMOVED until it is deleted. */
  | 'LEAVES_ADMINISTRATOR'
  /** An export that is close to completion may complete despite the cancellation. */
  | 'MAY_COMPLETE_ANYWAY'
  /** A scheduled job without a run to continue returns to IDLE instead of RUNNING and waits for its next run. */
  | 'MAY_LAND_IN_IDLE'
  /** Macie deletes its record of the account; createMacieMember creates a new one. */
  | 'RECORD_IS_DELETED';

/** Conditions on a time; all of them must match. A date means the whole day in UTC. */
export type DateTimeFilter = {
  /** The time equals this value, or is on this date. */
  eq?: string | null | undefined;
  /** The time is after this value, or after this date. */
  gt?: string | null | undefined;
  /** The time is at or after this value, or on or after this date. */
  gte?: string | null | undefined;
  /** The time is before this value, or before this date. */
  lt?: string | null | undefined;
  /** The time is at or before this value, or on or before this date. */
  lte?: string | null | undefined;
};

/** The account whose Macie record to delete. */
export type DeleteMacieMemberInput = {
  /** The consequences that the caller accepts; the configuration of the target defines which ones are required, by default only CANCELS_ALL_JOBS_OF_ACCOUNT. */
  acknowledge?: Array<ConsequenceCode> | null | undefined;
  /** True to run every check without sending the change to AWS. */
  dryRun?: boolean | null | undefined;
  /** The relationship status that the member must have; otherwise, the gateway refuses the change. */
  expectedStatus?: MacieMemberStatus | null | undefined;
  /** The global id of the resource. */
  id: string | number;
  /** The idempotency key, 1 to 128 printable ASCII characters without spaces; a retry with the same key, input and target within 24 hours returns the same result and changes nothing twice, as long as the caller still has access. */
  idempotencyKey?: string | null | undefined;
};

/** The member to disassociate. */
export type DisassociateMacieMemberInput = {
  /** The consequences that the caller accepts; the configuration of the target defines which ones are required, by default only CANCELS_ALL_JOBS_OF_ACCOUNT. */
  acknowledge?: Array<ConsequenceCode> | null | undefined;
  /** True to run every check without sending the change to AWS. */
  dryRun?: boolean | null | undefined;
  /** The relationship status that the member must have; otherwise, the gateway refuses the change. */
  expectedStatus?: MacieMemberStatus | null | undefined;
  /** The global id of the resource. */
  id: string | number;
  /** The idempotency key, 1 to 128 printable ASCII characters without spaces; a retry with the same key, input and target within 24 hours returns the same result and changes nothing twice, as long as the caller still has access. */
  idempotencyKey?: string | null | undefined;
};

/** The member to enable again. */
export type EnableMacieMemberInput = {
  /** The consequences that the caller accepts; the configuration of the target defines which ones are required, by default only CANCELS_ALL_JOBS_OF_ACCOUNT. */
  acknowledge?: Array<ConsequenceCode> | null | undefined;
  /** True to run every check without sending the change to AWS. */
  dryRun?: boolean | null | undefined;
  /** The relationship status that the member must have; otherwise, the gateway refuses the change. */
  expectedStatus?: MacieMemberStatus | null | undefined;
  /** The global id of the resource. */
  id: string | number;
  /** The idempotency key, 1 to 128 printable ASCII characters without spaces; a retry with the same key, input and target within 24 hours returns the same result and changes nothing twice, as long as the caller still has access. */
  idempotencyKey?: string | null | undefined;
};

/** Conditions that exclude the members that match any of them; the gateway evaluates the conditions. */
export type MacieMemberExclusion = {
  /** The account id is one of these values. */
  accountIds?: Array<string> | null | undefined;
  /** Conditions on the email address. */
  email?: StringFilter | null | undefined;
  /** The relationship status is one of these values (relationshipStatus). */
  statuses?: Array<MacieMemberStatus> | null | undefined;
};

/** Conditions that select the members that match all of them; Macie evaluates onlyAssociated, and the gateway evaluates the others while it reads. */
export type MacieMemberFilter = {
  /** The account id is one of these values. */
  accountIds?: Array<string> | null | undefined;
  /** Conditions on the email address. */
  email?: StringFilter | null | undefined;
  /** Excludes the members that match any of these conditions. */
  not?: MacieMemberExclusion | null | undefined;
  /** True to exclude accounts that are not current members, false to include them (onlyAssociated of ListMembers). Without it, the filter includes them only if statuses names a status that no current member has. */
  onlyAssociated?: boolean | null | undefined;
  /** The relationship status is one of these values (relationshipStatus). */
  statuses?: Array<MacieMemberStatus> | null | undefined;
};

/** The sort order of members; the gateway sorts them. */
export type MacieMemberOrder = {
  /** The sort direction; null means ASC. */
  direction?: OrderDirection | null | undefined;
  /** The field to sort by. */
  field: MacieMemberOrderField;
};

/** The field to sort members by. */
export type MacieMemberOrderField =
  /** The id of the account. */
  | 'ACCOUNT_ID'
  /** The email address, without regard to case. */
  | 'EMAIL'
  /** The time of the invitation. */
  | 'INVITED_AT'
  /** The name of the relationship status. */
  | 'STATUS';

/** The relationship between an account and its Macie administrator (relationshipStatus of Macie). */
export type MacieMemberStatus =
  /** AWS suspended the account. */
  | 'ACCOUNT_SUSPENDED'
  /** The account was added and has not been invited. */
  | 'CREATED'
  /** The email address given for the account does not belong to it. */
  | 'EMAIL_VERIFICATION_FAILED'
  /** AWS is verifying the email address given for the account. */
  | 'EMAIL_VERIFICATION_IN_PROGRESS'
  /** The account is a member and Macie is enabled for it. */
  | 'ENABLED'
  /** The account was invited and has not responded. */
  | 'INVITED'
  /** The account is a member and the administrator suspended Macie for it. */
  | 'PAUSED'
  /** The account was added while the region was disabled for it. */
  | 'REGION_DISABLED'
  /** The administrator ended the membership. */
  | 'REMOVED'
  /** The account ended its membership. */
  | 'RESIGNED'
  /** A value that this version of the gateway does not know or cannot read, or that AWS omitted. */
  | 'UNRECOGNIZED';

/** Conditions that exclude the mailbox export jobs that match any of them; the gateway evaluates the conditions. */
export type MailboxExportJobExclusion = {
  /** The id of the mailbox owner is one of these values. */
  entityIds?: Array<string> | null | undefined;
  /** Conditions on the start time (StartTime). */
  startedAt?: DateTimeFilter | null | undefined;
  /** The status is one of these values (State). */
  statuses?: Array<MailboxExportJobStatus> | null | undefined;
};

/** Conditions that select the mailbox export jobs that match all of them; the gateway evaluates the conditions while it reads, and an empty filter selects every job. */
export type MailboxExportJobFilter = {
  /** The id of the mailbox owner is one of these values. */
  entityIds?: Array<string> | null | undefined;
  /** Excludes the jobs that match any of these conditions. */
  not?: MailboxExportJobExclusion | null | undefined;
  /** The mailbox owner is the user or resource with this email address (DescribeEntity, once per organization). */
  ownerEmail?: string | null | undefined;
  /** Conditions on the start time (StartTime). */
  startedAt?: DateTimeFilter | null | undefined;
  /** The status is one of these values (State). */
  statuses?: Array<MailboxExportJobStatus> | null | undefined;
};

/** The sort order of mailbox export jobs; the gateway sorts them. */
export type MailboxExportJobOrder = {
  /** The sort direction; null means ASC. */
  direction?: OrderDirection | null | undefined;
  /** The field to sort by. */
  field: MailboxExportJobOrderField;
};

/** The field to sort mailbox export jobs by. */
export type MailboxExportJobOrderField =
  /** The time when the job ended. */
  | 'ENDED_AT'
  /** The estimated progress in percent. */
  | 'PROGRESS'
  /** The time when the job started. */
  | 'STARTED_AT'
  /** The name of the status. */
  | 'STATUS';

/** The status of a mailbox export job (State of WorkMail). */
export type MailboxExportJobStatus =
  /** The export was canceled. */
  | 'CANCELLED'
  /** The export is complete and stored in the bucket. */
  | 'COMPLETED'
  /** The export failed; errorInfo gives the reason. */
  | 'FAILED'
  /** The export is in progress. */
  | 'RUNNING'
  /** A value that this version of the gateway does not know or cannot read, or that AWS omitted. */
  | 'UNRECOGNIZED';

/** The sort direction. */
export type OrderDirection =
  /** The smallest or earliest value comes first. */
  | 'ASC'
  /** The largest or latest value comes first. */
  | 'DESC';

/** The classification job to pause. */
export type PauseClassificationJobInput = {
  /** The consequences that the caller accepts; the configuration of the target defines which ones are required, by default only CANCELS_ALL_JOBS_OF_ACCOUNT. */
  acknowledge?: Array<ConsequenceCode> | null | undefined;
  /** True to run every check without sending the change to AWS. */
  dryRun?: boolean | null | undefined;
  /** The status that the job must have; otherwise, the gateway refuses the change. */
  expectedStatus?: ClassificationJobStatus | null | undefined;
  /** The global id of the resource. */
  id: string | number;
  /** The idempotency key, 1 to 128 printable ASCII characters without spaces; a retry with the same key, input and target within 24 hours returns the same result and changes nothing twice, as long as the caller still has access. */
  idempotencyKey?: string | null | undefined;
};

/** The classification job to resume. */
export type ResumeClassificationJobInput = {
  /** The consequences that the caller accepts; the configuration of the target defines which ones are required, by default only CANCELS_ALL_JOBS_OF_ACCOUNT. */
  acknowledge?: Array<ConsequenceCode> | null | undefined;
  /** True to run every check without sending the change to AWS. */
  dryRun?: boolean | null | undefined;
  /** The status that the job must have; otherwise, the gateway refuses the change. */
  expectedStatus?: ClassificationJobStatus | null | undefined;
  /** The global id of the resource. */
  id: string | number;
  /** The idempotency key, 1 to 128 printable ASCII characters without spaces; a retry with the same key, input and target within 24 hours returns the same result and changes nothing twice, as long as the caller still has access. */
  idempotencyKey?: string | null | undefined;
};

/** The reason why a case was closed (closureCode of Security Incident Response). */
export type SecurityCaseClosureCode =
  /** Another case covers the incident. */
  | 'DUPLICATE'
  /** There was no incident. */
  | 'FALSE_POSITIVE'
  /** The investigation was completed. */
  | 'INVESTIGATION_COMPLETED'
  /** The incident was not resolved. */
  | 'NOT_RESOLVED'
  /** A value that this version of the gateway does not know or cannot read, or that AWS omitted. */
  | 'UNRECOGNIZED';

/** The engagement type of a case (engagementType of Security Incident Response). */
export type SecurityCaseEngagementType =
  /** The case concerns an investigation. */
  | 'INVESTIGATION'
  /** The case concerns an active security incident. */
  | 'SECURITY_INCIDENT'
  /** A value that this version of the gateway does not know or cannot read, or that AWS omitted. */
  | 'UNRECOGNIZED';

/** Conditions that exclude the cases that match any of them; the gateway evaluates the conditions. */
export type SecurityCaseExclusion = {
  /** The case impacts one of these accounts; the gateway makes one call for every case that matches the other conditions (GetCase). */
  accountIds?: Array<string> | null | undefined;
  /** Conditions on the creation time (createdDate). */
  createdAt?: DateTimeFilter | null | undefined;
  /** The engagement type is one of these values. */
  engagementTypes?: Array<SecurityCaseEngagementType> | null | undefined;
  /** The pending action is one of these values. */
  pendingActions?: Array<SecurityCasePendingAction> | null | undefined;
  /** The resolver type is one of these values. */
  resolverTypes?: Array<SecurityCaseResolverType> | null | undefined;
  /** The status is one of these values (caseStatus). */
  statuses?: Array<SecurityCaseStatus> | null | undefined;
  /** Conditions on the title. */
  title?: StringFilter | null | undefined;
  /** Conditions on the time of the latest update (lastUpdatedDate). */
  updatedAt?: DateTimeFilter | null | undefined;
};

/** Conditions that select the cases that match all of them; the gateway evaluates the conditions while it reads, and an empty filter selects every case. */
export type SecurityCaseFilter = {
  /** The case impacts one of these accounts; the gateway makes one call for every case that matches the other conditions (GetCase). */
  accountIds?: Array<string> | null | undefined;
  /** Conditions on the creation time (createdDate). */
  createdAt?: DateTimeFilter | null | undefined;
  /** The engagement type is one of these values. */
  engagementTypes?: Array<SecurityCaseEngagementType> | null | undefined;
  /** Excludes the cases that match any of these conditions. */
  not?: SecurityCaseExclusion | null | undefined;
  /** The pending action is one of these values. */
  pendingActions?: Array<SecurityCasePendingAction> | null | undefined;
  /** The resolver type is one of these values. */
  resolverTypes?: Array<SecurityCaseResolverType> | null | undefined;
  /** The status is one of these values (caseStatus). */
  statuses?: Array<SecurityCaseStatus> | null | undefined;
  /** Conditions on the title. */
  title?: StringFilter | null | undefined;
  /** Conditions on the time of the latest update (lastUpdatedDate). */
  updatedAt?: DateTimeFilter | null | undefined;
};

/** The sort order of cases; the gateway sorts them. */
export type SecurityCaseOrder = {
  /** The sort direction; null means ASC. */
  direction?: OrderDirection | null | undefined;
  /** The field to sort by. */
  field: SecurityCaseOrderField;
};

/** The field to sort cases by. */
export type SecurityCaseOrderField =
  /** The time when the case was created. */
  | 'CREATED_AT'
  /** The name of the status. */
  | 'STATUS'
  /** The title, without regard to case. */
  | 'TITLE'
  /** The time of the latest update. */
  | 'UPDATED_AT';

/** The party that has to act on a case (pendingAction of Security Incident Response). */
export type SecurityCasePendingAction =
  /** AWS is waiting for the customer to act. */
  | 'CUSTOMER'
  /** No action is pending. */
  | 'NONE'
  /** A value that this version of the gateway does not know or cannot read, or that AWS omitted. */
  | 'UNRECOGNIZED';

/** The party that resolves a case (resolverType of Security Incident Response). */
export type SecurityCaseResolverType =
  /** AWS responders resolve the case and set its status. */
  | 'AWS'
  /** The customer resolves the case and sets its status. */
  | 'SELF'
  /** A value that this version of the gateway does not know or cannot read, or that AWS omitted. */
  | 'UNRECOGNIZED';

/** The status of a case (caseStatus of Security Incident Response). */
export type SecurityCaseStatus =
  /** AWS responders have acknowledged the case. */
  | 'ACKNOWLEDGED'
  /** The case is closed permanently. */
  | 'CLOSED'
  /** The incident is being contained and eradicated, and the affected systems are recovering. */
  | 'CONTAINMENT_ERADICATION_AND_RECOVERY'
  /** The incident is under investigation. */
  | 'DETECTION_AND_ANALYSIS'
  /** The incident is over and under review. */
  | 'POST_INCIDENT_ACTIVITIES'
  /** AWS responders consider the case ready to close. */
  | 'READY_TO_CLOSE'
  /** The case was created. */
  | 'SUBMITTED'
  /** A value that this version of the gateway does not know or cannot read, or that AWS omitted. */
  | 'UNRECOGNIZED';

/** The result of reading one list of AWS: one kind of resource in one target. */
export type SourceStatus =
  /** AWS denied access to the gateway. */
  | 'ACCESS_DENIED'
  /** The source failed on an earlier page, and the gateway left it out of this page without a call; retryCursor retries it. */
  | 'FAILED_EARLIER'
  /** The service is not enabled in the account and region of the target. */
  | 'NOT_ENABLED'
  /** The gateway read all rows that the source has for this page. */
  | 'OK'
  /** The gateway reached the scan limit, the maximum number of AWS calls for one page; endCursor continues from there, unless message says that the request must be narrowed. */
  | 'SCAN_LIMIT_REACHED'
  /** AWS throttled the gateway, including its retries. */
  | 'THROTTLED'
  /** AWS did not respond within the time limit. */
  | 'TIMED_OUT'
  /** The gateway could not reach AWS, or AWS responded with a failure. */
  | 'UNAVAILABLE'
  /** AWS sent rows that the gateway cannot read, or whose values the filter needs and the gateway cannot read; this page lacks them. */
  | 'UNREADABLE_ROWS';

/** Conditions on a string; all of them must match. */
export type StringFilter = {
  /** The string contains this value. */
  contains?: string | null | undefined;
  /** The string equals this value. */
  eq?: string | null | undefined;
  /** True to compare without regard to case; the gateway then evaluates the conditions. */
  ignoreCase?: boolean | null | undefined;
  /** The string starts with this value. */
  startsWith?: string | null | undefined;
};

/** The member to suspend. */
export type SuspendMacieMemberInput = {
  /** The consequences that the caller accepts; the configuration of the target defines which ones are required, by default only CANCELS_ALL_JOBS_OF_ACCOUNT. */
  acknowledge?: Array<ConsequenceCode> | null | undefined;
  /** True to run every check without sending the change to AWS. */
  dryRun?: boolean | null | undefined;
  /** The relationship status that the member must have; otherwise, the gateway refuses the change. */
  expectedStatus?: MacieMemberStatus | null | undefined;
  /** The global id of the resource. */
  id: string | number;
  /** The idempotency key, 1 to 128 printable ASCII characters without spaces; a retry with the same key, input and target within 24 hours returns the same result and changes nothing twice, as long as the caller still has access. */
  idempotencyKey?: string | null | undefined;
};

/** An action that changes the status of a resource. */
export type TransitionAction =
  /** Cancels a classification job or a mailbox export job permanently. */
  | 'CANCEL'
  /** Closes a case permanently. */
  | 'CLOSE'
  /** Deletes the Macie record of an account that is not a current member. */
  | 'DELETE'
  /** Disassociates a member account from its Macie administrator. */
  | 'DISASSOCIATE'
  /** Enables Macie again for a suspended member account. */
  | 'ENABLE'
  /** Pauses a classification job. */
  | 'PAUSE'
  /** Resumes a classification job that a user paused. */
  | 'RESUME'
  /** Suspends Macie for a member account. */
  | 'SUSPEND'
  /** Hands a self-managed case over to AWS permanently. */
  | 'UPDATE_RESOLVER_TYPE'
  /** Moves a self-managed case to another status. */
  | 'UPDATE_STATUS';

/** The self-managed case to move and its new status. */
export type UpdateSecurityCaseStatusInput = {
  /** The consequences that the caller accepts; the configuration of the target defines which ones are required, by default only CANCELS_ALL_JOBS_OF_ACCOUNT. */
  acknowledge?: Array<ConsequenceCode> | null | undefined;
  /** True to run every check without sending the change to AWS. */
  dryRun?: boolean | null | undefined;
  /** The status that the case must have; otherwise, the gateway refuses the change. */
  expectedStatus?: SecurityCaseStatus | null | undefined;
  /** The global id of the resource. */
  id: string | number;
  /** The idempotency key, 1 to 128 printable ASCII characters without spaces; a retry with the same key, input and target within 24 hours returns the same result and changes nothing twice, as long as the caller still has access. */
  idempotencyKey?: string | null | undefined;
  /** The new status of the case (caseStatus); closeSecurityCase requests CLOSED. */
  status: SecurityCaseStatus;
};

/** The code of a user error. */
export type UserErrorCode =
  /** The input does not acknowledge a required consequence of the change. */
  | 'ACKNOWLEDGEMENT_REQUIRED'
  /** The outcome in the response is correct, but the gateway could not write it to the audit trail. */
  | 'AUDIT_INCOMPLETE'
  /** AWS rejected a call or could not be reached; nothing was changed. */
  | 'AWS_REJECTED'
  /** A value of the input is invalid. */
  | 'INVALID_INPUT'
  /** The status of the resource does not allow the change. */
  | 'INVALID_TRANSITION'
  /** AWS does not have the resource. */
  | 'NOT_FOUND'
  /** The gateway did not send the change, for a reason unrelated to the resource. */
  | 'NOT_SENT'
  /** The gateway sent the change and does not know whether AWS applied it. */
  | 'OUTCOME_UNKNOWN'
  /** The current status of the resource is not the expected status. */
  | 'STATUS_MISMATCH';

export type AuditEntryPartsFragment = { changeId: string, createdAt: string, actor: string, sourceAddress: string | null, mutation: string, resourceType: string | null, resourceId: string | null, statusBefore: string | null, idempotencyKey: string | null, outcome: ChangeOutcome | null, errorCodes: Array<string>, statusAfter: string | null, awsOperation: string | null, awsRequestId: string | null, endedAt: string | null, replayOf: string | null, target: { name: string } | null, input: Array<{ name: string, value: string }> };

export type AuditTrailQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
  filter?: AuditEntryFilter | null | undefined;
}>;


export type AuditTrailQuery = { connection: { edges: Array<{ cursor: string, node: { changeId: string, createdAt: string, actor: string, sourceAddress: string | null, mutation: string, resourceType: string | null, resourceId: string | null, statusBefore: string | null, idempotencyKey: string | null, outcome: ChangeOutcome | null, errorCodes: Array<string>, statusAfter: string | null, awsOperation: string | null, awsRequestId: string | null, endedAt: string | null, replayOf: string | null, target: { name: string } | null, input: Array<{ name: string, value: string }> } }>, nodes: Array<{ changeId: string }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, completeness: { complete: boolean, sources: Array<{ service: AwsService, status: SourceStatus, message: string | null, retryAfterSeconds: number | null, target: { name: string } }> } } | null };

export type AuditTrailOfResourceQueryVariables = Exact<{
  id: string | number;
  first?: number;
  after?: string | null | undefined;
}>;


export type AuditTrailOfResourceQuery = { node:
    | { __typename: 'AuditEntry' }
    | { __typename: 'ClassificationJob', auditTrail: { nodes: Array<{ changeId: string, mutation: string }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null }
    | { __typename: 'MacieMember', auditTrail: { nodes: Array<{ changeId: string, mutation: string }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null }
    | { __typename: 'MailboxExportJob', auditTrail: { nodes: Array<{ changeId: string, mutation: string }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null }
    | { __typename: 'SecurityCase', auditTrail: { nodes: Array<{ changeId: string, mutation: string }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null }
    | { __typename: 'SecurityCaseAttachment' }
    | { __typename: 'Target' }
    | { __typename: 'WorkMailOrganization' }
    | { __typename: 'WorkMailUser' }
   | null };

export type PauseResumeCancelMutationVariables = Exact<{
  pause: PauseClassificationJobInput;
  resume: ResumeClassificationJobInput;
  cancel: CancelClassificationJobInput;
}>;


export type PauseResumeCancelMutation = { pauseClassificationJob: { outcome: ChangeOutcome, classificationJob: { id: string, status: ClassificationJobStatus } | null, change: { from: string, to: string, consequences: Array<{ code: ConsequenceCode }> } | null, userErrors: Array<
      | { __typename: 'AcknowledgementRequiredError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'AuditIncompleteError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'AwsRejectedError', service: AwsService, operation: string, awsCode: string | null, requestId: string | null, code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInputError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InvalidTransitionError', from: string, to: string, code: UserErrorCode, message: string, path: Array<string> | null, allowed: Array<{ action: TransitionAction, to: string, mutation: string, consequences: Array<{ code: ConsequenceCode, text: string }> }> }
      | { __typename: 'NotFoundError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'NotSentError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'OutcomeUnknownError', observedStatus: string | null, code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StatusMismatchError', expected: string, actual: string, code: UserErrorCode, message: string, path: Array<string> | null }
    > } | null, resumeClassificationJob: { outcome: ChangeOutcome, classificationJob: { id: string, status: ClassificationJobStatus } | null, change: { from: string, to: string, consequences: Array<{ code: ConsequenceCode }> } | null, userErrors: Array<
      | { __typename: 'AcknowledgementRequiredError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'AuditIncompleteError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'AwsRejectedError', service: AwsService, operation: string, awsCode: string | null, requestId: string | null, code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInputError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InvalidTransitionError', from: string, to: string, code: UserErrorCode, message: string, path: Array<string> | null, allowed: Array<{ action: TransitionAction, to: string, mutation: string, consequences: Array<{ code: ConsequenceCode, text: string }> }> }
      | { __typename: 'NotFoundError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'NotSentError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'OutcomeUnknownError', observedStatus: string | null, code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StatusMismatchError', expected: string, actual: string, code: UserErrorCode, message: string, path: Array<string> | null }
    > } | null, cancelClassificationJob: { outcome: ChangeOutcome, classificationJob: { id: string, status: ClassificationJobStatus } | null, change: { from: string, to: string, consequences: Array<{ code: ConsequenceCode }> } | null, userErrors: Array<
      | { __typename: 'AcknowledgementRequiredError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'AuditIncompleteError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'AwsRejectedError', service: AwsService, operation: string, awsCode: string | null, requestId: string | null, code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInputError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InvalidTransitionError', from: string, to: string, code: UserErrorCode, message: string, path: Array<string> | null, allowed: Array<{ action: TransitionAction, to: string, mutation: string, consequences: Array<{ code: ConsequenceCode, text: string }> }> }
      | { __typename: 'NotFoundError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'NotSentError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'OutcomeUnknownError', observedStatus: string | null, code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StatusMismatchError', expected: string, actual: string, code: UserErrorCode, message: string, path: Array<string> | null }
    > } | null };

export type PauseSuspendCloseMutationVariables = Exact<{
  pause: PauseClassificationJobInput;
  suspend: SuspendMacieMemberInput;
  close: CloseSecurityCaseInput;
}>;


export type PauseSuspendCloseMutation = { pauseClassificationJob: { outcome: ChangeOutcome, classificationJob: { id: string, status: ClassificationJobStatus } | null, change: { from: string, to: string, consequences: Array<{ code: ConsequenceCode }> } | null, userErrors: Array<
      | { __typename: 'AcknowledgementRequiredError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'AuditIncompleteError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'AwsRejectedError', service: AwsService, operation: string, awsCode: string | null, requestId: string | null, code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInputError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InvalidTransitionError', from: string, to: string, code: UserErrorCode, message: string, path: Array<string> | null, allowed: Array<{ action: TransitionAction, to: string, mutation: string, consequences: Array<{ code: ConsequenceCode, text: string }> }> }
      | { __typename: 'NotFoundError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'NotSentError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'OutcomeUnknownError', observedStatus: string | null, code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StatusMismatchError', expected: string, actual: string, code: UserErrorCode, message: string, path: Array<string> | null }
    > } | null, suspendMacieMember: { outcome: ChangeOutcome, macieMember: { id: string, status: MacieMemberStatus } | null, change: { from: string, to: string, consequences: Array<{ code: ConsequenceCode }> } | null, userErrors: Array<
      | { __typename: 'AcknowledgementRequiredError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'AuditIncompleteError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'AwsRejectedError', service: AwsService, operation: string, awsCode: string | null, requestId: string | null, code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInputError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InvalidTransitionError', from: string, to: string, code: UserErrorCode, message: string, path: Array<string> | null, allowed: Array<{ action: TransitionAction, to: string, mutation: string, consequences: Array<{ code: ConsequenceCode, text: string }> }> }
      | { __typename: 'NotFoundError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'NotSentError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'OutcomeUnknownError', observedStatus: string | null, code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StatusMismatchError', expected: string, actual: string, code: UserErrorCode, message: string, path: Array<string> | null }
    > } | null, closeSecurityCase: { outcome: ChangeOutcome, securityCase: { id: string, status: SecurityCaseStatus } | null, change: { from: string, to: string, consequences: Array<{ code: ConsequenceCode }> } | null, userErrors: Array<
      | { __typename: 'AcknowledgementRequiredError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'AuditIncompleteError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'AwsRejectedError', service: AwsService, operation: string, awsCode: string | null, requestId: string | null, code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInputError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InvalidTransitionError', from: string, to: string, code: UserErrorCode, message: string, path: Array<string> | null, allowed: Array<{ action: TransitionAction, to: string, mutation: string, consequences: Array<{ code: ConsequenceCode, text: string }> }> }
      | { __typename: 'NotFoundError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'NotSentError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'OutcomeUnknownError', observedStatus: string | null, code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StatusMismatchError', expected: string, actual: string, code: UserErrorCode, message: string, path: Array<string> | null }
    > } | null };

export type PauseAndSelectDetailMutationVariables = Exact<{
  input: PauseClassificationJobInput;
}>;


export type PauseAndSelectDetailMutation = { pauseClassificationJob: { classificationJob: { id: string, jobId: string, name: string | null, status: ClassificationJobStatus, awsStatus: string | null, statusLabel: string, isTerminal: boolean, consoleUrl: string | null, jobType: ClassificationJobType | null, awsJobType: string | null, createdAt: string | null, expiresAt: string | null, arn: string | null, description: string | null, clientToken: string | null, initialRun: boolean | null, lastRunAt: string | null, samplingPercentage: number | null, managedDataIdentifierSelector: ClassificationJobManagedDataIdentifierSelector | null, awsManagedDataIdentifierSelector: string | null, managedDataIdentifierIds: Array<string> | null, customDataIdentifierIds: Array<string> | null, allowListIds: Array<string> | null, target: { name: string }, lastRunErrorStatus: { code: ClassificationJobLastRunErrorStatusCode | null, awsCode: string | null } | null, userPausedDetails: { pausedAt: string | null, expiresAt: string | null, imminentExpirationHealthEventArn: string | null } | null, availableTransitions: Array<{ action: TransitionAction, to: string, mutation: string, consequences: Array<{ code: ConsequenceCode, text: string }> }>, statistics: { approximateNumberOfObjectsToProcess: number | null, numberOfRuns: number | null } | null } | null } | null };

export type ClassificationJobSummaryFragment = { id: string, jobId: string, name: string | null, status: ClassificationJobStatus, awsStatus: string | null, statusLabel: string, isTerminal: boolean, consoleUrl: string | null, jobType: ClassificationJobType | null, awsJobType: string | null, createdAt: string | null, expiresAt: string | null, target: { name: string }, lastRunErrorStatus: { code: ClassificationJobLastRunErrorStatusCode | null, awsCode: string | null } | null, userPausedDetails: { pausedAt: string | null, expiresAt: string | null, imminentExpirationHealthEventArn: string | null } | null, availableTransitions: Array<{ action: TransitionAction, to: string, mutation: string, consequences: Array<{ code: ConsequenceCode, text: string }> }> };

export type ClassificationJobDetailFragment = { arn: string | null, description: string | null, clientToken: string | null, initialRun: boolean | null, lastRunAt: string | null, samplingPercentage: number | null, managedDataIdentifierSelector: ClassificationJobManagedDataIdentifierSelector | null, awsManagedDataIdentifierSelector: string | null, managedDataIdentifierIds: Array<string> | null, customDataIdentifierIds: Array<string> | null, allowListIds: Array<string> | null, statistics: { approximateNumberOfObjectsToProcess: number | null, numberOfRuns: number | null } | null };

export type ClassificationJobsQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
  filter?: ClassificationJobFilter | null | undefined;
  orderBy?: ClassificationJobOrder | null | undefined;
  targets?: Array<string> | string | null | undefined;
}>;


export type ClassificationJobsQuery = { classificationJobs: { nodes: Array<{ id: string, jobId: string, name: string | null, status: ClassificationJobStatus, awsStatus: string | null, statusLabel: string, isTerminal: boolean, consoleUrl: string | null, jobType: ClassificationJobType | null, awsJobType: string | null, createdAt: string | null, expiresAt: string | null, target: { name: string }, lastRunErrorStatus: { code: ClassificationJobLastRunErrorStatusCode | null, awsCode: string | null } | null, userPausedDetails: { pausedAt: string | null, expiresAt: string | null, imminentExpirationHealthEventArn: string | null } | null, availableTransitions: Array<{ action: TransitionAction, to: string, mutation: string, consequences: Array<{ code: ConsequenceCode, text: string }> }> }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, completeness: { complete: boolean, sources: Array<{ service: AwsService, status: SourceStatus, message: string | null, retryAfterSeconds: number | null, target: { name: string } }> } } | null };

export type ClassificationJobEdgesQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
  orderBy?: ClassificationJobOrder | null | undefined;
}>;


export type ClassificationJobEdgesQuery = { classificationJobs: { edges: Array<{ cursor: string, node: { jobId: string, target: { name: string } } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type FindClassificationJobQueryVariables = Exact<{
  jobId: string;
  target?: string | null | undefined;
}>;


export type FindClassificationJobQuery = { classificationJob: { id: string, jobId: string, name: string | null, status: ClassificationJobStatus, awsStatus: string | null, statusLabel: string, isTerminal: boolean, consoleUrl: string | null, jobType: ClassificationJobType | null, awsJobType: string | null, createdAt: string | null, expiresAt: string | null, arn: string | null, description: string | null, clientToken: string | null, initialRun: boolean | null, lastRunAt: string | null, samplingPercentage: number | null, managedDataIdentifierSelector: ClassificationJobManagedDataIdentifierSelector | null, awsManagedDataIdentifierSelector: string | null, managedDataIdentifierIds: Array<string> | null, customDataIdentifierIds: Array<string> | null, allowListIds: Array<string> | null, target: { name: string }, lastRunErrorStatus: { code: ClassificationJobLastRunErrorStatusCode | null, awsCode: string | null } | null, userPausedDetails: { pausedAt: string | null, expiresAt: string | null, imminentExpirationHealthEventArn: string | null } | null, availableTransitions: Array<{ action: TransitionAction, to: string, mutation: string, consequences: Array<{ code: ConsequenceCode, text: string }> }>, statistics: { approximateNumberOfObjectsToProcess: number | null, numberOfRuns: number | null } | null } | null };

export type ClassificationJobPayloadPartsFragment = { outcome: ChangeOutcome, classificationJob: { id: string, status: ClassificationJobStatus } | null, change: { from: string, to: string, consequences: Array<{ code: ConsequenceCode }> } | null, userErrors: Array<
    | { __typename: 'AcknowledgementRequiredError', code: UserErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'AuditIncompleteError', code: UserErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'AwsRejectedError', service: AwsService, operation: string, awsCode: string | null, requestId: string | null, code: UserErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'InvalidInputError', code: UserErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'InvalidTransitionError', from: string, to: string, code: UserErrorCode, message: string, path: Array<string> | null, allowed: Array<{ action: TransitionAction, to: string, mutation: string, consequences: Array<{ code: ConsequenceCode, text: string }> }> }
    | { __typename: 'NotFoundError', code: UserErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'NotSentError', code: UserErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'OutcomeUnknownError', observedStatus: string | null, code: UserErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'StatusMismatchError', expected: string, actual: string, code: UserErrorCode, message: string, path: Array<string> | null }
  > };

export type PauseClassificationJobMutationVariables = Exact<{
  input: PauseClassificationJobInput;
}>;


export type PauseClassificationJobMutation = { pauseClassificationJob: { outcome: ChangeOutcome, classificationJob: { id: string, status: ClassificationJobStatus } | null, change: { from: string, to: string, consequences: Array<{ code: ConsequenceCode }> } | null, userErrors: Array<
      | { __typename: 'AcknowledgementRequiredError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'AuditIncompleteError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'AwsRejectedError', service: AwsService, operation: string, awsCode: string | null, requestId: string | null, code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInputError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InvalidTransitionError', from: string, to: string, code: UserErrorCode, message: string, path: Array<string> | null, allowed: Array<{ action: TransitionAction, to: string, mutation: string, consequences: Array<{ code: ConsequenceCode, text: string }> }> }
      | { __typename: 'NotFoundError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'NotSentError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'OutcomeUnknownError', observedStatus: string | null, code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StatusMismatchError', expected: string, actual: string, code: UserErrorCode, message: string, path: Array<string> | null }
    > } | null };

export type ResumeClassificationJobMutationVariables = Exact<{
  input: ResumeClassificationJobInput;
}>;


export type ResumeClassificationJobMutation = { resumeClassificationJob: { outcome: ChangeOutcome, classificationJob: { id: string, status: ClassificationJobStatus } | null, change: { from: string, to: string, consequences: Array<{ code: ConsequenceCode }> } | null, userErrors: Array<
      | { __typename: 'AcknowledgementRequiredError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'AuditIncompleteError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'AwsRejectedError', service: AwsService, operation: string, awsCode: string | null, requestId: string | null, code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInputError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InvalidTransitionError', from: string, to: string, code: UserErrorCode, message: string, path: Array<string> | null, allowed: Array<{ action: TransitionAction, to: string, mutation: string, consequences: Array<{ code: ConsequenceCode, text: string }> }> }
      | { __typename: 'NotFoundError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'NotSentError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'OutcomeUnknownError', observedStatus: string | null, code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StatusMismatchError', expected: string, actual: string, code: UserErrorCode, message: string, path: Array<string> | null }
    > } | null };

export type CancelClassificationJobMutationVariables = Exact<{
  input: CancelClassificationJobInput;
}>;


export type CancelClassificationJobMutation = { cancelClassificationJob: { outcome: ChangeOutcome, classificationJob: { id: string, status: ClassificationJobStatus } | null, change: { from: string, to: string, consequences: Array<{ code: ConsequenceCode }> } | null, userErrors: Array<
      | { __typename: 'AcknowledgementRequiredError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'AuditIncompleteError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'AwsRejectedError', service: AwsService, operation: string, awsCode: string | null, requestId: string | null, code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInputError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InvalidTransitionError', from: string, to: string, code: UserErrorCode, message: string, path: Array<string> | null, allowed: Array<{ action: TransitionAction, to: string, mutation: string, consequences: Array<{ code: ConsequenceCode, text: string }> }> }
      | { __typename: 'NotFoundError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'NotSentError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'OutcomeUnknownError', observedStatus: string | null, code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StatusMismatchError', expected: string, actual: string, code: UserErrorCode, message: string, path: Array<string> | null }
    > } | null };

export type MacieMemberPartsFragment = { id: string, accountId: string, administratorAccountId: string | null, masterAccountId: string | null, arn: string | null, email: string | null, status: MacieMemberStatus, awsStatus: string | null, invitedAt: string | null, updatedAt: string | null, target: { name: string }, availableTransitions: Array<{ action: TransitionAction, to: string, mutation: string, consequences: Array<{ code: ConsequenceCode, text: string }> }> };

export type MacieMembersQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
  filter?: MacieMemberFilter | null | undefined;
  targets?: Array<string> | string | null | undefined;
}>;


export type MacieMembersQuery = { macieMembers: { nodes: Array<{ id: string, accountId: string, administratorAccountId: string | null, masterAccountId: string | null, arn: string | null, email: string | null, status: MacieMemberStatus, awsStatus: string | null, invitedAt: string | null, updatedAt: string | null, target: { name: string }, availableTransitions: Array<{ action: TransitionAction, to: string, mutation: string, consequences: Array<{ code: ConsequenceCode, text: string }> }> }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, completeness: { complete: boolean, sources: Array<{ service: AwsService, status: SourceStatus, message: string | null, retryAfterSeconds: number | null, target: { name: string } }> } } | null };

export type FindMacieMemberQueryVariables = Exact<{
  accountId: string;
  target?: string | null | undefined;
}>;


export type FindMacieMemberQuery = { macieMember: { id: string, accountId: string, administratorAccountId: string | null, masterAccountId: string | null, arn: string | null, email: string | null, status: MacieMemberStatus, awsStatus: string | null, invitedAt: string | null, updatedAt: string | null, target: { name: string }, availableTransitions: Array<{ action: TransitionAction, to: string, mutation: string, consequences: Array<{ code: ConsequenceCode, text: string }> }> } | null };

export type MacieMemberPayloadPartsFragment = { outcome: ChangeOutcome, macieMember: { id: string, status: MacieMemberStatus } | null, change: { from: string, to: string, consequences: Array<{ code: ConsequenceCode }> } | null, userErrors: Array<
    | { __typename: 'AcknowledgementRequiredError', code: UserErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'AuditIncompleteError', code: UserErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'AwsRejectedError', service: AwsService, operation: string, awsCode: string | null, requestId: string | null, code: UserErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'InvalidInputError', code: UserErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'InvalidTransitionError', from: string, to: string, code: UserErrorCode, message: string, path: Array<string> | null, allowed: Array<{ action: TransitionAction, to: string, mutation: string, consequences: Array<{ code: ConsequenceCode, text: string }> }> }
    | { __typename: 'NotFoundError', code: UserErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'NotSentError', code: UserErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'OutcomeUnknownError', observedStatus: string | null, code: UserErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'StatusMismatchError', expected: string, actual: string, code: UserErrorCode, message: string, path: Array<string> | null }
  > };

export type SuspendMacieMemberMutationVariables = Exact<{
  input: SuspendMacieMemberInput;
}>;


export type SuspendMacieMemberMutation = { suspendMacieMember: { outcome: ChangeOutcome, macieMember: { id: string, status: MacieMemberStatus } | null, change: { from: string, to: string, consequences: Array<{ code: ConsequenceCode }> } | null, userErrors: Array<
      | { __typename: 'AcknowledgementRequiredError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'AuditIncompleteError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'AwsRejectedError', service: AwsService, operation: string, awsCode: string | null, requestId: string | null, code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInputError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InvalidTransitionError', from: string, to: string, code: UserErrorCode, message: string, path: Array<string> | null, allowed: Array<{ action: TransitionAction, to: string, mutation: string, consequences: Array<{ code: ConsequenceCode, text: string }> }> }
      | { __typename: 'NotFoundError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'NotSentError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'OutcomeUnknownError', observedStatus: string | null, code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StatusMismatchError', expected: string, actual: string, code: UserErrorCode, message: string, path: Array<string> | null }
    > } | null };

export type EnableMacieMemberMutationVariables = Exact<{
  input: EnableMacieMemberInput;
}>;


export type EnableMacieMemberMutation = { enableMacieMember: { outcome: ChangeOutcome, macieMember: { id: string, status: MacieMemberStatus } | null, change: { from: string, to: string, consequences: Array<{ code: ConsequenceCode }> } | null, userErrors: Array<
      | { __typename: 'AcknowledgementRequiredError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'AuditIncompleteError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'AwsRejectedError', service: AwsService, operation: string, awsCode: string | null, requestId: string | null, code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInputError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InvalidTransitionError', from: string, to: string, code: UserErrorCode, message: string, path: Array<string> | null, allowed: Array<{ action: TransitionAction, to: string, mutation: string, consequences: Array<{ code: ConsequenceCode, text: string }> }> }
      | { __typename: 'NotFoundError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'NotSentError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'OutcomeUnknownError', observedStatus: string | null, code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StatusMismatchError', expected: string, actual: string, code: UserErrorCode, message: string, path: Array<string> | null }
    > } | null };

export type DisassociateMacieMemberMutationVariables = Exact<{
  input: DisassociateMacieMemberInput;
}>;


export type DisassociateMacieMemberMutation = { disassociateMacieMember: { outcome: ChangeOutcome, macieMember: { id: string, status: MacieMemberStatus } | null, change: { from: string, to: string, consequences: Array<{ code: ConsequenceCode }> } | null, userErrors: Array<
      | { __typename: 'AcknowledgementRequiredError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'AuditIncompleteError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'AwsRejectedError', service: AwsService, operation: string, awsCode: string | null, requestId: string | null, code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInputError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InvalidTransitionError', from: string, to: string, code: UserErrorCode, message: string, path: Array<string> | null, allowed: Array<{ action: TransitionAction, to: string, mutation: string, consequences: Array<{ code: ConsequenceCode, text: string }> }> }
      | { __typename: 'NotFoundError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'NotSentError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'OutcomeUnknownError', observedStatus: string | null, code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StatusMismatchError', expected: string, actual: string, code: UserErrorCode, message: string, path: Array<string> | null }
    > } | null };

export type DeleteMacieMemberMutationVariables = Exact<{
  input: DeleteMacieMemberInput;
}>;


export type DeleteMacieMemberMutation = { deleteMacieMember: { outcome: ChangeOutcome, macieMember: { id: string, status: MacieMemberStatus } | null, change: { from: string, to: string, consequences: Array<{ code: ConsequenceCode }> } | null, userErrors: Array<
      | { __typename: 'AcknowledgementRequiredError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'AuditIncompleteError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'AwsRejectedError', service: AwsService, operation: string, awsCode: string | null, requestId: string | null, code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInputError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InvalidTransitionError', from: string, to: string, code: UserErrorCode, message: string, path: Array<string> | null, allowed: Array<{ action: TransitionAction, to: string, mutation: string, consequences: Array<{ code: ConsequenceCode, text: string }> }> }
      | { __typename: 'NotFoundError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'NotSentError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'OutcomeUnknownError', observedStatus: string | null, code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StatusMismatchError', expected: string, actual: string, code: UserErrorCode, message: string, path: Array<string> | null }
    > } | null };

export type MailboxExportJobSummaryFragment = { id: string, organizationId: string, jobId: string, entityId: string | null, description: string | null, s3BucketName: string | null, s3Path: string | null, estimatedProgress: number | null, status: MailboxExportJobStatus, awsStatus: string | null, startedAt: string | null, endedAt: string | null, durationSeconds: number | null, target: { name: string }, availableTransitions: Array<{ action: TransitionAction, to: string, mutation: string, consequences: Array<{ code: ConsequenceCode, text: string }> }> };

export type MailboxExportJobDetailFragment = { roleArn: string | null, kmsKeyArn: string | null, s3Prefix: string | null, errorInfo: string | null };

export type MailboxExportJobsQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
  organizationId?: string | null | undefined;
  targets?: Array<string> | string | null | undefined;
}>;


export type MailboxExportJobsQuery = { mailboxExportJobs: { nodes: Array<{ id: string, organizationId: string, jobId: string, entityId: string | null, description: string | null, s3BucketName: string | null, s3Path: string | null, estimatedProgress: number | null, status: MailboxExportJobStatus, awsStatus: string | null, startedAt: string | null, endedAt: string | null, durationSeconds: number | null, target: { name: string }, availableTransitions: Array<{ action: TransitionAction, to: string, mutation: string, consequences: Array<{ code: ConsequenceCode, text: string }> }> }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, completeness: { complete: boolean, sources: Array<{ service: AwsService, status: SourceStatus, message: string | null, retryAfterSeconds: number | null, target: { name: string } }> } } | null };

export type FindMailboxExportJobQueryVariables = Exact<{
  organizationId: string;
  jobId: string;
  target?: string | null | undefined;
}>;


export type FindMailboxExportJobQuery = { mailboxExportJob: { id: string, organizationId: string, jobId: string, entityId: string | null, description: string | null, s3BucketName: string | null, s3Path: string | null, estimatedProgress: number | null, status: MailboxExportJobStatus, awsStatus: string | null, startedAt: string | null, endedAt: string | null, durationSeconds: number | null, roleArn: string | null, kmsKeyArn: string | null, s3Prefix: string | null, errorInfo: string | null, target: { name: string }, availableTransitions: Array<{ action: TransitionAction, to: string, mutation: string, consequences: Array<{ code: ConsequenceCode, text: string }> }> } | null };

export type CancelMailboxExportJobMutationVariables = Exact<{
  input: CancelMailboxExportJobInput;
}>;


export type CancelMailboxExportJobMutation = { cancelMailboxExportJob: { outcome: ChangeOutcome, mailboxExportJob: { id: string, status: MailboxExportJobStatus } | null, change: { from: string, to: string, consequences: Array<{ code: ConsequenceCode }> } | null, userErrors: Array<
      | { __typename: 'AcknowledgementRequiredError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'AuditIncompleteError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'AwsRejectedError', service: AwsService, operation: string, awsCode: string | null, requestId: string | null, code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInputError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InvalidTransitionError', from: string, to: string, code: UserErrorCode, message: string, path: Array<string> | null, allowed: Array<{ action: TransitionAction, to: string, mutation: string, consequences: Array<{ code: ConsequenceCode, text: string }> }> }
      | { __typename: 'NotFoundError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'NotSentError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'OutcomeUnknownError', observedStatus: string | null, code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StatusMismatchError', expected: string, actual: string, code: UserErrorCode, message: string, path: Array<string> | null }
    > } | null };

export type OverviewQueryVariables = Exact<{
  first?: number;
}>;


export type OverviewQuery = { classificationJobs: { nodes: Array<{ name: string | null, status: ClassificationJobStatus }>, completeness: { complete: boolean, sources: Array<{ service: AwsService, status: SourceStatus, message: string | null, retryAfterSeconds: number | null, target: { name: string } }> } } | null, macieMembers: { nodes: Array<{ accountId: string, status: MacieMemberStatus }>, completeness: { complete: boolean, sources: Array<{ service: AwsService, status: SourceStatus, message: string | null, retryAfterSeconds: number | null, target: { name: string } }> } } | null, mailboxExportJobs: { nodes: Array<{ description: string | null, status: MailboxExportJobStatus, estimatedProgress: number | null }>, completeness: { complete: boolean, sources: Array<{ service: AwsService, status: SourceStatus, message: string | null, retryAfterSeconds: number | null, target: { name: string } }> } } | null, securityCases: { nodes: Array<{ title: string | null, status: SecurityCaseStatus, resolverType: SecurityCaseResolverType | null }>, completeness: { complete: boolean, sources: Array<{ service: AwsService, status: SourceStatus, message: string | null, retryAfterSeconds: number | null, target: { name: string } }> } } | null };

export type TargetsQueryVariables = Exact<{ [key: string]: never; }>;


export type TargetsQuery = { targets: Array<{ name: string, region: string, services: Array<AwsService>, emulated: boolean }> | null };

export type FindNodeQueryVariables = Exact<{
  id: string | number;
}>;


export type FindNodeQuery = { node:
    | { __typename: 'AuditEntry', id: string }
    | { __typename: 'ClassificationJob', id: string }
    | { __typename: 'MacieMember', id: string }
    | { __typename: 'MailboxExportJob', id: string }
    | { __typename: 'SecurityCase', id: string }
    | { __typename: 'SecurityCaseAttachment', id: string }
    | { __typename: 'Target', id: string }
    | { __typename: 'WorkMailOrganization', id: string }
    | { __typename: 'WorkMailUser', id: string }
   | null };

export type FindNodesQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type FindNodesQuery = { nodes: Array<
    | { __typename: 'AuditEntry', id: string }
    | { __typename: 'ClassificationJob', id: string }
    | { __typename: 'MacieMember', id: string }
    | { __typename: 'MailboxExportJob', id: string }
    | { __typename: 'SecurityCase', id: string }
    | { __typename: 'SecurityCaseAttachment', id: string }
    | { __typename: 'Target', id: string }
    | { __typename: 'WorkMailOrganization', id: string }
    | { __typename: 'WorkMailUser', id: string }
   | null> | null };

export type ClassificationJobRowsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: ClassificationJobFilter | null | undefined;
  orderBy?: ClassificationJobOrder | null | undefined;
  targets?: Array<string> | string | null | undefined;
  counts?: boolean | null | undefined;
}>;


export type ClassificationJobRowsQuery = { connection: { edges: Array<{ cursor: string, isOutOfOrder: boolean, node: { id: string } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, completeness: { retryCursor: string | null, complete: boolean, sources: Array<{ service: AwsService, status: SourceStatus, message: string | null, retryAfterSeconds: number | null, target: { name: string } }> }, totalCount?: { value: number, exact: boolean } | null } | null };

export type MacieMemberRowsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: MacieMemberFilter | null | undefined;
  orderBy?: MacieMemberOrder | null | undefined;
  targets?: Array<string> | string | null | undefined;
  counts?: boolean | null | undefined;
}>;


export type MacieMemberRowsQuery = { connection: { edges: Array<{ cursor: string, isOutOfOrder: boolean, node: { id: string } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, completeness: { retryCursor: string | null, complete: boolean, sources: Array<{ service: AwsService, status: SourceStatus, message: string | null, retryAfterSeconds: number | null, target: { name: string } }> }, totalCount?: { value: number, exact: boolean } | null } | null };

export type MailboxExportJobRowsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  organizationId?: string | null | undefined;
  filter?: MailboxExportJobFilter | null | undefined;
  orderBy?: MailboxExportJobOrder | null | undefined;
  targets?: Array<string> | string | null | undefined;
  counts?: boolean | null | undefined;
}>;


export type MailboxExportJobRowsQuery = { connection: { edges: Array<{ cursor: string, isOutOfOrder: boolean, node: { id: string } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, completeness: { retryCursor: string | null, complete: boolean, sources: Array<{ service: AwsService, status: SourceStatus, message: string | null, retryAfterSeconds: number | null, target: { name: string } }> }, totalCount?: { value: number, exact: boolean } | null } | null };

export type SecurityCaseRowsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: SecurityCaseFilter | null | undefined;
  orderBy?: SecurityCaseOrder | null | undefined;
  targets?: Array<string> | string | null | undefined;
  counts?: boolean | null | undefined;
}>;


export type SecurityCaseRowsQuery = { connection: { edges: Array<{ cursor: string, isOutOfOrder: boolean, node: { id: string } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, completeness: { retryCursor: string | null, complete: boolean, sources: Array<{ service: AwsService, status: SourceStatus, message: string | null, retryAfterSeconds: number | null, target: { name: string } }> }, totalCount?: { value: number, exact: boolean } | null } | null };

export type ClassificationJobDetailsQueryVariables = Exact<{
  first: number;
}>;


export type ClassificationJobDetailsQuery = { classificationJobs: { nodes: Array<{ id: string, jobId: string, name: string | null, status: ClassificationJobStatus, awsStatus: string | null, statusLabel: string, isTerminal: boolean, consoleUrl: string | null, jobType: ClassificationJobType | null, awsJobType: string | null, createdAt: string | null, expiresAt: string | null, arn: string | null, description: string | null, clientToken: string | null, initialRun: boolean | null, lastRunAt: string | null, samplingPercentage: number | null, managedDataIdentifierSelector: ClassificationJobManagedDataIdentifierSelector | null, awsManagedDataIdentifierSelector: string | null, managedDataIdentifierIds: Array<string> | null, customDataIdentifierIds: Array<string> | null, allowListIds: Array<string> | null, target: { name: string }, lastRunErrorStatus: { code: ClassificationJobLastRunErrorStatusCode | null, awsCode: string | null } | null, userPausedDetails: { pausedAt: string | null, expiresAt: string | null, imminentExpirationHealthEventArn: string | null } | null, availableTransitions: Array<{ action: TransitionAction, to: string, mutation: string, consequences: Array<{ code: ConsequenceCode, text: string }> }>, statistics: { approximateNumberOfObjectsToProcess: number | null, numberOfRuns: number | null } | null }> } | null };

export type MailboxExportJobDetailsQueryVariables = Exact<{
  first: number;
}>;


export type MailboxExportJobDetailsQuery = { mailboxExportJobs: { nodes: Array<{ id: string, organizationId: string, jobId: string, entityId: string | null, description: string | null, s3BucketName: string | null, s3Path: string | null, estimatedProgress: number | null, status: MailboxExportJobStatus, awsStatus: string | null, startedAt: string | null, endedAt: string | null, durationSeconds: number | null, roleArn: string | null, kmsKeyArn: string | null, s3Prefix: string | null, errorInfo: string | null, target: { name: string }, availableTransitions: Array<{ action: TransitionAction, to: string, mutation: string, consequences: Array<{ code: ConsequenceCode, text: string }> }> }> } | null };

export type SecurityCaseDetailsQueryVariables = Exact<{
  first: number;
}>;


export type SecurityCaseDetailsQuery = { securityCases: { nodes: Array<{ id: string, caseId: string, arn: string | null, title: string | null, status: SecurityCaseStatus, awsStatus: string | null, resolverType: SecurityCaseResolverType | null, awsResolverType: string | null, engagementType: SecurityCaseEngagementType | null, awsEngagementType: string | null, pendingAction: SecurityCasePendingAction | null, awsPendingAction: string | null, createdAt: string | null, updatedAt: string | null, closedAt: string | null, description: string | null, closureCode: SecurityCaseClosureCode | null, awsClosureCode: string | null, reportedIncidentStartedAt: string | null, actualIncidentStartedAt: string | null, impactedAccounts: Array<string> | null, impactedServices: Array<string> | null, impactedAwsRegions: Array<string> | null, target: { name: string }, availableTransitions: Array<{ action: TransitionAction, to: string, mutation: string, consequences: Array<{ code: ConsequenceCode, text: string }> }> }> } | null };

export type OneJobManyWaysQueryVariables = Exact<{
  id: string | number;
  jobId: string;
}>;


export type OneJobManyWaysQuery = { first: { description: string | null } | null, second: { arn: string | null, lastRunAt: string | null } | null, third:
    | { samplingPercentage: number | null }
    | Record<PropertyKey, never>
   | null, fourth: Array<
    | { statistics: { numberOfRuns: number | null } | null }
    | Record<PropertyKey, never>
   | null> | null };

export type SameConnectionsTwiceQueryVariables = Exact<{
  first: number;
}>;


export type SameConnectionsTwiceQuery = { jobs: { nodes: Array<{ id: string }> } | null, sameJobs: { nodes: Array<{ id: string }> } | null, members: { nodes: Array<{ id: string }> } | null, sameMembers: { nodes: Array<{ id: string }> } | null, exports: { nodes: Array<{ id: string }> } | null, sameExports: { nodes: Array<{ id: string }> } | null, cases: { nodes: Array<{ id: string }> } | null, sameCases: { nodes: Array<{ id: string }> } | null };

export type ImpactedAccountsQueryVariables = Exact<{
  first: number;
}>;


export type ImpactedAccountsQuery = { securityCases: { nodes: Array<{ caseId: string, impactedAccounts: Array<string> | null }> } | null };

export type SecurityCaseSummaryFragment = { id: string, caseId: string, arn: string | null, title: string | null, status: SecurityCaseStatus, awsStatus: string | null, resolverType: SecurityCaseResolverType | null, awsResolverType: string | null, engagementType: SecurityCaseEngagementType | null, awsEngagementType: string | null, pendingAction: SecurityCasePendingAction | null, awsPendingAction: string | null, createdAt: string | null, updatedAt: string | null, closedAt: string | null, target: { name: string }, availableTransitions: Array<{ action: TransitionAction, to: string, mutation: string, consequences: Array<{ code: ConsequenceCode, text: string }> }> };

export type SecurityCaseDetailFragment = { description: string | null, closureCode: SecurityCaseClosureCode | null, awsClosureCode: string | null, reportedIncidentStartedAt: string | null, actualIncidentStartedAt: string | null, impactedAccounts: Array<string> | null, impactedServices: Array<string> | null, impactedAwsRegions: Array<string> | null };

export type SecurityCasesQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
  targets?: Array<string> | string | null | undefined;
}>;


export type SecurityCasesQuery = { securityCases: { nodes: Array<{ id: string, caseId: string, arn: string | null, title: string | null, status: SecurityCaseStatus, awsStatus: string | null, resolverType: SecurityCaseResolverType | null, awsResolverType: string | null, engagementType: SecurityCaseEngagementType | null, awsEngagementType: string | null, pendingAction: SecurityCasePendingAction | null, awsPendingAction: string | null, createdAt: string | null, updatedAt: string | null, closedAt: string | null, target: { name: string }, availableTransitions: Array<{ action: TransitionAction, to: string, mutation: string, consequences: Array<{ code: ConsequenceCode, text: string }> }> }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, completeness: { complete: boolean, sources: Array<{ service: AwsService, status: SourceStatus, message: string | null, retryAfterSeconds: number | null, target: { name: string } }> } } | null };

export type FindSecurityCaseQueryVariables = Exact<{
  caseId: string;
  target?: string | null | undefined;
}>;


export type FindSecurityCaseQuery = { securityCase: { id: string, caseId: string, arn: string | null, title: string | null, status: SecurityCaseStatus, awsStatus: string | null, resolverType: SecurityCaseResolverType | null, awsResolverType: string | null, engagementType: SecurityCaseEngagementType | null, awsEngagementType: string | null, pendingAction: SecurityCasePendingAction | null, awsPendingAction: string | null, createdAt: string | null, updatedAt: string | null, closedAt: string | null, description: string | null, closureCode: SecurityCaseClosureCode | null, awsClosureCode: string | null, reportedIncidentStartedAt: string | null, actualIncidentStartedAt: string | null, impactedAccounts: Array<string> | null, impactedServices: Array<string> | null, impactedAwsRegions: Array<string> | null, target: { name: string }, availableTransitions: Array<{ action: TransitionAction, to: string, mutation: string, consequences: Array<{ code: ConsequenceCode, text: string }> }> } | null };

export type SecurityCasePayloadPartsFragment = { outcome: ChangeOutcome, securityCase: { id: string, status: SecurityCaseStatus } | null, change: { from: string, to: string, consequences: Array<{ code: ConsequenceCode }> } | null, userErrors: Array<
    | { __typename: 'AcknowledgementRequiredError', code: UserErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'AuditIncompleteError', code: UserErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'AwsRejectedError', service: AwsService, operation: string, awsCode: string | null, requestId: string | null, code: UserErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'InvalidInputError', code: UserErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'InvalidTransitionError', from: string, to: string, code: UserErrorCode, message: string, path: Array<string> | null, allowed: Array<{ action: TransitionAction, to: string, mutation: string, consequences: Array<{ code: ConsequenceCode, text: string }> }> }
    | { __typename: 'NotFoundError', code: UserErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'NotSentError', code: UserErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'OutcomeUnknownError', observedStatus: string | null, code: UserErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'StatusMismatchError', expected: string, actual: string, code: UserErrorCode, message: string, path: Array<string> | null }
  > };

export type UpdateSecurityCaseStatusMutationVariables = Exact<{
  input: UpdateSecurityCaseStatusInput;
}>;


export type UpdateSecurityCaseStatusMutation = { updateSecurityCaseStatus: { outcome: ChangeOutcome, securityCase: { id: string, status: SecurityCaseStatus } | null, change: { from: string, to: string, consequences: Array<{ code: ConsequenceCode }> } | null, userErrors: Array<
      | { __typename: 'AcknowledgementRequiredError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'AuditIncompleteError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'AwsRejectedError', service: AwsService, operation: string, awsCode: string | null, requestId: string | null, code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInputError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InvalidTransitionError', from: string, to: string, code: UserErrorCode, message: string, path: Array<string> | null, allowed: Array<{ action: TransitionAction, to: string, mutation: string, consequences: Array<{ code: ConsequenceCode, text: string }> }> }
      | { __typename: 'NotFoundError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'NotSentError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'OutcomeUnknownError', observedStatus: string | null, code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StatusMismatchError', expected: string, actual: string, code: UserErrorCode, message: string, path: Array<string> | null }
    > } | null };

export type CloseSecurityCaseMutationVariables = Exact<{
  input: CloseSecurityCaseInput;
}>;


export type CloseSecurityCaseMutation = { closeSecurityCase: { outcome: ChangeOutcome, securityCase: { id: string, status: SecurityCaseStatus } | null, change: { from: string, to: string, consequences: Array<{ code: ConsequenceCode }> } | null, userErrors: Array<
      | { __typename: 'AcknowledgementRequiredError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'AuditIncompleteError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'AwsRejectedError', service: AwsService, operation: string, awsCode: string | null, requestId: string | null, code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInputError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InvalidTransitionError', from: string, to: string, code: UserErrorCode, message: string, path: Array<string> | null, allowed: Array<{ action: TransitionAction, to: string, mutation: string, consequences: Array<{ code: ConsequenceCode, text: string }> }> }
      | { __typename: 'NotFoundError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'NotSentError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'OutcomeUnknownError', observedStatus: string | null, code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StatusMismatchError', expected: string, actual: string, code: UserErrorCode, message: string, path: Array<string> | null }
    > } | null };

export type CompletenessPartsFragment = { complete: boolean, sources: Array<{ service: AwsService, status: SourceStatus, message: string | null, retryAfterSeconds: number | null, target: { name: string } }> };

export type PageInfoPartsFragment = { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null };

export type TransitionPartsFragment = { action: TransitionAction, to: string, mutation: string, consequences: Array<{ code: ConsequenceCode, text: string }> };

export type ChangePartsFragment = { from: string, to: string, consequences: Array<{ code: ConsequenceCode }> };

type UserErrorParts_AcknowledgementRequiredError_Fragment = { __typename: 'AcknowledgementRequiredError', code: UserErrorCode, message: string, path: Array<string> | null };

type UserErrorParts_AuditIncompleteError_Fragment = { __typename: 'AuditIncompleteError', code: UserErrorCode, message: string, path: Array<string> | null };

type UserErrorParts_AwsRejectedError_Fragment = { __typename: 'AwsRejectedError', service: AwsService, operation: string, awsCode: string | null, requestId: string | null, code: UserErrorCode, message: string, path: Array<string> | null };

type UserErrorParts_InvalidInputError_Fragment = { __typename: 'InvalidInputError', code: UserErrorCode, message: string, path: Array<string> | null };

type UserErrorParts_InvalidTransitionError_Fragment = { __typename: 'InvalidTransitionError', from: string, to: string, code: UserErrorCode, message: string, path: Array<string> | null, allowed: Array<{ action: TransitionAction, to: string, mutation: string, consequences: Array<{ code: ConsequenceCode, text: string }> }> };

type UserErrorParts_NotFoundError_Fragment = { __typename: 'NotFoundError', code: UserErrorCode, message: string, path: Array<string> | null };

type UserErrorParts_NotSentError_Fragment = { __typename: 'NotSentError', code: UserErrorCode, message: string, path: Array<string> | null };

type UserErrorParts_OutcomeUnknownError_Fragment = { __typename: 'OutcomeUnknownError', observedStatus: string | null, code: UserErrorCode, message: string, path: Array<string> | null };

type UserErrorParts_StatusMismatchError_Fragment = { __typename: 'StatusMismatchError', expected: string, actual: string, code: UserErrorCode, message: string, path: Array<string> | null };

export type UserErrorPartsFragment =
  | UserErrorParts_AcknowledgementRequiredError_Fragment
  | UserErrorParts_AuditIncompleteError_Fragment
  | UserErrorParts_AwsRejectedError_Fragment
  | UserErrorParts_InvalidInputError_Fragment
  | UserErrorParts_InvalidTransitionError_Fragment
  | UserErrorParts_NotFoundError_Fragment
  | UserErrorParts_NotSentError_Fragment
  | UserErrorParts_OutcomeUnknownError_Fragment
  | UserErrorParts_StatusMismatchError_Fragment
;

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const AuditEntryPartsFragmentDoc = new TypedDocumentString(`
    fragment AuditEntryParts on AuditEntry {
  changeId
  createdAt
  actor
  sourceAddress
  mutation
  resourceType
  resourceId
  target {
    name
  }
  input {
    name
    value
  }
  statusBefore
  idempotencyKey
  outcome
  errorCodes
  statusAfter
  awsOperation
  awsRequestId
  endedAt
  replayOf
}
    `, {"fragmentName":"AuditEntryParts"}) as unknown as TypedDocumentString<AuditEntryPartsFragment, unknown>;
export const TransitionPartsFragmentDoc = new TypedDocumentString(`
    fragment TransitionParts on Transition {
  action
  to
  mutation
  consequences {
    code
    text
  }
}
    `, {"fragmentName":"TransitionParts"}) as unknown as TypedDocumentString<TransitionPartsFragment, unknown>;
export const ClassificationJobSummaryFragmentDoc = new TypedDocumentString(`
    fragment ClassificationJobSummary on ClassificationJob {
  id
  target {
    name
  }
  jobId
  name
  status
  awsStatus
  statusLabel
  isTerminal
  consoleUrl
  jobType
  awsJobType
  createdAt
  expiresAt
  lastRunErrorStatus {
    code
    awsCode
  }
  userPausedDetails {
    pausedAt
    expiresAt
    imminentExpirationHealthEventArn
  }
  availableTransitions {
    ...TransitionParts
  }
}
    fragment TransitionParts on Transition {
  action
  to
  mutation
  consequences {
    code
    text
  }
}`, {"fragmentName":"ClassificationJobSummary"}) as unknown as TypedDocumentString<ClassificationJobSummaryFragment, unknown>;
export const ClassificationJobDetailFragmentDoc = new TypedDocumentString(`
    fragment ClassificationJobDetail on ClassificationJob {
  arn
  description
  clientToken
  initialRun
  lastRunAt
  samplingPercentage
  managedDataIdentifierSelector
  awsManagedDataIdentifierSelector
  managedDataIdentifierIds
  customDataIdentifierIds
  allowListIds
  statistics {
    approximateNumberOfObjectsToProcess
    numberOfRuns
  }
}
    `, {"fragmentName":"ClassificationJobDetail"}) as unknown as TypedDocumentString<ClassificationJobDetailFragment, unknown>;
export const ChangePartsFragmentDoc = new TypedDocumentString(`
    fragment ChangeParts on StatusChange {
  from
  to
  consequences {
    code
  }
}
    `, {"fragmentName":"ChangeParts"}) as unknown as TypedDocumentString<ChangePartsFragment, unknown>;
export const UserErrorPartsFragmentDoc = new TypedDocumentString(`
    fragment UserErrorParts on UserError {
  __typename
  code
  message
  path
  ... on InvalidTransitionError {
    from
    to
    allowed {
      ...TransitionParts
    }
  }
  ... on StatusMismatchError {
    expected
    actual
  }
  ... on AwsRejectedError {
    service
    operation
    awsCode
    requestId
  }
  ... on OutcomeUnknownError {
    observedStatus
  }
}
    fragment TransitionParts on Transition {
  action
  to
  mutation
  consequences {
    code
    text
  }
}`, {"fragmentName":"UserErrorParts"}) as unknown as TypedDocumentString<UserErrorPartsFragment, unknown>;
export const ClassificationJobPayloadPartsFragmentDoc = new TypedDocumentString(`
    fragment ClassificationJobPayloadParts on ClassificationJobPayload {
  classificationJob {
    id
    status
  }
  outcome
  change {
    ...ChangeParts
  }
  userErrors {
    ...UserErrorParts
  }
}
    fragment TransitionParts on Transition {
  action
  to
  mutation
  consequences {
    code
    text
  }
}
fragment ChangeParts on StatusChange {
  from
  to
  consequences {
    code
  }
}
fragment UserErrorParts on UserError {
  __typename
  code
  message
  path
  ... on InvalidTransitionError {
    from
    to
    allowed {
      ...TransitionParts
    }
  }
  ... on StatusMismatchError {
    expected
    actual
  }
  ... on AwsRejectedError {
    service
    operation
    awsCode
    requestId
  }
  ... on OutcomeUnknownError {
    observedStatus
  }
}`, {"fragmentName":"ClassificationJobPayloadParts"}) as unknown as TypedDocumentString<ClassificationJobPayloadPartsFragment, unknown>;
export const MacieMemberPartsFragmentDoc = new TypedDocumentString(`
    fragment MacieMemberParts on MacieMember {
  id
  target {
    name
  }
  accountId
  administratorAccountId
  masterAccountId
  arn
  email
  status
  awsStatus
  invitedAt
  updatedAt
  availableTransitions {
    ...TransitionParts
  }
}
    fragment TransitionParts on Transition {
  action
  to
  mutation
  consequences {
    code
    text
  }
}`, {"fragmentName":"MacieMemberParts"}) as unknown as TypedDocumentString<MacieMemberPartsFragment, unknown>;
export const MacieMemberPayloadPartsFragmentDoc = new TypedDocumentString(`
    fragment MacieMemberPayloadParts on MacieMemberPayload {
  macieMember {
    id
    status
  }
  outcome
  change {
    ...ChangeParts
  }
  userErrors {
    ...UserErrorParts
  }
}
    fragment TransitionParts on Transition {
  action
  to
  mutation
  consequences {
    code
    text
  }
}
fragment ChangeParts on StatusChange {
  from
  to
  consequences {
    code
  }
}
fragment UserErrorParts on UserError {
  __typename
  code
  message
  path
  ... on InvalidTransitionError {
    from
    to
    allowed {
      ...TransitionParts
    }
  }
  ... on StatusMismatchError {
    expected
    actual
  }
  ... on AwsRejectedError {
    service
    operation
    awsCode
    requestId
  }
  ... on OutcomeUnknownError {
    observedStatus
  }
}`, {"fragmentName":"MacieMemberPayloadParts"}) as unknown as TypedDocumentString<MacieMemberPayloadPartsFragment, unknown>;
export const MailboxExportJobSummaryFragmentDoc = new TypedDocumentString(`
    fragment MailboxExportJobSummary on MailboxExportJob {
  id
  target {
    name
  }
  organizationId
  jobId
  entityId
  description
  s3BucketName
  s3Path
  estimatedProgress
  status
  awsStatus
  startedAt
  endedAt
  durationSeconds
  availableTransitions {
    ...TransitionParts
  }
}
    fragment TransitionParts on Transition {
  action
  to
  mutation
  consequences {
    code
    text
  }
}`, {"fragmentName":"MailboxExportJobSummary"}) as unknown as TypedDocumentString<MailboxExportJobSummaryFragment, unknown>;
export const MailboxExportJobDetailFragmentDoc = new TypedDocumentString(`
    fragment MailboxExportJobDetail on MailboxExportJob {
  roleArn
  kmsKeyArn
  s3Prefix
  errorInfo
}
    `, {"fragmentName":"MailboxExportJobDetail"}) as unknown as TypedDocumentString<MailboxExportJobDetailFragment, unknown>;
export const SecurityCaseSummaryFragmentDoc = new TypedDocumentString(`
    fragment SecurityCaseSummary on SecurityCase {
  id
  target {
    name
  }
  caseId
  arn
  title
  status
  awsStatus
  resolverType
  awsResolverType
  engagementType
  awsEngagementType
  pendingAction
  awsPendingAction
  createdAt
  updatedAt
  closedAt
  availableTransitions {
    ...TransitionParts
  }
}
    fragment TransitionParts on Transition {
  action
  to
  mutation
  consequences {
    code
    text
  }
}`, {"fragmentName":"SecurityCaseSummary"}) as unknown as TypedDocumentString<SecurityCaseSummaryFragment, unknown>;
export const SecurityCaseDetailFragmentDoc = new TypedDocumentString(`
    fragment SecurityCaseDetail on SecurityCase {
  description
  closureCode
  awsClosureCode
  reportedIncidentStartedAt
  actualIncidentStartedAt
  impactedAccounts
  impactedServices
  impactedAwsRegions
}
    `, {"fragmentName":"SecurityCaseDetail"}) as unknown as TypedDocumentString<SecurityCaseDetailFragment, unknown>;
export const SecurityCasePayloadPartsFragmentDoc = new TypedDocumentString(`
    fragment SecurityCasePayloadParts on SecurityCasePayload {
  securityCase {
    id
    status
  }
  outcome
  change {
    ...ChangeParts
  }
  userErrors {
    ...UserErrorParts
  }
}
    fragment TransitionParts on Transition {
  action
  to
  mutation
  consequences {
    code
    text
  }
}
fragment ChangeParts on StatusChange {
  from
  to
  consequences {
    code
  }
}
fragment UserErrorParts on UserError {
  __typename
  code
  message
  path
  ... on InvalidTransitionError {
    from
    to
    allowed {
      ...TransitionParts
    }
  }
  ... on StatusMismatchError {
    expected
    actual
  }
  ... on AwsRejectedError {
    service
    operation
    awsCode
    requestId
  }
  ... on OutcomeUnknownError {
    observedStatus
  }
}`, {"fragmentName":"SecurityCasePayloadParts"}) as unknown as TypedDocumentString<SecurityCasePayloadPartsFragment, unknown>;
export const CompletenessPartsFragmentDoc = new TypedDocumentString(`
    fragment CompletenessParts on Completeness {
  complete
  sources {
    target {
      name
    }
    service
    status
    message
    retryAfterSeconds
  }
}
    `, {"fragmentName":"CompletenessParts"}) as unknown as TypedDocumentString<CompletenessPartsFragment, unknown>;
export const PageInfoPartsFragmentDoc = new TypedDocumentString(`
    fragment PageInfoParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
    `, {"fragmentName":"PageInfoParts"}) as unknown as TypedDocumentString<PageInfoPartsFragment, unknown>;
export const AuditTrailDocument = new TypedDocumentString(`
    query AuditTrail($first: Int! = 20, $after: String, $filter: AuditEntryFilter) {
  connection: auditTrail(first: $first, after: $after, filter: $filter) {
    edges {
      cursor
      node {
        ...AuditEntryParts
      }
    }
    nodes {
      changeId
    }
    pageInfo {
      ...PageInfoParts
    }
    completeness {
      ...CompletenessParts
    }
  }
}
    fragment AuditEntryParts on AuditEntry {
  changeId
  createdAt
  actor
  sourceAddress
  mutation
  resourceType
  resourceId
  target {
    name
  }
  input {
    name
    value
  }
  statusBefore
  idempotencyKey
  outcome
  errorCodes
  statusAfter
  awsOperation
  awsRequestId
  endedAt
  replayOf
}
fragment CompletenessParts on Completeness {
  complete
  sources {
    target {
      name
    }
    service
    status
    message
    retryAfterSeconds
  }
}
fragment PageInfoParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`) as unknown as TypedDocumentString<AuditTrailQuery, AuditTrailQueryVariables>;
export const AuditTrailOfResourceDocument = new TypedDocumentString(`
    query AuditTrailOfResource($id: ID!, $first: Int! = 20, $after: String) {
  node(id: $id) {
    __typename
    ... on Resource {
      auditTrail(first: $first, after: $after) {
        nodes {
          changeId
          mutation
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<AuditTrailOfResourceQuery, AuditTrailOfResourceQueryVariables>;
export const PauseResumeCancelDocument = new TypedDocumentString(`
    mutation PauseResumeCancel($pause: PauseClassificationJobInput!, $resume: ResumeClassificationJobInput!, $cancel: CancelClassificationJobInput!) {
  pauseClassificationJob(input: $pause) {
    ...ClassificationJobPayloadParts
  }
  resumeClassificationJob(input: $resume) {
    ...ClassificationJobPayloadParts
  }
  cancelClassificationJob(input: $cancel) {
    ...ClassificationJobPayloadParts
  }
}
    fragment ClassificationJobPayloadParts on ClassificationJobPayload {
  classificationJob {
    id
    status
  }
  outcome
  change {
    ...ChangeParts
  }
  userErrors {
    ...UserErrorParts
  }
}
fragment TransitionParts on Transition {
  action
  to
  mutation
  consequences {
    code
    text
  }
}
fragment ChangeParts on StatusChange {
  from
  to
  consequences {
    code
  }
}
fragment UserErrorParts on UserError {
  __typename
  code
  message
  path
  ... on InvalidTransitionError {
    from
    to
    allowed {
      ...TransitionParts
    }
  }
  ... on StatusMismatchError {
    expected
    actual
  }
  ... on AwsRejectedError {
    service
    operation
    awsCode
    requestId
  }
  ... on OutcomeUnknownError {
    observedStatus
  }
}`) as unknown as TypedDocumentString<PauseResumeCancelMutation, PauseResumeCancelMutationVariables>;
export const PauseSuspendCloseDocument = new TypedDocumentString(`
    mutation PauseSuspendClose($pause: PauseClassificationJobInput!, $suspend: SuspendMacieMemberInput!, $close: CloseSecurityCaseInput!) {
  pauseClassificationJob(input: $pause) {
    ...ClassificationJobPayloadParts
  }
  suspendMacieMember(input: $suspend) {
    ...MacieMemberPayloadParts
  }
  closeSecurityCase(input: $close) {
    ...SecurityCasePayloadParts
  }
}
    fragment ClassificationJobPayloadParts on ClassificationJobPayload {
  classificationJob {
    id
    status
  }
  outcome
  change {
    ...ChangeParts
  }
  userErrors {
    ...UserErrorParts
  }
}
fragment MacieMemberPayloadParts on MacieMemberPayload {
  macieMember {
    id
    status
  }
  outcome
  change {
    ...ChangeParts
  }
  userErrors {
    ...UserErrorParts
  }
}
fragment SecurityCasePayloadParts on SecurityCasePayload {
  securityCase {
    id
    status
  }
  outcome
  change {
    ...ChangeParts
  }
  userErrors {
    ...UserErrorParts
  }
}
fragment TransitionParts on Transition {
  action
  to
  mutation
  consequences {
    code
    text
  }
}
fragment ChangeParts on StatusChange {
  from
  to
  consequences {
    code
  }
}
fragment UserErrorParts on UserError {
  __typename
  code
  message
  path
  ... on InvalidTransitionError {
    from
    to
    allowed {
      ...TransitionParts
    }
  }
  ... on StatusMismatchError {
    expected
    actual
  }
  ... on AwsRejectedError {
    service
    operation
    awsCode
    requestId
  }
  ... on OutcomeUnknownError {
    observedStatus
  }
}`) as unknown as TypedDocumentString<PauseSuspendCloseMutation, PauseSuspendCloseMutationVariables>;
export const PauseAndSelectDetailDocument = new TypedDocumentString(`
    mutation PauseAndSelectDetail($input: PauseClassificationJobInput!) {
  pauseClassificationJob(input: $input) {
    classificationJob {
      ...ClassificationJobSummary
      ...ClassificationJobDetail
    }
  }
}
    fragment ClassificationJobSummary on ClassificationJob {
  id
  target {
    name
  }
  jobId
  name
  status
  awsStatus
  statusLabel
  isTerminal
  consoleUrl
  jobType
  awsJobType
  createdAt
  expiresAt
  lastRunErrorStatus {
    code
    awsCode
  }
  userPausedDetails {
    pausedAt
    expiresAt
    imminentExpirationHealthEventArn
  }
  availableTransitions {
    ...TransitionParts
  }
}
fragment ClassificationJobDetail on ClassificationJob {
  arn
  description
  clientToken
  initialRun
  lastRunAt
  samplingPercentage
  managedDataIdentifierSelector
  awsManagedDataIdentifierSelector
  managedDataIdentifierIds
  customDataIdentifierIds
  allowListIds
  statistics {
    approximateNumberOfObjectsToProcess
    numberOfRuns
  }
}
fragment TransitionParts on Transition {
  action
  to
  mutation
  consequences {
    code
    text
  }
}`) as unknown as TypedDocumentString<PauseAndSelectDetailMutation, PauseAndSelectDetailMutationVariables>;
export const ClassificationJobsDocument = new TypedDocumentString(`
    query ClassificationJobs($first: Int! = 20, $after: String, $filter: ClassificationJobFilter, $orderBy: ClassificationJobOrder, $targets: [String!]) {
  classificationJobs(
    first: $first
    after: $after
    filter: $filter
    orderBy: $orderBy
    targets: $targets
  ) {
    nodes {
      ...ClassificationJobSummary
    }
    pageInfo {
      ...PageInfoParts
    }
    completeness {
      ...CompletenessParts
    }
  }
}
    fragment ClassificationJobSummary on ClassificationJob {
  id
  target {
    name
  }
  jobId
  name
  status
  awsStatus
  statusLabel
  isTerminal
  consoleUrl
  jobType
  awsJobType
  createdAt
  expiresAt
  lastRunErrorStatus {
    code
    awsCode
  }
  userPausedDetails {
    pausedAt
    expiresAt
    imminentExpirationHealthEventArn
  }
  availableTransitions {
    ...TransitionParts
  }
}
fragment CompletenessParts on Completeness {
  complete
  sources {
    target {
      name
    }
    service
    status
    message
    retryAfterSeconds
  }
}
fragment PageInfoParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment TransitionParts on Transition {
  action
  to
  mutation
  consequences {
    code
    text
  }
}`) as unknown as TypedDocumentString<ClassificationJobsQuery, ClassificationJobsQueryVariables>;
export const ClassificationJobEdgesDocument = new TypedDocumentString(`
    query ClassificationJobEdges($first: Int! = 20, $after: String, $orderBy: ClassificationJobOrder) {
  classificationJobs(first: $first, after: $after, orderBy: $orderBy) {
    edges {
      cursor
      node {
        jobId
        target {
          name
        }
      }
    }
    pageInfo {
      ...PageInfoParts
    }
  }
}
    fragment PageInfoParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`) as unknown as TypedDocumentString<ClassificationJobEdgesQuery, ClassificationJobEdgesQueryVariables>;
export const FindClassificationJobDocument = new TypedDocumentString(`
    query FindClassificationJob($jobId: ClassificationJobId!, $target: String) {
  classificationJob(jobId: $jobId, target: $target) {
    ...ClassificationJobSummary
    ...ClassificationJobDetail
  }
}
    fragment ClassificationJobSummary on ClassificationJob {
  id
  target {
    name
  }
  jobId
  name
  status
  awsStatus
  statusLabel
  isTerminal
  consoleUrl
  jobType
  awsJobType
  createdAt
  expiresAt
  lastRunErrorStatus {
    code
    awsCode
  }
  userPausedDetails {
    pausedAt
    expiresAt
    imminentExpirationHealthEventArn
  }
  availableTransitions {
    ...TransitionParts
  }
}
fragment ClassificationJobDetail on ClassificationJob {
  arn
  description
  clientToken
  initialRun
  lastRunAt
  samplingPercentage
  managedDataIdentifierSelector
  awsManagedDataIdentifierSelector
  managedDataIdentifierIds
  customDataIdentifierIds
  allowListIds
  statistics {
    approximateNumberOfObjectsToProcess
    numberOfRuns
  }
}
fragment TransitionParts on Transition {
  action
  to
  mutation
  consequences {
    code
    text
  }
}`) as unknown as TypedDocumentString<FindClassificationJobQuery, FindClassificationJobQueryVariables>;
export const PauseClassificationJobDocument = new TypedDocumentString(`
    mutation PauseClassificationJob($input: PauseClassificationJobInput!) {
  pauseClassificationJob(input: $input) {
    ...ClassificationJobPayloadParts
  }
}
    fragment ClassificationJobPayloadParts on ClassificationJobPayload {
  classificationJob {
    id
    status
  }
  outcome
  change {
    ...ChangeParts
  }
  userErrors {
    ...UserErrorParts
  }
}
fragment TransitionParts on Transition {
  action
  to
  mutation
  consequences {
    code
    text
  }
}
fragment ChangeParts on StatusChange {
  from
  to
  consequences {
    code
  }
}
fragment UserErrorParts on UserError {
  __typename
  code
  message
  path
  ... on InvalidTransitionError {
    from
    to
    allowed {
      ...TransitionParts
    }
  }
  ... on StatusMismatchError {
    expected
    actual
  }
  ... on AwsRejectedError {
    service
    operation
    awsCode
    requestId
  }
  ... on OutcomeUnknownError {
    observedStatus
  }
}`) as unknown as TypedDocumentString<PauseClassificationJobMutation, PauseClassificationJobMutationVariables>;
export const ResumeClassificationJobDocument = new TypedDocumentString(`
    mutation ResumeClassificationJob($input: ResumeClassificationJobInput!) {
  resumeClassificationJob(input: $input) {
    ...ClassificationJobPayloadParts
  }
}
    fragment ClassificationJobPayloadParts on ClassificationJobPayload {
  classificationJob {
    id
    status
  }
  outcome
  change {
    ...ChangeParts
  }
  userErrors {
    ...UserErrorParts
  }
}
fragment TransitionParts on Transition {
  action
  to
  mutation
  consequences {
    code
    text
  }
}
fragment ChangeParts on StatusChange {
  from
  to
  consequences {
    code
  }
}
fragment UserErrorParts on UserError {
  __typename
  code
  message
  path
  ... on InvalidTransitionError {
    from
    to
    allowed {
      ...TransitionParts
    }
  }
  ... on StatusMismatchError {
    expected
    actual
  }
  ... on AwsRejectedError {
    service
    operation
    awsCode
    requestId
  }
  ... on OutcomeUnknownError {
    observedStatus
  }
}`) as unknown as TypedDocumentString<ResumeClassificationJobMutation, ResumeClassificationJobMutationVariables>;
export const CancelClassificationJobDocument = new TypedDocumentString(`
    mutation CancelClassificationJob($input: CancelClassificationJobInput!) {
  cancelClassificationJob(input: $input) {
    ...ClassificationJobPayloadParts
  }
}
    fragment ClassificationJobPayloadParts on ClassificationJobPayload {
  classificationJob {
    id
    status
  }
  outcome
  change {
    ...ChangeParts
  }
  userErrors {
    ...UserErrorParts
  }
}
fragment TransitionParts on Transition {
  action
  to
  mutation
  consequences {
    code
    text
  }
}
fragment ChangeParts on StatusChange {
  from
  to
  consequences {
    code
  }
}
fragment UserErrorParts on UserError {
  __typename
  code
  message
  path
  ... on InvalidTransitionError {
    from
    to
    allowed {
      ...TransitionParts
    }
  }
  ... on StatusMismatchError {
    expected
    actual
  }
  ... on AwsRejectedError {
    service
    operation
    awsCode
    requestId
  }
  ... on OutcomeUnknownError {
    observedStatus
  }
}`) as unknown as TypedDocumentString<CancelClassificationJobMutation, CancelClassificationJobMutationVariables>;
export const MacieMembersDocument = new TypedDocumentString(`
    query MacieMembers($first: Int! = 20, $after: String, $filter: MacieMemberFilter, $targets: [String!]) {
  macieMembers(first: $first, after: $after, filter: $filter, targets: $targets) {
    nodes {
      ...MacieMemberParts
    }
    pageInfo {
      ...PageInfoParts
    }
    completeness {
      ...CompletenessParts
    }
  }
}
    fragment MacieMemberParts on MacieMember {
  id
  target {
    name
  }
  accountId
  administratorAccountId
  masterAccountId
  arn
  email
  status
  awsStatus
  invitedAt
  updatedAt
  availableTransitions {
    ...TransitionParts
  }
}
fragment CompletenessParts on Completeness {
  complete
  sources {
    target {
      name
    }
    service
    status
    message
    retryAfterSeconds
  }
}
fragment PageInfoParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment TransitionParts on Transition {
  action
  to
  mutation
  consequences {
    code
    text
  }
}`) as unknown as TypedDocumentString<MacieMembersQuery, MacieMembersQueryVariables>;
export const FindMacieMemberDocument = new TypedDocumentString(`
    query FindMacieMember($accountId: AwsAccountId!, $target: String) {
  macieMember(accountId: $accountId, target: $target) {
    ...MacieMemberParts
  }
}
    fragment MacieMemberParts on MacieMember {
  id
  target {
    name
  }
  accountId
  administratorAccountId
  masterAccountId
  arn
  email
  status
  awsStatus
  invitedAt
  updatedAt
  availableTransitions {
    ...TransitionParts
  }
}
fragment TransitionParts on Transition {
  action
  to
  mutation
  consequences {
    code
    text
  }
}`) as unknown as TypedDocumentString<FindMacieMemberQuery, FindMacieMemberQueryVariables>;
export const SuspendMacieMemberDocument = new TypedDocumentString(`
    mutation SuspendMacieMember($input: SuspendMacieMemberInput!) {
  suspendMacieMember(input: $input) {
    ...MacieMemberPayloadParts
  }
}
    fragment MacieMemberPayloadParts on MacieMemberPayload {
  macieMember {
    id
    status
  }
  outcome
  change {
    ...ChangeParts
  }
  userErrors {
    ...UserErrorParts
  }
}
fragment TransitionParts on Transition {
  action
  to
  mutation
  consequences {
    code
    text
  }
}
fragment ChangeParts on StatusChange {
  from
  to
  consequences {
    code
  }
}
fragment UserErrorParts on UserError {
  __typename
  code
  message
  path
  ... on InvalidTransitionError {
    from
    to
    allowed {
      ...TransitionParts
    }
  }
  ... on StatusMismatchError {
    expected
    actual
  }
  ... on AwsRejectedError {
    service
    operation
    awsCode
    requestId
  }
  ... on OutcomeUnknownError {
    observedStatus
  }
}`) as unknown as TypedDocumentString<SuspendMacieMemberMutation, SuspendMacieMemberMutationVariables>;
export const EnableMacieMemberDocument = new TypedDocumentString(`
    mutation EnableMacieMember($input: EnableMacieMemberInput!) {
  enableMacieMember(input: $input) {
    ...MacieMemberPayloadParts
  }
}
    fragment MacieMemberPayloadParts on MacieMemberPayload {
  macieMember {
    id
    status
  }
  outcome
  change {
    ...ChangeParts
  }
  userErrors {
    ...UserErrorParts
  }
}
fragment TransitionParts on Transition {
  action
  to
  mutation
  consequences {
    code
    text
  }
}
fragment ChangeParts on StatusChange {
  from
  to
  consequences {
    code
  }
}
fragment UserErrorParts on UserError {
  __typename
  code
  message
  path
  ... on InvalidTransitionError {
    from
    to
    allowed {
      ...TransitionParts
    }
  }
  ... on StatusMismatchError {
    expected
    actual
  }
  ... on AwsRejectedError {
    service
    operation
    awsCode
    requestId
  }
  ... on OutcomeUnknownError {
    observedStatus
  }
}`) as unknown as TypedDocumentString<EnableMacieMemberMutation, EnableMacieMemberMutationVariables>;
export const DisassociateMacieMemberDocument = new TypedDocumentString(`
    mutation DisassociateMacieMember($input: DisassociateMacieMemberInput!) {
  disassociateMacieMember(input: $input) {
    ...MacieMemberPayloadParts
  }
}
    fragment MacieMemberPayloadParts on MacieMemberPayload {
  macieMember {
    id
    status
  }
  outcome
  change {
    ...ChangeParts
  }
  userErrors {
    ...UserErrorParts
  }
}
fragment TransitionParts on Transition {
  action
  to
  mutation
  consequences {
    code
    text
  }
}
fragment ChangeParts on StatusChange {
  from
  to
  consequences {
    code
  }
}
fragment UserErrorParts on UserError {
  __typename
  code
  message
  path
  ... on InvalidTransitionError {
    from
    to
    allowed {
      ...TransitionParts
    }
  }
  ... on StatusMismatchError {
    expected
    actual
  }
  ... on AwsRejectedError {
    service
    operation
    awsCode
    requestId
  }
  ... on OutcomeUnknownError {
    observedStatus
  }
}`) as unknown as TypedDocumentString<DisassociateMacieMemberMutation, DisassociateMacieMemberMutationVariables>;
export const DeleteMacieMemberDocument = new TypedDocumentString(`
    mutation DeleteMacieMember($input: DeleteMacieMemberInput!) {
  deleteMacieMember(input: $input) {
    ...MacieMemberPayloadParts
  }
}
    fragment MacieMemberPayloadParts on MacieMemberPayload {
  macieMember {
    id
    status
  }
  outcome
  change {
    ...ChangeParts
  }
  userErrors {
    ...UserErrorParts
  }
}
fragment TransitionParts on Transition {
  action
  to
  mutation
  consequences {
    code
    text
  }
}
fragment ChangeParts on StatusChange {
  from
  to
  consequences {
    code
  }
}
fragment UserErrorParts on UserError {
  __typename
  code
  message
  path
  ... on InvalidTransitionError {
    from
    to
    allowed {
      ...TransitionParts
    }
  }
  ... on StatusMismatchError {
    expected
    actual
  }
  ... on AwsRejectedError {
    service
    operation
    awsCode
    requestId
  }
  ... on OutcomeUnknownError {
    observedStatus
  }
}`) as unknown as TypedDocumentString<DeleteMacieMemberMutation, DeleteMacieMemberMutationVariables>;
export const MailboxExportJobsDocument = new TypedDocumentString(`
    query MailboxExportJobs($first: Int! = 20, $after: String, $organizationId: WorkMailOrganizationId, $targets: [String!]) {
  mailboxExportJobs(
    first: $first
    after: $after
    organizationId: $organizationId
    targets: $targets
  ) {
    nodes {
      ...MailboxExportJobSummary
    }
    pageInfo {
      ...PageInfoParts
    }
    completeness {
      ...CompletenessParts
    }
  }
}
    fragment MailboxExportJobSummary on MailboxExportJob {
  id
  target {
    name
  }
  organizationId
  jobId
  entityId
  description
  s3BucketName
  s3Path
  estimatedProgress
  status
  awsStatus
  startedAt
  endedAt
  durationSeconds
  availableTransitions {
    ...TransitionParts
  }
}
fragment CompletenessParts on Completeness {
  complete
  sources {
    target {
      name
    }
    service
    status
    message
    retryAfterSeconds
  }
}
fragment PageInfoParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment TransitionParts on Transition {
  action
  to
  mutation
  consequences {
    code
    text
  }
}`) as unknown as TypedDocumentString<MailboxExportJobsQuery, MailboxExportJobsQueryVariables>;
export const FindMailboxExportJobDocument = new TypedDocumentString(`
    query FindMailboxExportJob($organizationId: WorkMailOrganizationId!, $jobId: MailboxExportJobId!, $target: String) {
  mailboxExportJob(
    organizationId: $organizationId
    jobId: $jobId
    target: $target
  ) {
    ...MailboxExportJobSummary
    ...MailboxExportJobDetail
  }
}
    fragment MailboxExportJobSummary on MailboxExportJob {
  id
  target {
    name
  }
  organizationId
  jobId
  entityId
  description
  s3BucketName
  s3Path
  estimatedProgress
  status
  awsStatus
  startedAt
  endedAt
  durationSeconds
  availableTransitions {
    ...TransitionParts
  }
}
fragment MailboxExportJobDetail on MailboxExportJob {
  roleArn
  kmsKeyArn
  s3Prefix
  errorInfo
}
fragment TransitionParts on Transition {
  action
  to
  mutation
  consequences {
    code
    text
  }
}`) as unknown as TypedDocumentString<FindMailboxExportJobQuery, FindMailboxExportJobQueryVariables>;
export const CancelMailboxExportJobDocument = new TypedDocumentString(`
    mutation CancelMailboxExportJob($input: CancelMailboxExportJobInput!) {
  cancelMailboxExportJob(input: $input) {
    mailboxExportJob {
      id
      status
    }
    outcome
    change {
      ...ChangeParts
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
    fragment TransitionParts on Transition {
  action
  to
  mutation
  consequences {
    code
    text
  }
}
fragment ChangeParts on StatusChange {
  from
  to
  consequences {
    code
  }
}
fragment UserErrorParts on UserError {
  __typename
  code
  message
  path
  ... on InvalidTransitionError {
    from
    to
    allowed {
      ...TransitionParts
    }
  }
  ... on StatusMismatchError {
    expected
    actual
  }
  ... on AwsRejectedError {
    service
    operation
    awsCode
    requestId
  }
  ... on OutcomeUnknownError {
    observedStatus
  }
}`) as unknown as TypedDocumentString<CancelMailboxExportJobMutation, CancelMailboxExportJobMutationVariables>;
export const OverviewDocument = new TypedDocumentString(`
    query Overview($first: Int! = 2) {
  classificationJobs(first: $first) {
    nodes {
      name
      status
    }
    completeness {
      ...CompletenessParts
    }
  }
  macieMembers(first: $first) {
    nodes {
      accountId
      status
    }
    completeness {
      ...CompletenessParts
    }
  }
  mailboxExportJobs(first: $first) {
    nodes {
      description
      status
      estimatedProgress
    }
    completeness {
      ...CompletenessParts
    }
  }
  securityCases(first: $first) {
    nodes {
      title
      status
      resolverType
    }
    completeness {
      ...CompletenessParts
    }
  }
}
    fragment CompletenessParts on Completeness {
  complete
  sources {
    target {
      name
    }
    service
    status
    message
    retryAfterSeconds
  }
}`) as unknown as TypedDocumentString<OverviewQuery, OverviewQueryVariables>;
export const TargetsDocument = new TypedDocumentString(`
    query Targets {
  targets {
    name
    region
    services
    emulated
  }
}
    `) as unknown as TypedDocumentString<TargetsQuery, TargetsQueryVariables>;
export const FindNodeDocument = new TypedDocumentString(`
    query FindNode($id: ID!) {
  node(id: $id) {
    __typename
    id
  }
}
    `) as unknown as TypedDocumentString<FindNodeQuery, FindNodeQueryVariables>;
export const FindNodesDocument = new TypedDocumentString(`
    query FindNodes($ids: [ID!]!) {
  nodes(ids: $ids) {
    __typename
    id
  }
}
    `) as unknown as TypedDocumentString<FindNodesQuery, FindNodesQueryVariables>;
export const ClassificationJobRowsDocument = new TypedDocumentString(`
    query ClassificationJobRows($first: Int!, $after: String, $filter: ClassificationJobFilter, $orderBy: ClassificationJobOrder, $targets: [String!], $counts: Boolean = false) {
  connection: classificationJobs(
    first: $first
    after: $after
    filter: $filter
    orderBy: $orderBy
    targets: $targets
  ) {
    edges {
      cursor
      isOutOfOrder
      node {
        id
      }
    }
    pageInfo {
      ...PageInfoParts
    }
    completeness {
      ...CompletenessParts
      retryCursor
    }
    totalCount @include(if: $counts) {
      value
      exact
    }
  }
}
    fragment CompletenessParts on Completeness {
  complete
  sources {
    target {
      name
    }
    service
    status
    message
    retryAfterSeconds
  }
}
fragment PageInfoParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`) as unknown as TypedDocumentString<ClassificationJobRowsQuery, ClassificationJobRowsQueryVariables>;
export const MacieMemberRowsDocument = new TypedDocumentString(`
    query MacieMemberRows($first: Int!, $after: String, $filter: MacieMemberFilter, $orderBy: MacieMemberOrder, $targets: [String!], $counts: Boolean = false) {
  connection: macieMembers(
    first: $first
    after: $after
    filter: $filter
    orderBy: $orderBy
    targets: $targets
  ) {
    edges {
      cursor
      isOutOfOrder
      node {
        id
      }
    }
    pageInfo {
      ...PageInfoParts
    }
    completeness {
      ...CompletenessParts
      retryCursor
    }
    totalCount @include(if: $counts) {
      value
      exact
    }
  }
}
    fragment CompletenessParts on Completeness {
  complete
  sources {
    target {
      name
    }
    service
    status
    message
    retryAfterSeconds
  }
}
fragment PageInfoParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`) as unknown as TypedDocumentString<MacieMemberRowsQuery, MacieMemberRowsQueryVariables>;
export const MailboxExportJobRowsDocument = new TypedDocumentString(`
    query MailboxExportJobRows($first: Int!, $after: String, $organizationId: WorkMailOrganizationId, $filter: MailboxExportJobFilter, $orderBy: MailboxExportJobOrder, $targets: [String!], $counts: Boolean = false) {
  connection: mailboxExportJobs(
    first: $first
    after: $after
    organizationId: $organizationId
    filter: $filter
    orderBy: $orderBy
    targets: $targets
  ) {
    edges {
      cursor
      isOutOfOrder
      node {
        id
      }
    }
    pageInfo {
      ...PageInfoParts
    }
    completeness {
      ...CompletenessParts
      retryCursor
    }
    totalCount @include(if: $counts) {
      value
      exact
    }
  }
}
    fragment CompletenessParts on Completeness {
  complete
  sources {
    target {
      name
    }
    service
    status
    message
    retryAfterSeconds
  }
}
fragment PageInfoParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`) as unknown as TypedDocumentString<MailboxExportJobRowsQuery, MailboxExportJobRowsQueryVariables>;
export const SecurityCaseRowsDocument = new TypedDocumentString(`
    query SecurityCaseRows($first: Int!, $after: String, $filter: SecurityCaseFilter, $orderBy: SecurityCaseOrder, $targets: [String!], $counts: Boolean = false) {
  connection: securityCases(
    first: $first
    after: $after
    filter: $filter
    orderBy: $orderBy
    targets: $targets
  ) {
    edges {
      cursor
      isOutOfOrder
      node {
        id
      }
    }
    pageInfo {
      ...PageInfoParts
    }
    completeness {
      ...CompletenessParts
      retryCursor
    }
    totalCount @include(if: $counts) {
      value
      exact
    }
  }
}
    fragment CompletenessParts on Completeness {
  complete
  sources {
    target {
      name
    }
    service
    status
    message
    retryAfterSeconds
  }
}
fragment PageInfoParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`) as unknown as TypedDocumentString<SecurityCaseRowsQuery, SecurityCaseRowsQueryVariables>;
export const ClassificationJobDetailsDocument = new TypedDocumentString(`
    query ClassificationJobDetails($first: Int!) {
  classificationJobs(first: $first) {
    nodes {
      ...ClassificationJobSummary
      ...ClassificationJobDetail
    }
  }
}
    fragment ClassificationJobSummary on ClassificationJob {
  id
  target {
    name
  }
  jobId
  name
  status
  awsStatus
  statusLabel
  isTerminal
  consoleUrl
  jobType
  awsJobType
  createdAt
  expiresAt
  lastRunErrorStatus {
    code
    awsCode
  }
  userPausedDetails {
    pausedAt
    expiresAt
    imminentExpirationHealthEventArn
  }
  availableTransitions {
    ...TransitionParts
  }
}
fragment ClassificationJobDetail on ClassificationJob {
  arn
  description
  clientToken
  initialRun
  lastRunAt
  samplingPercentage
  managedDataIdentifierSelector
  awsManagedDataIdentifierSelector
  managedDataIdentifierIds
  customDataIdentifierIds
  allowListIds
  statistics {
    approximateNumberOfObjectsToProcess
    numberOfRuns
  }
}
fragment TransitionParts on Transition {
  action
  to
  mutation
  consequences {
    code
    text
  }
}`) as unknown as TypedDocumentString<ClassificationJobDetailsQuery, ClassificationJobDetailsQueryVariables>;
export const MailboxExportJobDetailsDocument = new TypedDocumentString(`
    query MailboxExportJobDetails($first: Int!) {
  mailboxExportJobs(first: $first) {
    nodes {
      ...MailboxExportJobSummary
      ...MailboxExportJobDetail
    }
  }
}
    fragment MailboxExportJobSummary on MailboxExportJob {
  id
  target {
    name
  }
  organizationId
  jobId
  entityId
  description
  s3BucketName
  s3Path
  estimatedProgress
  status
  awsStatus
  startedAt
  endedAt
  durationSeconds
  availableTransitions {
    ...TransitionParts
  }
}
fragment MailboxExportJobDetail on MailboxExportJob {
  roleArn
  kmsKeyArn
  s3Prefix
  errorInfo
}
fragment TransitionParts on Transition {
  action
  to
  mutation
  consequences {
    code
    text
  }
}`) as unknown as TypedDocumentString<MailboxExportJobDetailsQuery, MailboxExportJobDetailsQueryVariables>;
export const SecurityCaseDetailsDocument = new TypedDocumentString(`
    query SecurityCaseDetails($first: Int!) {
  securityCases(first: $first) {
    nodes {
      ...SecurityCaseSummary
      ...SecurityCaseDetail
    }
  }
}
    fragment SecurityCaseSummary on SecurityCase {
  id
  target {
    name
  }
  caseId
  arn
  title
  status
  awsStatus
  resolverType
  awsResolverType
  engagementType
  awsEngagementType
  pendingAction
  awsPendingAction
  createdAt
  updatedAt
  closedAt
  availableTransitions {
    ...TransitionParts
  }
}
fragment SecurityCaseDetail on SecurityCase {
  description
  closureCode
  awsClosureCode
  reportedIncidentStartedAt
  actualIncidentStartedAt
  impactedAccounts
  impactedServices
  impactedAwsRegions
}
fragment TransitionParts on Transition {
  action
  to
  mutation
  consequences {
    code
    text
  }
}`) as unknown as TypedDocumentString<SecurityCaseDetailsQuery, SecurityCaseDetailsQueryVariables>;
export const OneJobManyWaysDocument = new TypedDocumentString(`
    query OneJobManyWays($id: ID!, $jobId: ClassificationJobId!) {
  first: classificationJob(jobId: $jobId) {
    description
  }
  second: classificationJob(jobId: $jobId) {
    arn
    lastRunAt
  }
  third: node(id: $id) {
    ... on ClassificationJob {
      samplingPercentage
    }
  }
  fourth: nodes(ids: [$id, $id]) {
    ... on ClassificationJob {
      statistics {
        numberOfRuns
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OneJobManyWaysQuery, OneJobManyWaysQueryVariables>;
export const SameConnectionsTwiceDocument = new TypedDocumentString(`
    query SameConnectionsTwice($first: Int!) {
  jobs: classificationJobs(
    first: $first
    filter: {jobTypes: [ONE_TIME], name: {contains: "a"}}
  ) {
    nodes {
      id
    }
  }
  sameJobs: classificationJobs(
    first: $first
    filter: {name: {contains: "a"}, jobTypes: [ONE_TIME]}
  ) {
    nodes {
      id
    }
  }
  members: macieMembers(first: $first) {
    nodes {
      id
    }
  }
  sameMembers: macieMembers(first: $first) {
    nodes {
      id
    }
  }
  exports: mailboxExportJobs(first: $first) {
    nodes {
      id
    }
  }
  sameExports: mailboxExportJobs(first: $first) {
    nodes {
      id
    }
  }
  cases: securityCases(first: $first) {
    nodes {
      id
    }
  }
  sameCases: securityCases(first: $first) {
    nodes {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<SameConnectionsTwiceQuery, SameConnectionsTwiceQueryVariables>;
export const ImpactedAccountsDocument = new TypedDocumentString(`
    query ImpactedAccounts($first: Int!) {
  securityCases(first: $first) {
    nodes {
      caseId
      impactedAccounts
    }
  }
}
    `) as unknown as TypedDocumentString<ImpactedAccountsQuery, ImpactedAccountsQueryVariables>;
export const SecurityCasesDocument = new TypedDocumentString(`
    query SecurityCases($first: Int! = 20, $after: String, $targets: [String!]) {
  securityCases(first: $first, after: $after, targets: $targets) {
    nodes {
      ...SecurityCaseSummary
    }
    pageInfo {
      ...PageInfoParts
    }
    completeness {
      ...CompletenessParts
    }
  }
}
    fragment SecurityCaseSummary on SecurityCase {
  id
  target {
    name
  }
  caseId
  arn
  title
  status
  awsStatus
  resolverType
  awsResolverType
  engagementType
  awsEngagementType
  pendingAction
  awsPendingAction
  createdAt
  updatedAt
  closedAt
  availableTransitions {
    ...TransitionParts
  }
}
fragment CompletenessParts on Completeness {
  complete
  sources {
    target {
      name
    }
    service
    status
    message
    retryAfterSeconds
  }
}
fragment PageInfoParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment TransitionParts on Transition {
  action
  to
  mutation
  consequences {
    code
    text
  }
}`) as unknown as TypedDocumentString<SecurityCasesQuery, SecurityCasesQueryVariables>;
export const FindSecurityCaseDocument = new TypedDocumentString(`
    query FindSecurityCase($caseId: SecurityCaseId!, $target: String) {
  securityCase(caseId: $caseId, target: $target) {
    ...SecurityCaseSummary
    ...SecurityCaseDetail
  }
}
    fragment SecurityCaseSummary on SecurityCase {
  id
  target {
    name
  }
  caseId
  arn
  title
  status
  awsStatus
  resolverType
  awsResolverType
  engagementType
  awsEngagementType
  pendingAction
  awsPendingAction
  createdAt
  updatedAt
  closedAt
  availableTransitions {
    ...TransitionParts
  }
}
fragment SecurityCaseDetail on SecurityCase {
  description
  closureCode
  awsClosureCode
  reportedIncidentStartedAt
  actualIncidentStartedAt
  impactedAccounts
  impactedServices
  impactedAwsRegions
}
fragment TransitionParts on Transition {
  action
  to
  mutation
  consequences {
    code
    text
  }
}`) as unknown as TypedDocumentString<FindSecurityCaseQuery, FindSecurityCaseQueryVariables>;
export const UpdateSecurityCaseStatusDocument = new TypedDocumentString(`
    mutation UpdateSecurityCaseStatus($input: UpdateSecurityCaseStatusInput!) {
  updateSecurityCaseStatus(input: $input) {
    ...SecurityCasePayloadParts
  }
}
    fragment SecurityCasePayloadParts on SecurityCasePayload {
  securityCase {
    id
    status
  }
  outcome
  change {
    ...ChangeParts
  }
  userErrors {
    ...UserErrorParts
  }
}
fragment TransitionParts on Transition {
  action
  to
  mutation
  consequences {
    code
    text
  }
}
fragment ChangeParts on StatusChange {
  from
  to
  consequences {
    code
  }
}
fragment UserErrorParts on UserError {
  __typename
  code
  message
  path
  ... on InvalidTransitionError {
    from
    to
    allowed {
      ...TransitionParts
    }
  }
  ... on StatusMismatchError {
    expected
    actual
  }
  ... on AwsRejectedError {
    service
    operation
    awsCode
    requestId
  }
  ... on OutcomeUnknownError {
    observedStatus
  }
}`) as unknown as TypedDocumentString<UpdateSecurityCaseStatusMutation, UpdateSecurityCaseStatusMutationVariables>;
export const CloseSecurityCaseDocument = new TypedDocumentString(`
    mutation CloseSecurityCase($input: CloseSecurityCaseInput!) {
  closeSecurityCase(input: $input) {
    ...SecurityCasePayloadParts
  }
}
    fragment SecurityCasePayloadParts on SecurityCasePayload {
  securityCase {
    id
    status
  }
  outcome
  change {
    ...ChangeParts
  }
  userErrors {
    ...UserErrorParts
  }
}
fragment TransitionParts on Transition {
  action
  to
  mutation
  consequences {
    code
    text
  }
}
fragment ChangeParts on StatusChange {
  from
  to
  consequences {
    code
  }
}
fragment UserErrorParts on UserError {
  __typename
  code
  message
  path
  ... on InvalidTransitionError {
    from
    to
    allowed {
      ...TransitionParts
    }
  }
  ... on StatusMismatchError {
    expected
    actual
  }
  ... on AwsRejectedError {
    service
    operation
    awsCode
    requestId
  }
  ... on OutcomeUnknownError {
    observedStatus
  }
}`) as unknown as TypedDocumentString<CloseSecurityCaseMutation, CloseSecurityCaseMutationVariables>;