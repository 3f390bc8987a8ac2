/** Variables of the attention queue: the times after which a reason counts. */
import type { z } from 'zod';
import type { AttentionThresholds } from '../domain/attention/table';
import { wholeNumber } from './parsers';
import { variable } from './variables';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

const days = (number: number, meaning: string) =>
  variable(wholeNumber(1, 3_650, number).default(number), { meaning });
const minutes = (number: number, meaning: string) =>
  variable(wholeNumber(1, 100_000, number).default(number), { meaning });

export const ATTENTION_VARIABLES = {
  ATTENTION_URGENT_DAYS: days(7, 'the days before its due time from which an item is urgent'),
  ATTENTION_JOB_ERRORS_DAYS: days(
    30,
    'the age in days up to which a completed classification job with errors in its last run counts',
  ),
  ATTENTION_INVITATION_DAYS: days(14, 'the days after which an unanswered invitation counts'),
  ATTENTION_STALLED_EXPORT_MINUTES: minutes(
    60,
    'the minutes without progress after which a mailbox export job counts as stalled',
  ),
  ATTENTION_ACKNOWLEDGEMENT_MINUTES: minutes(
    15,
    'the minutes in which AWS should acknowledge an AWS-supported case',
  ),
  ATTENTION_QUIET_CASE_DAYS: days(7, 'the days without an update after which an open case counts'),
  ATTENTION_UNFINISHED_CHANGE_MINUTES: minutes(
    5,
    'the minutes after which a change without an outcome in the audit trail counts',
  ),
  ATTENTION_CHANGES_DAYS: days(7, 'the age in days up to which changes count'),
};

type AttentionVariables = z.infer<z.ZodObject<typeof ATTENTION_VARIABLES>>;

export function attentionThresholds(variables: AttentionVariables): AttentionThresholds {
  return {
    urgentMs: variables.ATTENTION_URGENT_DAYS * DAY_MS,
    jobErrorsMs: variables.ATTENTION_JOB_ERRORS_DAYS * DAY_MS,
    invitationMs: variables.ATTENTION_INVITATION_DAYS * DAY_MS,
    stalledExportMs: variables.ATTENTION_STALLED_EXPORT_MINUTES * MINUTE_MS,
    acknowledgementMs: variables.ATTENTION_ACKNOWLEDGEMENT_MINUTES * MINUTE_MS,
    quietCaseMs: variables.ATTENTION_QUIET_CASE_DAYS * DAY_MS,
    unfinishedChangeMs: variables.ATTENTION_UNFINISHED_CHANGE_MINUTES * MINUTE_MS,
    changesMs: variables.ATTENTION_CHANGES_DAYS * DAY_MS,
  };
}
