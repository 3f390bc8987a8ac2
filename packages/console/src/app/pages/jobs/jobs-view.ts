/** Filters and columns of the list of classification jobs. */
import type { ViewDefinition } from '../../routing/list-view';
import { JOB_STATUSES, JOB_TYPES } from './job-labels';

export const JOBS_VIEW = {
  texts: { name: { label: 'Name', placeholder: 'Name contains' } },
  choices: {
    status: { label: 'Status', options: JOB_STATUSES },
    type: { label: 'Type', options: JOB_TYPES },
  },
  columns: {
    name: { label: 'Name', order: 'NAME' },
    status: { label: 'Status', order: 'STATUS' },
    type: { label: 'Type', order: 'JOB_TYPE' },
    lastRun: { label: 'Last run' },
    created: { label: 'Created', order: 'CREATED_AT' },
    expires: { label: 'Pause expires' },
    target: { label: 'Target' },
    jobId: { label: 'Job id', isOptional: true },
    console: { label: 'AWS console' },
  },
} as const satisfies ViewDefinition;
