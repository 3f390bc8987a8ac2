/** The change of the resolver type of a case, requested with UpdateResolverType: from SELF to AWS, never back. */
import type { SecurityCaseResolverType, SecurityCaseStatus } from './security-case';
import type { ActionTable, Transition } from './table';

export type RequestableResolverType = 'AWS';

type ResolverTransition = Transition<SecurityCaseResolverType, RequestableResolverType>;

export const SECURITY_CASE_RESOLVER_ACTIONS = {
  UPDATE_RESOLVER_TYPE: {
    to: 'AWS',
    mutation: 'updateSecurityCaseResolverType',
    operation: 'UpdateResolverType',
  },
} as const satisfies ActionTable<RequestableResolverType>;

const handOver: ResolverTransition = {
  action: 'UPDATE_RESOLVER_TYPE',
  ...SECURITY_CASE_RESOLVER_ACTIONS.UPDATE_RESOLVER_TYPE,
  consequences: ['IRREVERSIBLE'],
};

const OPEN_CASE = [handOver] as const;

const selfManagedCases = {
  SUBMITTED: OPEN_CASE,
  ACKNOWLEDGED: OPEN_CASE,
  DETECTION_AND_ANALYSIS: OPEN_CASE,
  CONTAINMENT_ERADICATION_AND_RECOVERY: OPEN_CASE,
  POST_INCIDENT_ACTIVITIES: OPEN_CASE,
  READY_TO_CLOSE: OPEN_CASE,
  CLOSED: [],
  UNRECOGNIZED: [],
} as const satisfies Readonly<Record<SecurityCaseStatus, readonly ResolverTransition[]>>;

/** The possible changes of the resolver type; none unless the case is self-managed. */
export function resolverTransitions(
  resolverType: SecurityCaseResolverType | undefined,
  status: SecurityCaseStatus,
): readonly ResolverTransition[] {
  return resolverType === 'SELF' ? selfManagedCases[status] : [];
}
