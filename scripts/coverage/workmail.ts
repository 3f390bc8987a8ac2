// The places of WorkMail's members in the schema.
import {
  ANSWER_TOKEN,
  nowhere,
  PAGE_SIZE,
  renamedIn,
  REQUEST_TOKEN,
  type MemberPlaces,
  type ServicePlaces,
} from './places';

/** WorkMail's members begin with capitals. */
function lowered(type: string, ...members: readonly string[]): MemberPlaces {
  return Object.fromEntries(
    members.map((member) => [member, [`${type}.${member.charAt(0).toLowerCase()}${member.slice(1)}`]]),
  );
}

const ORGANIZATION_ID = ['MailboxExportJob.organizationId', 'WorkMailOrganization.organizationId'];

const JOB = {
  ...lowered('MailboxExportJob', 'EntityId', 'Description', 'S3BucketName', 'S3Path', 'EstimatedProgress'),
  ...renamedIn('MailboxExportJob', { StartTime: 'startedAt', EndTime: 'endedAt' }),
  State: ['MailboxExportJob.status', 'MailboxExportJob.awsStatus'],
};

export const WORKMAIL: ServicePlaces = {
  operations: {
    ListOrganizations: {
      input: { NextToken: nowhere('Followed by the gateway.'), MaxResults: PAGE_SIZE },
      output: {
        OrganizationSummaries: ['MailboxExportJob.organization'],
        NextToken: nowhere('Followed by the gateway.'),
      },
    },
    DescribeOrganization: {
      input: { OrganizationId: ORGANIZATION_ID },
      output: {
        ...lowered('WorkMailOrganization', 'OrganizationId', 'Alias', 'DirectoryId', 'DirectoryType'),
        ...lowered('WorkMailOrganization', 'DefaultMailDomain', 'ErrorMessage'),
        ...renamedIn('WorkMailOrganization', { CompletedDate: 'completedAt' }),
        ...lowered('WorkMailOrganization', 'MigrationAdmin', 'InteroperabilityEnabled'),
        ARN: ['WorkMailOrganization.arn'],
        State: ['WorkMailOrganization.awsStatus'],
      },
    },
    DescribeUser: {
      input: { OrganizationId: ORGANIZATION_ID, UserId: ['MailboxExportJob.entityId'] },
      output: {
        ...lowered('WorkMailUser', 'UserId', 'Name', 'Email', 'DisplayName', 'FirstName', 'LastName'),
        ...renamedIn('WorkMailUser', {
          EnabledDate: 'enabledAt',
          DisabledDate: 'disabledAt',
          MailboxProvisionedDate: 'mailboxProvisionedAt',
        }),
        ...lowered('WorkMailUser', 'HiddenFromGlobalAddressList', 'Initials'),
        ...renamedIn('WorkMailUser', { MailboxDeprovisionedDate: 'mailboxDeprovisionedAt' }),
        ...lowered('WorkMailUser', 'Telephone', 'Street', 'JobTitle', 'City', 'Company', 'ZipCode'),
        ...lowered('WorkMailUser', 'Department', 'Country', 'Office', 'IdentityProviderUserId'),
        ...lowered('WorkMailUser', 'IdentityProviderIdentityStoreId'),
        State: ['WorkMailUser.status', 'WorkMailUser.awsStatus'],
        UserRole: ['WorkMailUser.userRole', 'WorkMailUser.awsUserRole'],
      },
    },
    DescribeEntity: {
      input: { OrganizationId: ORGANIZATION_ID, Email: ['MailboxExportJobFilter.ownerEmail'] },
      output: {
        EntityId: ['MailboxExportJob.entityId'],
        Name: nowhere('The filter needs the id alone; `owner` has the name.'),
        Type: nowhere('The filter needs the id alone.'),
      },
    },
    ListMailboxExportJobs: {
      input: {
        OrganizationId: ['Query.mailboxExportJobs(organizationId:)'],
        NextToken: REQUEST_TOKEN,
        MaxResults: PAGE_SIZE,
      },
      output: { Jobs: ['MailboxExportJobConnection.nodes'], NextToken: ANSWER_TOKEN },
    },
    DescribeMailboxExportJob: {
      input: {
        JobId: ['Query.mailboxExportJob(jobId:)'],
        OrganizationId: ['Query.mailboxExportJob(organizationId:)'],
      },
      output: {
        ...JOB,
        ...lowered('MailboxExportJob', 'RoleArn', 'KmsKeyArn', 'S3Prefix', 'ErrorInfo'),
      },
    },
    StartMailboxExportJob: {
      input: {
        ...lowered('StartMailboxExportJobInput', 'OrganizationId', 'EntityId', 'Description', 'RoleArn'),
        ...lowered('StartMailboxExportJobInput', 'KmsKeyArn', 'S3BucketName', 'S3Prefix'),
        ClientToken: ['StartMailboxExportJobInput.idempotencyKey'],
      },
      output: { JobId: ['StartMailboxExportJobPayload.mailboxExportJob', 'MailboxExportJob.jobId'] },
    },
    CancelMailboxExportJob: {
      input: {
        ClientToken: ['CancelMailboxExportJobInput.idempotencyKey'],
        JobId: ['CancelMailboxExportJobInput.id'],
        OrganizationId: ['CancelMailboxExportJobInput.id'],
      },
      output: {},
    },
  },
  structures: {
    MailboxExportJob: { ...JOB, JobId: ['MailboxExportJob.jobId'] },
    OrganizationSummary: {
      ...lowered('WorkMailOrganization', 'OrganizationId', 'Alias', 'DefaultMailDomain', 'ErrorMessage'),
      State: ['WorkMailOrganization.awsStatus'],
    },
  },
};
