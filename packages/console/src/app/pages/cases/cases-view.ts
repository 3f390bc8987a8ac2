/** Filters and columns of the list of security cases. */
import type { ViewDefinition } from '../../routing/list-view';
import { CASE_STATUSES, PENDING_ACTIONS, RESOLVER_TYPES } from './case-labels';

export const CASES_VIEW = {
  texts: { title: { label: 'Title', placeholder: 'Title contains' } },
  choices: {
    status: { label: 'Status', options: CASE_STATUSES },
    pending: { label: 'Pending action', options: PENDING_ACTIONS },
    resolver: { label: 'Resolver', options: RESOLVER_TYPES },
  },
  columns: {
    title: { label: 'Title', order: 'TITLE' },
    status: { label: 'Status', order: 'STATUS' },
    pending: { label: 'Pending action' },
    resolver: { label: 'Resolver' },
    engagement: { label: 'Engagement', isOptional: true },
    updated: { label: 'Updated', order: 'UPDATED_AT' },
    created: { label: 'Created', order: 'CREATED_AT' },
    target: { label: 'Target' },
    caseId: { label: 'Case id', isOptional: true },
    console: { label: 'AWS console' },
  },
} as const satisfies ViewDefinition;
