// The scopes that every field of the schema requires, written by hand.
import type { Scope } from '../../../src/domain/principal';

/** The scopes of all fields of a type; RELATIONS adds scopes for single fields. */
export const TYPES: Readonly<Record<string, readonly Scope[]>> = {
  ...every(
    ['macie:read'],
    `ClassificationJob ClassificationJobConnection ClassificationJobEdge ClassificationJobStatistics
     ClassificationJobLastRunErrorStatus ClassificationJobUserPausedDetails ClassificationJobScheduleFrequency
     ClassificationJobBucketDefinition ClassificationJobBucketCriteria ClassificationJobBucketCriterion ClassificationJobBucketSimpleCriterion ClassificationJobBucketTagCriterion ClassificationJobTagCondition
     ClassificationJobObjectScoping ClassificationJobObjectTerm ClassificationJobObjectSimpleTerm ClassificationJobObjectTagTerm
     MacieMember MacieMemberConnection MacieMemberEdge MemberAccountConnection MemberAccountEdge MemberAccount
     ClassificationJobTotals ClassificationJobStatusCount ClassificationJobTypeCount MacieMemberTotals MacieMemberStatusCount`,
  ),
  ...every(
    ['macie:write'],
    'ClassificationJobPayload CreateClassificationJobPayload MacieMemberPayload CreateMacieMemberPayload',
  ),
  ...every(
    ['workmail:read'],
    `MailboxExportJob MailboxExportJobConnection MailboxExportJobEdge WorkMailOrganization WorkMailUser
     MailboxExportJobTotals MailboxExportJobStatusCount`,
  ),
  ...every(['workmail:write'], 'MailboxExportJobPayload StartMailboxExportJobPayload'),
  ...every(
    ['security-ir:read'],
    `SecurityCase SecurityCaseConnection SecurityCaseEdge SecurityCaseWatcher SecurityCaseThreatActorIp SecurityCaseAttachment SecurityCaseMetadataEntry
     SecurityCaseComment SecurityCaseCommentConnection SecurityCaseCommentEdge
     SecurityCaseEdit SecurityCaseEditConnection SecurityCaseEditEdge
     SecurityCaseInvestigation SecurityCaseInvestigationConnection SecurityCaseInvestigationEdge SecurityCaseInvestigationFeedback
     SecurityCaseTotals SecurityCaseStatusCount SecurityCaseEngagementTypeCount SecurityCaseResolverTypeCount SecurityCaseWeek
     SecurityCaseTimeInStatus MeanStatusDuration`,
  ),
  ...every(
    ['security-ir:write'],
    `SecurityCasePayload CreateSecurityCasePayload UpdateSecurityCasePayload
     CreateSecurityCaseCommentPayload UpdateSecurityCaseCommentPayload
     CreateSecurityCaseAttachmentUploadUrlPayload HttpHeader SendSecurityCaseInvestigationFeedbackPayload`,
  ),
  ...every(['audit:read'], 'AuditEntry AuditEntryConnection AuditEntryEdge AuditEntryArgument'),
  // The fields that return these types have rules, so their own fields need none.
  ...every(
    [],
    `PageInfo TotalCount Completeness CompletenessSource Tag Target Viewer Node Resource MutationPayload UserError Transition Consequence StatusChange
     ResourceEvent ResourceEventConnection ResourceEventEdge FieldChange Gap Heartbeat ResourceUpdate
     AttentionItem AttentionItemConnection AttentionItemEdge UnavailableReason
     HistoryEntry HistoryEntryConnection HistoryEntryEdge HistoryCompleteness HistorySource HistoryGap StatusDurations StatusDuration
     SearchHit SearchHitConnection SearchHitEdge AwsAccount
     Statistics TargetCount
     ChangeStatusesPayload ChangeStatusesResult TagResourcePayload UntagResourcePayload
     InvalidTransitionError StatusMismatchError NotFoundError InvalidInputError AwsRejectedError
     AcknowledgementRequiredError AuditIncompleteError NotSentError OutcomeUnknownError`,
  ),
};

