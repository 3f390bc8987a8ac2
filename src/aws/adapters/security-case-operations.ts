/** The operations of Security Incident Response on cases. */
import { operationsOf } from '../client/operation';

const CASES = ['arn:aws:security-ir:*:*:case/*'];
const NOT_FOUND = ['ResourceNotFoundException'];
/** AWS's model marks all of these as sensitive, except the values of tags and metadata and the user agent. */
const SENSITIVE_INPUTS = [
  'title',
  'description',
  'value',
  'email',
  'name',
  'jobTitle',
  'ipAddress',
  'userAgent',
];

export const SECURITY_CASE_OPERATIONS = operationsOf('security-ir', {
  ListCases: {
    access: 'read',
    arns: ['*'],
    essentialMembers: { ListCasesItem: 'caseId' },
    notFoundErrors: NOT_FOUND,
    rejectedTokenErrors: ['ValidationException'],
    rowsMember: 'items',
    isSecret: false,
  },
  GetCase: {
    access: 'read',
    arns: CASES,
    essentialMembers: { GetCaseResponse: 'caseStatus', CaseAttachmentAttributes: 'attachmentId' },
    notFoundErrors: NOT_FOUND,
    rejectedTokenErrors: [],
    rowsMember: undefined,
    isSecret: false,
  },
  CreateCase: {
    access: 'write',
    arns: CASES,
    essentialMembers: { CreateCaseResponse: 'caseId' },
    notFoundErrors: NOT_FOUND,
    isSecret: false,
    takesClientToken: true,
    redactedInputs: SENSITIVE_INPUTS,
  },
  UpdateCase: {
    access: 'write',
    arns: CASES,
    essentialMembers: {},
    notFoundErrors: NOT_FOUND,
    isSecret: false,
    takesClientToken: false,
    redactedInputs: SENSITIVE_INPUTS,
  },
  UpdateCaseStatus: {
    access: 'write',
    arns: CASES,
    essentialMembers: {},
    notFoundErrors: NOT_FOUND,
    isSecret: false,
    takesClientToken: false,
    redactedInputs: [],
  },
  CloseCase: {
    access: 'write',
    arns: CASES,
    essentialMembers: {},
    notFoundErrors: NOT_FOUND,
    isSecret: false,
    takesClientToken: false,
    redactedInputs: [],
  },
  UpdateResolverType: {
    access: 'write',
    arns: CASES,
    essentialMembers: {},
    notFoundErrors: NOT_FOUND,
    isSecret: false,
    takesClientToken: false,
    redactedInputs: [],
  },
});
