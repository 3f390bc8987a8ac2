/** The record of a resource of any kind. */
import type { ClassificationJobSummary } from './classification-job';
import type { MacieMemberRecord } from './macie-member';
import type { MailboxExportJobSummary } from './mailbox-export-job';
import type { SecurityCaseSummary } from './security-case';

/** A row of a list, or the detail of a resource. */
export type ResourceRecord =
  ClassificationJobSummary | MacieMemberRecord | MailboxExportJobSummary | SecurityCaseSummary;
