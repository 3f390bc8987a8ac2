/** The operations of Macie on member accounts. */
import { operationsOf, type ErrorRule } from '../client/operation';

const MEMBERS = ['arn:aws:macie2:*:*:member/*'];
const NOT_FOUND = ['ResourceNotFoundException'];
/** Macie rejects the id of an account that is not a member with a 404, or with a 400 that only its text identifies. */
const NOT_A_MEMBER: readonly ErrorRule[] = [
  ...NOT_FOUND,
  {
    name: 'ValidationException',
    message: /is not an associated member of|account is not associated with your account/i,
  },
];

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
    notFoundErrors: NOT_A_MEMBER,
    rejectedTokenErrors: [],
    rowsMember: undefined,
    isSecret: false,
  },
  CreateMember: {
    access: 'write',
    arns: MEMBERS,
    essentialMembers: {},
    notFoundErrors: NOT_FOUND,
    isSecret: false,
    takesClientToken: false,
    redactedInputs: ['value'],
  },
  UpdateMemberSession: {
    access: 'write',
    arns: ['*'],
    essentialMembers: {},
    notFoundErrors: NOT_A_MEMBER,
    isSecret: false,
    takesClientToken: false,
    redactedInputs: [],
  },
  DisassociateMember: {
    access: 'write',
    arns: MEMBERS,
    essentialMembers: {},
    notFoundErrors: NOT_A_MEMBER,
    isSecret: false,
    takesClientToken: false,
    redactedInputs: [],
  },
  DeleteMember: {
    access: 'write',
    arns: MEMBERS,
    essentialMembers: {},
    notFoundErrors: NOT_A_MEMBER,
    isSecret: false,
    takesClientToken: false,
    redactedInputs: [],
  },
});
