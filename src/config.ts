/** The environment and the targets file, read once, validated and typed. Nothing else reads the gateway's variables. */
import { readFileSync } from 'node:fs';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import { SERVICES } from './errors';
import { TARGET_NAME_PATTERN } from './ids';
import { READ_OPERATIONS, SECRET_OPERATIONS } from './read-operations';
import type { Target } from './targets';

export interface Config {
  readonly host: string;
  readonly port: number;
  readonly awsMode: 'emulator' | 'live';
  readonly cursorSecret: string | undefined;
  /** Seals nothing any more, but still opens. */
  readonly previousCursorSecret: string | undefined;
  /** How long the AWS reads of one request may take together. */
  readonly readDeadlineSeconds: number;
  /** How many AWS reads one request may make. */
  readonly maxAwsCalls: number;
  /** How many seconds answers are kept, by operation; the others are not kept. */
  readonly readCacheSeconds: ReadonlyMap<string, number>;
  /** Where several gateways share what they keep; each keeps its own without it. */
  readonly valkeyUrl: string | undefined;
  /** Where several gateways share one audit trail; the file is used without it. */
  readonly auditDatabaseUrl: string | undefined;
  /** A SQLite file, or :memory:. */
  readonly auditFile: string;
  readonly logLevel: LogLevel;
  /** Whether GraphiQL is served at /. */
  readonly explorer: boolean;
  readonly targets: readonly Target[];
}

/** A variable or the targets file is not as it should be; the message is one line that says what to change. */
export class ConfigError extends Error {}

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
type LogLevel = (typeof LOG_LEVELS)[number];

const DEFAULT_TARGET = 'default';
const EMULATED_REGION = 'us-east-1';
const EMULATED_PARTNER: Target = {
  name: 'partner',
  region: 'eu-west-1',
  roleArn: 'arn:aws:iam::222233334444:role/secops-graph',
  services: SERVICES,
};

const AUDIT_FILES = {
  emulator: ':memory:',
  live: 'secops-graph-audit.sqlite',
} as const satisfies Record<Config['awsMode'], string>;

const REGION = /^[a-z]{2}(-[a-z]+)+-\d$/;
const ROLE_ARN = /^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/;
const LOOPBACK_HOSTS: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** A text of a form; the problem is told when it is missing, is no text, or has another form. */
const text = (pattern: RegExp, problem: string) => z.string(problem).regex(pattern, problem);
const region = text(REGION, 'must be an AWS region such as us-east-1');
const port = text(/^\d{1,5}$/, 'must be a port number from 0 to 65535')
  .transform(Number)
  .refine((number) => number <= 65_535, 'must be a port number from 0 to 65535');

