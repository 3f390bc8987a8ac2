/** The file that lists the targets, and the targets that there are without one. */
import { z } from 'zod';
import { ConfigError } from '../domain/errors';
import { SERVICE_NAMES } from '../domain/services';
import { TARGET_NAME_PATTERN } from '../domain/ids';
import { READ_OPERATIONS } from '../aws/adapters/operations';
import type { Target } from '../domain/targets';
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

/** What a target reads; without a role it is the account of the gateway's own credentials. */
const accountAndRegion = (target: { region: string; roleArn?: string | undefined }) =>
  `${target.roleArn?.split(':')[4] ?? 'own'} ${target.region}`;

const TargetsFile = strict({
  targets: z
    .array(
      strict({
        name: text(TARGET_NAME_PATTERN, 'must be lower-case letters, digits and hyphens'),
        region,
        roleArn: text(ROLE_ARN, 'must be the ARN of an IAM role').optional(),
        externalId: text(
          /^[\w+=,.@:/-]{2,1224}$/,
          'must be an external id as IAM takes it, in quotes',
        ).optional(),
        requireAcknowledgement: z.boolean('must be true or false').optional(),
        sourceIdentity: z.boolean('must be true or false').optional(),
        rateLimits: z
          .partialRecord(
            z.enum(ALL_OPERATIONS, `must name operations out of ${ALL_OPERATIONS.join(', ')}`),
            z.int('must be a whole number of calls per second').min(1, 'must be at least 1 call per second'),
            'must be a list of operations with their calls per second',
          )
          .optional(),
        services: z
          .array(
            z.enum(SERVICE_NAMES, `must be one of ${SERVICE_NAMES.join(', ')}`),
            'must be a list of services',
          )
          .min(1, 'must name at least one service')
          .default([...SERVICE_NAMES]),
      }),
      'must be a list of targets',
    )
    .min(1, 'must hold at least one target')
    .refine(
      (targets) => new Set(targets.map(({ name }) => name)).size === targets.length,
      'must not name a target twice',
    )
    .refine(
      (targets) => new Set(targets.map(accountAndRegion)).size === targets.length,
      'must not read one account and region twice: changes of a resource take turns by target',
    ),
});

/** Throws ConfigError. */
export function readTargets(file: string): readonly Target[] {
  return readYamlFile('TARGETS_FILE', file, TargetsFile).targets;
}

/** On the emulator a partner's account beside one's own, so that reading across accounts is seen at once. */
export function defaultTargets(
  awsRegion: string | undefined,
  awsMode: 'emulator' | 'live',
): readonly Target[] {
  const emulated = awsMode === 'emulator';
  const targetRegion = awsRegion ?? (emulated ? EMULATED_REGION : undefined);
  if (targetRegion === undefined) {
    throw new ConfigError(
      'There is nothing to read: set AWS_REGION, or TARGETS_FILE to a file that lists targets.',
    );
  }
  const own = { name: DEFAULT_TARGET, region: targetRegion, services: SERVICE_NAMES };
  return emulated ? [own, EMULATED_PARTNER] : [own];
}
