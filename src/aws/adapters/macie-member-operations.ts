/** The operations of Macie on member accounts. */
import { operationsOf } from '../client/operation';

const MEMBERS = ['arn:aws:macie2:*:*:member/*'];
const NOT_FOUND = ['ResourceNotFoundException'];

export const MACIE_MEMBER_OPERATIONS = operationsOf('macie2', {
  ListMembers: {
    access: 'read',
    arns: ['*'],
    essentialMembers: { Member: 'accountId' },
    notFoundErrors: NOT_FOUND,
    rejectedTokenErrors: ['ValidationException'],
    rowsMember: 'members',
    isSecret: false,
  },
  GetMember: {
    access: 'read',
    arns: MEMBERS,
    essentialMembers: { GetMemberResponse: 'relationshipStatus' },
    notFoundErrors: NOT_FOUND,
    rejectedTokenErrors: [],
    rowsMember: undefined,
    isSecret: false,
  },
  CreateMember: {
    access: 'write',
    arns: MEMBERS,
    essentialMembers: {},
    notFoundErrors: NOT_FOUND,
    takesClientToken: false,
    freeTextInputs: ['value'],
  },
  UpdateMemberSession: {
    access: 'write',
    arns: ['*'],
    essentialMembers: {},
    notFoundErrors: NOT_FOUND,
    takesClientToken: false,
    freeTextInputs: [],
  },
  DisassociateMember: {
    access: 'write',
    arns: MEMBERS,
    essentialMembers: {},
    notFoundErrors: NOT_FOUND,
    takesClientToken: false,
    freeTextInputs: [],
  },
  DeleteMember: {
    access: 'write',
    arns: MEMBERS,
    essentialMembers: {},
    notFoundErrors: NOT_FOUND,
    takesClientToken: false,
    freeTextInputs: [],
  },
});
