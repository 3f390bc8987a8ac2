/** The table of all resolvers: one per resource kind, the relations between kinds, and the resolvers for all kinds. */
import type { ResourceKind } from '../src/domain/resources';
import { AttentionResolver, UnavailableReasonResolver } from './attention';
import { AwsAccountResolver } from './aws-account';
import { AuditEntryResolver } from './audit-entry';
import { AuditTrailResolver } from './audit-trail';
import { ClassificationJobResolver } from './classification-job';
import { ClassificationJobRelationsResolver } from './classification-job-relations';
import { HistoryEntryResolver, ResourceHistoryResolver } from './history-entry';
import { HeartbeatResolver, LiveResolver, ResourceUpdateResolver } from './live';
import { MacieMemberResolver } from './macie-member';
import { MacieMemberRelationsResolver } from './macie-member-relations';
import { MailboxExportJobResolver } from './mailbox-export-job';
import { MemberAccountResolver } from './member-account';
import { NodeResolver } from './node';
import { ResourceResolver } from './resource';
import {
  HistorySourceTargetResolver,
  ResourceEventResolver,
  ResourceEventsResolver,
} from './resource-events';
import { SearchHitResolver, SearchResolver } from './search';
import { SecurityCaseResolver } from './security-case';
import { SecurityCaseCommandsResolver } from './security-case-commands';
import {
  CreateSecurityCaseCommentPayloadResolver,
  UpdateSecurityCaseCommentPayloadResolver,
} from './security-case-comments';
import {
  SecurityCaseAttachmentResolver,
  SecurityCaseInvestigationResolver,
  SecurityCasePartsResolver,
} from './security-case-parts';
import { SecurityCaseRelationsResolver } from './security-case-relations';
import { SecurityCaseTotalsResolver, StatisticsResolver, TargetCountTargetResolver } from './statistics';
import { StatusChangesResolver } from './status-changes';
import { TaggingResolver } from './tagging';
import {
  CompletenessSourceTargetResolver,
  ResourceTargetResolver,
  TargetResolver,
  ViewerResolver,
  WorkMailOrganizationTargetResolver,
} from './target';
import { WorkMailUserResolver } from './workmail-user';

const resourceResolvers = {
  ClassificationJob: ClassificationJobResolver,
  MacieMember: MacieMemberResolver,
  MailboxExportJob: MailboxExportJobResolver,
  SecurityCase: SecurityCaseResolver,
} satisfies Record<ResourceKind, unknown>;

const relationResolvers = [
  ClassificationJobRelationsResolver,
  MacieMemberRelationsResolver,
  SecurityCaseRelationsResolver,
  MemberAccountResolver,
  SecurityCasePartsResolver,
  SecurityCaseAttachmentResolver,
  SecurityCaseInvestigationResolver,
  CreateSecurityCaseCommentPayloadResolver,
  UpdateSecurityCaseCommentPayloadResolver,
  WorkMailOrganizationTargetResolver,
  WorkMailUserResolver,
] as const;

export const resolvers = [
  NodeResolver,
  TargetResolver,
  ViewerResolver,
  ResourceResolver,
  ResourceTargetResolver,
  CompletenessSourceTargetResolver,
  StatusChangesResolver,
  TaggingResolver,
  AuditTrailResolver,
  AuditEntryResolver,
  ResourceEventsResolver,
  ResourceEventResolver,
  HistoryEntryResolver,
  ResourceHistoryResolver,
  HistorySourceTargetResolver,
  AttentionResolver,
  UnavailableReasonResolver,
  SearchResolver,
  SearchHitResolver,
  AwsAccountResolver,
  StatisticsResolver,
  SecurityCaseTotalsResolver,
  TargetCountTargetResolver,
  LiveResolver,
  ResourceUpdateResolver,
  HeartbeatResolver,
  ...Object.values(resourceResolvers),
  SecurityCaseCommandsResolver,
  ...relationResolvers,
] as const;
