/** Texts and values of seeded cases. */

export interface Story {
  readonly title: string;
  readonly description: string;
  readonly services: readonly string[];
}

export const STORIES: readonly [Story, ...Story[]] = [
  {
    title: 'Suspected credential exfiltration from CI role',
    description:
      'GuardDuty reported use of the CI role from an address outside of our build network, followed by GetSecretValue calls.',
    services: ['AWS IAM', 'AWS Secrets Manager', 'AWS CodeBuild'],
  },
  {
    title: 'Unusual cross-account AssumeRole activity',
    description:
      'A role that only the billing pipeline assumes was assumed from two member accounts at night.',
    services: ['AWS STS', 'AWS IAM'],
  },
  {
    title: 'Public exposure of customer upload bucket',
    description: 'A bucket policy change made objects readable by anyone for about forty minutes.',
    services: ['Amazon S3', 'Amazon Macie'],
  },
  {
    title: 'Cryptomining on container hosts',
    description: 'Two worker nodes opened connections to a known mining pool and ran at full CPU since then.',
    services: ['Amazon EKS', 'Amazon EC2'],
  },
  {
    title: 'Phishing mail sent from a compromised mailbox',
    description: 'A finance mailbox sent about two hundred messages with a link to a false sign-in page.',
    services: ['Amazon WorkMail', 'Amazon SES'],
  },
  {
    title: 'Ransom note found in an S3 bucket',
    description: 'Objects below a backup prefix were deleted and replaced by a note that asks for payment.',
    services: ['Amazon S3', 'AWS KMS'],
  },
  {
    title: 'Root sign-in without MFA in sandbox account',
    description:
      'CloudTrail shows a root console sign-in from a new country; nobody on the team knows of it.',
    services: ['AWS IAM', 'AWS CloudTrail'],
  },
  {
    title: 'CloudTrail logging stopped in member account',
    description:
      'StopLogging was called on the organization trail by a role that should not have that permission.',
    services: ['AWS CloudTrail', 'AWS Organizations'],
  },
  {
    title: 'Leaked access key in public repository',
    description:
      'A long-lived access key was found in a public repository; it was used before it was deactivated.',
    services: ['AWS IAM'],
  },
  {
    title: 'Lambda function modified outside of deployment',
    description:
      'The code of a payment function was updated from an interactive session, not by the pipeline.',
    services: ['AWS Lambda', 'AWS CloudFormation'],
  },
];

export const WATCHERS = [
  { email: 'soc-oncall@example.com', name: 'SOC on-call', jobTitle: 'Incident responder' },
  { email: 'ciso-office@example.com', name: 'Office of the CISO', jobTitle: 'Security leadership' },
  { email: 'platform-security@example.com', name: 'Platform security', jobTitle: 'Security engineer' },
] as const;

/** Watchers without some of the optional members. */
export const BARE_WATCHERS = [
  { email: 'audit@example.com' },
  { email: 'legal@example.com', name: 'Legal' },
  { email: 'dpo@example.com', jobTitle: 'Data protection officer' },
] as const;

export const REGIONS = ['us-east-1', 'us-west-2', 'eu-west-1', 'eu-central-1', 'ap-southeast-2'] as const;

export const METADATA = [
  { key: 'severity', value: 'high' },
  { key: 'playbook', value: 'credential-compromise' },
] as const;

export const TEAMS = ['incident-response', 'cloud-security', 'identity'] as const;

export const ENVIRONMENTS = ['production', 'staging', 'sandbox'] as const;

export const COMMENTS = [
  "The access key was deactivated and the role's sessions were revoked.",
  'Please send the CloudTrail events of the last 48 hours for this account.',
  'The host was isolated; a snapshot of its volumes has been taken.',
  'No further calls from these addresses since this morning.',
  'The bucket policy is back to what it was, and public access is blocked.',
  'We have informed the owner of the account and wait for an answer.',
  'Timeline updated.\nThe first suspicious call was three hours earlier than we thought.',
] as const;
