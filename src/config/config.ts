/** The environment and the files that it names, read once, validated and typed. Nothing else reads the gateway's variables. */
import { z } from 'zod';
import { AWS_VARIABLES } from './aws-variables';
import { readIdentity } from './identity';
import { IDENTITY_VARIABLES } from './identity-variables';
import { HTTP_VARIABLES } from './http-variables';
import { ConfigError } from '../domain/errors';
import { parse } from './parse';
import { OPERATIONS_VARIABLES } from './operations-variables';
import { QUERY_VARIABLES } from './query-variables';
import { SERVER_VARIABLES, type LogLevel } from './server-variables';
import { STORE_VARIABLES } from './store-variables';
import { defaultTargets, readTargets } from './targets-file';
import { readTrustedDocuments } from './trusted-documents-file';
import { VARIABLES } from './variables';
import type { IdentitySettings } from '../identity/settings';
import { isLoopbackUrl } from '../domain/loopback';
import type { HttpSettings } from '../http/settings';
import type { OperationsSettings } from '../observability/settings';
import type { QueryLimits } from '../graphql/query-limits/settings';
import type { Target } from '../domain/targets';

export interface Config {
  readonly host: string;
  readonly port: number;
  readonly http: HttpSettings;
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
  readonly queryLimits: QueryLimits;
  readonly targets: readonly Target[];
  /** Who may sign in, or that nobody has to. */
  readonly identity: IdentitySettings | 'ANONYMOUS';
  readonly operations: OperationsSettings;
}

/** All variables, in the order and under the titles of docs/operations.md. */
export const VARIABLE_GROUPS = {
  'The server': SERVER_VARIABLES,
  'Its clients': HTTP_VARIABLES,
  'Signing in': IDENTITY_VARIABLES,
  'What may be asked': QUERY_VARIABLES,
  AWS: AWS_VARIABLES,
  'What is kept': STORE_VARIABLES,
  Operations: OPERATIONS_VARIABLES,
} as const;

const ENVIRONMENT = {
  ...SERVER_VARIABLES,
  ...HTTP_VARIABLES,
  ...IDENTITY_VARIABLES,
  ...QUERY_VARIABLES,
  ...AWS_VARIABLES,
  ...STORE_VARIABLES,
  ...OPERATIONS_VARIABLES,
};
const Environment = z.object(ENVIRONMENT);
type Variables = z.infer<typeof Environment>;

const AUDIT_FILES = {
  emulator: ':memory:',
  live: 'secops-graph-audit.sqlite',
} as const satisfies Record<Config['awsMode'], string>;

/** Points; on the emulator nobody shares anything that could be used up. */
const POINTS_PER_MINUTE = { emulator: 0, live: 1_000_000 } as const satisfies Record<
  Config['awsMode'],
  number
>;

/** Throws ConfigError. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const variables = parse(Environment, set, (name, problem) =>
    isSecret(name) ? `${name} ${problem}.` : `${name} ${problem}, not "${set[name] ?? ''}".`,
  );
  refuseContradictions(variables);
  const awsMode = variables.AWS_MODE ?? 'emulator';
  if (awsMode === 'live' && !variables.ALLOW_CUSTOM_ENDPOINT) refuseCustomEndpoints(set);
  const targets =
    variables.TARGETS_FILE === undefined
      ? defaultTargets(variables.AWS_REGION, awsMode)
      : readTargets(variables.TARGETS_FILE);
  return {
    host: variables.HOST,
    port: variables.PORT,
    http: {
      corsOrigins: variables.CORS_ORIGINS,
      trustedProxies: variables.TRUST_PROXY,
      maxConcurrentRequests: variables.MAX_CONCURRENT_REQUESTS,
    },
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
    explorer: variables.EXPLORER ?? variables.NODE_ENV !== 'production',
    queryLimits: queryLimits(variables, awsMode),
    targets,
    identity: readIdentity(variables, { host: variables.HOST, awsMode, targets }),
    operations: {
      host: variables.OPERATIONS_HOST ?? variables.HOST,
      port: variables.OPERATIONS_PORT,
      tracedAs: variables.OTEL_EXPORTER_OTLP_ENDPOINT && variables.OTEL_SERVICE_NAME,
    },
  };
}

function isSecret(name: string): boolean {
  return VARIABLES.get(ENVIRONMENT[name as keyof Variables])?.secret === true;
}

function queryLimits(variables: Variables, awsMode: Config['awsMode']): QueryLimits {
  const { MAX_COMPLEXITY, RATE_LIMIT_PER_MINUTE, INTROSPECTION, TRUSTED_DOCUMENTS } = variables;
  const points = RATE_LIMIT_PER_MINUTE ?? POINTS_PER_MINUTE[awsMode];
  if (points > 0 && points < MAX_COMPLEXITY) {
    throw new ConfigError(
      `One operation may cost ${MAX_COMPLEXITY} points, and a minute has ${points}: set RATE_LIMIT_PER_MINUTE to MAX_COMPLEXITY or more.`,
    );
  }
  return {
    maxComplexity: MAX_COMPLEXITY,
    pointsPerMinute: points === 0 ? undefined : points,
    introspection: INTROSPECTION ?? variables.NODE_ENV !== 'production',
    trustedDocuments: TRUSTED_DOCUMENTS === undefined ? undefined : readTrustedDocuments(TRUSTED_DOCUMENTS),
  };
}

/** Variables that are right by themselves, but not together. */
function refuseContradictions(variables: Variables): void {
  if (variables.NODE_ENV === 'production' && variables.AWS_MODE === undefined) {
    throw new ConfigError(
      'NODE_ENV is production and AWS_MODE is not set: set AWS_MODE=live to read AWS, or AWS_MODE=emulator to run on made-up data.',
    );
  }
  if (variables.AUDIT_FILE !== undefined && variables.AUDIT_DATABASE_URL !== undefined) {
    throw new ConfigError('AUDIT_FILE and AUDIT_DATABASE_URL are both set: keep one of them.');
  }
}

/** The SDK sends signed requests wherever these variables point, so they may point to this machine only. */
function refuseCustomEndpoints(env: Readonly<Record<string, string | undefined>>): void {
  for (const [name, value] of Object.entries(env)) {
    if (!name.startsWith('AWS_ENDPOINT_URL') || value === undefined) continue;
    if (!isLoopbackUrl(value)) {
      throw new ConfigError(
        `${name} leads AWS calls away from AWS, to "${value}": unset it, or set ALLOW_CUSTOM_ENDPOINT=true if that is meant.`,
      );
    }
  }
}
