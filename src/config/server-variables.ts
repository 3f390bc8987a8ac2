/** Where the gateway listens, and how. */
import { z } from 'zod';
import { flag, port } from './parsers';
import { variable } from './variables';

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export const SERVER_VARIABLES = {
  HOST: variable(z.string().default('127.0.0.1'), { meaning: 'the address that the gateway listens at' }),
  PORT: variable(port.default(4000), { meaning: 'its port; 0 picks a free one' }),
  NODE_ENV: variable(z.string().optional(), {
    meaning: '`production` wants AWS_MODE to be set, and shows less to strangers',
  }),
  EXPLORER: variable(flag.optional(), {
    meaning: 'whether GraphiQL is served at `/`',
    unset: '`true`, in production `false`',
  }),
  LOG_LEVEL: variable(z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`).default('info'), {
    meaning: `of the JSON log on standard error: ${LOG_LEVELS.join(', ')}`,
  }),
};
