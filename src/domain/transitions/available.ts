/** The changes that a caller may request for a resource now. */
import { classificationJobTransitions, type ClassificationJobStatus } from './classification-job';
import { macieMemberTransitions, type MacieMemberStatus } from './macie-member';
import { mailboxExportJobTransitions, type MailboxExportJobStatus } from './mailbox-export-job';
import {
  securityCaseTransitions,
  type SecurityCaseResolverType,
  type SecurityCaseStatus,
} from './security-case';
import { resolverTransitions } from './security-case-resolver-type';
import type { Transition } from './table';

/** The values of a resource on which its transitions depend. */
export type TransitionState =
  | { readonly kind: 'ClassificationJob'; readonly status: ClassificationJobStatus }
  | { readonly kind: 'MacieMember'; readonly status: MacieMemberStatus }
  | { readonly kind: 'MailboxExportJob'; readonly status: MailboxExportJobStatus }
  | {
      readonly kind: 'SecurityCase';
      readonly status: SecurityCaseStatus;
      readonly resolverType: SecurityCaseResolverType | undefined;
    };

export function availableTransitions(resource: TransitionState): readonly Transition[] {
  switch (resource.kind) {
    case 'ClassificationJob':
      return classificationJobTransitions[resource.status];
    case 'MacieMember':
      return macieMemberTransitions[resource.status];
    case 'MailboxExportJob':
      return mailboxExportJobTransitions[resource.status];
    case 'SecurityCase':
      return [
        ...securityCaseTransitions(resource.resolverType)[resource.status],
        ...resolverTransitions(resource.resolverType, resource.status),
      ];
  }
}
