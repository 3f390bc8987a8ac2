/** The mean time that several resources spent in each status. */
import type { MeanStatusDurationRecord } from '../domain/records/statistics';
import type { StatusDurationRecord } from '../domain/records/status-durations';

/**
 * Each status with the mean over the resources that were in it: the statuses of most resources first, and equal numbers in
 * the order of their names.
 * @param durations of one resource each.
 */
export function meanStatusDurations(
  durations: readonly (readonly StatusDurationRecord[])[],
): readonly MeanStatusDurationRecord[] {
  const seconds = new Map<string, number[]>();
  for (const { status, seconds: stay } of durations.flat()) {
    const stays = seconds.get(status) ?? [];
    stays.push(stay);
    seconds.set(status, stays);
  }
  return Array.from(seconds, ([status, stays]) => ({
    status,
    meanSeconds: Math.round(stays.reduce((sum, each) => sum + each, 0) / stays.length),
    caseCount: stays.length,
  })).sort((a, b) => b.caseCount - a.caseCount || (a.status < b.status ? -1 : 1));
}
