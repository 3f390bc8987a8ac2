// The IAM policies in deploy/iam, made from the register of AWS operations. What each action's resources are is written down from AWS's Service Authorization Reference.
import { READ_OPERATIONS, WRITE_OPERATIONS } from '../../src/aws/operations';
import { sessionName } from '../../src/aws/client/credentials';
import type { ServiceName } from '../../src/domain/services';

type Reads = typeof READ_OPERATIONS;
type Writes = typeof WRITE_OPERATIONS;

const ANY = ['*'] as const;
const JOB = ['arn:aws:macie2:*:*:classification-job/*'] as const;
const MEMBER = ['arn:aws:macie2:*:*:member/*'] as const;
const ORGANIZATION = ['arn:aws:workmail:*:*:organization/*'] as const;
const CASE = ['arn:aws:security-ir:*:*:case/*'] as const;

type Resources = readonly string[];

/** `*` where the action has no resource types, or where that is not known. */
const RESOURCES = {
  macie2: {
    CreateClassificationJob: JOB,
    CreateMember: MEMBER,
    DeleteMember: MEMBER,
    DescribeClassificationJob: JOB,
    DisassociateMember: MEMBER,
    GetMember: MEMBER,
    ListClassificationJobs: ANY,
    ListMembers: ANY,
    ListTagsForResource: [...JOB, ...MEMBER],
    TagResource: [...JOB, ...MEMBER],
    UntagResource: [...JOB, ...MEMBER],
    UpdateClassificationJob: JOB,
    UpdateMemberSession: ANY,
  },
  workmail: {
    CancelMailboxExportJob: ORGANIZATION,
    DescribeEntity: ANY,
    DescribeMailboxExportJob: ORGANIZATION,
    DescribeOrganization: ORGANIZATION,
    DescribeUser: ORGANIZATION,
    ListMailboxExportJobs: ORGANIZATION,
    ListOrganizations: ANY,
    StartMailboxExportJob: ORGANIZATION,
  },
  'security-ir': {
    CloseCase: CASE,
    CreateCase: CASE,
    CreateCaseComment: CASE,
    GetCase: CASE,
    GetCaseAttachmentDownloadUrl: CASE,
    GetCaseAttachmentUploadUrl: CASE,
    ListCaseEdits: CASE,
    ListCases: ANY,
    ListComments: CASE,
    ListInvestigations: CASE,
    ListTagsForResource: CASE,
    SendFeedback: CASE,
    TagResource: CASE,
    UntagResource: CASE,
    UpdateCase: CASE,
    UpdateCaseComment: CASE,
    UpdateCaseStatus: CASE,
    UpdateResolverType: CASE,
  },
} as const satisfies {
  [S in ServiceName]: Readonly<Record<Reads[S][number] | Writes[S][number], Resources>>;
};

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
function allow(service: ServiceName, kind: 'Read' | 'Write', operations: readonly string[]): Statement[] {
  const resources: Readonly<Record<string, Resources>> = RESOURCES[service];
  const resourcesOf = (operation: string) => (resources[operation] ?? []).join();
  return [...new Set(operations.map(resourcesOf))].map((arns) => ({
    Sid: `${kind}${sidOf(arns)}`,
    Effect: 'Allow',
    Action: operations.filter((name) => resourcesOf(name) === arns).map((name) => `${service}:${name}`),
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

/** By their files in deploy/iam: one per scope, the target role's trust, and what the gateway itself may do. */
export const POLICIES: Readonly<Record<string, Policy>> = {
  'macie-read': policy(...allow('macie2', 'Read', READ_OPERATIONS.macie2)),
  'macie-write': policy(...allow('macie2', 'Write', WRITE_OPERATIONS.macie2)),
  'workmail-read': policy(...allow('workmail', 'Read', READ_OPERATIONS.workmail)),
  'workmail-write': policy(...allow('workmail', 'Write', WRITE_OPERATIONS.workmail), HAND_ON_EXPORT_ROLE),
  'security-ir-read': policy(...allow('security-ir', 'Read', READ_OPERATIONS['security-ir'])),
  'security-ir-write': policy(...allow('security-ir', 'Write', WRITE_OPERATIONS['security-ir'])),
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
