/** The operations of Security Incident Response on comments, edits, investigations and attachments of cases. */
import { operationsOf } from '../client/operation';

const CASES = ['arn:aws:security-ir:*:*:case/*'];
const NOT_FOUND = ['ResourceNotFoundException'];

export const SECURITY_CASE_PARTS_OPERATIONS = operationsOf('security-ir', {
  ListComments: {
    access: 'read',
    arns: CASES,
    essentialMembers: { ListCommentsItem: 'commentId' },
    notFoundErrors: NOT_FOUND,
    rejectedTokenErrors: ['ValidationException'],
    rowsMember: 'items',
    isSecret: false,
  },
  ListCaseEdits: {
    access: 'read',
    arns: CASES,
    essentialMembers: {},
    notFoundErrors: NOT_FOUND,
    rejectedTokenErrors: ['ValidationException'],
    rowsMember: 'items',
    isSecret: false,
  },
  ListInvestigations: {
    access: 'read',
    arns: CASES,
    essentialMembers: { InvestigationAction: 'investigationId' },
    notFoundErrors: NOT_FOUND,
    rejectedTokenErrors: ['ValidationException'],
    rowsMember: 'investigationActions',
    isSecret: false,
  },
  GetCaseAttachmentDownloadUrl: {
    access: 'read',
    arns: CASES,
    essentialMembers: {},
    notFoundErrors: NOT_FOUND,
    rejectedTokenErrors: [],
    rowsMember: undefined,
    isSecret: true,
  },
  GetCaseAttachmentUploadUrl: {
    access: 'write',
    arns: CASES,
    essentialMembers: {},
    notFoundErrors: NOT_FOUND,
    isSecret: true,
    takesClientToken: true,
    redactedInputs: ['fileName'],
  },
  CreateCaseComment: {
    access: 'write',
    arns: CASES,
    essentialMembers: {},
    notFoundErrors: NOT_FOUND,
    isSecret: false,
    takesClientToken: true,
    redactedInputs: ['body'],
  },
  UpdateCaseComment: {
    access: 'write',
    arns: CASES,
    essentialMembers: {},
    notFoundErrors: NOT_FOUND,
    isSecret: false,
    takesClientToken: false,
    redactedInputs: ['body'],
  },
  SendFeedback: {
    access: 'write',
    arns: CASES,
    essentialMembers: {},
    notFoundErrors: NOT_FOUND,
    isSecret: false,
    takesClientToken: false,
    redactedInputs: ['comment'],
  },
});
