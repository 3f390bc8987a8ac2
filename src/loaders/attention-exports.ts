/** The progress of mailbox export jobs by the history: AWS does not tell when it changed. */
import type { Logger } from 'pino';
import type { AttentionContext } from '../domain/attention/table';
import { HistoryOffError, HistoryUnavailableError } from '../domain/history-errors';
import { encodeId } from '../domain/ids';
import type { UnavailableReasonRecord } from '../domain/attention/item';
import type { HistorySourceRecord } from '../domain/records/history-completeness';
import type { MailboxExportJobSummary } from '../domain/records/mailbox-export-job';
import { historyCompleteness, latest } from '../history/completeness';
import type { HistoryAccess, HistoryReader } from '../history/queries';

const KIND = 'MailboxExportJob';

const PROGRESS = 'estimatedProgress';

/** What the history tells about the exports of one request. */
export class ExportProgress {
  private hasFailed = false;

  constructor(
    private readonly known: KnownProgress | undefined,
    private readonly offered: readonly UnavailableReasonRecord[],
  ) {}

  /** The reasons that cannot be checked; after the reads also those for which the history failed meanwhile. */
  get unavailable(): readonly UnavailableReasonRecord[] {
    return this.hasFailed ? [unavailableReason('HISTORY_UNAVAILABLE')] : this.offered;
  }

  /** False for a target in which no export can be found stalled. */
  covers(target: string): boolean {
    return this.known !== undefined && !this.offered.some((reason) => reason.target === target);
  }

  /** Returns the time since which a job has its progress; undefined when the history does not know it. */
  async unchangedSince(job: MailboxExportJobSummary): Promise<Date | undefined> {
    if (this.known === undefined || !this.covers(job.target)) return undefined;
    try {
      return await this.known.unchangedSince(job);
    } catch (error) {
      if (!(error instanceof HistoryUnavailableError)) throw error;
      this.hasFailed = true;
      return undefined;
    }
  }
}

/** Needs lists that the history has watched for as long as an export must be stalled. Reports a missing history as an unavailable reason. */
export async function exportProgress(
  history: HistoryReader | undefined,
  targets: readonly string[],
  { now, thresholds }: AttentionContext,
  log: Logger,
): Promise<ExportProgress> {
  if (targets.length === 0) return new ExportProgress(undefined, []);
  if (history === undefined) return new ExportProgress(undefined, [unavailableReason('HISTORY_OFF')]);
  const access = { kinds: [KIND], targets } as const;
  const range = { from: new Date(now.getTime() - thresholds.stalledExportMs), until: undefined };
  try {
    const watched = await history.sources(access, range, log);
    const pruned = await history.pruned(log);
    const isWatched = (target: string) => {
      const covered = [{ kind: KIND, target }] as const;
      return historyCompleteness({ covered, watched, range, after: undefined, pruned, now }).complete;
    };
    const unwatched = targets.filter((target) => !isWatched(target));
    const known = new KnownProgress(history, { watched, prunedAt: pruned.observedAt, access, log });
    return new ExportProgress(known, unwatched.map(notWatched));
  } catch (error) {
    if (!(error instanceof HistoryUnavailableError)) throw error;
    return new ExportProgress(undefined, [unavailableReason('HISTORY_UNAVAILABLE')]);
  }
}

interface KnownProgressOptions {
  readonly watched: readonly HistorySourceRecord[];
  /** The time of the newest deleted event. */
  readonly prunedAt: Date | undefined;
  readonly access: HistoryAccess;
  readonly log: Logger;
}

/** The progress of the jobs in lists that the history watches. */
class KnownProgress {
  private readonly watchedSince: ReadonlyMap<string, Date | undefined>;

  constructor(
    private readonly history: HistoryReader,
    private readonly options: KnownProgressOptions,
  ) {
    this.watchedSince = new Map(options.watched.map(({ target, watchedSince }) => [target, watchedSince]));
  }

  /** Throws HistoryUnavailableError. */
  async unchangedSince(job: MailboxExportJobSummary): Promise<Date | undefined> {
    const { access, prunedAt, log } = this.options;
    const page = { ...access, first: 1, order: 'NEWEST_FIRST' } as const;
    const conditions = { resourceId: encodeId(job), fields: [PROGRESS] };
    const [event] = (await this.history.find(conditions, page, log)).events;
    if (event === undefined) return latest(this.watchedSince.get(job.target), job.startedAt, prunedAt);
    const last = event.changes.find(({ field }) => field === PROGRESS)?.after;
    // The history has not seen the progress of this response yet.
    return last === progressText(job) ? event.observedAt : undefined;
  }
}

function progressText({ estimatedProgress }: MailboxExportJobSummary): string | undefined {
  return estimatedProgress === undefined ? undefined : String(estimatedProgress);
}

const ERRORS = { HISTORY_OFF: HistoryOffError, HISTORY_UNAVAILABLE: HistoryUnavailableError } as const;

function unavailableReason(code: keyof typeof ERRORS): UnavailableReasonRecord {
  const { message } = new ERRORS[code]();
  return { reason: 'EXPORT_STALLED', code, target: undefined, message };
}

function notWatched(target: string): UnavailableReasonRecord {
  const message = `The history has not watched the mailbox export jobs of target ${target} for long enough without a gap.`;
  return { reason: 'EXPORT_STALLED', code: 'NOT_WATCHED', target, message };
}