const Environment = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: port.default(4000),
  NODE_ENV: z.string().optional(),
  AWS_MODE: z.enum(['emulator', 'live'], 'must be emulator or live').optional(),
  AWS_REGION: region.optional(),
  TARGETS_FILE: z.string().optional(),
  CURSOR_SECRET: text(/^.{16,}$/s, 'must have at least 16 characters').optional(),
  CURSOR_SECRET_PREVIOUS: text(/^.{16,}$/s, 'must have at least 16 characters').optional(),
  ALLOW_CUSTOM_ENDPOINT: z.enum(['true', 'false'], 'must be true or false').default('false'),
  READ_DEADLINE_SECONDS: text(/^[1-9]\d{0,2}$/, 'must be a whole number from 1 to 999')
    .transform(Number)
    .default(30),
  MAX_AWS_CALLS: text(/^[1-9]\d{0,5}$/, 'must be a whole number from 1 to 999999')
    .transform(Number)
    .default(500),
  READ_CACHE_SECONDS: z
    .string()
    .transform((list, context) => readCacheSeconds(list, context))
    .optional(),
  VALKEY_URL: text(
    /^(redis|rediss|valkey|valkeys):\/\/\S+$/,
    'must be a URL as redis://127.0.0.1:6379',
  ).optional(),
  AUDIT_DATABASE_URL: text(
    /^postgres(ql)?:\/\/\S+$/,
    'must be a URL as postgres://user:password@host:5432/database',
  ).optional(),
  AUDIT_FILE: z.string().optional(),
  EXPLORER: z.enum(['true', 'false'], 'must be true or false').optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`).default('info'),
});

const ALL_OPERATIONS: readonly string[] = [...new Set(Object.values(READ_OPERATIONS).flat())];
const KEPT_OPERATIONS = ALL_OPERATIONS.filter((operation) => !SECRET_OPERATIONS.has(operation));

/** As ListMembers=60,GetMember=60. */
function readCacheSeconds(list: string, context: z.RefinementCtx): ReadonlyMap<string, number> {
  const entries = list.split(',').map((entry): [string, number] => {
    const [operation = '', seconds = ''] = entry.trim().split('=', 2);
    if (!KEPT_OPERATIONS.includes(operation)) {
      context.addIssue(
        `must name operations such as ListMembers=60; these may be kept: ${KEPT_OPERATIONS.join(', ')}`,
      );
    }
    if (!/^[1-9]\d{0,4}$/.test(seconds)) {
      context.addIssue('must give every operation a number of seconds from 1 to 99999, as ListMembers=60');
    }
    return [operation, Number(seconds)];
  });
  return new Map(entries);
}

/** Variables whose values are not for anyone's eyes. */
const SECRETS: ReadonlySet<string> = new Set([
  'AUDIT_DATABASE_URL',
  'CURSOR_SECRET',
  'CURSOR_SECRET_PREVIOUS',
  'VALKEY_URL',
]);

/** An object with these members and no others. */
const strict = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `has a key that is not known: ${issue.keys.join(', ')}`
        : `must be an object with the keys ${Object.keys(shape).join(', ')}`,
  });

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
          .array(z.enum(SERVICES, `must be one of ${SERVICES.join(', ')}`), 'must be a list of services')
          .min(1, 'must name at least one service')
          .default([...SERVICES]),
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
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const variables = parse(Environment, set, (name, problem) =>
    SECRETS.has(name) ? `${name} ${problem}.` : `${name} ${problem}, not "${set[name] ?? ''}".`,
  );
  if (variables.NODE_ENV === 'production' && variables.AWS_MODE === undefined) {
    throw new ConfigError(
      'NODE_ENV is production and AWS_MODE is not set: set AWS_MODE=live to read AWS, or AWS_MODE=emulator to run on made-up data.',
    );
  }
  if (variables.AUDIT_FILE !== undefined && variables.AUDIT_DATABASE_URL !== undefined) {
    throw new ConfigError('AUDIT_FILE and AUDIT_DATABASE_URL are both set: keep one of them.');
  }
  const awsMode = variables.AWS_MODE ?? 'emulator';
  if (awsMode === 'live' && variables.ALLOW_CUSTOM_ENDPOINT === 'false') refuseCustomEndpoints(set);
  return {
    host: variables.HOST,
    port: variables.PORT,
    awsMode,
    cursorSecret: variables.CURSOR_SECRET,
    previousCursorSecret: variables.CURSOR_SECRET_PREVIOUS,
    readDeadlineSeconds: variables.READ_DEADLINE_SECONDS,
    maxAwsCalls: variables.MAX_AWS_CALLS,
    readCacheSeconds: variables.READ_CACHE_SECONDS ?? new Map(),
    valkeyUrl: variables.VALKEY_URL,
    auditDatabaseUrl: variables.AUDIT_DATABASE_URL,
    auditFile: variables.AUDIT_FILE ?? AUDIT_FILES[awsMode],
    logLevel: variables.LOG_LEVEL,
    explorer: (variables.EXPLORER ?? String(variables.NODE_ENV !== 'production')) === 'true',
    targets:
      variables.TARGETS_FILE === undefined
        ? defaultTargets(variables.AWS_REGION, awsMode)
        : readTargets(variables.TARGETS_FILE),
  };
}

/** On the emulator a partner's account beside one's own, so that reading across accounts is seen at once. */
function defaultTargets(awsRegion: string | undefined, awsMode: Config['awsMode']): readonly Target[] {
  const emulated = awsMode === 'emulator';
  const targetRegion = awsRegion ?? (emulated ? EMULATED_REGION : undefined);
  if (targetRegion === undefined) {
    throw new ConfigError(
      'There is nothing to read: set AWS_REGION, or TARGETS_FILE to a file that lists targets.',
    );
  }
  const own = { name: DEFAULT_TARGET, region: targetRegion, services: SERVICES };
  return emulated ? [own, EMULATED_PARTNER] : [own];
}

function readTargets(file: string): readonly Target[] {
  const where = `TARGETS_FILE ${file}`;
  return parse(
    TargetsFile,
    readYaml(file, where),
    (path, problem) => `${where}: ${path || 'the file'} ${problem}.`,
  ).targets;
}

/** JSON is YAML too. */
function readYaml(file: string, where: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new ConfigError(`${where} cannot be read: name a file that exists and may be read.`);
  }
  try {
    return parseYaml(text, { prettyErrors: false });
  } catch {
    throw new ConfigError(`${where} is neither YAML nor JSON.`);
  }
}

/** The SDK sends signed requests wherever these variables point, so they may point to this machine only. */
function refuseCustomEndpoints(env: Readonly<Record<string, string | undefined>>): void {
  for (const [name, value] of Object.entries(env)) {
    if (!name.startsWith('AWS_ENDPOINT_URL') || value === undefined) continue;
    if (!isLoopback(value)) {
      throw new ConfigError(
        `${name} leads AWS calls away from AWS, to "${value}": unset it, or set ALLOW_CUSTOM_ENDPOINT=true if that is meant.`,
      );
    }
  }
}

function isLoopback(url: string): boolean {
  return URL.canParse(url) && LOOPBACK_HOSTS.has(new URL(url).hostname);
}

function parse<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  describe: (path: string, problem: string) => string,
): z.infer<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const lines = result.error.issues.map(({ path, message }) => describe(formatPath(path), message));
  throw new ConfigError(lines.join(' '));
}

/** As targets[1].region. */
function formatPath(path: readonly PropertyKey[]): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
}
