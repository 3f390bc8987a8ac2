/** The configuration: the environment variables and the files that they name, validated and typed. No other module reads the gateway's variables. */
import { z } from 'zod';
import { AWS_VARIABLES } from './aws-variables';
import { rejectFolder, rejectFormerFile } from './files';
import { rejectFormerNames } from './renamed-variables';
import { readIdentity } from './identity';
import { IDENTITY_VARIABLES } from './identity-variables';
import type { HistorySettings } from '../history/settings';
import type { StreamLimits } from '../live/stream-limits';
import { readConsole } from './console';
import { CONSOLE_VARIABLES } from './console-variables';
import { HISTORY_VARIABLES } from './history-variables';
import { ATTENTION_VARIABLES, attentionThresholds } from './attention-variables';
import type { AttentionThresholds } from '../domain/attention/table';
import { HTTP_VARIABLES } from './http-variables';
import { ConfigError } from '../domain/errors';
import { notValue, parse } from './parse';
import { readOperations } from './operations';
import { OPERATIONS_VARIABLES } from './operations-variables';
import { QUERY_VARIABLES } from './query-variables';
import { SERVER_VARIABLES, type LogLevel } from './server-variables';
import { STORE_VARIABLES } from './store-variables';
import { defaultTargets, readTargets } from './targets-file';
import { readTrustedDocuments } from './trusted-documents-file';
import { urlProblem, type UrlRules } from './url-parsers';
import { VARIABLES } from './variables';
import type { IdentitySettings } from '../identity/settings';
import { isLoopbackUrl } from '../domain/loopback';
import type { ConsoleSettings } from '../http/console-settings';
import type { HttpSettings } from '../http/settings';
import type { ReadinessNeed } from '../observability/health/problems';
import type { OperationsSettings } from '../observability/settings';
import type { ExecutorName } from '../graphql/execution/settings';
import type { QueryLimits } from '../graphql/query-limits/settings';
import type { Target } from '../domain/targets';

export interface Config {
  readonly host: string;
  readonly port: number;
  readonly http: HttpSettings;
  readonly awsMode: 'emulator' | 'live';
  readonly cursorSecret: string | undefined;
  /** Opens cursors that it sealed earlier; seals no new ones. */
  readonly previousCursorSecret: string | undefined;
  /** The deadline for all AWS reads of one request. */
  readonly readDeadlineSeconds: number;
  /** The maximum number of AWS reads of one request. */
  readonly maxAwsCalls: number;
  /** The time to live of cached AWS responses, by operation; responses of other operations are not cached. */
  readonly readCacheSeconds: ReadonlyMap<string, number>;
  /** The Valkey store that several gateways share; without it, each gateway uses its own memory. */
  readonly valkeyUrl: string | undefined;
  /** The PostgreSQL database that several gateways share; without it, the gateway uses `databaseFile`. */
  readonly databaseUrl: string | undefined;
  /** A SQLite file, or :memory:. */
  readonly databaseFile: string;
  readonly history: HistorySettings;
  /** The times after which the reasons of the attention queue count. */
  readonly attention: AttentionThresholds;
  /** The maximum numbers of open streams. */
  readonly streams: StreamLimits;
  readonly logLevel: LogLevel;
  /** True to serve GraphiQL at /. */
  readonly explorer: boolean;
  /** True to serve the web console at /console/. */
  readonly console: boolean;
  readonly consoleSettings: ConsoleSettings;
  readonly queryLimits: QueryLimits;
  readonly executor: ExecutorName;
  readonly targets: readonly Target[];
  /** ANONYMOUS when the gateway requires no sign-in. */
  readonly identity: IdentitySettings | 'ANONYMOUS';
  readonly operations: OperationsSettings;
  /** The stores without which the gateway is not ready. */
  readonly readinessNeeds: readonly ReadinessNeed[];
  /** The time between the signal that stops the gateway and the end of its listener. */
  readonly drainDelaySeconds: number;
}

const PROXY_VARIABLES = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy', 'ALL_PROXY', 'all_proxy'];

/** All variables, in the order and with the headings of docs/operations.md. */
export const VARIABLE_GROUPS = {
  Server: SERVER_VARIABLES,
  'HTTP clients': HTTP_VARIABLES,
  'Sign-in': IDENTITY_VARIABLES,
  'Web console': CONSOLE_VARIABLES,
  'Query limits': QUERY_VARIABLES,
  AWS: AWS_VARIABLES,
  Storage: STORE_VARIABLES,
  'Resource history': HISTORY_VARIABLES,
  'Attention queue': ATTENTION_VARIABLES,
  Operations: OPERATIONS_VARIABLES,
} as const;

