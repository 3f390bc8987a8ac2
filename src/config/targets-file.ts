/** The parser of the targets file, and the default targets without one. */
import { z } from 'zod';
import { ConfigError } from '../domain/errors';
import { SERVICE_NAMES } from '../domain/services';
import { AWS_ID_PATTERNS, TARGET_NAME_PATTERN } from '../domain/resources';
import { READ_OPERATIONS } from '../aws/adapters/operations';
import { accountOfRole, type Target } from '../domain/targets';
import { region, strict, text } from './parsers';
import { readYamlFile } from './yaml-file';

const DEFAULT_TARGET = 'default';
const EMULATED_REGION = 'us-east-1';
const EMULATED_PARTNER: Target = {
  name: 'partner',
  region: 'eu-west-1',
  roleArn: 'arn:aws:iam::222233334444:role/secops-graph',
  services: SERVICE_NAMES,
};

const ROLE_ARN = /^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/;

const ALL_OPERATIONS: readonly string[] = [...new Set(READ_OPERATIONS.map(({ name }) => name))];

type Located = Pick<Target, 'region' | 'accountId' | 'roleArn'>;

/** The account ids that the targets without a role state: all of them use the gateway's own credentials. */
const ownAccounts = (targets: readonly Located[]) => [
  ...new Set(targets.flatMap(({ roleArn, accountId }) => (roleArn === undefined ? (accountId ?? []) : []))),
];

function haveUniqueLocations(targets: readonly Located[]): boolean {
  const [own = 'own'] = ownAccounts(targets);
  const locations = targets.map((target) => `${accountOfRole(target) ?? own} ${target.region}`);
  return new Set(locations).size === targets.length;
}

const TargetsFile = strict({
  targets: z
    .array(
      strict({
        name: text(TARGET_NAME_PATTERN, 'must contain only lowercase letters, digits and hyphens'),
        region,
        accountId: text(
          AWS_ID_PATTERNS.accountId,
          'must be an account id of twelve digits, in quotes',
        ).optional(),
        roleArn: text(ROLE_ARN, 'must be the ARN of an IAM role').optional(),
        externalId: text(
          /^[\w+=,.@:/-]{2,1224}$/,
          'must be a valid external id for IAM, in quotes',
        ).optional(),
        requireAcknowledgement: z.boolean('must be true or false').optional(),
        sourceIdentity: z.boolean('must be true or false').optional(),
        rateLimits: z
          .partialRecord(
            z.enum(ALL_OPERATIONS, `must name operations of this list: ${ALL_OPERATIONS.join(', ')}`),
            z.int('must be a whole number of calls per second').min(1, 'must be at least 1 call per second'),
            'must be an object of calls per second by operation',
          )
          .optional(),
        services: z
          .array(
            z.enum(SERVICE_NAMES, `must be one of ${SERVICE_NAMES.join(', ')}`),
            'must be a list of services',
          )
          .min(1, 'must name at least one service')
          .default([...SERVICE_NAMES]),
      }).refine(
        (target) =>
          target.accountId === undefined || [undefined, target.accountId].includes(accountOfRole(target)),
        { path: ['accountId'], error: 'must be the account of roleArn' },
      ),
      'must be a list of targets',
    )
    .min(1, 'must contain at least one target')
    .refine(
      (targets) => new Set(targets.map(({ name }) => name)).size === targets.length,
      'must have unique names',
    )
    .refine(
      (targets) => ownAccounts(targets).length <= 1,
      'must have the same accountId wherever roleArn is not set: these targets use the own credentials of the gateway',
    )
    .refine(
      haveUniqueLocations,
      'must have unique combinations of account and region: the gateway serializes changes only within a target',
    ),
});

/** The targets in the order of the file. Throws ConfigError. */
export function readTargets(file: string): readonly Target[] {
  return readYamlFile('TARGETS_FILE', file, TargetsFile).targets;
}

/** One target in `awsRegion`; on the emulator also one in a second account, which demonstrates reads across accounts. Throws ConfigError. */
export function defaultTargets(
  awsRegion: string | undefined,
  awsMode: 'emulator' | 'live',
): readonly Target[] {
  const emulated = awsMode === 'emulator';
  const targetRegion = awsRegion ?? (emulated ? EMULATED_REGION : undefined);
  if (targetRegion === undefined) {
    throw new ConfigError(
      'No target is configured: set AWS_REGION, or set TARGETS_FILE to a file that lists targets.',
    );
  }
  const own = { name: DEFAULT_TARGET, region: targetRegion, services: SERVICE_NAMES };
  return emulated ? [own, EMULATED_PARTNER] : [own];
}
