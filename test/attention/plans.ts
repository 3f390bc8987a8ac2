// Random contents of the queue: resources in several targets, what the history and the audit trail know, thresholds and filters.
// Ages are whole hours and thresholds are half hours, so that no test run is long enough to reach a threshold.
import fc from 'fast-check';
import type { AttentionThresholds } from '../../src/domain/attention/table';
import { RESOURCE_KINDS } from '../../src/domain/resources';

export const HOUR_MS = 3_600_000;
export const TARGET_NAMES = ['home', 'partner', 'west'] as const;

export const REASONS = [
  'JOB_PAUSE_EXPIRES',
  'JOB_LAST_RUN_HAD_ERRORS',
  'JOB_PAUSED_BY_MACIE',
  'MEMBER_SUSPENDED',
  'MEMBER_INVITATION_UNANSWERED',
  'MEMBER_VERIFICATION_FAILED',
  'EXPORT_FAILED',
  'EXPORT_STALLED',
  'CASE_ACTION_PENDING',
  'CASE_NOT_ACKNOWLEDGED',
  'CASE_READY_TO_CLOSE',
  'CASE_NOT_UPDATED',
  'CHANGE_OUTCOME_UNKNOWN',
  'CHANGE_UNFINISHED',
] as const;

const target = fc.constantFrom(...TARGET_NAMES);
const age = fc.integer({ min: 0, max: 60 });
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });

const job = fc.record({
  target,
  status: fc.constantFrom('RUNNING', 'IDLE', 'PAUSED', 'USER_PAUSED', 'COMPLETE', 'CANCELLED', 'ARCHIVING'),
  errorCode: maybe(fc.constantFrom('NONE', 'ERROR')),
  createdAgo: age,
  /** Macie announces the end of a pause after 23 days. */
  pausedAgo: fc.oneof(age, fc.integer({ min: 550, max: 560 })),
  expiresIn: maybe(fc.integer({ min: 1, max: 60 })),
});

const member = fc.record({
  target,
  status: fc.constantFrom(
    'Enabled',
    'Paused',
    'Invited',
    'Created',
    'Removed',
    'Resigned',
    'EmailVerificationInProgress',
    'EmailVerificationFailed',
    'RegionDisabled',
    'AccountSuspended',
    'Unheard',
  ),
  invitedAgo: maybe(age),
  updatedAgo: age,
});

const progress = fc.integer({ min: 0, max: 90 });

const exportJob = fc.record({
  target,
  organization: fc.nat(2),
  status: fc.constantFrom('RUNNING', 'RUNNING', 'FAILED', 'COMPLETED', 'CANCELLED', 'Unheard'),
  startedAgo: fc.oneof(age, fc.constant(24 * 8)),
  endedAgo: age,
  progress,
  /** The changes of the progress that the history has, oldest first. */
  events: fc.array(fc.record({ ago: age, progress: maybe(progress) }), { maxLength: 2 }),
});

const securityCase = fc.record({
  target,
  status: fc.constantFrom(
    'Submitted',
    'Submitted',
    'Acknowledged',
    'Detection and Analysis',
    'Containment, Eradication and Recovery',
    'Post-incident Activities',
    'Ready to Close',
    'Closed',
    'Unheard',
  ),
  resolverType: fc.constantFrom('AWS', 'Self'),
  pendingAction: fc.constantFrom('Customer', 'None'),
  createdAgo: age,
  updatedAgo: age,
});

const change = fc.record({
  target: maybe(target),
  kind: maybe(fc.constantFrom(...RESOURCE_KINDS)),
  outcome: fc.constantFrom('UNKNOWN', 'APPLIED', undefined),
  ago: age,
});

const threshold = fc.integer({ min: 0, max: 50 }).map((hours) => (hours + 0.5) * HOUR_MS);

const thresholds: fc.Arbitrary<AttentionThresholds> = fc.record({
  urgentMs: threshold,
  jobErrorsMs: threshold,
  invitationMs: threshold,
  stalledExportMs: threshold,
  acknowledgementMs: threshold,
  quietCaseMs: threshold,
  unfinishedChangeMs: threshold,
  changesMs: threshold,
});

const someOf = <Value>(values: readonly Value[]) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, fc.subarray([...values], { minLength: 1 }));

const query = fc.record({
  filter: fc.record({
    reasons: someOf(REASONS),
    kinds: someOf(RESOURCE_KINDS),
    targets: someOf(TARGET_NAMES),
    dueIn: fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, fc.integer({ min: -60, max: 60 })),
  }),
  first: fc.integer({ min: 3, max: 30 }),
});

export const queuePlan = fc.record({
  jobs: fc.array(job, { maxLength: 25, size: 'max' }),
  members: fc.array(member, { maxLength: 25, size: 'max' }),
  exportJobs: fc.array(exportJob, { maxLength: 20, size: 'max' }),
  cases: fc.array(securityCase, { maxLength: 30, size: 'max' }),
  changes: fc.array(change, { maxLength: 12, size: 'max' }),
  /** The hours for which the history has watched the export jobs of each target; undefined for not at all. */
  watchedFor: fc.tuple(maybe(age), maybe(age), age),
  thresholds,
  queries: fc.array(query, { minLength: 2, maxLength: 4 }),
});

type PlanOf<Of> = Of extends fc.Arbitrary<infer Value> ? Value : never;

export type QueuePlan = PlanOf<typeof queuePlan>;
export type QueueFilter = PlanOf<typeof query>['filter'];
