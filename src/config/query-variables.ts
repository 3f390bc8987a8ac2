/** What may be asked of the gateway, and how much of it. */
import { z } from 'zod';
import { flag, wholeNumber } from './parsers';
import { variable } from './variables';

export const QUERY_VARIABLES = {
  MAX_COMPLEXITY: variable(wholeNumber(100, 999_999_999).default(50_000), {
    meaning: 'how many points one operation may cost; see [limits](query-limits.md)',
  }),
  RATE_LIMIT_PER_MINUTE: variable(wholeNumber(0, 999_999_999).optional(), {
    meaning: 'how many points each caller may use up in a minute; 0 for any number',
    unset: '`1000000` on AWS, `0` on the emulator',
  }),
  INTROSPECTION: variable(flag.optional(), {
    meaning: 'whether clients may read the schema, and errors suggest its names',
    unset: '`true`, in production `false`',
  }),
  TRUSTED_DOCUMENTS: variable(z.string().optional(), {
    meaning: 'a manifest as `persisted-documents.json`: nothing but its operations is accepted',
  }),
};
