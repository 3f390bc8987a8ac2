/** Filters and columns of the list of Macie members. */
import type { ViewDefinition } from '../../routing/list-view';
import { MEMBER_STATUSES } from './member-labels';

export const MEMBERS_VIEW = {
  texts: {
    email: { label: 'Email address', placeholder: 'Email address contains' },
    account: {
      label: 'Account id',
      placeholder: 'Account id',
      pattern: /^\d{12}$/,
      patternHint: 'An account id has 12 digits.',
    },
  },
  choices: { status: { label: 'Status', options: MEMBER_STATUSES } },
  columns: {
    account: { label: 'Account', order: 'ACCOUNT_ID' },
    email: { label: 'Email address', order: 'EMAIL' },
    status: { label: 'Status', order: 'STATUS' },
    invited: { label: 'Invited', order: 'INVITED_AT' },
    updated: { label: 'Updated' },
    administrator: { label: 'Administrator', isOptional: true },
    target: { label: 'Target' },
  },
} as const satisfies ViewDefinition;
