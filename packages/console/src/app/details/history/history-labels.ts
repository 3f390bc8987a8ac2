/** The words of the history that all kinds of resources share. */
import type { Tone } from '../../components/tone';
import type { ChangeOutcome, HistoryGapReason } from './__generated__/historyEntries_resource.graphql';
import type { TimeLine } from './time-line';

interface OutcomeLabel {
  readonly label: string;
  readonly tone: Tone;
}

export const OUTCOMES: Readonly<Record<ChangeOutcome, OutcomeLabel>> = {
  APPLIED: { label: 'The change was made', tone: 'active' },
  RECONCILED: { label: 'The change was made, as a later read showed', tone: 'active' },
  REFUSED: { label: 'Refused: nothing was changed', tone: 'problem' },
  UNKNOWN: { label: 'It is not known whether AWS made the change', tone: 'problem' },
  DRY_RUN: { label: 'Checked only: nothing was changed', tone: 'done' },
};

/** The gateway still works on the request, or stopped before it recorded an outcome. */
export const NO_OUTCOME: OutcomeLabel = { label: 'No outcome is recorded', tone: 'waiting' };

export const GAP_REASONS: Readonly<Record<HistoryGapReason, string>> = {
  NOT_WATCHED: 'no gateway watched the list',
  READ_FAILED: 'AWS did not let the gateway read the list',
  PRUNED: 'the gateway deleted the events because of their age',
};

/** The requested mutations, by their name in the API. A name that is missing here is shown as it is. */
export const MUTATIONS: Readonly<Partial<Record<string, string>>> = {
  cancelClassificationJob: 'Cancel',
  cancelMailboxExportJob: 'Cancel',
  changeStatuses: 'Change of several statuses',
  closeSecurityCase: 'Close',
  createClassificationJob: 'Create the job',
  createMacieMember: 'Add the member',
  createSecurityCase: 'Open the case',
  createSecurityCaseAttachmentUploadUrl: 'Attach a file',
  createSecurityCaseComment: 'Add a comment',
  deleteMacieMember: 'Delete',
  disassociateMacieMember: 'Disassociate',
  enableMacieMember: 'Enable',
  pauseClassificationJob: 'Pause',
  resumeClassificationJob: 'Resume',
  sendSecurityCaseInvestigationFeedback: 'Send feedback about an investigation',
  startMailboxExportJob: 'Start the export',
  suspendMacieMember: 'Suspend',
  tagResource: 'Add tags',
  untagResource: 'Remove tags',
  updateSecurityCase: 'Edit the case',
  updateSecurityCaseComment: 'Edit a comment',
  updateSecurityCaseResolverType: 'Change the resolver',
  updateSecurityCaseStatus: 'Change the status',
};

/**
 * Says that no change is shown, and why.
 * @param hasNext true when earlier entries have not been read
 */
export function noChangeText({ dryRuns }: Pick<TimeLine, 'dryRuns'>, hasNext: boolean): string {
  if (hasNext) return 'No change in the entries read so far.';
  return dryRuns === 0 ? 'Nothing was recorded.' : 'Nothing was changed.';
}

/** Such as "2 dry runs so far". */
export function dryRunsText({ dryRuns }: Pick<TimeLine, 'dryRuns'>, hasNext: boolean): string {
  return `${dryRuns} ${dryRuns === 1 ? 'dry run' : 'dry runs'}${hasNext ? ' so far' : ''}`;
}

/** The words of one kind of resource, by the fields that its history has. */
export interface HistoryWords {
  readonly fields: Readonly<Record<string, string>>;
  /** The labels of the values of fields with an enum. */
  readonly values: Readonly<Record<string, Readonly<Record<string, string>>>>;
}
