/** Memberships of the service, their response team and their accounts. */
import type {
  AwsRegion,
  CommunicationType,
  CustomerType,
  MembershipAccountRelationshipStatus,
  MembershipAccountRelationshipType,
  MembershipStatus,
  OptInFeatureName,
} from '../enums';

/** One row of ListMemberships. */
export interface ListMembershipItem {
  /** Id of the membership, `m-` and 10 to 32 characters. */
  membershipId: string | undefined;
  /** 12-digit account id. */
  accountId?: string | undefined;
  /** Region. */
  region?: AwsRegion | undefined;
  /** ARN of the membership. */
  membershipArn?: string | undefined;
  /** Status of the membership. */
  membershipStatus?: MembershipStatus | undefined;
}

/** A member of the incident response team. */
export interface IncidentResponder {
  /** Name, 3 to 50 characters. Sensitive. */
  name: string | undefined;
  /** Job title, 1 to 50 characters. Sensitive. */
  jobTitle: string | undefined;
  /** E-mail address, 6 to 254 characters. Sensitive. */
  email: string | undefined;
  /** What to write to this person about. */
  communicationPreferences?: CommunicationType[] | undefined;
}

/** A feature that a membership switches on or off. */
export interface OptInFeature {
  /** The feature. */
  featureName: OptInFeatureName | undefined;
  /** On or off. */
  isEnabled: boolean | undefined;
}

/** Which accounts of the organization a membership covers. */
export interface MembershipAccountsConfigurations {
  /** Whether every account of the organization is covered. */
  coverEntireOrganization?: boolean | undefined;
  /** Ids of the covered organizational units. */
  organizationalUnits?: string[] | undefined;
}

/** A change to the accounts that a membership covers. */
export interface MembershipAccountsConfigurationsUpdate {
  /** Whether every account of the organization is covered. */
  coverEntireOrganization?: boolean | undefined;
  /** 1 to 5 ids of organizational units. */
  organizationalUnitsToAdd?: string[] | undefined;
  /** 1 to 5 ids of organizational units. */
  organizationalUnitsToRemove?: string[] | undefined;
}

/** How one account relates to a membership. */
export interface GetMembershipAccountDetailItem {
  /** 12-digit account id. */
  accountId?: string | undefined;
  /** Whether the account belongs to the membership. */
  relationshipStatus?: MembershipAccountRelationshipStatus | undefined;
  /** How the account got there. */
  relationshipType?: MembershipAccountRelationshipType | undefined;
}

/** Why one account could not be looked up. */
export interface GetMembershipAccountDetailError {
  /** 12-digit account id. */
  accountId: string | undefined;
  /** Code of the failure. */
  error: string | undefined;
  /** The failure in words. */
  message: string | undefined;
}

/** Input of CreateMembership. */
export interface CreateMembershipRequest {
  /** Name, 3 to 50 characters. Sensitive. */
  membershipName: string | undefined;
  /** 2 to 10 people. */
  incidentResponseTeam: IncidentResponder[] | undefined;
  /** Idempotency token, 1 to 255 characters. A fresh UUID per `send` when absent. */
  clientToken?: string | undefined;
  /** 1 or 2 features. */
  optInFeatures?: OptInFeature[] | undefined;
  /** At most 200; keys of 1 to 128, values of 0 to 256 characters. */
  tags?: Record<string, string> | undefined;
  /** Whether every account of the organization is covered. */
  coverEntireOrganization?: boolean | undefined;
}

/** Output of CreateMembership. */
export interface CreateMembershipResponse {
  /** Id of the membership, `m-` and 10 to 32 characters. */
  membershipId: string | undefined;
}

/** Input of GetMembership. */
export interface GetMembershipRequest {
  /** Id of the membership, `m-` and 10 to 32 characters. */
  membershipId: string | undefined;
}

/** Output of GetMembership. */
export interface GetMembershipResponse {
  /** Id of the membership, `m-` and 10 to 32 characters. */
  membershipId: string | undefined;
  /** 12-digit account id. */
  accountId?: string | undefined;
  /** Region. */
  region?: AwsRegion | undefined;
  /** Name, 3 to 50 characters. Sensitive. */
  membershipName?: string | undefined;
  /** ARN of the membership. */
  membershipArn?: string | undefined;
  /** Status of the membership. */
  membershipStatus?: MembershipStatus | undefined;
  /** When it began. */
  membershipActivationTimestamp?: Date | undefined;
  /** When it ended. */
  membershipDeactivationTimestamp?: Date | undefined;
  /** Whether it stands for one account or an organization. */
  customerType?: CustomerType | undefined;
  /** How many accounts it covers. */
  numberOfAccountsCovered?: number | undefined;
  /** 2 to 10 people. */
  incidentResponseTeam?: IncidentResponder[] | undefined;
  /** 1 or 2 features. */
  optInFeatures?: OptInFeature[] | undefined;
  /** Which accounts are covered. */
  membershipAccountsConfigurations?: MembershipAccountsConfigurations | undefined;
}

/** Input of ListMemberships. */
export interface ListMembershipsRequest {
  /** Where to go on; absent on the first request and after the last page. */
  nextToken?: string | undefined;
  /** Page size, 1 to 25. */
  maxResults?: number | undefined;
}

/** Output of ListMemberships. */
export interface ListMembershipsResponse {
  /** Where to go on; absent on the first request and after the last page. */
  nextToken?: string | undefined;
  /** The rows of this page. */
  items?: ListMembershipItem[] | undefined;
}

/** Input of UpdateMembership. */
export interface UpdateMembershipRequest {
  /** Id of the membership, `m-` and 10 to 32 characters. */
  membershipId: string | undefined;
  /** Name, 3 to 50 characters. Sensitive. */
  membershipName?: string | undefined;
  /** 2 to 10 people. */
  incidentResponseTeam?: IncidentResponder[] | undefined;
  /** 1 or 2 features. */
  optInFeatures?: OptInFeature[] | undefined;
  /** What to change about the covered accounts. */
  membershipAccountsConfigurationsUpdate?: MembershipAccountsConfigurationsUpdate | undefined;
  /** `true` revives a cancelled membership; `false` is refused by AWS. */
  undoMembershipCancellation?: boolean | undefined;
}

/** Output of UpdateMembership: nothing. */
export type UpdateMembershipResponse = object;

/** Input of CancelMembership. */
export interface CancelMembershipRequest {
  /** Id of the membership, `m-` and 10 to 32 characters. */
  membershipId: string | undefined;
}

/** Output of CancelMembership. */
export interface CancelMembershipResponse {
  /** Id of the membership, `m-` and 10 to 32 characters. */
  membershipId: string | undefined;
}

/** Input of BatchGetMemberAccountDetails. */
export interface BatchGetMemberAccountDetailsRequest {
  /** Id of the membership, `m-` and 10 to 32 characters. */
  membershipId: string | undefined;
  /** 1 to 100 account ids of 12 digits. */
  accountIds: string[] | undefined;
}

/** Output of BatchGetMemberAccountDetails. */
export interface BatchGetMemberAccountDetailsResponse {
  /** How the accounts that were found relate to the membership. */
  items?: GetMembershipAccountDetailItem[] | undefined;
  /** The accounts that could not be looked up. */
  errors?: GetMembershipAccountDetailError[] | undefined;
}
