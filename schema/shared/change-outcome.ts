/** The enum of mutation outcomes. */
import type { ChangeOutcome } from '../../src/domain/transitions/table';
import { enumType } from './enum-type';

export const ChangeOutcomeEnum = enumType<ChangeOutcome>(
  'ChangeOutcome',
  'The outcome of a requested change.',
  {
    APPLIED: 'AWS accepted the change; for a mailbox export job, a read also showed the new status.',
    RECONCILED: 'AWS gave no clear response, and a fresh read of the resource showed the requested status.',
    DRY_RUN: 'The change passed every check, and the gateway did not send it.',
    REFUSED: 'The change was not applied; userErrors gives the reason.',
    UNKNOWN:
      'The gateway sent the change and does not know whether AWS applied it; userErrors gives the details.',
  },
);
