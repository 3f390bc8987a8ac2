/** The closed sets of values of the service model, each as a constant object and the union of its values. */

/** What kind of step an investigation result is. */
export const ActionType = {
  EVIDENCE_COLLECTION: 'Evidence',
  INVESTIGATION_ANALYSIS: 'Investigation',
  SUMMARIZATION: 'Summarization',
} as const;
export type ActionType = (typeof ActionType)[keyof typeof ActionType];

/** Regions the service knows. AWS adds to them: a reader should let other values pass. */
export const AwsRegion = {
  AF_SOUTH_1: 'af-south-1',
  AP_EAST_1: 'ap-east-1',
  AP_EAST_2: 'ap-east-2',
  AP_NORTHEAST_1: 'ap-northeast-1',
  AP_NORTHEAST_2: 'ap-northeast-2',
  AP_NORTHEAST_3: 'ap-northeast-3',
  AP_SOUTH_1: 'ap-south-1',
  AP_SOUTH_2: 'ap-south-2',
  AP_SOUTHEAST_1: 'ap-southeast-1',
  AP_SOUTHEAST_2: 'ap-southeast-2',
  AP_SOUTHEAST_3: 'ap-southeast-3',
  AP_SOUTHEAST_4: 'ap-southeast-4',
  AP_SOUTHEAST_5: 'ap-southeast-5',
  AP_SOUTHEAST_6: 'ap-southeast-6',
  AP_SOUTHEAST_7: 'ap-southeast-7',
  CA_CENTRAL_1: 'ca-central-1',
  CA_WEST_1: 'ca-west-1',
  CN_NORTH_1: 'cn-north-1',
  CN_NORTHWEST_1: 'cn-northwest-1',
  EU_CENTRAL_1: 'eu-central-1',
  EU_CENTRAL_2: 'eu-central-2',
  EU_NORTH_1: 'eu-north-1',
  EU_SOUTH_1: 'eu-south-1',
  EU_SOUTH_2: 'eu-south-2',
  EU_WEST_1: 'eu-west-1',
  EU_WEST_2: 'eu-west-2',
  EU_WEST_3: 'eu-west-3',
  IL_CENTRAL_1: 'il-central-1',
  ME_CENTRAL_1: 'me-central-1',
  ME_SOUTH_1: 'me-south-1',
  MX_CENTRAL_1: 'mx-central-1',
  SA_EAST_1: 'sa-east-1',
  US_EAST_1: 'us-east-1',
  US_EAST_2: 'us-east-2',
  US_WEST_1: 'us-west-1',
  US_WEST_2: 'us-west-2',
} as const;
export type AwsRegion = (typeof AwsRegion)[keyof typeof AwsRegion];

/** Outcome of the check that follows an upload. */
export const CaseAttachmentStatus = {
  VERIFIED: 'Verified',
  FAILED: 'Failed',
  PENDING: 'Pending',
} as const;
export type CaseAttachmentStatus = (typeof CaseAttachmentStatus)[keyof typeof CaseAttachmentStatus];

/** Status of a case, as it is read. */
export const CaseStatus = {
  SUBMITTED: 'Submitted',
  ACKNOWLEDGED: 'Acknowledged',
  DETECTION_AND_ANALYSIS: 'Detection and Analysis',
  CONTAINMENT_ERADICATION_AND_RECOVERY: 'Containment, Eradication and Recovery',
  POST_INCIDENT_ACTIVITIES: 'Post-incident Activities',
  READY_TO_CLOSE: 'Ready to Close',
  CLOSED: 'Closed',
} as const;
export type CaseStatus = (typeof CaseStatus)[keyof typeof CaseStatus];

/** Why a case was closed. Set by the service, never by a caller. */
export const ClosureCode = {
  INVESTIGATION_COMPLETED: 'Investigation Completed',
  NOT_RESOLVED: 'Not Resolved',
  FALSE_POSITIVE: 'False Positive',
  DUPLICATE: 'Duplicate',
} as const;
export type ClosureCode = (typeof ClosureCode)[keyof typeof ClosureCode];

