/** The composition root: database, audit log, targets, AWS clients, adapters, change engines, loaders and schema. */
import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import type { Logger } from 'pino';
import { InFlightRequests } from '../aws/client/in-flight-requests';
import type { AuditLog } from '../audit/audit-log';
import { AUDIT_MODULE } from '../audit/module';
import { SqlAuditLog } from '../audit/sql-audit-log';
import { createAdapters } from '../aws/adapters/all';
import type { AwsMode } from '../aws/client/aws-mode';
import { AwsClients } from '../aws/client/clients';
import { loadRoleCredentials } from '../aws/client/credentials';
import { MemoryCacheStore } from '../aws/client/memory-cache-store';
import { ReadCache } from '../aws/client/read-cache';
import { AwsUsage } from '../aws/client/usage';
import { CallBudget } from '../aws/client/call-budget';
import { createChanges, createCommands } from '../changes/all';
import { BulkChanges } from '../changes/bulk';
import type { ChangeDependencies } from '../changes/dependencies';
import { SYSTEM_CLOCK } from '../changes/clock';
import { MemoryIdempotencyStore } from '../changes/idempotency';
import { KeyedQueue } from '../changes/keyed-queue';
import { SINGLE_GATEWAY_LEASES } from '../changes/lease';
import { MutationPipeline } from '../changes/mutation-pipeline';
import type { Config } from '../config/config';
import { maxAgeSeconds } from '../graphql/cache-control';
import { createExecutor } from '../graphql/execution/executor';
import { SharedExecutions } from '../graphql/subscriptions/shared-executions';
import { withSubscriptions } from '../graphql/subscriptions/subscribe';
import { createSchema } from './graphql-schema';
import { createChecks } from './health-checks';
import { History } from './history';
import type { SharedStores } from './shared-stores';
import { createSignIn } from './sign-in';
import { createAuthenticator } from '../identity/authenticator';
import { HISTORY_MODULE } from '../history/migrations';
import { Loaders } from '../loaders/all';
import { SharedPasses } from '../loaders/shared-passes';
import type { ChangeMetrics } from '../observability/metrics/change-metrics';
import { GatewayMetrics } from '../observability/metrics/gateway-metrics';
import { isolatedMetrics } from '../observability/metrics/isolated-metrics';
import {
  measuredAuditLog,
  measuredIdempotencyStore,
  measuredLeaseStore,
} from '../observability/metrics/measured-stores';
import { Isolation } from '../observability/isolation';
import { observeRequests } from '../observability/requests/observe-requests';
import type { OperationsPages } from '../observability/health/pages';
import { Readiness } from '../observability/health/readiness';
import { newRecord } from '../observability/requests/request-record';
import type { RequestSpans } from '../observability/requests/request-spans';
import { Cursors } from '../paging/cursors';
import { Snapshots } from '../paging/snapshots';
import { createQueryGuard } from '../graphql/query-limits/guard';
import { openDatabase } from '../storage/sql/open';
import type { ServerOptions } from '../http/server';
import { Targets } from '../domain/targets';

/** The caller of the reads that subscribers share. CloudTrail shows the name for assumed roles. */
const SUBSCRIPTIONS = 'subscriptions';
/** The longest time for which subscribers share the loaders of a message. */
const MAX_SHARE_MS = 10_000;
/** A change has happened: no response from before it may be read. */
const NO_CACHE = { 'cache-control': 'no-cache' };

/** The parts that process a request, independent of its transport. */
export interface Gateway extends Pick<
  ServerOptions,
  | 'schema'
  | 'execute'
  | 'guard'
  | 'readDeadlineSeconds'
  | 'logger'
  | 'isolation'
  | 'connectionMetrics'
  | 'observe'
  | 'onShed'
  | 'authenticate'
  | 'createContext'
  | 'streams'
> {
  /** The origins whose pages may send queries by GET. */
  readonly corsOrigins: readonly string[];
  readonly operations: OperationsPages;
  /** Starts to watch AWS's lists and to prune the history; does nothing without a history. */
  readonly watch: () => void;
  /** Ends all streams, and tells their subscribers when to subscribe again. */
  readonly endStreams: () => void;
  /** Closes the stores and the AWS clients; to be called after the last request. */
  close(): Promise<void>;
}

export interface ObserverOptions {
  /** Creates the trace spans of requests; omitted when tracing is off. */
  readonly spans?: RequestSpans | undefined;
  /** The number of log lines that the logger dropped; omitted when it drops none. */
  readonly droppedLogLines?: (() => number) | undefined;
}

