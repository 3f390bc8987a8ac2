/** The operations of Macie on classification jobs. */
import { operationsOf } from '../client/operation';

const JOBS = ['arn:aws:macie2:*:*:classification-job/*'];
const NOT_FOUND = ['ResourceNotFoundException'];

export const CLASSIFICATION_JOB_OPERATIONS = operationsOf('macie2', {
  ListClassificationJobs: {
    access: 'read',
    arns: ['*'],
    essentialMembers: { JobSummary: 'jobId' },
    notFoundErrors: NOT_FOUND,
    rejectedTokenErrors: ['ValidationException'],
    rowsMember: 'items',
    isSecret: false,
  },
  DescribeClassificationJob: {
    access: 'read',
    arns: JOBS,
    essentialMembers: { DescribeClassificationJobResponse: 'jobStatus' },
    notFoundErrors: NOT_FOUND,
    rejectedTokenErrors: [],
    rowsMember: undefined,
    isSecret: false,
  },
  CreateClassificationJob: {
    access: 'write',
    arns: JOBS,
    essentialMembers: { CreateClassificationJobResponse: 'jobId' },
    notFoundErrors: NOT_FOUND,
    isSecret: false,
    takesClientToken: true,
    redactedInputs: ['description', 'value'],
  },
  UpdateClassificationJob: {
    access: 'write',
    arns: JOBS,
    essentialMembers: {},
    notFoundErrors: NOT_FOUND,
    isSecret: false,
    takesClientToken: false,
    redactedInputs: [],
  },
});
