/** The human-readable labels of statuses, in sentence case. */
import type { SecurityCaseAttachmentStatus, SecurityCaseInvestigationStatus } from './security-case-parts';
import type { WorkMailUserStatus } from './workmail-directory';
import type { StatusByKind } from '../transitions/terminal';

export interface Statuses extends StatusByKind {
  readonly SecurityCaseAttachment: SecurityCaseAttachmentStatus;
  readonly SecurityCaseInvestigation: SecurityCaseInvestigationStatus;
  readonly WorkMailUser: WorkMailUserStatus;
}

const UNRECOGNIZED = 'Unrecognized';

/** By the name of the GraphQL type. */
const STATUS_LABELS: { readonly [Type in keyof Statuses]: Readonly<Record<Statuses[Type], string>> } = {
  ClassificationJob: {
    RUNNING: 'Running',
    IDLE: 'Waiting for the next run',
    PAUSED: 'Paused by Macie',
    USER_PAUSED: 'Paused by a user',
    COMPLETE: 'Complete',
    CANCELLED: 'Canceled',
    UNRECOGNIZED,
  },
  MacieMember: {
    ENABLED: 'Enabled',
    PAUSED: 'Suspended by the administrator',
    INVITED: 'Invited',
    CREATED: 'Added, not invited',
    REMOVED: 'Removed by the administrator',
    RESIGNED: 'Resigned',
    EMAIL_VERIFICATION_IN_PROGRESS: 'Verifying the email address',
    EMAIL_VERIFICATION_FAILED: 'Email verification failed',
    REGION_DISABLED: 'Region disabled',
    ACCOUNT_SUSPENDED: 'Account suspended by AWS',
    UNRECOGNIZED,
  },
  MailboxExportJob: {
    RUNNING: 'Running',
    COMPLETED: 'Completed',
    FAILED: 'Failed',
    CANCELLED: 'Canceled',
    UNRECOGNIZED,
  },
  SecurityCase: {
    SUBMITTED: 'Submitted',
    ACKNOWLEDGED: 'Acknowledged',
    DETECTION_AND_ANALYSIS: 'Detection and analysis',
    CONTAINMENT_ERADICATION_AND_RECOVERY: 'Containment, eradication and recovery',
    POST_INCIDENT_ACTIVITIES: 'Post-incident activities',
    READY_TO_CLOSE: 'Ready to close',
    CLOSED: 'Closed',
    UNRECOGNIZED,
  },
  SecurityCaseAttachment: {
    VERIFIED: 'Verified',
    FAILED: 'Verification failed',
    PENDING: 'Verification pending',
    UNRECOGNIZED,
  },
  SecurityCaseInvestigation: {
    PENDING: 'Pending',
    IN_PROGRESS: 'In progress',
    WAITING: 'Waiting',
    COMPLETED: 'Completed',
    FAILED: 'Failed',
    CANCELLED: 'Canceled',
    UNRECOGNIZED,
  },
  WorkMailUser: { ENABLED: 'Enabled', DISABLED: 'Disabled', DELETED: 'Deleted', UNRECOGNIZED },
};

/** The label of a status of the GraphQL type `type`. */
export function statusLabel<Type extends keyof Statuses>(type: Type, status: Statuses[Type]): string {
  return STATUS_LABELS[type][status];
}