/** Throws StartError when Valkey or the database cannot be used. */
export async function openGateway(
  config: Config,
  aws: AwsMode,
  logger: Logger,
  { spans, droppedLogLines = () => 0 }: ObserverOptions = {},
): Promise<Gateway> {
  const emulated = aws.mode === 'emulator';
  await loadRoleCredentials(config.targets);
  const signIn = createSignIn(await createAuthenticator(config.identity, logger));
  const metrics: GatewayMetrics = new GatewayMetrics({
    services: () => clients.health(),
    problems: () => readiness.problems(),
    droppedLogLines,
  });
  const isolation = new Isolation(logger);
  const observers = isolatedMetrics(metrics, isolation);
  const { valkeyUrl } = config;
  const openShared =
    valkeyUrl === undefined
      ? undefined
      : await (await import('./shared-stores.js')).prepareSharedStores(valkeyUrl);
  const targets = new Targets(config.targets);
  const keepsHistory = config.history.mode !== 'off';
  const modules = keepsHistory ? [AUDIT_MODULE, HISTORY_MODULE] : [AUDIT_MODULE];
  const database = await openDatabase(config, modules, logger);
  const auditLog = new SqlAuditLog(database, logger);
  const history = keepsHistory
    ? new History(config.history, { database, targets, logger, metrics: observers.history })
    : undefined;
  const audit = measuredAuditLog(history?.record(auditLog) ?? auditLog, observers.changes);
  const shared = openShared?.((reason) => {
    observers.stores.valkeyFailed(reason);
  });
  const store = shared?.cache ?? new MemoryCacheStore();
  const cache =
    config.readCacheSeconds.size === 0 ? undefined : new ReadCache(store, config.readCacheSeconds);
  const inFlightRequests = new InFlightRequests();
  const snapshots = new Snapshots();
  const passes = new SharedPasses(inFlightRequests);
  const clients = new AwsClients(targets, aws, {
    cache,
    onInvalidate: (scope) => {
      snapshots.drop(scope);
      passes.forgetAll();
    },
    observer: observers.aws,
    inFlightRequests,
  });
  const adapters = createAdapters(clients);
  const checks = createChecks(audit, shared, () => clients.health());
  const readiness = new Readiness(checks, logger, config.readinessNeeds);
  const changeDependencies = createChangeDependencies(targets, audit, shared, observers.changes);
  const changes = createChanges(adapters, changeDependencies);
  const commands = createCommands(adapters, changeDependencies);
  const bulk = new BulkChanges(changes);
  const cursors = new Cursors(config.cursorSecret, config.previousCursorSecret);
  const live = history?.openStreams(config.streams);
  const schema = createSchema();
  const createContext: Gateway['createContext'] = (
    signal,
    { principal, headers, address, record, opening },
  ) => {
    const visible = targets.visibleTo(principal);
    const call = {
      signal,
      arrivedAt: record.arrivedAt,
      principal,
      usage: new AwsUsage(),
      log: record.log,
      budget: new CallBudget(config.maxAwsCalls),
      maxAgeSeconds: maxAgeSeconds(headers['cache-control']),
      sourceAddress: address,
    };
    return {
      loaders: new Loaders(adapters, {
        targets: visible,
        cursors,
        snapshots,
        passes,
        audit,
        emulated,
        history: history?.reader,
        attention: config.attention,
        call,
        maxWaitMs: aws.limits?.maxWaitMs,
      }),
      changes,
      commands,
      bulk,
      targets: visible,
      audit,
      emulated,
      call,
      completenessFields: [],
      live,
      opening,
      record,
    };
  };
  return {
    corsOrigins: config.http.corsOrigins,
    schema,
    // The instrumentation of OpenTelemetry observes graphql-js.
    execute: withSubscriptions(
      schema,
      createExecutor(schema, spans === undefined ? config.executor : 'graphql-js'),
    ),
    guard: createQueryGuard(config.queryLimits, schema, shared?.points),
    readDeadlineSeconds: config.readDeadlineSeconds,
    logger,
    isolation,
    connectionMetrics: observers.connections,
    onShed: () => {
      observers.requests.shed();
    },
    observe: (app, endpoints, addressOf) =>
      observeRequests(app, endpoints, {
        logger,
        metrics: observers.requests,
        spans,
        inFlightRequests,
        isolation,
        addressOf,
      }),
    authenticate: signIn,
    operations: { readiness, metrics },
    createContext,
    streams: {
      executions: new SharedExecutions({
        schema,
        createContext: (authority) => {
          const requestId = randomUUID();
          return createContext(deadlineSignal(config.readDeadlineSeconds), {
            principal: { name: SUBSCRIPTIONS, ...authority },
            headers: NO_CACHE,
            address: undefined,
            record: newRecord(requestId, logger.child({ requestId, principal: SUBSCRIPTIONS })),
          });
        },
        shareMs: Math.min(MAX_SHARE_MS, (config.readDeadlineSeconds * 1_000) / 2),
      }),
      metrics: observers.streams,
    },
    endStreams: () => live?.close(),
    watch: () => {
      history?.watch(adapters);
    },
    close: async () => {
      readiness.close();
      await history?.close();
      await database.close();
      clients.destroy();
      shared?.valkey.close();
    },
  };
}

function deadlineSignal(seconds: number): AbortSignal {
  const signal = AbortSignal.timeout(seconds * 1_000);
  // Every read adds a listener; Node.js warns of a leak above ten.
  setMaxListeners(0, signal);
  return signal;
}

/** Leases and idempotency keys are in Valkey when several gateways share it, otherwise in memory. */
function createChangeDependencies(
  targets: Targets,
  audit: AuditLog,
  shared: SharedStores | undefined,
  metrics: ChangeMetrics,
): ChangeDependencies {
  const clock = SYSTEM_CLOCK;
  const leases = shared?.leases ?? SINGLE_GATEWAY_LEASES;
  const idempotencyStore = shared?.idempotencyKeys ?? new MemoryIdempotencyStore(clock);
  const pipeline = new MutationPipeline(
    audit,
    measuredIdempotencyStore(idempotencyStore, metrics),
    clock,
    (mutation, outcome) => {
      metrics.changed(mutation, outcome);
    },
  );
  return { queue: new KeyedQueue(), leases: measuredLeaseStore(leases, metrics), pipeline, clock, targets };
}
