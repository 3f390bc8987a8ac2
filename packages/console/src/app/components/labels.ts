/** Labels of enums that the API has no label for. A value that the schema adds is a compile error here. */
import type { ResourceKind, SourceStatus } from './__generated__/completenessBanner_completeness.graphql';

export const KIND_LABELS: Readonly<Record<ResourceKind, string>> = {
  CLASSIFICATION_JOB: 'classification jobs',
  MACIE_MEMBER: 'Macie members',
  MAILBOX_EXPORT_JOB: 'mailbox exports',
  SECURITY_CASE: 'security cases',
};

export const SOURCE_STATUS_LABELS: Readonly<Record<SourceStatus, string>> = {
  OK: 'OK',
  ACCESS_DENIED: 'Access denied',
  FAILED_EARLIER: 'Failed on an earlier page',
  NOT_ENABLED: 'Not enabled',
  SCAN_LIMIT_REACHED: 'Not read to the end',
  THROTTLED: 'Throttled by AWS',
  TIMED_OUT: 'Timed out',
  UNAVAILABLE: 'Unavailable',
  UNREADABLE_ROWS: 'Unreadable rows',
};
