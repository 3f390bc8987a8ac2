/** The register of loaders, made anew for every request: one set per kind of resource, and one for what belongs to resources. */
import type { Adapters } from '../aws/all';
import type { ResourceKind, ResourceRef } from '../ids';
import { ClassificationJobLoaders } from './classification-job';
import type { LoaderAccess } from './loader-access';
import { MacieMemberLoaders } from './macie-member';
import { MailboxExportJobLoaders } from './mailbox-export-job';
import { SecurityCaseLoaders } from './security-case';
import { SecurityCasePartsLoaders } from './security-case-parts';
import { WorkMailDirectoryLoaders } from './workmail-directory';

export type Loaders = ReturnType<typeof createLoaders>;

export function createLoaders(adapters: Adapters, access: LoaderAccess) {
  const workMailDirectory = new WorkMailDirectoryLoaders(adapters.workMailDirectory, access);
  const resources = {
    ClassificationJob: new ClassificationJobLoaders(adapters.ClassificationJob, access),
    MacieMember: new MacieMemberLoaders(adapters.MacieMember, access),
    MailboxExportJob: new MailboxExportJobLoaders(adapters.MailboxExportJob, workMailDirectory, access),
    SecurityCase: new SecurityCaseLoaders(adapters.SecurityCase, access),
  } satisfies Record<ResourceKind, unknown>;
  const { securityCaseParts, tags } = adapters;
  return {
    ...resources,
    securityCaseParts: new SecurityCasePartsLoaders(securityCaseParts, tags, access),
    workMailDirectory,
  };
}

/** The resource of any kind, or undefined when AWS does not have it. After a change it is to be found again. */
export function findResource(loaders: Loaders, ref: ResourceRef, how: 'find' | 'findAgain' = 'find') {
  switch (ref.kind) {
    case 'ClassificationJob':
      return loaders.ClassificationJob.items[how](ref);
    case 'MacieMember':
      return loaders.MacieMember.items[how](ref);
    case 'MailboxExportJob':
      return loaders.MailboxExportJob.items[how](ref);
    case 'SecurityCase':
      return loaders.SecurityCase.items[how](ref);
  }
}
