/** The words of the history of security cases. */
import type { HistoryWords } from '../../details/history/history-labels';
import { CASE_STATUSES, ENGAGEMENT_TYPES, PENDING_ACTIONS, RESOLVER_TYPES } from './case-labels';

export const CASE_HISTORY: HistoryWords = {
  fields: {
    status: 'Status',
    title: 'Title',
    resolverType: 'Resolver',
    engagementType: 'Engagement',
    pendingAction: 'Pending action',
    createdAt: 'Created',
    updatedAt: 'Updated',
    closedAt: 'Closed',
  },
  values: {
    status: CASE_STATUSES,
    resolverType: RESOLVER_TYPES,
    engagementType: ENGAGEMENT_TYPES,
    pendingAction: PENDING_ACTIONS,
  },
};
