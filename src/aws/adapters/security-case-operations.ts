/** The operations of Security Incident Response on cases. */
import { operationsOf } from '../client/operation';

const CASES = ['arn:aws:security-ir:*:*:case/*'];
const NOT_FOUND = ['ResourceNotFoundException'];

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
    takesClientToken: true,
    freeTextInputs: ['title', 'description', 'value'],
  },
  UpdateCase: {
    access: 'write',
    arns: CASES,
    essentialMembers: {},
    notFoundErrors: NOT_FOUND,
    takesClientToken: false,
    freeTextInputs: ['title', 'description', 'value'],
  },
  UpdateCaseStatus: {
    access: 'write',
    arns: CASES,
    essentialMembers: {},
    notFoundErrors: NOT_FOUND,
    takesClientToken: false,
    freeTextInputs: [],
  },
  CloseCase: {
    access: 'write',
    arns: CASES,
    essentialMembers: {},
    notFoundErrors: NOT_FOUND,
    takesClientToken: false,
    freeTextInputs: [],
  },
  UpdateResolverType: {
    access: 'write',
    arns: CASES,
    essentialMembers: {},
    notFoundErrors: NOT_FOUND,
    takesClientToken: false,
    freeTextInputs: [],
  },
});
