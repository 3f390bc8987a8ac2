/** Filters and columns of the list of mailbox exports. */
import type { ViewDefinition } from '../../routing/list-view';
import { EXPORT_STATUSES } from './export-labels';

export const EXPORTS_VIEW = {
  texts: { owner: { label: 'Email address of the owner', placeholder: 'Owner’s email address' } },
  choices: { status: { label: 'Status', options: EXPORT_STATUSES } },
  columns: {
    export: { label: 'Export' },
    status: { label: 'Status', order: 'STATUS' },
    progress: { label: 'Progress', order: 'PROGRESS' },
    bucket: { label: 'Bucket' },
    started: { label: 'Started', order: 'STARTED_AT' },
    ended: { label: 'Ended', order: 'ENDED_AT' },
    entity: { label: 'Mailbox', isOptional: true },
    organization: { label: 'Organization', isOptional: true },
    target: { label: 'Target' },
  },
} as const satisfies ViewDefinition;
