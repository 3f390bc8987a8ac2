/** The register of change engines: one per kind of resource, shared by all requests. */
import type { Adapters } from '../aws/all';
import type { ResourceKind } from '../ids';
import { ChangeEngine } from './change-engine';
import { classificationJobChangePort } from './classification-job';
import { KeyedQueue } from './keyed-queue';
import { macieMemberChangePort } from './macie-member';
import { mailboxExportJobChangePort } from './mailbox-export-job';
import { securityCaseChangePort } from './security-case';

export type Changes = ReturnType<typeof createChanges>;

export function createChanges(adapters: Adapters) {
  const queue = new KeyedQueue();
  return {
    ClassificationJob: new ChangeEngine(classificationJobChangePort(adapters.ClassificationJob), queue),
    MacieMember: new ChangeEngine(macieMemberChangePort(adapters.MacieMember), queue),
    MailboxExportJob: new ChangeEngine(mailboxExportJobChangePort(adapters.MailboxExportJob), queue),
    SecurityCase: new ChangeEngine(securityCaseChangePort(adapters.SecurityCase), queue),
  } satisfies Record<ResourceKind, unknown>;
}
