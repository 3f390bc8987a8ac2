/** The schedule and the sampling of a classification job as sentences. */
import { enumText } from '../../components/enum-text';
import type { jobScope_job$data } from './__generated__/jobScope_job.graphql';

type Schedule = NonNullable<jobScope_job$data['scheduleFrequency']>;

/** Of the week. */
export const DAYS: Readonly<Record<NonNullable<Schedule['dayOfWeek']>, string>> = {
  MONDAY: 'Monday',
  TUESDAY: 'Tuesday',
  WEDNESDAY: 'Wednesday',
  THURSDAY: 'Thursday',
  FRIDAY: 'Friday',
  SATURDAY: 'Saturday',
  SUNDAY: 'Sunday',
  UNRECOGNIZED: 'a day that the console does not know',
};

/** All months have the days up to this one. */
const SHORTEST_MONTH = 28;

/** Such as "Every week on Monday"; null when AWS gives neither a type nor a schedule. */
export function scheduleText({
  jobType,
  awsJobType,
  scheduleFrequency,
}: Pick<jobScope_job$data, 'jobType' | 'awsJobType' | 'scheduleFrequency'>): string | null {
  if (scheduleFrequency != null) return intervalText(scheduleFrequency);
  switch (jobType) {
    case 'ONE_TIME':
      return 'Once';
    case 'SCHEDULED':
      return 'On a schedule that AWS does not state';
    case 'UNRECOGNIZED':
      return enumText({ UNRECOGNIZED: 'A type that the console does not know' }, jobType, awsJobType);
    case null:
    case undefined:
      return null;
  }
}

function intervalText({ interval, dayOfWeek, awsDayOfWeek, dayOfMonth }: Schedule): string {
  switch (interval) {
    case 'DAILY':
      return 'Every day';
    case 'WEEKLY': {
      const day = enumText(DAYS, dayOfWeek, awsDayOfWeek);
      return day === null ? 'Every week' : `Every week on ${day}`;
    }
    case 'MONTHLY': {
      if (dayOfMonth == null) return 'Every month';
      const text = `Every month on day ${dayOfMonth}`;
      return dayOfMonth > SHORTEST_MONTH ? `${text}, in months that have it` : text;
    }
    case 'UNRECOGNIZED':
      return 'On a schedule that the console does not know';
  }
}

/** @param percentage the percentage of eligible objects that the job analyzes */
export function samplingText(percentage: number | null | undefined): string | null {
  if (percentage == null) return null;
  return percentage === 100 ? 'All eligible objects' : `${percentage} % of the eligible objects`;
}
