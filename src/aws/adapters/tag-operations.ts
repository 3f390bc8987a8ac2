/** The operations on tags, which have the same names in Macie and in Security Incident Response. */
import { operationsOf, type ReadFacts, type WriteFacts } from '../client/operation';

const NOT_FOUND = ['ResourceNotFoundException'];

const factsOf = (arns: readonly string[]) => {
  const read: ReadFacts = {
    access: 'read',
    arns,
    essentialMembers: {},
    notFoundErrors: NOT_FOUND,
    rejectedTokenErrors: [],
    rowsMember: undefined,
    isSecret: false,
  };
  const write: WriteFacts = {
    access: 'write',
    arns,
    essentialMembers: {},
    notFoundErrors: NOT_FOUND,
    isSecret: false,
    takesClientToken: false,
    redactedInputs: ['value'],
  };
  return { ListTagsForResource: read, TagResource: write, UntagResource: write };
};

export const MACIE_TAG_OPERATIONS = operationsOf(
  'macie2',
  factsOf(['arn:aws:macie2:*:*:classification-job/*', 'arn:aws:macie2:*:*:member/*']),
);

export const SECURITY_IR_TAG_OPERATIONS = operationsOf(
  'security-ir',
  factsOf(['arn:aws:security-ir:*:*:case/*']),
);
