// The independent oracle of the queue: its items, computed from the emulator's state and from the history and the changes of a plan.
import { encodeId } from '../../src/domain/ids';
import type { StateRow, EmulatorState } from '../support/emulator';
import { HOUR_MS, TARGET_NAMES, type QueueFilter, type QueuePlan } from './plans';

export interface ExpectedItem {
  readonly reason: string;
  /** The id of the resource, or of the change. */
  readonly of: string;
  readonly kind: string;
  readonly target: string | undefined;
  readonly dueAt: number | undefined;
  readonly since: number | undefined;
  readonly isUrgent: boolean;
}

type Times = Partial<Pick<ExpectedItem, 'dueAt' | 'since' | 'isUrgent'>>;

/** The time of AWS's value, which is ISO 8601 in Macie and seconds since the epoch in the other services. */
const timeOf = (value: unknown): number | undefined =>
  typeof value === 'string' ? Date.parse(value) : typeof value === 'number' ? value * 1_000 : undefined;

/** The items of one target. @param now the time of the test. */
export function itemsIn(
  target: (typeof TARGET_NAMES)[number],
  state: EmulatorState,
  plan: QueuePlan,
  now: number,
): ExpectedItem[] {
  const { thresholds } = plan;
  const items: ExpectedItem[] = [];
  const isAged = (time: number | undefined, ms: number) => time !== undefined && time <= now - ms;
  const add = (reason: string, kind: string, of: string, times: Times = {}) =>
    items.push({ reason, kind, of, target, dueAt: undefined, since: undefined, isUrgent: false, ...times });

  for (const job of state.macie2.jobs) {
    const of = encodeId({ kind: 'ClassificationJob', target, jobId: String(job.jobId) });
    const status = String(job.jobStatus);
    const paused = job.userPausedDetails as StateRow | undefined;
    const dueAt = timeOf(paused?.jobExpiresAt);
    if (status === 'USER_PAUSED' && dueAt !== undefined) {
      const isUrgent =
        paused?.jobImminentExpirationHealthEventArn !== undefined || dueAt <= now + thresholds.urgentMs;
      add('JOB_PAUSE_EXPIRES', 'ClassificationJob', of, {
        dueAt,
        since: timeOf(paused?.jobPausedAt),
        isUrgent,
      });
    }
    const hasErrors = (job.lastRunErrorStatus as StateRow | undefined)?.code === 'ERROR';
    const isOpen = ['RUNNING', 'IDLE', 'PAUSED', 'USER_PAUSED'].includes(status);
    const isRecent = status === 'COMPLETE' && !isAged(timeOf(job.createdAt), thresholds.jobErrorsMs);
    if (hasErrors && (isOpen || isRecent)) add('JOB_LAST_RUN_HAD_ERRORS', 'ClassificationJob', of);
    if (status === 'PAUSED') add('JOB_PAUSED_BY_MACIE', 'ClassificationJob', of);
  }

  for (const member of state.macie2.members) {
    const of = encodeId({ kind: 'MacieMember', target, accountId: String(member.accountId) });
    const status = String(member.relationshipStatus);
    const updated = { since: timeOf(member.updatedAt) };
    const invitedAt = timeOf(member.invitedAt);
    if (['Paused', 'AccountSuspended'].includes(status)) add('MEMBER_SUSPENDED', 'MacieMember', of, updated);
    if (status === 'Invited' && isAged(invitedAt, thresholds.invitationMs))
      add('MEMBER_INVITATION_UNANSWERED', 'MacieMember', of, { since: invitedAt });
    if (['EmailVerificationFailed', 'RegionDisabled'].includes(status))
      add('MEMBER_VERIFICATION_FAILED', 'MacieMember', of, updated);
  }

  const watchedFor = plan.watchedFor[TARGET_NAMES.indexOf(target)];
  for (const organization of state.workmail.organizations) {
    for (const job of organization.exportJobs) {
      const startedAt = timeOf(job.StartTime) ?? 0;
      // ListMailboxExportJobs has jobs for seven days.
      if (startedAt <= now - 168 * HOUR_MS) continue;
      const jobId = String(job.JobId);
      const organizationId = String(organization.OrganizationId);
      const of = encodeId({ kind: 'MailboxExportJob', target, organizationId, jobId });
      if (job.State === 'FAILED')
        add('EXPORT_FAILED', 'MailboxExportJob', of, { since: timeOf(job.EndTime) });
      if (job.State !== 'RUNNING' || watchedFor === undefined) continue;
      const watchedSince = now - watchedFor * HOUR_MS;
      if (!isAged(watchedSince, thresholds.stalledExportMs)) continue;
      const last = plan.exportJobs[Number(jobId)]?.events.at(-1);
      const isKnown =
        last === undefined || (last.progress ?? job.EstimatedProgress) === job.EstimatedProgress;
      const since = last === undefined ? Math.max(watchedSince, startedAt) : now - last.ago * HOUR_MS;
      if (isKnown && isAged(since, thresholds.stalledExportMs))
        add('EXPORT_STALLED', 'MailboxExportJob', of, { since });
    }
  }

  for (const securityCase of state['security-ir'].cases) {
    const of = encodeId({ kind: 'SecurityCase', target, caseId: String(securityCase.caseId) });
    const status = String(securityCase.caseStatus);
    const createdAt = timeOf(securityCase.createdDate) ?? 0;
    const updated = { since: timeOf(securityCase.lastUpdatedDate) };
    const { acknowledgementMs, quietCaseMs } = thresholds;
    const isOpen = status !== 'Closed' && status !== 'Unheard';
    if (status !== 'Closed' && securityCase.pendingAction === 'Customer')
      add('CASE_ACTION_PENDING', 'SecurityCase', of, updated);
    if (
      status === 'Submitted' &&
      securityCase.resolverType === 'AWS' &&
      isAged(createdAt, acknowledgementMs)
    ) {
      const dueAt = createdAt + acknowledgementMs;
      add('CASE_NOT_ACKNOWLEDGED', 'SecurityCase', of, { dueAt, since: createdAt, isUrgent: true });
    }
    if (status === 'Ready to Close') add('CASE_READY_TO_CLOSE', 'SecurityCase', of, updated);
    if (isOpen && isAged(updated.since, quietCaseMs)) add('CASE_NOT_UPDATED', 'SecurityCase', of, updated);
  }
  return items;
}

