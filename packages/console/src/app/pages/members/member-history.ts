/** The words of the history of Macie members. */
import type { HistoryWords } from '../../details/history/history-labels';
import { MEMBER_STATUSES } from './member-labels';

export const MEMBER_HISTORY: HistoryWords = {
  fields: {
    status: 'Status',
    email: 'Email address',
    administratorAccountId: 'Administrator',
    invitedAt: 'Invited',
    updatedAt: 'Updated',
    tags: 'Tags',
  },
  values: { status: MEMBER_STATUSES },
};
