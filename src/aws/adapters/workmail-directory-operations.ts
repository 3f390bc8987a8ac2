/** The operations of WorkMail on organizations and their users. */
import { operationsOf } from '../client/operation';

const ORGANIZATIONS = ['arn:aws:workmail:*:*:organization/*'];
/** WorkMail has a separate error for an organization that does not exist. */
const NOT_FOUND = ['EntityNotFoundException', 'OrganizationNotFoundException', 'ResourceNotFoundException'];

export const WORKMAIL_DIRECTORY_OPERATIONS = operationsOf('workmail', {
  DescribeOrganization: {
    access: 'read',
    arns: ORGANIZATIONS,
    essentialMembers: {},
    notFoundErrors: NOT_FOUND,
    rejectedTokenErrors: [],
    rowsMember: undefined,
    isSecret: false,
  },
  DescribeUser: {
    access: 'read',
    arns: ORGANIZATIONS,
    essentialMembers: {},
    notFoundErrors: NOT_FOUND,
    rejectedTokenErrors: [],
    rowsMember: undefined,
    isSecret: false,
  },
  DescribeEntity: {
    access: 'read',
    arns: ['*'],
    essentialMembers: {},
    notFoundErrors: NOT_FOUND,
    rejectedTokenErrors: [],
    rowsMember: undefined,
    isSecret: false,
  },
});
