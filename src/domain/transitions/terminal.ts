/** The terminal statuses of resources: neither AWS nor a request changes a resource with such a status. */
import type { ResourceKind } from '../resources';
import type { ClassificationJobStatus } from './classification-job';
import type { MacieMemberStatus } from './macie-member';
import type { MailboxExportJobStatus } from './mailbox-export-job';
import type { SecurityCaseStatus } from './security-case';

export interface StatusByKind {
  readonly ClassificationJob: ClassificationJobStatus;
  readonly MacieMember: MacieMemberStatus;
  readonly MailboxExportJob: MailboxExportJobStatus;
  readonly SecurityCase: SecurityCaseStatus;
}

/** Statuses without requestable changes that AWS may change are missing, such as REGION_DISABLED and UNRECOGNIZED. */
const TERMINAL_STATUSES: { readonly [Kind in ResourceKind]: readonly StatusByKind[Kind][] } = {
  ClassificationJob: ['COMPLETE', 'CANCELLED'],
  MacieMember: [],
  MailboxExportJob: ['COMPLETED', 'FAILED', 'CANCELLED'],
  SecurityCase: ['CLOSED'],
};

/** False for UNRECOGNIZED, which may be any status. */
export function isTerminal(kind: ResourceKind, status: string): boolean {
  return (TERMINAL_STATUSES[kind] as readonly string[]).includes(status);
}
