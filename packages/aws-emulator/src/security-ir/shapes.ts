/** Output structures of Security Incident Response: exactly the members of the service model. */
import { SECOND } from '../kernel/clock';
import type { Output } from '../kernel/operation';
import type {
  CaseAttachment,
  CaseEdit,
  Comment,
  InvestigationAction,
  Membership,
  SecurityCase,
} from './state';

/** ListCasesItem. */
export function caseSummary(securityCase: SecurityCase): Output {
  return {
    caseId: securityCase.caseId,
    lastUpdatedDate: epoch(securityCase.lastUpdatedDate),
    title: securityCase.title,
    caseArn: securityCase.caseArn,
    engagementType: securityCase.engagementType,
    caseStatus: securityCase.caseStatus,
    createdDate: epoch(securityCase.createdDate),
    closedDate: epochIfAny(securityCase.closedDate),
    resolverType: securityCase.resolverType,
    pendingAction: securityCase.pendingAction,
  };
}

/** The output of GetCase. It has no caseId. */
export function caseDetail(securityCase: SecurityCase): Output {
  return {
    title: securityCase.title,
    caseArn: securityCase.caseArn,
    description: securityCase.description,
    caseStatus: securityCase.caseStatus,
    engagementType: securityCase.engagementType,
    reportedIncidentStartDate: epoch(securityCase.reportedIncidentStartDate),
    actualIncidentStartDate: epochIfAny(securityCase.actualIncidentStartDate),
    impactedAwsRegions: securityCase.impactedAwsRegions,
    threatActorIpAddresses: securityCase.threatActorIpAddresses,
    pendingAction: securityCase.pendingAction,
    impactedAccounts: securityCase.impactedAccounts,
    watchers: securityCase.watchers,
    createdDate: epoch(securityCase.createdDate),
    lastUpdatedDate: epoch(securityCase.lastUpdatedDate),
    closureCode: securityCase.closureCode,
    resolverType: securityCase.resolverType,
    impactedServices: securityCase.impactedServices,
    caseAttachments: securityCase.caseAttachments.map(caseAttachment),
    closedDate: epochIfAny(securityCase.closedDate),
    caseMetadata: securityCase.caseMetadata.length === 0 ? undefined : securityCase.caseMetadata,
  };
}

/** CaseAttachmentAttributes. */
function caseAttachment(attachment: CaseAttachment): Output {
  return {
    attachmentId: attachment.attachmentId,
    fileName: attachment.fileName,
    attachmentStatus: attachment.attachmentStatus,
    creator: attachment.creator,
    createdDate: epoch(attachment.createdDate),
  };
}

/** ListCommentsItem. */
export function caseComment(comment: Comment): Output {
  return {
    commentId: comment.commentId,
    createdDate: epoch(comment.createdDate),
    lastUpdatedDate: epoch(comment.lastUpdatedDate),
    creator: comment.creator,
    lastUpdatedBy: comment.lastUpdatedBy,
    body: comment.body,
  };
}

/** CaseEditItem. */
export function caseEdit(edit: CaseEdit): Output {
  return {
    eventTimestamp: epoch(edit.eventTimestamp),
    principal: edit.principal,
    action: edit.action,
    message: edit.message,
  };
}

/** InvestigationAction. */
export function investigationAction({ feedback, ...action }: InvestigationAction): Output {
  return {
    investigationId: action.investigationId,
    actionType: action.actionType,
    title: action.title,
    content: action.content,
    status: action.status,
    lastUpdated: epoch(action.lastUpdated),
    feedback: feedback && {
      usefulness: feedback.usefulness,
      comment: feedback.comment,
      submittedAt: epoch(feedback.submittedAt),
    },
  };
}

/** ListMembershipItem. */
export function membershipSummary(membership: Membership): Output {
  return {
    membershipId: membership.membershipId,
    accountId: membership.accountId,
    region: membership.region,
    membershipArn: membership.membershipArn,
    membershipStatus: membership.membershipStatus,
  };
}

/** The output of GetMembership. */
export function membershipDetail(membership: Membership): Output {
  const { optInFeatures } = membership;
  return {
    ...membershipSummary(membership),
    membershipName: membership.membershipName,
    membershipActivationTimestamp: epoch(membership.membershipActivationTimestamp),
    membershipDeactivationTimestamp: epochIfAny(membership.membershipDeactivationTimestamp),
    customerType: membership.customerType,
    numberOfAccountsCovered: membership.numberOfAccountsCovered,
    incidentResponseTeam: membership.incidentResponseTeam,
    optInFeatures: optInFeatures.length === 0 ? undefined : optInFeatures,
    membershipAccountsConfigurations: membership.membershipAccountsConfigurations,
  };
}

/** Everything stored, with the caseId of what belongs to a case. */
export function everything(cases: Iterable<SecurityCase>, memberships: Iterable<Membership>): Output {
  const all = [...cases];
  return {
    cases: all.map((stored) => ({ caseId: stored.caseId, ...caseDetail(stored) })),
    comments: all.flatMap(({ caseId, comments }) =>
      comments.map((comment) => ({ caseId, ...caseComment(comment) })),
    ),
    edits: all.flatMap(({ caseId, edits }) => edits.map((edit) => ({ caseId, ...caseEdit(edit) }))),
    investigations: all.flatMap(({ caseId, investigations }) =>
      investigations.map((action) => ({ caseId, ...investigationAction(action) })),
    ),
    tags: all.map(({ caseId, tags }) => ({ caseId, tags })),
    memberships: Array.from(memberships, membershipDetail),
  };
}

/** A time in seconds since the epoch, the timestamp format of restJson1 bodies. */
export function epoch(time: number): number {
  return time / SECOND;
}

function epochIfAny(time: number | undefined): number | undefined {
  return time === undefined ? undefined : epoch(time);
}
