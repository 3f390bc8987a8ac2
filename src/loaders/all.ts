/** The table of loaders of one request: one set per kind of resource, and sets for data that belongs to resources. */
import type { Adapters } from '../aws/adapters/all';
import { decodeResourceId } from '../domain/ids';
import { readable } from '../domain/records/unreadable';
import {
  serviceOf,
  type NodeRef,
  type ObjectRefOf,
  type ResourceKind,
  type ResourceRef,
} from '../domain/resources';
import type { Targets } from '../domain/targets';
import { CallerSnapshots } from './caller-snapshots';
import { AttentionLoaders } from './attention';
import type { LoadedResource } from './present-resource';
import { AuditTrailLoaders } from './audit-trail';
import { ClassificationJobLoaders } from './classification-job';
import type { LoaderAccess, RequestAccess } from './loader-access';
import { MacieMemberLoaders } from './macie-member';
import { MailboxExportJobLoaders } from './mailbox-export-job';
import { RequestMemory } from './request-memory';
import { ResourceEventLoaders } from './resource-events';
import { ResourceHistoryLoaders } from './resource-history';
import { SearchLoaders } from './search';
import { SecurityCaseLoaders } from './security-case';
import { SecurityCasePartsLoaders } from './security-case-parts';
import { StatisticsLoaders } from './statistics';
import { WorkMailDirectoryLoaders } from './workmail-directory';

/** A request uses few of the loaders, so each set is created on its first use. */
export class Loaders implements Record<ResourceKind, object> {
  private readonly memory: RequestMemory;
  private readonly access: LoaderAccess;
  private classificationJobs: ClassificationJobLoaders | undefined;
  private macieMembers: MacieMemberLoaders | undefined;
  private mailboxExportJobs: MailboxExportJobLoaders | undefined;
  private securityCases: SecurityCaseLoaders | undefined;
  private caseParts: SecurityCasePartsLoaders | undefined;
  private directory: WorkMailDirectoryLoaders | undefined;
  private auditTrails: AuditTrailLoaders | undefined;
  private events: ResourceEventLoaders | undefined;
  private totals: StatisticsLoaders | undefined;
  private timeLines: ResourceHistoryLoaders | undefined;
  private queue: AttentionLoaders | undefined;
  private searches: SearchLoaders | undefined;

  constructor(
    private readonly adapters: Adapters,
    private readonly request: RequestAccess,
  ) {
    this.memory = new RequestMemory(request.maxWaitMs);
    const callerSnapshots = new CallerSnapshots(request.snapshots, request.targets, request.call);
    this.access = { ...request, memory: this.memory, callerSnapshots };
  }

  get ClassificationJob(): ClassificationJobLoaders {
    return (this.classificationJobs ??= new ClassificationJobLoaders(
      this.adapters.ClassificationJob,
      this.access,
    ));
  }

  get MacieMember(): MacieMemberLoaders {
    return (this.macieMembers ??= new MacieMemberLoaders(this.adapters.MacieMember, this.access));
  }

  get MailboxExportJob(): MailboxExportJobLoaders {
    return (this.mailboxExportJobs ??= new MailboxExportJobLoaders(
      this.adapters.MailboxExportJob,
      this.workMailDirectory,
      this.access,
    ));
  }

  get SecurityCase(): SecurityCaseLoaders {
    return (this.securityCases ??= new SecurityCaseLoaders(this.adapters.SecurityCase, this.access));
  }

  get securityCaseParts(): SecurityCasePartsLoaders {
    const { securityCaseParts, tags } = this.adapters;
    return (this.caseParts ??= new SecurityCasePartsLoaders(securityCaseParts, tags, this.access));
  }

  get workMailDirectory(): WorkMailDirectoryLoaders {
    return (this.directory ??= new WorkMailDirectoryLoaders(this.adapters.workMailDirectory, this.access));
  }

  get auditTrail(): AuditTrailLoaders {
    return (this.auditTrails ??= new AuditTrailLoaders(this.access));
  }

  get resourceEvents(): ResourceEventLoaders {
    return (this.events ??= new ResourceEventLoaders(this.access));
  }

  get attention(): AttentionLoaders {
    return (this.queue ??= new AttentionLoaders(this, this.access));
  }

  get resourceHistory(): ResourceHistoryLoaders {
    return (this.timeLines ??= new ResourceHistoryLoaders(this.access));
  }

  get search(): SearchLoaders {
    return (this.searches ??= new SearchLoaders(this, this.access));
  }

  get statistics(): StatisticsLoaders {
    return (this.totals ??= new StatisticsLoaders(
      this.access,
      (call) => new Loaders(this.adapters, { ...this.request, call }),
    ));
  }

  /** Clears all loaders. Callers use it after a change, so that later reads show its effect. */
  forget(): void {
    this.memory.forget();
  }
}

/** Returns the object, or undefined when AWS or the audit trail does not have it. Throws GatewayError. */
export function findObject(
  loaders: Loaders,
  ref: Exclude<NodeRef, { readonly kind: 'Target' }>,
): Promise<object | undefined> {
  switch (ref.kind) {
    case 'AuditEntry':
      return loaders.auditTrail.find(ref.changeId);
    case 'WorkMailOrganization':
      return loaders.workMailDirectory.organization(ref);
    case 'WorkMailUser':
      return loaders.workMailDirectory.user(ref);
    case 'SecurityCaseAttachment':
      return findAttachment(loaders, ref);
    default:
      return findResource(loaders, ref);
  }
}

/** GetCase lists the attachments of a case. */
async function findAttachment(
  { SecurityCase }: Loaders,
  { target, caseId, attachmentId }: ObjectRefOf<'SecurityCaseAttachment'>,
): Promise<object | undefined> {
  const securityCase = await SecurityCase.items.find({ kind: 'SecurityCase', target, caseId });
  const attachments = securityCase && readable(securityCase, 'attachments');
  return attachments?.find((attachment) => attachment.attachmentId === attachmentId);
}

/**
 * The resource of an id that the gateway stored; undefined when AWS does not have it any more, or the gateway no longer
 * serves it. Throws AwsError.
 */
export async function findServedResource(
  loaders: Loaders,
  targets: Targets,
  resourceId: string,
): Promise<LoadedResource | undefined> {
  const ref = decodeResourceId(resourceId);
  const isServed = targets.find(ref.target)?.services.includes(serviceOf(ref.kind)) === true;
  return isServed ? findResource(loaders, ref) : undefined;
}

/** Returns the resource of any kind, or undefined when AWS does not have it. Throws AwsError. */
export function findResource(loaders: Loaders, ref: ResourceRef): Promise<LoadedResource | undefined> {
  const { items } = loaders[ref.kind];
  // The compiler does not see that the loader and the ref have the same kind.
  return items.find(ref as never);
}
