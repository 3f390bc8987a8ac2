/** Variables of AWS: mode, targets and limits of reads. */
import { z } from 'zod';
import { READ_OPERATIONS } from '../aws/adapters/operations';
import { flag, region, wholeNumber } from './parsers';
import { variable } from './variables';

const CACHEABLE_OPERATIONS = [
  ...new Set(READ_OPERATIONS.filter(({ isSecret }) => !isSecret).map(({ name }) => name)),
];

export const AWS_VARIABLES = {
  AWS_MODE: variable(z.enum(['emulator', 'live'], 'must be emulator or live').optional(), {
    meaning: '`emulator`, or `live` for AWS; required if `NODE_ENV` is `production`',
    unset: '`emulator`',
  }),
  AWS_REGION: variable(region.optional(), {
    meaning: 'the region of the target `default`, which the gateway uses without a targets file',
    unset: '`us-east-1` on the emulator',
  }),
  TARGETS_FILE: variable(z.string().optional(), { meaning: 'a YAML or JSON file that lists targets' }),
  ALLOW_CUSTOM_ENDPOINT: variable(flag.default(false), {
    meaning:
      '`true` lets `AWS_ENDPOINT_URL*` redirect the AWS calls of a live gateway to other addresses than loopback ones',
  }),
  READ_DEADLINE_SECONDS: variable(wholeNumber(1, 999).default(30), {
    meaning: 'the deadline for all AWS reads of one request',
  }),
  MAX_AWS_CALLS: variable(wholeNumber(1, 999_999).default(500), {
    meaning: 'the maximum number of AWS reads of one request',
  }),
  READ_CACHE_SECONDS: variable(
    z
      .string()
      .transform((list, context) => readCacheSeconds(list, context))
      .optional(),
    {
      meaning: 'the time to live of cached AWS responses by operation, such as `ListMembers=60,GetMember=60`',
      unset: 'the gateway caches no responses',
    },
  ),
};

/** Parses a list such as ListMembers=60,GetMember=60. */
function readCacheSeconds(list: string, context: z.RefinementCtx): ReadonlyMap<string, number> {
  const entries = list.split(',').map((entry): [string, number] => {
    const [operation = '', seconds = ''] = entry.trim().split('=', 2);
    if (!CACHEABLE_OPERATIONS.includes(operation)) {
      context.addIssue(
        `must name operations, as in ListMembers=60; the cacheable operations are ${CACHEABLE_OPERATIONS.join(', ')}`,
      );
    }
    if (!/^[1-9]\d{0,4}$/.test(seconds)) {
      context.addIssue('must give every operation a number of seconds from 1 to 99999, as in ListMembers=60');
    }
    return [operation, Number(seconds)];
  });
  return new Map(entries);
}