/** What a member of the response team can be written to about. */
export const CommunicationType = {
  CASE_CREATED: 'Case Created',
  CASE_UPDATED: 'Case Updated',
  CASE_ACKNOWLEDGED: 'Case Acknowledged',
  CASE_CLOSED: 'Case Closed',
  CASE_UPDATED_TO_SERVICE_MANAGED: 'Case Updated To Service Managed',
  CASE_UPDATE_CASE_STATUS: 'Case Status Updated',
  CASE_PENDING_CUSTOMER_ACTION_REMINDER: 'Case Pending Customer Action Reminder',
  CASE_ATTACHMENT_URL_UPLOADED: 'Case Attachment Url Uploaded',
  CASE_COMMENT_ADDED: 'Case Comment Added',
  CASE_COMMENT_UPDATED: 'Case Comment Updated',
  MEMBERSHIP_CREATED: 'Membership Created',
  MEMBERSHIP_UPDATED: 'Membership Updated',
  MEMBERSHIP_CANCELLED: 'Membership Cancelled',
  REGISTER_DELEGATED_ADMINISTRATOR: 'Register Delegated Administrator',
  DEREGISTER_DELEGATED_ADMINISTRATOR: 'Deregister Delegated Administrator',
  DISABLE_AWS_SERVICE_ACCESS: 'Disable AWS Service Access',
} as const;
export type CommunicationType = (typeof CommunicationType)[keyof typeof CommunicationType];

/** Whether a membership stands for one account or an organization. */
export const CustomerType = {
  STANDALONE: 'Standalone',
  ORGANIZATION: 'Organization',
} as const;
export type CustomerType = (typeof CustomerType)[keyof typeof CustomerType];

/** What a case asks for. */
export const EngagementType = {
  SECURITY_INCIDENT: 'Security Incident',
  INVESTIGATION: 'Investigation',
} as const;
export type EngagementType = (typeof EngagementType)[keyof typeof EngagementType];

/** How far an investigation step is. */
export const ExecutionStatus = {
  PENDING: 'Pending',
  IN_PROGRESS: 'InProgress',
  WAITING: 'Waiting',
  COMPLETED: 'Completed',
  FAILED: 'Failed',
  CANCELLED: 'Cancelled',
} as const;
export type ExecutionStatus = (typeof ExecutionStatus)[keyof typeof ExecutionStatus];

/** Whether an account belongs to a membership. */
export const MembershipAccountRelationshipStatus = {
  ASSOCIATED: 'Associated',
  DISASSOCIATED: 'Disassociated',
  UNASSOCIATED: 'Unassociated',
} as const;
export type MembershipAccountRelationshipStatus =
  (typeof MembershipAccountRelationshipStatus)[keyof typeof MembershipAccountRelationshipStatus];

/** How an account came to a membership. */
export const MembershipAccountRelationshipType = {
  ORGANIZATION: 'Organization',
  UNRELATED: 'Unrelated',
} as const;
export type MembershipAccountRelationshipType =
  (typeof MembershipAccountRelationshipType)[keyof typeof MembershipAccountRelationshipType];

/** Status of a membership. */
export const MembershipStatus = {
  ACTIVE: 'Active',
  CANCELLED: 'Cancelled',
  TERMINATED: 'Terminated',
} as const;
export type MembershipStatus = (typeof MembershipStatus)[keyof typeof MembershipStatus];

/** Features that a membership can switch on. */
export const OptInFeatureName = {
  TRIAGE: 'Triage',
} as const;
export type OptInFeatureName = (typeof OptInFeatureName)[keyof typeof OptInFeatureName];

/** Whose turn it is on a case: `Customer` means that AWS waits for its customer. */
export const PendingAction = {
  CUSTOMER: 'Customer',
  NONE: 'None',
} as const;
export type PendingAction = (typeof PendingAction)[keyof typeof PendingAction];

/** Who works on a case: AWS, or its owner. */
export const ResolverType = {
  AWS: 'AWS',
  SELF: 'Self',
} as const;
export type ResolverType = (typeof ResolverType)[keyof typeof ResolverType];

/** The statuses that UpdateCaseStatus takes and gives. */
export const SelfManagedCaseStatus = {
  SUBMITTED: 'Submitted',
  DETECTION_AND_ANALYSIS: 'Detection and Analysis',
  CONTAINMENT_ERADICATION_AND_RECOVERY: 'Containment, Eradication and Recovery',
  POST_INCIDENT_ACTIVITIES: 'Post-incident Activities',
} as const;
export type SelfManagedCaseStatus = (typeof SelfManagedCaseStatus)[keyof typeof SelfManagedCaseStatus];

/** Verdict on an investigation result. */
export const UsefulnessRating = {
  USEFUL: 'USEFUL',
  NOT_USEFUL: 'NOT_USEFUL',
} as const;
export type UsefulnessRating = (typeof UsefulnessRating)[keyof typeof UsefulnessRating];

/** What kind of mistake a ValidationException reports. */
export const ValidationExceptionReason = {
  UNKNOWN_OPERATION: 'UNKNOWN_OPERATION',
  CANNOT_PARSE: 'CANNOT_PARSE',
  FIELD_VALIDATION_FAILED: 'FIELD_VALIDATION_FAILED',
  OTHER: 'OTHER',
} as const;
export type ValidationExceptionReason =
  (typeof ValidationExceptionReason)[keyof typeof ValidationExceptionReason];