/** The scopes that a field requires in addition to those of its type. */
export const RELATIONS: Readonly<Record<string, readonly Scope[]>> = {
  'Query.classificationJobs': ['macie:read'],
  'Query.classificationJob': ['macie:read'],
  'Query.macieMembers': ['macie:read'],
  'Query.macieMember': ['macie:read'],
  'Query.mailboxExportJobs': ['workmail:read'],
  'Query.mailboxExportJob': ['workmail:read'],
  'Query.securityCases': ['security-ir:read'],
  'Query.securityCase': ['security-ir:read'],
  'Query.statistics': [],
  'Statistics.classificationJobs': ['macie:read'],
  'Statistics.macieMembers': ['macie:read'],
  'Statistics.mailboxExportJobs': ['workmail:read'],
  'Statistics.securityCases': ['security-ir:read'],
  'Query.auditTrail': ['audit:read'],
  // ONE_OF has the scopes of the field; its events are of the kinds within the scopes of the caller.
  'Query.resourceEvents': [],
  // ONE_OF has the scopes of the field; its items are of the kinds within the scopes of the caller.
  'Query.attention': [],
  'AttentionItem.auditEntry': ['audit:read'],
  // ONE_OF has the scopes of the field; its hits are of the kinds within the scopes of the caller.
  'Query.search': [],
  'Query.account': [],
  'AwsAccount.memberships': ['macie:read'],
  'AwsAccount.classificationJobs': ['macie:read'],
  'AwsAccount.securityCases': ['security-ir:read'],
  'ResourceEvent.auditEntry': ['audit:read'],
  // The kinds within the scopes of the caller.
  'Subscription.resourceEvents': [],
  'Subscription.resource': [],
  'Query.targets': [],
  'Query.viewer': [],
  // The kind of each resource determines the scope.
  'Query.node': [],
  'Query.nodes': [],
  'Mutation.changeStatuses': [],
  'Mutation.tagResource': [],
  'Mutation.untagResource': [],
  'Resource.auditTrail': ['audit:read'],
  'ClassificationJob.auditTrail': ['audit:read'],
  'MacieMember.auditTrail': ['audit:read'],
  'MailboxExportJob.auditTrail': ['audit:read'],
  'SecurityCase.auditTrail': ['audit:read'],
  'MacieMember.securityCases': ['security-ir:read'],
  'SecurityCase.impactedMembers': ['macie:read'],
  ...mutations(
    'macie:write',
    `createClassificationJob pauseClassificationJob resumeClassificationJob cancelClassificationJob
     createMacieMember suspendMacieMember enableMacieMember disassociateMacieMember deleteMacieMember`,
  ),
  ...mutations('workmail:write', 'startMailboxExportJob cancelMailboxExportJob'),
  ...mutations(
    'security-ir:write',
    `createSecurityCase updateSecurityCase updateSecurityCaseStatus updateSecurityCaseResolverType closeSecurityCase
     createSecurityCaseComment updateSecurityCaseComment createSecurityCaseAttachmentUploadUrl
     sendSecurityCaseInvestigationFeedback`,
  ),
};

/** The scopes of which a field requires one. */
export const ONE_OF: Readonly<Record<string, readonly Scope[]>> = {
  'Query.resourceEvents': ['macie:read', 'workmail:read', 'security-ir:read'],
  'Query.attention': ['macie:read', 'workmail:read', 'security-ir:read'],
  'Query.search': ['macie:read', 'workmail:read', 'security-ir:read'],
};

function words(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

function every(scopes: readonly Scope[], types: string): Record<string, readonly Scope[]> {
  return Object.fromEntries(words(types).map((type) => [type, scopes]));
}

function mutations(scope: Scope, names: string): Record<string, readonly Scope[]> {
  return Object.fromEntries(words(names).map((name) => [`Mutation.${name}`, [scope]]));
}

/** Whether the granted scopes include the wanted scopes. A write scope includes the read scope of its service. */
export function permits(granted: readonly Scope[], wanted: readonly Scope[]): boolean {
  return wanted.every((scope) =>
    granted.some((given) => given === scope || given === scope.replace(':read', ':write')),
  );
}

/** Whether the granted scopes include one of the wanted scopes; true without wanted scopes. */
export function permitsOneOf(granted: readonly Scope[], wanted: readonly Scope[] | undefined): boolean {
  return wanted?.some((scope) => permits(granted, [scope])) ?? true;
}
