/** The filters of the queue. It has one order: by due time. */
import type { ViewDefinition } from '../../routing/list-view';
import { REASONS } from './attention-labels';

export const ATTENTION_VIEW = {
  texts: {},
  choices: {
    reason: { label: 'Reason', options: REASONS },
    kind: {
      label: 'Kind',
      options: {
        CLASSIFICATION_JOB: 'Classification jobs',
        MACIE_MEMBER: 'Macie members',
        MAILBOX_EXPORT_JOB: 'Mailbox exports',
        SECURITY_CASE: 'Security cases',
      },
    },
  },
  columns: {},
} as const satisfies ViewDefinition;
