/** The operations of WorkMail on mailbox export jobs. */
import { operationsOf } from '../client/operation';

const ORGANIZATIONS = ['arn:aws:workmail:*:*:organization/*'];
/** WorkMail has a separate error for an organization that does not exist. */
const NOT_FOUND = ['EntityNotFoundException', 'OrganizationNotFoundException', 'ResourceNotFoundException'];

export const MAILBOX_EXPORT_JOB_OPERATIONS = operationsOf('workmail', {
  ListOrganizations: {
    access: 'read',
    arns: ['*'],
    essentialMembers: { OrganizationSummary: 'OrganizationId' },
    notFoundErrors: NOT_FOUND,
    rejectedTokenErrors: ['InvalidParameterException'],
    rowsMember: 'OrganizationSummaries',
    isSecret: false,
  },
  ListMailboxExportJobs: {
    access: 'read',
    arns: ORGANIZATIONS,
    essentialMembers: { MailboxExportJob: 'JobId' },
    notFoundErrors: NOT_FOUND,
    rejectedTokenErrors: ['InvalidParameterException'],
    rowsMember: 'Jobs',
    isSecret: false,
  },
  DescribeMailboxExportJob: {
    access: 'read',
    arns: ORGANIZATIONS,
    essentialMembers: { DescribeMailboxExportJobResponse: 'State' },
    notFoundErrors: NOT_FOUND,
    rejectedTokenErrors: [],
    rowsMember: undefined,
    isSecret: false,
  },
  StartMailboxExportJob: {
    access: 'write',
    arns: ORGANIZATIONS,
    essentialMembers: { StartMailboxExportJobResponse: 'JobId' },
    notFoundErrors: NOT_FOUND,
    isSecret: false,
    takesClientToken: true,
    redactedInputs: ['description'],
  },
  CancelMailboxExportJob: {
    access: 'write',
    arns: ORGANIZATIONS,
    essentialMembers: {},
    notFoundErrors: NOT_FOUND,
    isSecret: false,
    takesClientToken: true,
    redactedInputs: [],
  },
});
