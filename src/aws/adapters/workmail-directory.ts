/** The adapter of WorkMail organizations and users: DescribeOrganization, DescribeUser, DescribeEntity. */
import {
  DescribeEntityCommand,
  DescribeOrganizationCommand,
  DescribeUserCommand,
  type DescribeOrganizationResponse,
  type DescribeUserResponse,
  type EntityState,
  type UserRole,
} from '@aws-sdk/client-workmail';
import type {
  WorkMailUserStatus,
  WorkMailOrganizationRecord,
  WorkMailUserRecord,
  WorkMailUserRole,
} from '../../domain/records/workmail-directory';
import { readable } from '../../domain/records/unreadable';
import type { CallContext } from '../client/call-context';
import type { AwsClients } from '../client/clients';
import { WORKMAIL_DIRECTORY_OPERATIONS as OPERATIONS } from './workmail-directory-operations';
import { enumMap } from './enum-map';
import { orUndefined } from './not-found';
import { inOrganization } from './organization-state';
import { unreadableFields } from './unreadable-fields';

/** The fields by members of DescribeOrganizationResponse. */
const ORGANIZATION_FIELDS = { ARN: 'arn', State: 'awsStatus', CompletedDate: 'completedAt' };

/** The fields by members of DescribeUserResponse. */
const USER_FIELDS = {
  State: ['status', 'awsStatus'],
  UserRole: ['userRole', 'awsUserRole'],
  EnabledDate: 'enabledAt',
  DisabledDate: 'disabledAt',
  MailboxProvisionedDate: 'mailboxProvisionedAt',
  MailboxDeprovisionedDate: 'mailboxDeprovisionedAt',
};

const statuses = enumMap({
  ENABLED: 'ENABLED',
  DISABLED: 'DISABLED',
  DELETED: 'DELETED',
} as const satisfies Record<EntityState, WorkMailUserStatus>);

const roles = enumMap({
  USER: 'USER',
  RESOURCE: 'RESOURCE',
  SYSTEM_USER: 'SYSTEM_USER',
  REMOTE_USER: 'REMOTE_USER',
} as const satisfies Record<UserRole, WorkMailUserRole>);

export interface OrganizationRef {
  readonly target: string;
  readonly organizationId: string;
}

export class WorkMailDirectoryAdapter {
  constructor(private readonly clients: AwsClients) {}

  /** DescribeOrganization; undefined when the organization does not exist. */
  async organization(
    { target, organizationId }: OrganizationRef,
    call: CallContext,
  ): Promise<WorkMailOrganizationRecord | undefined> {
    const input = { OrganizationId: organizationId };
    const output = await orUndefined(
      this.clients
        .port('workmail', target)
        .read(OPERATIONS.DescribeOrganization, new DescribeOrganizationCommand(input), call),
    );
    return output && toOrganization(target, organizationId, output);
  }

  /** DescribeUser; undefined when the organization has no such user. */
  async user(
    { target, organizationId }: OrganizationRef,
    userId: string,
    call: CallContext,
  ): Promise<WorkMailUserRecord | undefined> {
    const input = { OrganizationId: organizationId, UserId: userId };
    const response = this.clients
      .port('workmail', target)
      .read(OPERATIONS.DescribeUser, new DescribeUserCommand(input), call);
    const output = await orUndefined(inOrganization({ organizationId }, response));
    return output && toUser({ target, organizationId }, userId, output);
  }

  /** DescribeEntity: the id of the user, resource or group with this address; undefined when the organization has none. */
  async entityId(
    { target, organizationId }: OrganizationRef,
    email: string,
    call: CallContext,
  ): Promise<string | undefined> {
    const input = { OrganizationId: organizationId, Email: email };
    const response = this.clients
      .port('workmail', target)
      .read(OPERATIONS.DescribeEntity, new DescribeEntityCommand(input), call);
    const output = await orUndefined(inOrganization({ organizationId }, response));
    return output && readable(output, 'EntityId');
  }
}

function toOrganization(
  target: string,
  organizationId: string,
  organization: DescribeOrganizationResponse,
): WorkMailOrganizationRecord {
  return {
    kind: 'WorkMailOrganization',
    target,
    organizationId,
    alias: organization.Alias,
    awsStatus: organization.State,
    directoryId: organization.DirectoryId,
    directoryType: organization.DirectoryType,
    defaultMailDomain: organization.DefaultMailDomain,
    completedAt: organization.CompletedDate,
    errorMessage: organization.ErrorMessage,
    arn: organization.ARN,
    migrationAdmin: organization.MigrationAdmin,
    interoperabilityEnabled: organization.InteroperabilityEnabled,
    ...unreadableFields(ORGANIZATION_FIELDS, organization),
  };
}

function toUser(
  { target, organizationId }: OrganizationRef,
  userId: string,
  user: DescribeUserResponse,
): WorkMailUserRecord {
  return {
    kind: 'WorkMailUser',
    target,
    organizationId,
    userId: user.UserId ?? userId,
    name: user.Name,
    email: user.Email,
    displayName: user.DisplayName,
    status: statuses.fromAws(user.State),
    awsStatus: user.State,
    userRole: roles.fromAws(user.UserRole),
    awsUserRole: user.UserRole,
    enabledAt: user.EnabledDate,
    disabledAt: user.DisabledDate,
    mailboxProvisionedAt: user.MailboxProvisionedDate,
    mailboxDeprovisionedAt: user.MailboxDeprovisionedDate,
    firstName: user.FirstName,
    lastName: user.LastName,
    initials: user.Initials,
    hiddenFromGlobalAddressList: user.HiddenFromGlobalAddressList,
    telephone: user.Telephone,
    street: user.Street,
    zipCode: user.ZipCode,
    city: user.City,
    country: user.Country,
    company: user.Company,
    department: user.Department,
    jobTitle: user.JobTitle,
    office: user.Office,
    identityProviderUserId: user.IdentityProviderUserId,
    identityProviderIdentityStoreId: user.IdentityProviderIdentityStoreId,
    ...unreadableFields(USER_FIELDS, user),
  };
}
