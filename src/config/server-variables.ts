/** Variables of the server: address, pages and log level. */
import { z } from 'zod';
import { flag, host, port } from './parsers';
import { variable } from './variables';

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export const SERVER_VARIABLES = {
  HOST: variable(host.default('127.0.0.1'), { meaning: 'the address that the gateway listens on' }),
  PORT: variable(port(4000).default(4000), {
    meaning: 'the port that the gateway listens on; 0 selects a free port',
  }),
  NODE_ENV: variable(z.string().optional(), {
    meaning:
      '`production` requires `AWS_MODE`, and turns the explorer, the console and introspection off by default',
  }),
  EXPLORER: variable(flag.optional(), {
    meaning: '`true` serves GraphiQL at `/`',
    unset: '`true`, in production `false`',
  }),
  CONSOLE: variable(flag.optional(), {
    meaning: '`true` serves the [web console](console.md) at `/console/`',
    unset: '`true`, in production `false`',
  }),
  LOG_LEVEL: variable(z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`).default('info'), {
    meaning: `the level of the JSON log on standard error: ${LOG_LEVELS.join(', ')}`,
  }),
};
