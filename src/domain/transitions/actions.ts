/** The actions of every kind of resource. Mutations and changeStatuses read them here. */
import type { ResourceKind } from '../resources';
import { CLASSIFICATION_JOB_ACTIONS, classificationJobTransitions } from './classification-job';
import { MACIE_MEMBER_ACTIONS, macieMemberTransitions } from './macie-member';
import { MAILBOX_EXPORT_JOB_ACTIONS, mailboxExportJobTransitions } from './mailbox-export-job';
import { SECURITY_CASE_ACTIONS, securityCaseResolvers, selfManagedCaseTransitions } from './security-case';
import { SECURITY_CASE_RESOLVER_ACTIONS } from './security-case-resolver-type';
import type { Action, ActionTable, TransitionAction } from './table';

export const ACTIONS = {
  ClassificationJob: CLASSIFICATION_JOB_ACTIONS,
  MacieMember: MACIE_MEMBER_ACTIONS,
  MailboxExportJob: MAILBOX_EXPORT_JOB_ACTIONS,
  SecurityCase: { ...SECURITY_CASE_ACTIONS, ...SECURITY_CASE_RESOLVER_ACTIONS },
} as const satisfies Readonly<Record<ResourceKind, ActionTable>>;

/** The actions of one kind. */
export type ActionOf<Kind extends ResourceKind> = keyof (typeof ACTIONS)[Kind] & TransitionAction;

const STATUSES: Readonly<Record<ResourceKind, readonly string[]>> = {
  ClassificationJob: Object.keys(classificationJobTransitions),
  MacieMember: Object.keys(macieMemberTransitions),
  MailboxExportJob: Object.keys(mailboxExportJobTransitions),
  SecurityCase: Object.keys(selfManagedCaseTransitions),
};

/** The values that `expectedStatus` can have for an action: the statuses of the kind, or the resolver types of a case. */
export function expectableStatuses(kind: ResourceKind, action: TransitionAction): readonly string[] {
  return action === 'UPDATE_RESOLVER_TYPE' ? securityCaseResolvers : STATUSES[kind];
}

/** The values that `status` can have for UPDATE_STATUS. CLOSE alone requests CLOSED. */
export const SETTABLE_CASE_STATUSES: readonly string[] = STATUSES.SecurityCase.filter(
  (status) => status !== 'CLOSED' && status !== 'UNRECOGNIZED',
);

/** Undefined when the kind has no such action. */
export function findAction(kind: ResourceKind, action: TransitionAction): Action | undefined {
  const actions: ActionTable = ACTIONS[kind];
  return actions[action];
}
