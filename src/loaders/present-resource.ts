/** Resources from records that hold no loaders, such as those of kept lists. */
import type { ResourceRecord } from '../domain/records/resource-record';
import type { ClassificationJobLoaders, LoadedClassificationJob } from './classification-job';
import { withOwnDetail } from './item-loader';
import type { LoadedMacieMember, MacieMemberLoaders } from './macie-member';
import type { LoadedMailboxExportJob, MailboxExportJobLoaders } from './mailbox-export-job';
import type { LoadedSecurityCase, SecurityCaseLoaders } from './security-case';

/** The loaders of the kinds of resources. */
export interface ResourceLoaders {
  readonly ClassificationJob: ClassificationJobLoaders;
  readonly MacieMember: MacieMemberLoaders;
  readonly MailboxExportJob: MailboxExportJobLoaders;
  readonly SecurityCase: SecurityCaseLoaders;
}

/** A resource of any kind whose detail is fetched on demand. */
export type LoadedResource =
  LoadedClassificationJob | LoadedMacieMember | LoadedMailboxExportJob | LoadedSecurityCase;

/** The resource of a record, whose detail is fetched on demand. */
export function presentResource(loaders: ResourceLoaders, record: ResourceRecord): LoadedResource {
  switch (record.kind) {
    case 'ClassificationJob':
      return loaders.ClassificationJob.items.present(record);
    case 'MacieMember':
      // ListMembers returns the same fields as GetMember.
      return withOwnDetail(record);
    case 'MailboxExportJob':
      return loaders.MailboxExportJob.items.present(record);
    case 'SecurityCase':
      return loaders.SecurityCase.items.present(record);
  }
}
