/** The actions of every kind of resource. Mutations and changeStatuses read them here. */
import type { ResourceKind } from '../resources';
import { CLASSIFICATION_JOB_ACTIONS } from './classification-job';
import { MACIE_MEMBER_ACTIONS } from './macie-member';
import { MAILBOX_EXPORT_JOB_ACTIONS } from './mailbox-export-job';
import { SECURITY_CASE_ACTIONS } from './security-case';
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

/** Undefined when the kind has no such action. */
export function findAction(kind: ResourceKind, action: TransitionAction): Action | undefined {
  const actions: ActionTable = ACTIONS[kind];
  return actions[action];
}
