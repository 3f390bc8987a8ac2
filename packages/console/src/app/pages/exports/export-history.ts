/** The words of the history of mailbox exports. */
import type { HistoryWords } from '../../details/history/history-labels';
import { EXPORT_STATUSES } from './export-labels';

export const EXPORT_HISTORY: HistoryWords = {
  fields: {
    status: 'Status',
    entityId: 'Mailbox',
    description: 'Description',
    s3BucketName: 'Bucket',
    s3Path: 'Path',
    estimatedProgress: 'Progress in percent',
    startedAt: 'Started',
    endedAt: 'Ended',
  },
  values: { status: EXPORT_STATUSES },
};
