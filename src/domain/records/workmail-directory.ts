/** Records of WorkMail organizations and users. */
import type { ObjectRefOf } from '../resources';

/** The output of DescribeOrganization. AWS defines no values for `state` and `directoryType`. */
export interface WorkMailOrganizationRecord extends ObjectRefOf<'WorkMailOrganization'> {
  readonly alias: string | undefined;
  readonly awsStatus: string | undefined;
  readonly directoryId: string | undefined;
  readonly directoryType: string | undefined;
  readonly defaultMailDomain: string | undefined;
  readonly completedAt: Date | undefined;
  readonly errorMessage: string | undefined;
  readonly arn: string | undefined;
  readonly migrationAdmin: string | undefined;
  readonly interoperabilityEnabled: boolean | undefined;
}

export type WorkMailUserStatus = 'ENABLED' | 'DISABLED' | 'DELETED' | 'UNRECOGNIZED';

export type WorkMailUserRole = 'USER' | 'RESOURCE' | 'SYSTEM_USER' | 'REMOTE_USER' | 'UNRECOGNIZED';

/** The output of DescribeUser. */
export interface WorkMailUserRecord extends ObjectRefOf<'WorkMailUser'> {
  readonly name: string | undefined;
  readonly email: string | undefined;
  readonly displayName: string | undefined;
  readonly status: WorkMailUserStatus | undefined;
  readonly awsStatus: string | undefined;
  readonly userRole: WorkMailUserRole | undefined;
  readonly awsUserRole: string | undefined;
  readonly enabledAt: Date | undefined;
  readonly disabledAt: Date | undefined;
  readonly mailboxProvisionedAt: Date | undefined;
  readonly mailboxDeprovisionedAt: Date | undefined;
  readonly firstName: string | undefined;
  readonly lastName: string | undefined;
  readonly initials: string | undefined;
  readonly hiddenFromGlobalAddressList: boolean | undefined;
  readonly telephone: string | undefined;
  readonly street: string | undefined;
  readonly zipCode: string | undefined;
  readonly city: string | undefined;
  readonly country: string | undefined;
  readonly company: string | undefined;
  readonly department: string | undefined;
  readonly jobTitle: string | undefined;
  readonly office: string | undefined;
  readonly identityProviderUserId: string | undefined;
  readonly identityProviderIdentityStoreId: string | undefined;
}
