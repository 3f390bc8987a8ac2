/** The words of security cases. */
import type { Tone } from '../../components/tone';
import type { SecurityCaseClosureCode } from './__generated__/casePage_securityCase.graphql';
import type {
  SecurityCaseEngagementType,
  SecurityCasePendingAction,
  SecurityCaseResolverType,
  SecurityCaseStatus,
} from './__generated__/casesPage_list.graphql';

/** The labels of the API (statusLabel), for filters. */
export const CASE_STATUSES = {
  SUBMITTED: 'Submitted',
  ACKNOWLEDGED: 'Acknowledged',
  DETECTION_AND_ANALYSIS: 'Detection and analysis',
  CONTAINMENT_ERADICATION_AND_RECOVERY: 'Containment, eradication and recovery',
  POST_INCIDENT_ACTIVITIES: 'Post-incident activities',
  READY_TO_CLOSE: 'Ready to close',
  CLOSED: 'Closed',
  UNRECOGNIZED: 'Unrecognized',
} as const satisfies Record<SecurityCaseStatus, string>;

export const CASE_TONES: Readonly<Record<SecurityCaseStatus, Tone>> = {
  SUBMITTED: 'problem',
  ACKNOWLEDGED: 'active',
  DETECTION_AND_ANALYSIS: 'active',
  CONTAINMENT_ERADICATION_AND_RECOVERY: 'active',
  POST_INCIDENT_ACTIVITIES: 'active',
  READY_TO_CLOSE: 'waiting',
  CLOSED: 'done',
  UNRECOGNIZED: 'waiting',
};

export const RESOLVER_TYPES = {
  AWS: 'AWS',
  SELF: 'Self-managed',
  UNRECOGNIZED: 'Unrecognized',
} as const satisfies Record<SecurityCaseResolverType, string>;

/** The results of changes: a status, or a resolver. */
export const CASE_TRANSITIONS = { ...RESOLVER_TYPES, ...CASE_STATUSES } as const;

export const PENDING_ACTIONS = {
  CUSTOMER: 'Waits for you',
  NONE: 'None',
  UNRECOGNIZED: 'Unrecognized',
} as const satisfies Record<SecurityCasePendingAction, string>;

export const ENGAGEMENT_TYPES: Readonly<Record<SecurityCaseEngagementType, string>> = {
  INVESTIGATION: 'Investigation',
  SECURITY_INCIDENT: 'Security incident',
  UNRECOGNIZED: 'Unrecognized',
};

export const CLOSURE_CODES: Readonly<Record<SecurityCaseClosureCode, string>> = {
  DUPLICATE: 'Duplicate',
  FALSE_POSITIVE: 'False positive',
  INVESTIGATION_COMPLETED: 'Investigation completed',
  NOT_RESOLVED: 'Not resolved',
  UNRECOGNIZED: 'Unrecognized',
};
