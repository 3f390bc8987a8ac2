/** Variables of AWS: mode, targets and limits of reads. */
import { z } from 'zod';
import { READ_OPERATIONS } from '../aws/adapters/operations';
import { flag, list, path, region, wholeNumber } from './parsers';
import { variable } from './variables';

const CACHEABLE_OPERATIONS = [
  ...new Set(READ_OPERATIONS.filter(({ isSecret }) => !isSecret).map(({ name }) => name)),
];

const LIFETIMES = `must be a list of operations with a number of seconds from 1 to 99999, such as ListMembers=60,GetMember=60; the cacheable operations are ${CACHEABLE_OPERATIONS.join(', ')}`;

export const AWS_VARIABLES = {
  AWS_MODE: variable(z.enum(['emulator', 'live'], 'must be emulator or live').optional(), {
    meaning: '`emulator`, or `live` for AWS; required if `NODE_ENV` is `production`',
    unset: '`emulator`',
  }),
  AWS_REGION: variable(region.optional(), {
    meaning: 'the region of the target `default`, which the gateway uses without a targets file',
    unset: '`us-east-1` on the emulator',
  }),
  TARGETS_FILE: variable(path('targets.yaml').optional(), {
    meaning: 'a YAML or JSON file that lists targets',
  }),
  ALLOW_CUSTOM_ENDPOINT: variable(flag.default(false), {
    meaning:
      '`true` lets `AWS_ENDPOINT_URL*` redirect the AWS calls of a live gateway to other addresses than loopback ones',
  }),
  READ_DEADLINE_SECONDS: variable(wholeNumber(1, 999, 30).default(30), {
    meaning: 'the deadline for all AWS reads of one request',
  }),
  MAX_AWS_CALLS: variable(wholeNumber(1, 999_999, 500).default(500), {
    meaning: 'the maximum number of AWS reads of one request',
  }),
  READ_CACHE_SECONDS: variable(list(isLifetime, LIFETIMES, operationOf).transform(lifetimes).optional(), {
    meaning: 'the time to live of cached AWS responses by operation, such as `ListMembers=60,GetMember=60`',
    unset: 'the gateway caches no responses',
  }),
};

/** True for an operation with a time to live, such as ListMembers=60. */
function isLifetime(entry: string): boolean {
  return CACHEABLE_OPERATIONS.includes(operationOf(entry)) && /^[^=]+=[1-9]\d{0,4}$/.test(entry);
}

function operationOf(entry: string): string {
  return entry.split('=', 1)[0] ?? '';
}

function lifetimes(entries: readonly string[]): ReadonlyMap<string, number> {
  return new Map(entries.map((entry) => [operationOf(entry), Number(entry.split('=')[1])]));
}
