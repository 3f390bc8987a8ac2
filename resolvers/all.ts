/** The register of resolvers: one per kind of resource, and those that serve all kinds. */
import type { ResourceKind } from '../src/ids';
import { ClassificationJobResolver } from './classification-job';
import { MacieMemberResolver } from './macie-member';
import { MailboxExportJobResolver } from './mailbox-export-job';
import { NodeResolver } from './node';
import { SecurityCaseResolver } from './security-case';
import { TargetResolver } from './target';

const resourceResolvers = {
  ClassificationJob: ClassificationJobResolver,
  MacieMember: MacieMemberResolver,
  MailboxExportJob: MailboxExportJobResolver,
  SecurityCase: SecurityCaseResolver,
} satisfies Record<ResourceKind, unknown>;

export const resolvers = [NodeResolver, TargetResolver, ...Object.values(resourceResolvers)] as const;