const ENVIRONMENT = {
  ...SERVER_VARIABLES,
  ...HTTP_VARIABLES,
  ...IDENTITY_VARIABLES,
  ...CONSOLE_VARIABLES,
  ...QUERY_VARIABLES,
  ...AWS_VARIABLES,
  ...STORE_VARIABLES,
  ...HISTORY_VARIABLES,
  ...ATTENTION_VARIABLES,
  ...OPERATIONS_VARIABLES,
};
const Environment = z.object(ENVIRONMENT);
type Variables = z.infer<typeof Environment>;

const DATABASE_FILES = {
  emulator: ':memory:',
  live: 'secops-graph.sqlite',
} as const satisfies Record<Config['awsMode'], string>;

const FORMER_FILE = 'secops-graph-audit.sqlite';

/** The default rate limit, in points; 0, the default on the emulator, means no limit. */
const POINTS_PER_MINUTE = { emulator: 0, live: 1_000_000 } as const satisfies Record<
  Config['awsMode'],
  number
>;

/** Reads and validates the configuration; an empty variable counts as not set. Throws ConfigError. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const variables = parse(Environment, set, (name, problem) =>
    isSecret(name) ? `${name} ${problem}.` : `${name} ${problem}${notValue(set[name] ?? '')}.`,
  );
  rejectFormerNames(set);
  checkConsistency(variables);
  const awsMode = variables.AWS_MODE ?? 'emulator';
  if (awsMode === 'live') checkCustomEndpoints(set, variables.ALLOW_CUSTOM_ENDPOINT);
  if (awsMode === 'live') checkProxies(set);
  const targets =
    variables.TARGETS_FILE === undefined
      ? defaultTargets(variables.AWS_REGION, awsMode)
      : readTargets(variables.TARGETS_FILE);
  const identity = readIdentity(variables, { host: variables.HOST, awsMode, targets });
  return {
    host: variables.HOST,
    port: variables.PORT,
    http: {
      corsOrigins: variables.CORS_ORIGINS,
      corsHeaders: variables.CORS_HEADERS,
      allowedHosts: variables.ALLOWED_HOSTS,
      trustedProxies: variables.TRUST_PROXY,
      compression: variables.COMPRESSION === 'on',
      maxConcurrentRequests: variables.MAX_CONCURRENT_REQUESTS,
      maxConnections: variables.MAX_CONNECTIONS,
      maxConnectionsPerAddress: variables.MAX_CONNECTIONS_PER_ADDRESS,
    },
    awsMode,
    cursorSecret: variables.CURSOR_SECRET,
    previousCursorSecret: variables.CURSOR_SECRET_PREVIOUS,
    readDeadlineSeconds: variables.READ_DEADLINE_SECONDS,
    maxAwsCalls: variables.MAX_AWS_CALLS,
    readCacheSeconds: variables.READ_CACHE_SECONDS ?? new Map(),
    streams: { total: variables.MAX_STREAMS, perCaller: variables.MAX_STREAMS_PER_CALLER },
    valkeyUrl: variables.VALKEY_URL,
    databaseUrl: variables.DATABASE_URL,
    databaseFile: variables.DATABASE_FILE ?? defaultDatabaseFile(awsMode, variables.DATABASE_URL),
    history: historySettings(variables, awsMode),
    attention: attentionThresholds(variables),
    logLevel: variables.LOG_LEVEL,
    explorer: variables.EXPLORER ?? variables.NODE_ENV !== 'production',
    console: variables.CONSOLE ?? variables.NODE_ENV !== 'production',
    consoleSettings: readConsole(variables, identity),
    queryLimits: queryLimits(variables, awsMode),
    executor: variables.EXECUTOR,
    targets,
    identity,
    operations: readOperations(variables, { host: variables.HOST, port: variables.PORT, identity }),
    readinessNeeds: variables.READINESS_NEEDS,
    drainDelaySeconds: variables.DRAIN_DELAY_SECONDS,
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
      `RATE_LIMIT_PER_MINUTE is ${points}, less than MAX_COMPLEXITY, which is ${MAX_COMPLEXITY}: set RATE_LIMIT_PER_MINUTE to at least MAX_COMPLEXITY.`,
    );
  }
  return {
    maxComplexity: MAX_COMPLEXITY,
    pointsPerMinute: points === 0 ? undefined : points,
    introspection: INTROSPECTION ?? variables.NODE_ENV !== 'production',
    trustedDocuments: TRUSTED_DOCUMENTS === undefined ? undefined : readTrustedDocuments(TRUSTED_DOCUMENTS),
  };
}

/** Throws ConfigError when variables contradict each other. */
function checkConsistency(variables: Variables): void {
  if (variables.NODE_ENV === 'production' && variables.AWS_MODE === undefined) {
    throw new ConfigError(
      'NODE_ENV is production and AWS_MODE is not set: set AWS_MODE=live to read AWS, or AWS_MODE=emulator to run on made-up data.',
    );
  }
  if (variables.CORS_HEADERS.length > 0 && variables.CORS_ORIGINS.length === 0) {
    throw new ConfigError(
      'CORS_HEADERS is set and CORS_ORIGINS is not: list the origins whose pages may send these headers, or unset CORS_HEADERS.',
    );
  }
  if (variables.READINESS_NEEDS.includes('valkey') && variables.VALKEY_URL === undefined) {
    throw new ConfigError(
      'READINESS_NEEDS lists valkey and VALKEY_URL is not set: set VALKEY_URL, or remove valkey from READINESS_NEEDS.',
    );
  }
  const keepsHistory = variables.HISTORY === 'on' || variables.HISTORY === 'listening';
  if (keepsHistory && variables.VALKEY_URL !== undefined && variables.DATABASE_URL === undefined) {
    throw new ConfigError(
      'HISTORY needs DATABASE_URL beside VALKEY_URL: several gateways share one history in PostgreSQL.',
    );
  }
  if (variables.DATABASE_FILE === undefined) return;
  if (variables.DATABASE_URL !== undefined) {
    throw new ConfigError('DATABASE_FILE and DATABASE_URL are both set: unset one of them.');
  }
  rejectFolder('DATABASE_FILE', variables.DATABASE_FILE);
}

