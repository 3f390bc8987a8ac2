/** The AWS services behind the graph, under GraphQL names. */
import { registerEnumType } from 'type-graphql';
import { SERVICES_BY_NAME } from '../../src/domain/errors';

export const AwsServiceEnum = SERVICES_BY_NAME;

registerEnumType(AwsServiceEnum, {
  name: 'AwsService',
  description: 'An AWS service that the gateway calls.',
  valuesConfig: {
    MACIE: { description: 'Amazon Macie: classification jobs and members.' },
    WORKMAIL: { description: 'Amazon WorkMail: mailbox export jobs.' },
    SECURITY_INCIDENT_RESPONSE: { description: 'AWS Security Incident Response: cases.' },
  },
});
