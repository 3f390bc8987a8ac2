/** The AWS services behind the graph. Scopes, the enum AwsService and the names in messages are derived from this table. */

interface ServiceFacts {
  /** The value of the enum AwsService. */
  readonly graphqlName: string;
  /** The name in messages. */
  readonly title: string;
  /** The description of the enum value. */
  readonly description: string;
  /** The part of its scopes before the colon. */
  readonly scopePrefix: string;
}

/** By the service's id, which is its signing name and the prefix of its IAM actions. */
export const SERVICES = {
  macie2: {
    graphqlName: 'MACIE',
    title: 'Macie',
    description: 'Amazon Macie: classification jobs and members.',
    scopePrefix: 'macie',
  },
  workmail: {
    graphqlName: 'WORKMAIL',
    title: 'WorkMail',
    description: 'Amazon WorkMail: mailbox export jobs.',
    scopePrefix: 'workmail',
  },
  'security-ir': {
    graphqlName: 'SECURITY_INCIDENT_RESPONSE',
    title: 'Security Incident Response',
    description: 'AWS Security Incident Response: cases.',
    scopePrefix: 'security-ir',
  },
} as const satisfies Record<string, ServiceFacts>;

export type ServiceName = keyof typeof SERVICES;

export const SERVICE_NAMES = Object.keys(SERVICES) as [ServiceName, ...ServiceName[]];

/** The IAM action of an operation, such as macie2:GetMember. */
export function iamActionOf(service: ServiceName, operation: string): string {
  return `${service}:${operation}`;
}
