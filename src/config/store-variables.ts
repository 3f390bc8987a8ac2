/** Variables of the stores: cursor secrets, Valkey and the audit trail. */
import { z } from 'zod';
import { text } from './parsers';
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
    text(
      /^(redis|rediss|valkey|valkeys):\/\/\S+$/,
      'must be a URL such as redis://127.0.0.1:6379',
    ).optional(),
    {
      meaning:
        'the URL of Valkey or Redis, such as `redis://127.0.0.1:6379`, where several gateways share leases, idempotency keys, rate limits and cached responses',
      unset: 'each gateway uses its own memory',
      secret: true,
    },
  ),
  AUDIT_FILE: variable(z.string().optional(), {
    meaning: 'the SQLite file with the [audit trail](audit.md) of a single gateway',
    unset: 'in memory on the emulator, `secops-graph-audit.sqlite` on AWS',
  }),
  AUDIT_DATABASE_URL: variable(
    text(
      /^postgres(ql)?:\/\/\S+$/,
      'must be a URL such as postgres://user:password@host:5432/database',
    ).optional(),
    {
      meaning:
        'the URL of a PostgreSQL database where several gateways share one audit trail; replaces `AUDIT_FILE`',
      secret: true,
    },
  ),
};
