// The IAM policies of deploy/iam, made from the operation tables. The ARNs of each action come from AWS's Service Authorization Reference.
import { OPERATIONS } from '../../src/aws/adapters/operations';
import type { AccessKind } from '../../src/domain/principal';
import { sessionName } from '../../src/aws/client/credentials';
import { iamActionOf, SERVICE_NAMES, SERVICES, type ServiceName } from '../../src/domain/services';
import type { GeneratedFile } from './generated-file';

export interface Statement {
  readonly Sid: string;
  readonly Effect: 'Allow';
  readonly Principal?: Readonly<Record<string, string>>;
  readonly Action: readonly string[];
  readonly Resource?: readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export interface Policy {
  readonly Version: '2012-10-17';
  readonly Statement: readonly Statement[];
}

const policy = (...statements: Statement[]): Policy => ({ Version: '2012-10-17', Statement: statements });

/** One statement for all actions on the same resources. */
function allow(service: ServiceName, access: AccessKind): Statement[] {
  const operations = OPERATIONS.filter((each) => each.service === service && each.access === access);
  const kind = access === 'read' ? 'Read' : 'Write';
  return [...new Set(operations.map(({ arns }) => arns.join()))].map((arns) => ({
    Sid: `${kind}${sidOf(arns)}`,
    Effect: 'Allow',
    Action: operations
      .filter((each) => each.arns.join() === arns)
      .map(({ name }) => iamActionOf(service, name)),
    Resource: arns.split(','),
  }));
}

/** ClassificationJobMember of the ARNs of jobs and members. */
function sidOf(arns: string): string {
  if (arns === '*') return 'All';
  const words = Array.from(arns.matchAll(/:([a-z-]+)\/\*/g), ([, type = '']) => type.split('-')).flat();
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

/** The role that WorkMail writes an export with is handed on to it by whoever starts the export. */
const HAND_ON_EXPORT_ROLE: Statement = {
  Sid: 'HandOnExportRole',
  Effect: 'Allow',
  Action: ['iam:PassRole'],
  Resource: ['arn:aws:iam::*:role/mailbox-export'],
  Condition: { StringEquals: { 'iam:PassedToService': 'export.workmail.amazonaws.com' } },
};

/** Of the gateway in the target's account. */
const TARGET_ROLE = 'arn:aws:iam::*:role/secops-graph';
/** What trusts must name: no wildcard is allowed there. */
const GATEWAY_ROLE = 'arn:aws:iam::111122223333:role/secops-graph-gateway';
const SESSIONS = `${sessionName('')}*`;

/** The policies of the scopes, such as macie-read. */
const SCOPE_POLICIES: Readonly<Record<string, Policy>> = Object.fromEntries(
  SERVICE_NAMES.flatMap((service) =>
    (['read', 'write'] as const).map((access) => {
      const extra = service === 'workmail' && access === 'write' ? [HAND_ON_EXPORT_ROLE] : [];
      return [`${SERVICES[service].scopePrefix}-${access}`, policy(...allow(service, access), ...extra)];
    }),
  ),
);

/** By their files in deploy/iam: one per scope, the target role's trust, and what the gateway itself may do. */
export const POLICIES: Readonly<Record<string, Policy>> = {
  ...SCOPE_POLICIES,
  'target-trust': policy(
    {
      Sid: 'AssumedByGateway',
      Effect: 'Allow',
      Principal: { AWS: GATEWAY_ROLE },
      Action: ['sts:AssumeRole'],
      Condition: {
        StringEquals: { 'sts:ExternalId': 'REPLACE-WITH-EXTERNAL-ID' },
        StringLike: { 'sts:RoleSessionName': SESSIONS },
      },
    },
    {
      Sid: 'SourceIdentityIsTheCaller',
      Effect: 'Allow',
      Principal: { AWS: GATEWAY_ROLE },
      Action: ['sts:SetSourceIdentity'],
      Condition: { StringLike: { 'sts:SourceIdentity': SESSIONS } },
    },
  ),
  gateway: policy({
    Sid: 'AssumeTargetRoles',
    Effect: 'Allow',
    Action: ['sts:AssumeRole', 'sts:SetSourceIdentity'],
    Resource: [TARGET_ROLE],
  }),
};

export const IAM_POLICY_FILES: readonly GeneratedFile[] = Object.entries(POLICIES).map(([name, policy]) => ({
  path: `deploy/iam/${name}.json`,
  render: () => `${JSON.stringify(policy, null, 2)}\n`,
}));
