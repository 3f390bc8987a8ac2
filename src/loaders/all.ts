/** The table of loaders of one request: one set per kind of resource, and sets for data that belongs to resources. */
import type { Adapters } from '../aws/adapters/all';
import { readable } from '../domain/records/unreadable';
import type { NodeRef, ObjectRefOf, ResourceKind, ResourceRef } from '../domain/resources';
import { CallerSnapshots } from './caller-snapshots';
import { AuditTrailLoaders } from './audit-trail';
import { ClassificationJobLoaders } from './classification-job';
import type { RequestAccess } from './loader-access';
import { MacieMemberLoaders } from './macie-member';
import { MailboxExportJobLoaders } from './mailbox-export-job';
import { RequestMemory } from './request-memory';
import { SecurityCaseLoaders } from './security-case';
import { SecurityCasePartsLoaders } from './security-case-parts';
import { WorkMailDirectoryLoaders } from './workmail-directory';

export type Loaders = ReturnType<typeof createLoaders>;

export function createLoaders(adapters: Adapters, request: RequestAccess) {
  const memory = new RequestMemory(request.maxWaitMs);
  const callerSnapshots = new CallerSnapshots(request.snapshots, request.targets, request.call);
  const access = { ...request, memory, callerSnapshots };
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
    auditTrail: new AuditTrailLoaders(access),
    /** Clears all loaders. Callers use it after a change, so that later reads show its effect. */
    forget: () => {
      memory.forget();
    },
  };
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

/** Returns the resource of any kind, or undefined when AWS does not have it. Throws AwsError. */
export function findResource(
  loaders: Loaders,
  ref: ResourceRef,
): ReturnType<Loaders[ResourceKind]['items']['find']> {
  const { items } = loaders[ref.kind];
  // The compiler does not see that the loader and the ref have the same kind.
  return items.find(ref as never);
}
