/** Counts per ISO week, which begins on Monday, in UTC. */
import type { SecurityCaseWeekRecord } from '../records/statistics';

/** The number of weeks, the current one included. */
export const WEEK_COUNT = 12;

const WEEK_MS = 7 * 86_400_000;

/** The first Monday after the epoch, which was a Thursday. */
const FIRST_MONDAY_MS = 4 * 86_400_000;

interface CaseTimes {
  readonly opened: readonly (Date | undefined)[];
  readonly closed: readonly (Date | undefined)[];
}

/** The cases opened and closed in each of the last 12 weeks, oldest week first. */
export function countWeeks({ opened, closed }: CaseTimes, now: Date): readonly SecurityCaseWeekRecord[] {
  const current = weekOf(now);
  const weeks = Array.from({ length: WEEK_COUNT }, (_, index) => current - WEEK_COUNT + 1 + index);
  const openedIn = timesPerWeek(opened);
  const closedIn = timesPerWeek(closed);
  return weeks.map((week) => ({
    startsAt: new Date(week * WEEK_MS + FIRST_MONDAY_MS),
    opened: openedIn.get(week) ?? 0,
    closed: closedIn.get(week) ?? 0,
  }));
}

function timesPerWeek(times: readonly (Date | undefined)[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const time of times) {
    if (time === undefined) continue;
    const week = weekOf(time);
    counts.set(week, (counts.get(week) ?? 0) + 1);
  }
  return counts;
}

/** The number of the week, counted from the first Monday after the epoch. */
function weekOf(time: Date): number {
  return Math.floor((time.getTime() - FIRST_MONDAY_MS) / WEEK_MS);
}
