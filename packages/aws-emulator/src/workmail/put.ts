/**
 * The control action `put` for organizations and export jobs: sets any state, including states that the model does
 * not define.
 */
import { z } from 'zod';
import { HOUR } from '../kernel/clock';
import { ControlError, readPutMembers, time, type PutRequest } from '../kernel/control-input';
import type { Scope } from '../kernel/scope';
import { estimatedProgress } from './progress';
import { exportPath } from './rules';
import { newOrganization } from './seed';
import type { MailboxExportJob, Organization, WorkMailState } from './state';

export function putWorkMail(request: PutRequest, state: WorkMailState, scope: Scope, now: number): void {
  if (request.resource === 'organization') putOrganization(request, state, scope);
  else if (request.resource === 'exportJob') putExportJob(request, state, scope, now);
  else {
    const { resource } = request;
    throw new ControlError(400, `workmail has resources organization and exportJob, not "${resource}".`);
  }
}

const ORGANIZATION_MEMBERS = z.strictObject({
  Alias: z.string().optional(),
  State: z.string().optional(),
  DefaultMailDomain: z.string().optional(),
  ErrorMessage: z.string().optional(),
});

function putOrganization({ id, set }: PutRequest, state: WorkMailState, scope: Scope): void {
  const { Alias, State, DefaultMailDomain, ErrorMessage } = readPutMembers(ORGANIZATION_MEMBERS, set);
  const existing = state.organizations.get(id);
  if (existing === undefined && Alias === undefined) {
    throw new ControlError(404, `There is no organization ${id}; to create it, set Alias.`);
  }
  const base = existing ?? newOrganization(id, Alias ?? '', scope);
  state.organizations.put(id, {
    ...base,
    alias: Alias ?? base.alias,
    state: State ?? base.state,
    defaultMailDomain: DefaultMailDomain ?? base.defaultMailDomain,
    errorMessage: ErrorMessage ?? base.errorMessage,
  });
}

const EXPORT_JOB_MEMBERS = z.strictObject({
  EntityId: z.string().optional(),
  Description: z.string().optional(),
  S3BucketName: z.string().optional(),
  S3Prefix: z.string().optional(),
  State: z.string().optional(),
  EstimatedProgress: z.number().min(0).max(100).optional(),
  ErrorInfo: z.string().optional(),
  StartTime: time().optional(),
  EndTime: time().optional(),
});

const RUN_MS = 4 * HOUR;

function putExportJob(request: PutRequest, state: WorkMailState, scope: Scope, now: number): void {
  const { id, organizationId } = request;
  if (organizationId === undefined) throw new ControlError(400, 'organizationId: required for an exportJob.');
  const organization = state.organizations.get(organizationId);
  if (organization === undefined) throw new ControlError(404, `There is no organization ${organizationId}.`);
  const set = readPutMembers(EXPORT_JOB_MEMBERS, request.set);
  const base = organization.exportJobs.get(id) ?? newExportJob(id, set, organization, scope, now);
  const s3Prefix = set.S3Prefix ?? base.s3Prefix;
  const running = (set.State ?? base.state) === 'RUNNING';
  organization.exportJobs.put(id, {
    ...base,
    entityId: set.EntityId ?? base.entityId,
    description: set.Description ?? base.description,
    s3BucketName: set.S3BucketName ?? base.s3BucketName,
    s3Prefix,
    s3Path: exportPath(s3Prefix, id),
    state: set.State ?? base.state,
    errorInfo: set.ErrorInfo ?? base.errorInfo,
    startTime: set.StartTime ?? base.startTime,
    endTime: running ? undefined : (set.EndTime ?? base.endTime ?? now),
    progress: {
      percent: set.EstimatedProgress ?? (base.state === 'COMPLETED' ? 0 : estimatedProgress(base, now)),
      asOf: now,
      endsAt: Math.max(base.progress.endsAt, now + RUN_MS),
      failure: base.progress.failure,
    },
  });
}

function newExportJob(
  jobId: string,
  { EntityId, State }: { EntityId?: string; State?: string },
  { alias }: Organization,
  { account, region }: Scope,
  now: number,
): MailboxExportJob {
  if (EntityId === undefined || State === undefined) {
    throw new ControlError(404, `There is no export job ${jobId}; to create it, set EntityId and State.`);
  }
  return {
    jobId,
    entityId: EntityId,
    description: undefined,
    roleArn: `arn:aws:iam::${account}:role/workmail-mailbox-export`,
    kmsKeyArn: `arn:aws:kms:${region}:${account}:key/${jobId}`,
    s3BucketName: `${alias}-mailbox-exports`,
    s3Prefix: 'exports',
    s3Path: exportPath('exports', jobId),
    state: State,
    errorInfo: undefined,
    startTime: now,
    endTime: undefined,
    progress: { percent: 0, asOf: now, endsAt: now + RUN_MS, failure: undefined },
  };
}
