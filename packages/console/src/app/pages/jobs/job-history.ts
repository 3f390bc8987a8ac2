/** The words of the history of classification jobs. */
import type { HistoryWords } from '../../details/history/history-labels';
import { JOB_STATUSES, JOB_TYPES, RUN_ERRORS } from './job-labels';

export const JOB_HISTORY: HistoryWords = {
  fields: {
    name: 'Name',
    status: 'Status',
    jobType: 'Type',
    createdAt: 'Created',
    'lastRunErrorStatus.code': 'Errors of the last run',
    'userPausedDetails.pausedAt': 'Paused',
    'userPausedDetails.expiresAt': 'Pause expires',
  },
  values: { status: JOB_STATUSES, jobType: JOB_TYPES, 'lastRunErrorStatus.code': RUN_ERRORS },
};
