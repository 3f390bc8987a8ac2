/** Status changes of a Security Incident Response case: UpdateCaseStatus between self-managed statuses, CloseCase to close. */
import type { ActionTable, Transition, TransitionTable } from './table';

export type SecurityCaseStatus =
  | 'SUBMITTED'
  | 'ACKNOWLEDGED'
  | 'DETECTION_AND_ANALYSIS'
  | 'CONTAINMENT_ERADICATION_AND_RECOVERY'
  | 'POST_INCIDENT_ACTIVITIES'
  | 'READY_TO_CLOSE'
  | 'CLOSED'
  | 'UNRECOGNIZED';

export type SecurityCaseResolverType = 'AWS' | 'SELF' | 'UNRECOGNIZED';

/** The statuses that UpdateCaseStatus accepts: the self-managed statuses except SUBMITTED, to which a case cannot return. */
export type RequestableSelfManagedStatus =
  'DETECTION_AND_ANALYSIS' | 'CONTAINMENT_ERADICATION_AND_RECOVERY' | 'POST_INCIDENT_ACTIVITIES';
/** Only CloseCase results in CLOSED. */
export type RequestableCaseStatus = RequestableSelfManagedStatus | 'CLOSED';

type CaseTransition = Transition<SecurityCaseStatus, RequestableCaseStatus>;
type CaseTransitionTable = TransitionTable<SecurityCaseStatus, RequestableCaseStatus>;

export const SECURITY_CASE_ACTIONS = {
  UPDATE_STATUS: { to: undefined, mutation: 'updateSecurityCaseStatus', operation: 'UpdateCaseStatus' },
  CLOSE: { to: 'CLOSED', mutation: 'closeSecurityCase', operation: 'CloseCase' },
} as const satisfies ActionTable<RequestableCaseStatus>;

const move = (to: RequestableSelfManagedStatus): CaseTransition => ({
  action: 'UPDATE_STATUS',
  ...SECURITY_CASE_ACTIONS.UPDATE_STATUS,
  to,
  consequences: [],
});

const close: CaseTransition = {
  action: 'CLOSE',
  ...SECURITY_CASE_ACTIONS.CLOSE,
  consequences: ['IRREVERSIBLE'],
};

const detect = move('DETECTION_AND_ANALYSIS');
const contain = move('CONTAINMENT_ERADICATION_AND_RECOVERY');
const review = move('POST_INCIDENT_ACTIVITIES');

export const selfManagedCaseTransitions = {
  SUBMITTED: [detect, close],
  ACKNOWLEDGED: [close],
  DETECTION_AND_ANALYSIS: [contain, review, close],
  CONTAINMENT_ERADICATION_AND_RECOVERY: [detect, review, close],
  POST_INCIDENT_ACTIVITIES: [contain, detect, close],
  READY_TO_CLOSE: [close],
  CLOSED: [],
  UNRECOGNIZED: [],
} as const satisfies CaseTransitionTable;

export const awsManagedCaseTransitions = {
  SUBMITTED: [close],
  ACKNOWLEDGED: [close],
  DETECTION_AND_ANALYSIS: [close],
  CONTAINMENT_ERADICATION_AND_RECOVERY: [close],
  POST_INCIDENT_ACTIVITIES: [close],
  READY_TO_CLOSE: [close],
  CLOSED: [],
  UNRECOGNIZED: [],
} as const satisfies CaseTransitionTable;

const noTransitions = {
  SUBMITTED: [],
  ACKNOWLEDGED: [],
  DETECTION_AND_ANALYSIS: [],
  CONTAINMENT_ERADICATION_AND_RECOVERY: [],
  POST_INCIDENT_ACTIVITIES: [],
  READY_TO_CLOSE: [],
  CLOSED: [],
  UNRECOGNIZED: [],
} as const satisfies CaseTransitionTable;

const tables = {
  SELF: selfManagedCaseTransitions,
  AWS: awsManagedCaseTransitions,
  UNRECOGNIZED: noTransitions,
} as const satisfies Record<SecurityCaseResolverType, CaseTransitionTable>;

export const securityCaseResolvers: readonly string[] = Object.keys(tables);

/** The transition table for the resolver type of a case; empty when AWS returned no recognized resolver type. */
export function securityCaseTransitions(
  resolverType: SecurityCaseResolverType | undefined,
): CaseTransitionTable {
  return tables[resolverType ?? 'UNRECOGNIZED'];
}