export function itemsOfChanges({ changes, thresholds }: QueuePlan, now: number): ExpectedItem[] {
  return changes.flatMap(({ target, kind, outcome, ago }, index) => {
    const since = now - ago * HOUR_MS;
    const isUnfinished = outcome === undefined && since <= now - thresholds.unfinishedChangeMs;
    if (kind === undefined || since < now - thresholds.changesMs) return [];
    if (outcome !== 'UNKNOWN' && !isUnfinished) return [];
    const reason = outcome === 'UNKNOWN' ? 'CHANGE_OUTCOME_UNKNOWN' : 'CHANGE_UNFINISHED';
    return [{ reason, kind, of: `change-${index}`, target, dueAt: undefined, since, isUrgent: false }];
  });
}

export function isWanted(
  { reason, kind, target, dueAt }: ExpectedItem,
  { reasons, kinds, targets, dueIn }: QueueFilter,
  now: number,
): boolean {
  return (
    (reasons === undefined || reasons.some((each) => each === reason)) &&
    (kinds === undefined || kinds.some((each) => each === kind)) &&
    (targets === undefined || targets.some((each) => each === target)) &&
    (dueIn === undefined || (dueAt !== undefined && dueAt < now + dueIn * HOUR_MS))
  );
}

/** The targets without a history of export jobs that is long enough, when the filter asks for stalled jobs. */
export function unwatchedTargets(
  { watchedFor, thresholds }: QueuePlan,
  { reasons, kinds, targets, dueIn }: QueueFilter,
): string[] {
  const isAsked =
    dueIn === undefined &&
    (reasons?.includes('EXPORT_STALLED') ?? true) &&
    (kinds?.includes('MailboxExportJob') ?? true);
  if (!isAsked) return [];
  return TARGET_NAMES.filter((target, index) => {
    const hours = watchedFor[index];
    const isLong = hours !== undefined && hours * HOUR_MS >= thresholds.stalledExportMs;
    return (targets?.includes(target) ?? true) && !isLong;
  });
}
