/** Variables of the resource history. */
import { z } from 'zod';
import { HISTORY_MODES } from '../history/settings';
import { wholeNumber } from './parsers';
import { variable } from './variables';

const MODES = `must be one of ${HISTORY_MODES.join(', ')}`;

export const HISTORY_VARIABLES = {
  HISTORY: variable(z.enum(HISTORY_MODES, MODES).optional(), {
    meaning:
      'whether the gateway keeps a [history](history.md) of resources: `on` watches the lists of AWS, `listening` has the changes of the gateway, and watches the lists only while somebody listens, `off` keeps none',
    unset: '`on` on the emulator without `VALKEY_URL`, otherwise `off`',
  }),
  HISTORY_INTERVAL_SECONDS: variable(wholeNumber(2, 3_600, 60).default(60), {
    meaning:
      'the longest time between two looks at a list; shorter while a job or an export runs, and shortest if somebody listens then',
  }),
  HISTORY_DAYS: variable(wholeNumber(1, 3_650, 90).default(90), {
    meaning: 'the days after which the gateway deletes an event of the history',
  }),
  HISTORY_MAX_EVENTS: variable(wholeNumber(1_000, 999_999_999, 1_000_000).default(1_000_000), {
    meaning: 'the number of events above which the gateway deletes the oldest ones',
  }),
};
