/** What is read of AWS, and within which bounds. */
import { z } from 'zod';
import { READ_OPERATIONS } from '../aws/adapters/operations';
import { flag, region, wholeNumber } from './parsers';
import { variable } from './variables';

const CACHEABLE_OPERATIONS = [
  ...new Set(READ_OPERATIONS.filter(({ isSecret }) => !isSecret).map(({ name }) => name)),
];

export const AWS_VARIABLES = {
  AWS_MODE: variable(z.enum(['emulator', 'live'], 'must be emulator or live').optional(), {
    meaning: '`emulator`, or `live` for AWS; must be set when `NODE_ENV` is `production`',
    unset: '`emulator`',
  }),
  AWS_REGION: variable(region.optional(), {
    meaning: 'the region of the target `default`, which is read when there is no targets file',
    unset: '`us-east-1` on the emulator',
  }),
  TARGETS_FILE: variable(z.string().optional(), { meaning: 'a YAML or JSON file that lists targets' }),
  ALLOW_CUSTOM_ENDPOINT: variable(flag.default(false), {
    meaning: 'lets `AWS_ENDPOINT_URL*` lead a live gateway somewhere other than AWS and this machine',
  }),
  READ_DEADLINE_SECONDS: variable(wholeNumber(1, 999).default(30), {
    meaning: 'how long the AWS reads of one request may take together',
  }),
  MAX_AWS_CALLS: variable(wholeNumber(1, 999_999).default(500), {
    meaning: 'how many AWS reads one request may make',
  }),
  READ_CACHE_SECONDS: variable(
    z
      .string()
      .transform((list, context) => readCacheSeconds(list, context))
      .optional(),
    {
      meaning: 'keeps answers of AWS, as `ListMembers=60,GetMember=60`',
      unset: 'nothing is kept',
    },
  ),
};

/** As ListMembers=60,GetMember=60. */
function readCacheSeconds(list: string, context: z.RefinementCtx): ReadonlyMap<string, number> {
  const entries = list.split(',').map((entry): [string, number] => {
    const [operation = '', seconds = ''] = entry.trim().split('=', 2);
    if (!CACHEABLE_OPERATIONS.includes(operation)) {
      context.addIssue(
        `must name operations such as ListMembers=60; these may be kept: ${CACHEABLE_OPERATIONS.join(', ')}`,
      );
    }
    if (!/^[1-9]\d{0,4}$/.test(seconds)) {
      context.addIssue('must give every operation a number of seconds from 1 to 99999, as ListMembers=60');
    }
    return [operation, Number(seconds)];
  });
  return new Map(entries);
}
