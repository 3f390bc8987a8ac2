/** Memberships of the service, their response team and their accounts. */
import type {
  AwsRegion,
  CommunicationType,
  CustomerType,
  MembershipAccountRelationshipStatus,
  MembershipAccountRelationshipType,
  MembershipStatus,
  OptInFeatureName,
} from './enums';

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
  /** Email address, 6 to 254 characters. Sensitive. */
  email: string | undefined;
  /** The events about which the service notifies this person. */
  communicationPreferences?: CommunicationType[] | undefined;
}

/** A feature that a membership enables or disables. */
export interface OptInFeature {
  /** The feature. */
  featureName: OptInFeatureName | undefined;
  /** True if the feature is enabled. */
  isEnabled: boolean | undefined;
}

/** The accounts of the organization that a membership covers. */
export interface MembershipAccountsConfigurations {
  /** True if the membership covers every account of the organization. */
  coverEntireOrganization?: boolean | undefined;
  /** Ids of the covered organizational units. */
  organizationalUnits?: string[] | undefined;
}

/** A change to the accounts that a membership covers. */
export interface MembershipAccountsConfigurationsUpdate {
  /** True if the membership covers every account of the organization. */
  coverEntireOrganization?: boolean | undefined;
  /** 1 to 5 ids of organizational units. */
  organizationalUnitsToAdd?: string[] | undefined;
  /** 1 to 5 ids of organizational units. */
  organizationalUnitsToRemove?: string[] | undefined;
}

/** The relationship of one account to a membership. */
export interface GetMembershipAccountDetailItem {
  /** 12-digit account id. */
  accountId?: string | undefined;
  /** The relationship of the account to the membership. */
  relationshipStatus?: MembershipAccountRelationshipStatus | undefined;
  /** The origin of the relationship. */
  relationshipType?: MembershipAccountRelationshipType | undefined;
}

/** The error for one account that the service could not look up. */
export interface GetMembershipAccountDetailError {
  /** 12-digit account id. */
  accountId: string | undefined;
  /** The error code. */
  error: string | undefined;
  /** The error message. */
  message: string | undefined;
}

/** Input of CreateMembership. */
export interface CreateMembershipRequest {
  /** Name, 3 to 50 characters. Sensitive. */
  membershipName: string | undefined;
  /** The response team, 2 to 10 people. */
  incidentResponseTeam: IncidentResponder[] | undefined;
  /** Idempotency token, 1 to 255 characters. Default: a new UUID per `send`. */
  clientToken?: string | undefined;
  /** 1 or 2 features. */
  optInFeatures?: OptInFeature[] | undefined;
  /** At most 200; keys of 1 to 128, values of 0 to 256 characters. */
  tags?: Record<string, string> | undefined;
  /** True if the membership covers every account of the organization. */
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
  /** Time of activation. */
  membershipActivationTimestamp?: Date | undefined;
  /** Time of deactivation. */
  membershipDeactivationTimestamp?: Date | undefined;
  /** The kind of customer: one account or an organization. */
  customerType?: CustomerType | undefined;
  /** Number of covered accounts. */
  numberOfAccountsCovered?: number | undefined;
  /** The response team, 2 to 10 people. */
  incidentResponseTeam?: IncidentResponder[] | undefined;
  /** 1 or 2 features. */
  optInFeatures?: OptInFeature[] | undefined;
  /** The covered accounts. */
  membershipAccountsConfigurations?: MembershipAccountsConfigurations | undefined;
}

/** Input of ListMemberships. */
export interface ListMembershipsRequest {
  /** The token of the previous page. Omit it for the first page. */
  nextToken?: string | undefined;
  /** Page size, 1 to 25. */
  maxResults?: number | undefined;
}

/** Output of ListMemberships. */
export interface ListMembershipsResponse {
  /** The token for the next page. Absent on the last page. */
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
  /** The response team, 2 to 10 people. */
  incidentResponseTeam?: IncidentResponder[] | undefined;
  /** 1 or 2 features. */
  optInFeatures?: OptInFeature[] | undefined;
  /** The change of the covered accounts. */
  membershipAccountsConfigurationsUpdate?: MembershipAccountsConfigurationsUpdate | undefined;
  /** `true` reverts the cancellation of a membership. AWS rejects `false`. */
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
  /** The relationships of the accounts to the membership. */
  items?: GetMembershipAccountDetailItem[] | undefined;
  /** The accounts that the service could not look up. */
  errors?: GetMembershipAccountDetailError[] | undefined;
}
