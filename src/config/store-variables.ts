/** Variables of the stores: cursor secrets, Valkey and the database. */
import { path, text } from './parsers';
import { url } from './url-parsers';
import { variable } from './variables';

const cursorSecret = text(/^.{16,}$/s, 'must have at least 16 characters');

export const STORE_VARIABLES = {
  CURSOR_SECRET: variable(cursorSecret.optional(), {
    meaning: 'a secret of at least 16 characters that keeps cursors valid across restarts and replicas',
    unset: 'random',
    secret: true,
  }),
  CURSOR_SECRET_PREVIOUS: variable(cursorSecret.optional(), {
    meaning: 'the previous `CURSOR_SECRET`, which still opens cursors during a rotation',
    secret: true,
  }),
  VALKEY_URL: variable(
    url({
      schemes: ['redis', 'rediss', 'valkey', 'valkeys'],
      problem: 'must be a URL such as',
      example: 'redis://127.0.0.1:6379',
      passwordExample: 'redis://:pass%23word@127.0.0.1:6379',
      path: {
        pattern: /^\/?\d*$/,
        problem: 'must end with the number of a database, if any, as in redis://127.0.0.1:6379/0',
      },
    }).optional(),
    {
      meaning:
        'the URL of Valkey or Redis, such as `redis://127.0.0.1:6379`, where several gateways share leases, idempotency keys, rate limits and cached responses; percent-encode special characters of the password',
      unset: 'each gateway uses its own memory',
      secret: true,
    },
  ),
  DATABASE_FILE: variable(path('secops-graph.sqlite').optional(), {
    meaning: 'the SQLite file of a single gateway with its [audit trail](audit.md)',
    unset: 'in memory on the emulator, `secops-graph.sqlite` on AWS',
  }),
  DATABASE_URL: variable(
    url({
      schemes: ['postgres', 'postgresql'],
      problem: 'must be a URL such as',
      example: 'postgres://user:password@host:5432/database',
      passwordExample: 'postgres://user:pass%23word@host:5432/database',
      hostParameter: 'host',
    }).optional(),
    {
      meaning:
        'the URL of a PostgreSQL database where several gateways share one [audit trail](audit.md); replaces `DATABASE_FILE`; percent-encode special characters of the password',
      secret: true,
    },
  ),
};
