/** Variables of queries: complexity, rate limit, introspection, trusted documents and the executor. */
import { z } from 'zod';
import { EXECUTORS } from '../graphql/execution/settings';
import { flag, path, wholeNumber } from './parsers';
import { variable } from './variables';

export const QUERY_VARIABLES = {
  MAX_COMPLEXITY: variable(wholeNumber(100, 999_999_999, 50_000).default(50_000), {
    meaning: 'the maximum cost of one operation in points; see [query limits](query-limits.md)',
  }),
  RATE_LIMIT_PER_MINUTE: variable(wholeNumber(0, 999_999_999, 1_000_000).optional(), {
    meaning: 'the number of points that each caller may use per minute; 0 turns the rate limit off',
    unset: '`1000000` on AWS, `0` on the emulator',
  }),
  INTROSPECTION: variable(flag.optional(), {
    meaning: '`true` lets clients introspect the schema, and adds field suggestions to error messages',
    unset: '`true`, in production `false`',
  }),
  TRUSTED_DOCUMENTS: variable(path('persisted-documents.json').optional(), {
    meaning:
      'a manifest of operations such as `persisted-documents.json`; the gateway rejects all other operations',
  }),
  EXECUTOR: variable(z.enum(EXECUTORS, `must be one of ${EXECUTORS.join(', ')}`).default('compiled'), {
    meaning:
      'the executor of queries: `compiled` compiles a query at its second use, `graphql-js` compiles none; with tracing on, the gateway always uses `graphql-js`',
  }),
};
