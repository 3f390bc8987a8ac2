/** The table of adapters: one per kind of resource, and adapters for the data around resources. */
import type { ResourceKind } from '../../domain/resources';
import { ClassificationJobAdapter } from './classification-job';
import type { AwsClients } from '../client/clients';
import { MacieMemberAdapter } from './macie-member';
import { MailboxExportJobAdapter } from './mailbox-export-job';
import { SecurityCaseAdapter } from './security-case';
import { SecurityCasePartsAdapter } from './security-case-parts';
import { TagAdapter } from './tags';
import { WorkMailDirectoryAdapter } from './workmail-directory';

export type Adapters = ReturnType<typeof createAdapters>;

export function createAdapters(clients: AwsClients) {
  const resources = {
    ClassificationJob: new ClassificationJobAdapter(clients),
    MacieMember: new MacieMemberAdapter(clients),
    MailboxExportJob: new MailboxExportJobAdapter(clients),
    SecurityCase: new SecurityCaseAdapter(clients),
  } satisfies Record<ResourceKind, unknown>;
  return {
    ...resources,
    securityCaseParts: new SecurityCasePartsAdapter(clients),
    tags: new TagAdapter(clients),
    workMailDirectory: new WorkMailDirectoryAdapter(clients),
  };
}
