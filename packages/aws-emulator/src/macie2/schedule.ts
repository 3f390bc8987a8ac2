/** Schedules of jobs: daily, weekly or monthly, at the time of day (UTC) at which the job was created. */
import { DAY } from '../kernel/clock';
import type { JobScheduleFrequency } from './state';

const DAYS_OF_WEEK = ['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'];

/** The day of the week of a time, as Macie names it. */
export function dayOfWeek(time: number): string {
  return DAYS_OF_WEEK[new Date(time).getUTCDay()] ?? 'SUNDAY';
}

/** The first run after a time; undefined for a schedule without runs. */
export function nextRun(
  schedule: JobScheduleFrequency,
  createdAt: number,
  after: number,
): number | undefined {
  return step(schedule, createdAt, after, 1);
}

/** The last run at or before a time. */
export function latestRun(
  schedule: JobScheduleFrequency,
  createdAt: number,
  until: number,
): number | undefined {
  return step(schedule, createdAt, until, -1);
}

/** The number of runs after `after` and at or before `until`. */
export function countRuns(
  schedule: JobScheduleFrequency,
  createdAt: number,
  after: number,
  until: number,
): number {
  const first = nextRun(schedule, createdAt, after);
  if (first === undefined || first > until) return 0;
  if (schedule.monthlySchedule === undefined) {
    const period = schedule.weeklySchedule === undefined ? DAY : 7 * DAY;
    return Math.floor((until - first) / period) + 1;
  }
  let runs = 0;
  for (let run: number | undefined = first; run !== undefined && run <= until; runs += 1) {
    run = nextRun(schedule, createdAt, run);
  }
  return runs;
}

/** Two months have at most 62 days, and no two consecutive months lack the scheduled day. */
const MAX_DAYS_BETWEEN_RUNS = 62;

function step(
  schedule: JobScheduleFrequency,
  createdAt: number,
  from: number,
  direction: 1 | -1,
): number | undefined {
  const timeOfDay = createdAt % DAY;
  const midnight = from - (from % DAY);
  for (let days = 0; days <= MAX_DAYS_BETWEEN_RUNS; days += 1) {
    const candidate = midnight + direction * days * DAY + timeOfDay;
    const isBeyond = direction === 1 ? candidate > from : candidate <= from;
    if (isBeyond && isRunDay(schedule, candidate)) return candidate;
  }
  return undefined;
}

function isRunDay({ weeklySchedule, monthlySchedule }: JobScheduleFrequency, time: number): boolean {
  if (weeklySchedule !== undefined) return dayOfWeek(time) === weeklySchedule.dayOfWeek;
  if (monthlySchedule !== undefined) return new Date(time).getUTCDate() === monthlySchedule.dayOfMonth;
  return true;
}
