/** Schemas of models/memberships.ts, and of the operations on them. */
import {
  BOOLEAN,
  NUMBER,
  STRING,
  STRING_MAP,
  TIMESTAMP,
  idempotencyToken,
  label,
  list,
  operation,
  sensitiveString,
  structure,
} from './shapes';

export const ListMembershipItem$ = structure('ListMembershipItem', {
  membershipId: STRING,
  accountId: STRING,
  region: STRING,
  membershipArn: STRING,
  membershipStatus: STRING,
});

export const IncidentResponder$ = structure('IncidentResponder', {
  name: sensitiveString('IncidentResponderName'),
  jobTitle: sensitiveString('JobTitle'),
  email: sensitiveString('EmailAddress'),
  communicationPreferences: list('CommunicationPreferences', STRING),
});

export const OptInFeature$ = structure('OptInFeature', { featureName: STRING, isEnabled: BOOLEAN });

export const MembershipAccountsConfigurations$ = structure('MembershipAccountsConfigurations', {
  coverEntireOrganization: BOOLEAN,
  organizationalUnits: list('OrganizationalUnits', STRING),
});

export const MembershipAccountsConfigurationsUpdate$ = structure('MembershipAccountsConfigurationsUpdate', {
  coverEntireOrganization: BOOLEAN,
  organizationalUnitsToAdd: list(
    'MembershipAccountsConfigurationsUpdateOrganizationalUnitsToAddList',
    STRING,
  ),
  organizationalUnitsToRemove: list(
    'MembershipAccountsConfigurationsUpdateOrganizationalUnitsToRemoveList',
    STRING,
  ),
});

export const GetMembershipAccountDetailItem$ = structure('GetMembershipAccountDetailItem', {
  accountId: STRING,
  relationshipStatus: STRING,
  relationshipType: STRING,
});

export const GetMembershipAccountDetailError$ = structure('GetMembershipAccountDetailError', {
  accountId: STRING,
  error: STRING,
  message: STRING,
});

export const CreateMembershipRequest$ = structure('CreateMembershipRequest', {
  membershipName: sensitiveString('MembershipName'),
  incidentResponseTeam: list('IncidentResponseTeam', IncidentResponder$),
  clientToken: idempotencyToken,
  optInFeatures: list('OptInFeatures', OptInFeature$),
  tags: STRING_MAP,
  coverEntireOrganization: BOOLEAN,
});

export const CreateMembershipResponse$ = structure('CreateMembershipResponse', { membershipId: STRING });

export const GetMembershipRequest$ = structure('GetMembershipRequest', { membershipId: label });

export const GetMembershipResponse$ = structure('GetMembershipResponse', {
  membershipId: STRING,
  accountId: STRING,
  region: STRING,
  membershipName: sensitiveString('MembershipName'),
  membershipArn: STRING,
  membershipStatus: STRING,
  membershipActivationTimestamp: TIMESTAMP,
  membershipDeactivationTimestamp: TIMESTAMP,
  customerType: STRING,
  numberOfAccountsCovered: NUMBER,
  incidentResponseTeam: list('IncidentResponseTeam', IncidentResponder$),
  optInFeatures: list('OptInFeatures', OptInFeature$),
  membershipAccountsConfigurations: MembershipAccountsConfigurations$,
});

export const ListMembershipsRequest$ = structure('ListMembershipsRequest', {
  nextToken: STRING,
  maxResults: NUMBER,
});

export const ListMembershipsResponse$ = structure('ListMembershipsResponse', {
  nextToken: STRING,
  items: list('ListMembershipItems', ListMembershipItem$),
});

export const UpdateMembershipRequest$ = structure('UpdateMembershipRequest', {
  membershipId: label,
  membershipName: sensitiveString('MembershipName'),
  incidentResponseTeam: list('IncidentResponseTeam', IncidentResponder$),
  optInFeatures: list('OptInFeatures', OptInFeature$),
  membershipAccountsConfigurationsUpdate: MembershipAccountsConfigurationsUpdate$,
  undoMembershipCancellation: BOOLEAN,
});

export const UpdateMembershipResponse$ = structure('UpdateMembershipResponse', {});

export const CancelMembershipRequest$ = structure('CancelMembershipRequest', { membershipId: label });

export const CancelMembershipResponse$ = structure('CancelMembershipResponse', { membershipId: STRING });

export const BatchGetMemberAccountDetailsRequest$ = structure('BatchGetMemberAccountDetailsRequest', {
  membershipId: label,
  accountIds: list('AWSAccountIds', STRING),
});

export const BatchGetMemberAccountDetailsResponse$ = structure('BatchGetMemberAccountDetailsResponse', {
  items: list('GetMembershipAccountDetailItems', GetMembershipAccountDetailItem$),
  errors: list('GetMembershipAccountDetailErrors', GetMembershipAccountDetailError$),
});

export const CreateMembership$ = operation(
  'CreateMembership',
  ['POST', '/v1/membership', 201],
  CreateMembershipRequest$,
  CreateMembershipResponse$,
);

export const GetMembership$ = operation(
  'GetMembership',
  ['GET', '/v1/membership/{membershipId}', 200],
  GetMembershipRequest$,
  GetMembershipResponse$,
);

export const ListMemberships$ = operation(
  'ListMemberships',
  ['POST', '/v1/memberships', 200],
  ListMembershipsRequest$,
  ListMembershipsResponse$,
);

export const UpdateMembership$ = operation(
  'UpdateMembership',
  ['PUT', '/v1/membership/{membershipId}/update-membership', 200],
  UpdateMembershipRequest$,
  UpdateMembershipResponse$,
);

export const CancelMembership$ = operation(
  'CancelMembership',
  ['PUT', '/v1/membership/{membershipId}', 200],
  CancelMembershipRequest$,
  CancelMembershipResponse$,
);

export const BatchGetMemberAccountDetails$ = operation(
  'BatchGetMemberAccountDetails',
  ['POST', '/v1/membership/{membershipId}/batch-member-details', 200],
  BatchGetMemberAccountDetailsRequest$,
  BatchGetMemberAccountDetailsResponse$,
);
