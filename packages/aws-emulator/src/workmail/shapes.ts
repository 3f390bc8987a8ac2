/** Output structures of WorkMail: exactly the members of the service model. */
import { SECOND } from '../kernel/clock';
import type { Output } from '../kernel/operation';
import { estimatedProgress } from './progress';
import type { MailboxExportJob, Organization, Resource, User } from './state';

/** MailboxExportJob, an item of ListMailboxExportJobs. */
export function exportJobSummary(job: MailboxExportJob, now: number): Output {
  return {
    JobId: job.jobId,
    EntityId: job.entityId,
    Description: job.description,
    S3BucketName: job.s3BucketName,
    S3Path: job.s3Path,
    EstimatedProgress: estimatedProgress(job, now),
    State: job.state,
    StartTime: epoch(job.startTime),
    EndTime: epochIfAny(job.endTime),
  };
}

/** The output of DescribeMailboxExportJob. It has no JobId. */
export function exportJobDescription(job: MailboxExportJob, now: number): Output {
  return {
    EntityId: job.entityId,
    Description: job.description,
    RoleArn: job.roleArn,
    KmsKeyArn: job.kmsKeyArn,
    S3BucketName: job.s3BucketName,
    S3Prefix: job.s3Prefix,
    S3Path: job.s3Path,
    EstimatedProgress: estimatedProgress(job, now),
    State: job.state,
    ErrorInfo: job.errorInfo,
    StartTime: epoch(job.startTime),
    EndTime: epochIfAny(job.endTime),
  };
}

/** OrganizationSummary, an item of ListOrganizations. */
export function organizationSummary(organization: Organization): Output {
  return {
    OrganizationId: organization.organizationId,
    Alias: organization.alias,
    DefaultMailDomain: organization.defaultMailDomain,
    ErrorMessage: organization.errorMessage,
    State: organization.state,
  };
}

/** The output of DescribeOrganization. */
export function organizationDescription(organization: Organization): Output {
  return {
    OrganizationId: organization.organizationId,
    Alias: organization.alias,
    State: organization.state,
    DirectoryId: organization.directoryId,
    DirectoryType: organization.directoryType,
    DefaultMailDomain: organization.defaultMailDomain,
    CompletedDate: epochIfAny(organization.completedDate),
    ErrorMessage: organization.errorMessage,
    ARN: organization.arn,
    InteroperabilityEnabled: organization.interoperabilityEnabled,
  };
}

/** The output of DescribeUser. */
export function userDescription(user: User): Output {
  return {
    UserId: user.userId,
    Name: user.name,
    Email: user.email,
    DisplayName: user.displayName,
    State: user.state,
    UserRole: user.userRole,
    EnabledDate: epochIfAny(user.enabledDate),
    DisabledDate: epochIfAny(user.disabledDate),
    MailboxProvisionedDate: epochIfAny(user.mailboxProvisionedDate),
    MailboxDeprovisionedDate: epochIfAny(user.mailboxDeprovisionedDate),
    FirstName: user.firstName,
    LastName: user.lastName,
    HiddenFromGlobalAddressList: user.hiddenFromGlobalAddressList,
    Initials: user.initials,
    Telephone: user.telephone,
    Street: user.street,
    JobTitle: user.jobTitle,
    City: user.city,
    Company: user.company,
    ZipCode: user.zipCode,
    Department: user.department,
    Country: user.country,
    Office: user.office,
    IdentityProviderUserId: user.identityProviderUserId,
    IdentityProviderIdentityStoreId: user.identityProviderIdentityStoreId,
  };
}

/** The output of DescribeEntity. */
export function entityDescription(entity: User | Resource): Output {
  return {
    EntityId: entityId(entity),
    Name: entity.name,
    Type: 'userId' in entity ? 'USER' : 'RESOURCE',
  };
}

export function entityId(entity: User | Resource): string {
  return 'userId' in entity ? entity.userId : entity.resourceId;
}

function epoch(time: number): number {
  return time / SECOND;
}

function epochIfAny(time: number | undefined): number | undefined {
  return time === undefined ? undefined : epoch(time);
}
