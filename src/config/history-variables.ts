/** Variables of the resource history. */
import { z } from 'zod';
import { variable } from './variables';

const HISTORY_MODES = ['on', 'off', 'listening'] as const;
export type HistoryMode = (typeof HISTORY_MODES)[number];

export const HISTORY_VARIABLES = {
  HISTORY: variable(z.enum(HISTORY_MODES, 'must be on, off or listening').default('off'), {
    meaning:
      'whether the database keeps a [history](history.md) of resources: `on` watches the lists of AWS, `listening` serves the history that other gateways with the same database write, `off` keeps none',
  }),
};
