/** The composition root: audit log, targets, AWS clients, adapters, change engines, loaders and schema. */
import 'reflect-metadata';
import type { Logger } from 'pino';
import { InFlightRequests } from '../aws/client/in-flight-requests';
import type { AuditLog } from '../audit/audit-log';
import { openAuditLog } from '../audit/open';
import { createAdapters } from '../aws/adapters/all';
import type { AwsMode } from '../aws/client/aws-mode';
import { AwsClients } from '../aws/client/clients';
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
import { createSchema } from './graphql-schema';
import { createSignIn } from './sign-in';
import { createAuthenticator } from '../identity/authenticator';
import { createLoaders } from '../loaders/all';
import type { ChangeMetrics } from '../observability/metrics/change-metrics';
import { GatewayMetrics } from '../observability/metrics/gateway-metrics';
import {
  measuredAuditLog,
  measuredIdempotencyStore,
  measuredLeaseStore,
} from '../observability/metrics/measured-stores';
import { observeRequests } from '../observability/requests/observe-requests';
import type { OperationsPages } from '../observability/health/pages';
import { Readiness, type Check } from '../observability/health/readiness';
import type { RequestSpans } from '../observability/requests/request-spans';
import { Cursors } from '../paging/cursors';
import { Snapshots } from '../paging/snapshots';
import { createQueryGuard } from '../graphql/query-limits/guard';
import type { ServerOptions } from '../http/server';
import { Targets } from '../domain/targets';
import { ValkeyCacheStore } from '../aws/client/valkey-cache-store';
import { ValkeyConnection } from '../storage/valkey/connection';
import { checkAtStart } from '../storage/valkey/probe';
import { ValkeyIdempotencyStore } from '../changes/valkey-idempotency-store';
import { ValkeyLeaseStore } from '../changes/valkey-lease-store';
import { ValkeyPointStore } from '../graphql/query-limits/valkey-point-store';

/** The parts that process a request, independent of its transport. */
export interface Gateway extends Pick<
  ServerOptions,
  | 'schema'
  | 'guard'
  | 'readDeadlineSeconds'
  | 'logger'
  | 'observe'
  | 'onShed'
  | 'authenticate'
  | 'createContext'
> {
  readonly operations: OperationsPages;
  /** Closes the stores and the AWS clients; to be called after the last request. */
  close(): Promise<void>;
}

/**
 * Throws StartError when Valkey or the audit log cannot be used.
 * @param spans creates the trace spans of requests; omitted when tracing is off.
 */
export async function openGateway(
  config: Config,
  aws: AwsMode,
  logger: Logger,
  spans?: RequestSpans,
): Promise<Gateway> {
  const emulated = aws.mode === 'emulator';
  const signIn = createSignIn(await createAuthenticator(config.identity, logger));
  const metrics: GatewayMetrics = new GatewayMetrics({
    services: () => clients.health(),
    problems: () => readiness.problems(),
  });
  if (config.valkeyUrl !== undefined) await checkAtStart(config.valkeyUrl);
  const audit = measuredAuditLog(await openAuditLog(config, logger), metrics.changes);
  const targets = new Targets(config.targets);
  const valkey =
    config.valkeyUrl === undefined
      ? undefined
      : new ValkeyConnection(config.valkeyUrl, logger, (reason) => {
          metrics.stores.valkeyFailed(reason);
        });
  const store = valkey === undefined ? new MemoryCacheStore() : new ValkeyCacheStore(valkey);
  const cache =
    config.readCacheSeconds.size === 0 ? undefined : new ReadCache(store, config.readCacheSeconds);
  const inFlightRequests = new InFlightRequests();
  const snapshots = new Snapshots();
  const clients = new AwsClients(targets, aws, {
    cache,
    onInvalidate: (scope) => {
      snapshots.drop(scope);
    },
    observer: metrics.aws,
    inFlightRequests,
  });
  const adapters = createAdapters(clients);
  const readiness = new Readiness(createChecks(audit, valkey, clients), logger);
  const changeDependencies = createChangeDependencies(targets, audit, valkey, metrics.changes);
  const changes = createChanges(adapters, changeDependencies);
  const commands = createCommands(adapters, changeDependencies);
  const bulk = new BulkChanges(changes);
  const cursors = new Cursors(config.cursorSecret, config.previousCursorSecret);
  const schema = createSchema();
  return {
    schema,
    guard: createQueryGuard(
      config.queryLimits,
      schema,
      valkey === undefined ? undefined : (points) => new ValkeyPointStore(valkey, points),
    ),
    readDeadlineSeconds: config.readDeadlineSeconds,
    logger,
    onShed: () => {
      metrics.requests.shed();
    },
    observe: (app, endpoint, addressOf) =>
      observeRequests(app, endpoint, {
        logger,
        metrics: metrics.requests,
        spans,
        inFlightRequests,
        addressOf,
      }),
    authenticate: signIn,
    operations: { readiness, metrics },
    createContext: (signal, { principal, headers, address, record }) => {
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
        loaders: createLoaders(adapters, {
          targets: visible,
          cursors,
          snapshots,
          audit,
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
        record,
      };
    },
    close: async () => {
      await audit.close();
      clients.destroy();
      valkey?.close();
    },
  };
}

/** Leases and idempotency keys are in Valkey when several gateways share it, otherwise in memory. */
function createChangeDependencies(
  targets: Targets,
  audit: AuditLog,
  valkey: ValkeyConnection | undefined,
  metrics: ChangeMetrics,
): ChangeDependencies {
  const clock = SYSTEM_CLOCK;
  const leases = valkey === undefined ? SINGLE_GATEWAY_LEASES : new ValkeyLeaseStore(valkey, clock);
  const idempotencyStore =
    valkey === undefined ? new MemoryIdempotencyStore(clock) : new ValkeyIdempotencyStore(valkey);
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

/** Only the audit log is required for readiness: without Valkey reads still work, and an AWS outage may affect only one service. */
function createChecks(
  audit: AuditLog,
  valkey: ValkeyConnection | undefined,
  clients: AwsClients,
): readonly Check[] {
  const aws = () => {
    const isDown = clients.health().some(({ breaker }) => breaker !== 'closed');
    return isDown
      ? Promise.reject(new Error('The circuit breaker of an AWS service is not closed.'))
      : Promise.resolve();
  };
  const valkeyChecks: Check[] =
    valkey === undefined
      ? []
      : [
          {
            problem: 'VALKEY_UNAVAILABLE',
            isRequired: false,
            run: () => valkey.check(),
          },
        ];
  return [
    { problem: 'AUDIT_UNAVAILABLE', isRequired: true, run: () => audit.check() },
    ...valkeyChecks,
    { problem: 'AWS_UNAVAILABLE', isRequired: false, run: aws },
  ];
}
