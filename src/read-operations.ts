/** The AWS operations that the gateway reads with, by service: what rate limits and the read cache may name. */
import type { ServiceName } from './errors';

export const READ_OPERATIONS = {
  macie2: [
    'DescribeClassificationJob',
    'GetMember',
    'ListClassificationJobs',
    'ListMembers',
    'ListTagsForResource',
  ],
  workmail: [
    'DescribeEntity',
    'DescribeMailboxExportJob',
    'DescribeOrganization',
    'DescribeUser',
    'ListMailboxExportJobs',
    'ListOrganizations',
  ],
  'security-ir': [
    'GetCase',
    'GetCaseAttachmentDownloadUrl',
    'ListCaseEdits',
    'ListCases',
    'ListComments',
    'ListInvestigations',
    'ListTagsForResource',
  ],
} as const satisfies Record<ServiceName, readonly string[]>;

/** What these operations answer is a secret that expires, and is never kept. */
export const SECRET_OPERATIONS: ReadonlySet<string> = new Set(['GetCaseAttachmentDownloadUrl']);
