/** Records of WorkMail organizations and users. */

/** The output of DescribeOrganization. AWS defines no values for `state` and `directoryType`. */
export interface WorkMailOrganizationRecord {
  readonly target: string;
  readonly organizationId: string;
  readonly alias: string | undefined;
  readonly state: string | undefined;
  readonly directoryId: string | undefined;
  readonly directoryType: string | undefined;
  readonly defaultMailDomain: string | undefined;
  readonly completedDate: Date | undefined;
  readonly errorMessage: string | undefined;
  readonly arn: string | undefined;
  readonly migrationAdmin: string | undefined;
  readonly interoperabilityEnabled: boolean | undefined;
}

export type WorkMailEntityState = 'ENABLED' | 'DISABLED' | 'DELETED' | 'UNRECOGNIZED';

export type WorkMailUserRole = 'USER' | 'RESOURCE' | 'SYSTEM_USER' | 'REMOTE_USER' | 'UNRECOGNIZED';

/** The output of DescribeUser. */
export interface WorkMailUserRecord {
  readonly userId: string;
  readonly name: string | undefined;
  readonly email: string | undefined;
  readonly displayName: string | undefined;
  readonly state: WorkMailEntityState | undefined;
  readonly awsState: string | undefined;
  readonly userRole: WorkMailUserRole | undefined;
  readonly enabledDate: Date | undefined;
  readonly disabledDate: Date | undefined;
  readonly mailboxProvisionedDate: Date | undefined;
  readonly mailboxDeprovisionedDate: Date | undefined;
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
