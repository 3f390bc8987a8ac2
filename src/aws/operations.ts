/** The AWS operations that the gateway calls, by service: its IAM policies are made of them. */
import type { ServiceName } from '../domain/services';

/** What rate limits and the read cache may name. */
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

/** What only the change engine sends. */
export const WRITE_OPERATIONS = {
  macie2: [
    'CreateClassificationJob',
    'CreateMember',
    'DeleteMember',
    'DisassociateMember',
    'TagResource',
    'UntagResource',
    'UpdateClassificationJob',
    'UpdateMemberSession',
  ],
  workmail: ['CancelMailboxExportJob', 'StartMailboxExportJob'],
  'security-ir': [
    'CloseCase',
    'CreateCase',
    'CreateCaseComment',
    'GetCaseAttachmentUploadUrl',
    'SendFeedback',
    'TagResource',
    'UntagResource',
    'UpdateCase',
    'UpdateCaseComment',
    'UpdateCaseStatus',
    'UpdateResolverType',
  ],
} as const satisfies Record<ServiceName, readonly string[]>;

/** What these operations answer is a secret that expires, and is never kept. */
export const SECRET_OPERATIONS: ReadonlySet<string> = new Set(['GetCaseAttachmentDownloadUrl']);