function defaultDatabaseFile(awsMode: Config['awsMode'], databaseUrl: string | undefined): string {
  const file = DATABASE_FILES[awsMode];
  if (awsMode === 'live' && databaseUrl === undefined) rejectFormerFile('DATABASE_FILE', file, FORMER_FILE);
  return file;
}

/** By default only a single gateway on the emulator has a history: on AWS, looks at lists use the quota of the account. */
function historySettings(variables: Variables, awsMode: Config['awsMode']): HistorySettings {
  const { VALKEY_URL: valkeyUrl } = variables;
  return {
    mode: variables.HISTORY ?? (awsMode === 'emulator' && valkeyUrl === undefined ? 'on' : 'off'),
    intervalSeconds: variables.HISTORY_INTERVAL_SECONDS,
    days: variables.HISTORY_DAYS,
    maxEvents: variables.HISTORY_MAX_EVENTS,
  };
}

/** The gateway connects directly, and an operator who sets a proxy expects that it does not. Throws ConfigError. */
function checkProxies(env: Readonly<Record<string, string | undefined>>): void {
  const exempt = (env.no_proxy ?? env.NO_PROXY ?? '').split(',').map((entry) => entry.trim());
  if (exempt.includes('*')) return;
  const name = PROXY_VARIABLES.find((proxy) => env[proxy] !== undefined);
  if (name === undefined) return;
  throw new ConfigError(
    `${name} is set, but the gateway does not use proxies for its connections to AWS, the issuer and the collector: unset it, or set NO_PROXY=* to let the gateway connect directly, such as through VPC endpoints.`,
  );
}

const ENDPOINT_RULES: UrlRules = {
  schemes: ['http', 'https'],
  problem: 'must be a URL such as',
  example: 'http://127.0.0.1:4566',
};

/**
 * Checks AWS_ENDPOINT_URL*, to which the AWS SDK sends signed requests. Throws ConfigError for an invalid URL, and unless
 * `allowed` for any other than a loopback URL.
 */
function checkCustomEndpoints(env: Readonly<Record<string, string | undefined>>, allowed: boolean): void {
  for (const [name, value] of Object.entries(env)) {
    if (!name.startsWith('AWS_ENDPOINT_URL') || value === undefined) continue;
    if (!allowed && !isLoopbackUrl(value)) {
      const place = value.includes('@') ? 'another address' : JSON.stringify(value);
      throw new ConfigError(
        `${name} redirects AWS calls to ${place}: unset it, or set ALLOW_CUSTOM_ENDPOINT=true to allow this.`,
      );
    }
    const problem = urlProblem(value, ENDPOINT_RULES);
    if (problem !== undefined) throw new ConfigError(`${name} ${problem}${notValue(value)}.`);
  }
}
