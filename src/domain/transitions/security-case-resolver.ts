/** The change of who resolves a case, requested with UpdateResolverType: from the customer to AWS, and never back. */
import type { ResolverType, SecurityCaseStatus } from './security-case';
import type { ActionTable, Transition } from './table';

export type RequestableResolverType = 'AWS';

type ResolverTransition = Transition<ResolverType, RequestableResolverType>;

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

const OPEN = [handOver] as const;

const selfManagedCases = {
  SUBMITTED: OPEN,
  ACKNOWLEDGED: OPEN,
  DETECTION_AND_ANALYSIS: OPEN,
  CONTAINMENT_ERADICATION_AND_RECOVERY: OPEN,
  POST_INCIDENT_ACTIVITIES: OPEN,
  READY_TO_CLOSE: OPEN,
  CLOSED: [],
  UNRECOGNIZED: [],
} as const satisfies Readonly<Record<SecurityCaseStatus, readonly ResolverTransition[]>>;

/** What may be requested of a case: nothing while it is not known who resolves it. */
export function resolverTransitions(
  resolverType: ResolverType | undefined,
  status: SecurityCaseStatus,
): readonly ResolverTransition[] {
  return resolverType === 'SELF' ? selfManagedCases[status] : [];
}
