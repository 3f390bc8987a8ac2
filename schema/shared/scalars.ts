/** Scalars of AWS ids. They validate ids from clients, because ids become parts of request paths, and accept every id from AWS. */
import type { GraphQLScalarType } from 'graphql';
import { AWS_ID_PATTERNS } from '../../src/domain/resources';
import { inputScalar } from './input-scalar';

export const AwsAccountId = idScalar(
  'AwsAccountId',
  AWS_ID_PATTERNS.accountId,
  'The id of an AWS account: twelve digits.',
);

export const ClassificationJobId = idScalar(
  'ClassificationJobId',
  AWS_ID_PATTERNS.classificationJobId,
  'The id of a Macie classification job: letters, digits and hyphens.',
);

export const WorkMailOrganizationId = idScalar(
  'WorkMailOrganizationId',
  AWS_ID_PATTERNS.organizationId,
  'The id of a WorkMail organization: m- followed by 32 hexadecimal digits.',
);

export const MailboxExportJobId = idScalar(
  'MailboxExportJobId',
  AWS_ID_PATTERNS.mailboxExportJobId,
  'The id of a WorkMail mailbox export job: letters, digits and hyphens.',
);

export const SecurityCaseId = idScalar(
  'SecurityCaseId',
  AWS_ID_PATTERNS.caseId,
  'The id of a Security Incident Response case: 10 to 32 digits.',
);

function idScalar(name: string, pattern: RegExp, description: string): GraphQLScalarType<string, string> {
  return inputScalar<string>({
    name,
    description,
    serialize: String,
    form: description,
    parse: (text) => (pattern.test(text) ? text : undefined),
  });
}
