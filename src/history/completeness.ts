/** The completeness of a page of events: whether each list that it covers was watched for the whole range. */
import type { DateTimeConditions } from '../domain/records/conditions';
import type {
  HistoryCompletenessRecord,
  HistoryGapRecord,
  HistoryRange,
  HistorySourceRecord,
  PrunedRecord,
} from '../domain/records/history-completeness';
import { LATE_INTERVALS } from './rhythm';
import type { AwsList } from '../domain/aws-list';
import { sourceKey } from './sources';

const HOUR_MS = 3_600_000;

export interface CompletenessRequest {
  /** The sources that the page covers. */
  readonly covered: readonly AwsList[];
  /** Their state as far as they were watched, with their gaps in the range. */
  readonly watched: readonly HistorySourceRecord[];
  readonly range: HistoryRange;
  /** The position behind which the page starts; undefined for a page that starts with the oldest event. */
  readonly after: string | undefined;
  readonly pruned: PrunedRecord;
  readonly now: Date;
}

export function historyCompleteness(request: CompletenessRequest): HistoryCompletenessRecord {
  const watched = new Map(request.watched.map((source) => [sourceKey(source), source]));
  const sources = request.covered.map((source) => {
    const known = watched.get(sourceKey(source)) ?? { ...source, ...UNWATCHED };
    return { ...known, gaps: [...openGap(known, request), ...prunedGap(known, request), ...known.gaps] };
  });
  return { complete: sources.every((source) => isComplete(source, request.range)), sources };
}

/**
 * The time until which a page reports the gaps of every source. A source that is not watched yet is reported until now: it
 * has no gap that a later look ends.
 */
export function reportedUntil({ covered, watched, now }: CompletenessRequest): Date {
  const looks = new Map(watched.map((source) => [sourceKey(source), source.observedAt]));
  return earliest(now, ...covered.map((source) => looks.get(sourceKey(source)))) ?? now;
}

/** The range of conditions on a time. */
export function rangeOf(time: DateTimeConditions | null | undefined): HistoryRange {
  const { eq, gt, gte, lt, lte } = time ?? {};
  return {
    from: latest(eq?.from, gt?.until, gte?.from),
    until: earliest(eq?.until, lt?.from, lte?.until),
  };
}

/** The later of the known times. */
export function latest(...times: readonly (Date | undefined)[]): Date | undefined {
  return times.reduce((a, b) => (a === undefined || (b !== undefined && b > a) ? b : a), undefined);
}

/** The earlier of the known times. */
export function earliest(...times: readonly (Date | undefined)[]): Date | undefined {
  return times.reduce((a, b) => (a === undefined || (b !== undefined && b < a) ? b : a), undefined);
}

const UNWATCHED = { watchedSince: undefined, observedAt: undefined, intervalSeconds: undefined, gaps: [] };

function isComplete({ watchedSince, gaps }: HistorySourceRecord, { from, until }: HistoryRange): boolean {
  if (watchedSince === undefined || gaps.length > 0) return false;
  return watchedSince <= (from ?? until ?? watchedSince);
}

/** The gap of a source that nobody watches now, if it is in the range. */
function openGap(
  { observedAt, intervalSeconds }: HistorySourceRecord,
  { range: { until }, now }: CompletenessRequest,
): readonly HistoryGapRecord[] {
  if (observedAt === undefined || intervalSeconds === undefined) return [];
  const isLate = now.getTime() - observedAt.getTime() > LATE_INTERVALS * intervalSeconds * 1_000;
  const isInRange = until === undefined || until > observedAt;
  return isLate && isInRange ? [{ startedAt: observedAt, endedAt: undefined, reason: 'NOT_WATCHED' }] : [];
}

/** The gap of deleted events that the page would have, if they still existed. */
function prunedGap(
  { watchedSince }: HistorySourceRecord,
  { range: { from }, after, pruned: { position, observedAt } }: CompletenessRequest,
): readonly HistoryGapRecord[] {
  if (observedAt === undefined) return [];
  // The event may belong to a list that the caller may not read: its exact time is none of the caller's.
  const endedAt = new Date(Math.ceil(observedAt.getTime() / HOUR_MS) * HOUR_MS);
  const isPruned =
    after === undefined ? from !== undefined && from < endedAt : Number(after) < Number(position);
  if (!isPruned) return [];
  const start = from ?? watchedSince ?? endedAt;
  const startedAt = start < endedAt ? start : endedAt;
  return [{ startedAt, endedAt, reason: 'PRUNED' }];
}
