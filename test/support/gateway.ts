// A gateway for one test suite, on a free port, and HTTP requests to it.
import { attentionThresholds } from './attention';
import pino from 'pino';
import type { CallLimits } from '../../src/aws/client/call-limits';
import type { Config } from '../../src/config/config';
import { type ErrorCode } from '../../src/domain/errors';
import { SERVICE_NAMES } from '../../src/domain/services';
import { startGateway, type ServeOptions } from '../../src/app/serve';
import type { TypedDocumentString } from '../generated/graphql';
import { endWithFile } from './cleanup';

export interface GraphqlError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly code: ErrorCode } & Readonly<Record<string, unknown>>;
}

export interface GraphqlAnswer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly GraphqlError[];
}

export interface TestGateway {
  readonly url: string;
  /** Executes a typed document. */
  execute<Data, Variables>(
    document: TypedDocumentString<Data, Variables>,
    ...variables: Record<string, never> extends Variables ? [variables?: Variables] : [variables: Variables]
  ): Promise<GraphqlAnswer<Data>>;
  /** Executes a typed document, and throws unless there is data and no error. */
  read<Data, Variables>(
    document: TypedDocumentString<Data, Variables>,
    ...variables: Record<string, never> extends Variables ? [variables?: Variables] : [variables: Variables]
  ): Promise<Data>;
  /** Sends a document that the generated types would not allow. */
  send(query: string, variables?: unknown): Promise<GraphqlAnswer<Record<string, unknown>>>;
  close(): Promise<void>;
}

/** Event loop delay grows on a busy machine, so only tests of load shedding set a limit. */
const NO_LAG_LIMIT = 0;

/** A busy machine is slow to connect and to answer: tests of time-outs give AWS less, in milliseconds. */
export const LONG_TIMEOUTS: Partial<CallLimits> = { connectMs: 20_000, attemptMs: 20_000, maxWaitMs: 20_000 };

/** `EXECUTOR=graphql-js` runs all suites without compiled queries. */
const { EXECUTOR } = process.env;

export function testConfig(overrides: Partial<Config> = {}): Config {
  return {
    host: '127.0.0.1',
    port: 0,
    http: {
      corsOrigins: [],
      corsHeaders: [],
      allowedHosts: [],
      trustedProxies: [],
      compression: true,
      maxConcurrentRequests: 200,
      maxEventLoopDelayMs: NO_LAG_LIMIT,
    },
    awsMode: 'emulator',
    cursorSecret: undefined,
    previousCursorSecret: undefined,
    readDeadlineSeconds: 30,
    maxAwsCalls: 500,
    readCacheSeconds: new Map(),
    valkeyUrl: undefined,
    databaseUrl: undefined,
    databaseFile: ':memory:',
    history: { mode: 'off', intervalSeconds: 60, days: 90, maxEvents: 1_000_000 },
    attention: attentionThresholds(),
    streams: { total: 1_000, perCaller: 1_000 },
    logLevel: 'silent',
    explorer: false,
    console: false,
    consoleSettings: { signIn: undefined, connectOrigins: [] },
    queryLimits: {
      maxComplexity: 50_000,
      pointsPerMinute: undefined,
      introspection: true,
      trustedDocuments: undefined,
    },
    executor: EXECUTOR === 'graphql-js' ? EXECUTOR : 'compiled',
    targets: [{ name: 'default', region: 'us-east-1', services: SERVICE_NAMES }],
    identity: 'ANONYMOUS',
    operations: { host: '127.0.0.1', port: undefined, publicProbes: true, tracedAs: undefined },
    readinessNeeds: [],
    drainDelaySeconds: 0,
    ...overrides,
  };
}

/**
 * `endpoint` is the URL of AWS, mostly an emulator; `limits` are the timeouts of AWS calls; `pages` are the folders of built
 * pages. Close the gateway in afterAll.
 */
export async function startTestGateway(
  endpoint: string,
  overrides: Partial<Config> = {},
  limits: Partial<CallLimits> = LONG_TIMEOUTS,
  pages: Pick<ServeOptions, 'consoleAssets' | 'explorerAssets'> = {},
): Promise<TestGateway> {
  const config = testConfig(overrides);
  const gateway = await startGateway(
    config,
    { mode: 'emulator', endpoint, limits },
    pino({ level: config.logLevel }),
    pages,
  );
  const post = async (query: string, variables: unknown) => {
    const response = await fetch(gateway.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as GraphqlAnswer<never>;
  };
  return {
    url: gateway.url,
    execute: (document, ...[variables]) => post(document.toString(), variables),
    read: async (document, ...[variables]) => {
      const { data, errors }: GraphqlAnswer<never> = await post(document.toString(), variables);
      if (data == null || errors !== undefined) {
        throw new Error(`The gateway returned errors: ${JSON.stringify(errors)}`);
      }
      return data;
    },
    send: post,
    close: endWithFile(() => gateway.close()),
  };
}
