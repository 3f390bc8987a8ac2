/** What became of a mutation. */
import type { ChangeOutcome } from '../../src/domain/transitions/table';
import { enumType } from './enum-type';

export const ChangeOutcomeEnum = enumType<ChangeOutcome>(
  'ChangeOutcome',
  'What became of a requested change.',
  {
    APPLIED: 'AWS accepted the change.',
    RECONCILED: 'AWS did not answer clearly, and reading the resource again showed the requested status.',
    DRY_RUN: 'The change would have been sent; nothing was.',
    REFUSED: 'The change was not applied: userErrors says why.',
    UNKNOWN: 'The change was sent and it is not known whether it was applied: userErrors says what was seen.',
  },
);
