/** What outlives a request, and where it is kept. */
import { z } from 'zod';
import { text } from './parsers';
import { variable } from './variables';

const cursorSecret = text(/^.{16,}$/s, 'must have at least 16 characters');

export const STORE_VARIABLES = {
  CURSOR_SECRET: variable(cursorSecret.optional(), {
    meaning: 'at least 16 characters; keeps cursors valid over restarts and replicas',
    unset: 'random',
    secret: true,
  }),
  CURSOR_SECRET_PREVIOUS: variable(cursorSecret.optional(), {
    meaning: 'opens cursors that an earlier `CURSOR_SECRET` sealed, while it is being replaced',
    secret: true,
  }),
  VALKEY_URL: variable(
    text(/^(redis|rediss|valkey|valkeys):\/\/\S+$/, 'must be a URL as redis://127.0.0.1:6379').optional(),
    {
      meaning:
        'Valkey or Redis, as `redis://127.0.0.1:6379`: what several gateways share (leases, idempotency keys, kept answers)',
      unset: 'each gateway keeps its own',
      secret: true,
    },
  ),
  AUDIT_FILE: variable(z.string().optional(), {
    meaning: 'the SQLite file of the [audit trail](audit.md) of one gateway',
    unset: 'in memory on the emulator, `secops-graph-audit.sqlite` on AWS',
  }),
  AUDIT_DATABASE_URL: variable(
    text(
      /^postgres(ql)?:\/\/\S+$/,
      'must be a URL as postgres://user:password@host:5432/database',
    ).optional(),
    { meaning: 'a PostgreSQL database that several gateways share for it instead', secret: true },
  ),
};
