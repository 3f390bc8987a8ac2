/** The progress of mailbox export jobs by the history: AWS does not tell when it changed. */
import type { Logger } from 'pino';
import type { AttentionContext } from '../domain/attention/table';
import { HistoryOffError, HistoryUnavailableError } from '../domain/history-errors';
import { encodeId } from '../domain/ids';
import type { UnavailableReasonRecord } from '../domain/attention/item';
import type { HistorySourceRecord } from '../domain/records/history-completeness';
import type { MailboxExportJobSummary } from '../domain/records/mailbox-export-job';
import { historyCompleteness, latest } from '../history/completeness';
import type { HistoryReader } from '../history/queries';

const KIND = 'MailboxExportJob';

const PROGRESS = 'estimatedProgress';

export interface ExportProgress {
  /**
   * Returns the time since which a job has its progress; undefined when the history does not know it. Throws
   * HistoryUnavailableError.
   */
  readonly unchangedSince: (job: MailboxExportJobSummary) => Promise<Date | undefined>;
  readonly unavailable: readonly UnavailableReasonRecord[];
}

const UNKNOWN_PROGRESS: ExportProgress['unchangedSince'] = () => Promise.resolve(undefined);

/** Needs a list that the history has watched for as long as an export must be stalled. Reports a missing history as an unavailable reason. */
export async function exportProgress(
  history: HistoryReader | undefined,
  targets: readonly string[],
  { now, thresholds }: AttentionContext,
  log: Logger,
): Promise<ExportProgress> {
  if (targets.length === 0) return { unchangedSince: UNKNOWN_PROGRESS, unavailable: [] };
  if (history === undefined) return unavailable('HISTORY_OFF', new HistoryOffError().message);
  const access = { kinds: [KIND], targets } as const;
  const range = { from: new Date(now.getTime() - thresholds.stalledExportMs), until: undefined };
  let watched: readonly HistorySourceRecord[];
  let pruned;
  try {
    [watched, pruned] = await Promise.all([history.sources(access, range, log), history.pruned(log)]);
  } catch (error) {
    if (!(error instanceof HistoryUnavailableError)) throw error;
    return unavailable('HISTORY_UNAVAILABLE', error.message);
  }
  const since = new Map(watched.map(({ target, watchedSince }) => [target, watchedSince]));
  const isWatched = (target: string) => {
    const covered = [{ kind: KIND, target }] as const;
    return historyCompleteness({ covered, watched, range, after: undefined, pruned, now }).complete;
  };
  const unwatched = new Set(targets.filter((target) => !isWatched(target)));
  return {
    unchangedSince: async (job) => {
      if (unwatched.has(job.target)) return undefined;
      const page = { ...access, first: 1, order: 'NEWEST_FIRST' } as const;
      const { events } = await history.find({ resourceId: encodeId(job), fields: [PROGRESS] }, page, log);
      const [event] = events;
      if (event === undefined) return latest(since.get(job.target), job.startedAt);
      const last = event.changes.find(({ field }) => field === PROGRESS)?.after;
      // The history has not seen the progress of this response yet.
      return last === progressText(job) ? event.observedAt : undefined;
    },
    unavailable: [...unwatched].map((target) => ({
      reason: 'EXPORT_STALLED',
      code: 'NOT_WATCHED',
      target,
      message: `The history has not watched the mailbox export jobs of target ${target} for long enough without a gap.`,
    })),
  };
}

function progressText({ estimatedProgress }: MailboxExportJobSummary): string | undefined {
  return estimatedProgress === undefined ? undefined : String(estimatedProgress);
}

function unavailable(code: UnavailableReasonRecord['code'], message: string): ExportProgress {
  return {
    unchangedSince: UNKNOWN_PROGRESS,
    unavailable: [{ reason: 'EXPORT_STALLED', code, target: undefined, message }],
  };
}
