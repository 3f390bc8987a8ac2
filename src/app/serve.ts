/** The HTTP service of a gateway: GraphQL, health, metrics and, if configured, the explorer and the console. */
import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { AwsMode } from '../aws/client/aws-mode';
import type { Config } from '../config/config';
import { ClosingConnections } from '../http/closing-connections';
import { limitConnections } from '../http/connection-limits';
import { connectionOptions, guardConnections } from '../http/connections';
import {
  openFilesLimit,
  OPERATIONS_CONNECTIONS,
  planConnections,
  type ConnectionPlan,
} from './connection-limits';
import { openGateway, type ObserverOptions } from './gateway';
import { listenAddress } from './listen-address';
import { addMetrics, addProbes } from '../observability/health/pages';
import { startOperationsServer } from '../observability/health/server';
import { startServer, type Server } from '../http/server';
import { TIMEOUTS } from '../http/settings';

/** The time for the scrapes and probes in flight, and for idle connections, on the operations port. */
const OPERATIONS_CLOSE_MS = 500;

export interface ServeOptions extends ObserverOptions {
  /** The folder with the built assets of the explorer. */
  readonly explorerAssets?: string;
  /** The folder with the built assets of the console. */
  readonly consoleAssets?: string;
}

export interface ServedGateway extends Server {
  /** The URL of health and metrics, without a path. */
  readonly operationsOrigin: string;
  readonly connectionPlan: ConnectionPlan;
  /**
   * Makes the gateway not ready, serves requests for `drainDelaySeconds`, then stops listening and waits for the requests
   * of open connections, for eleven seconds at most.
   */
  close(): Promise<void>;
}

/** Throws StartError when MAX_CONNECTIONS is too large, and when the gateway cannot open its stores or listen on its addresses. */
export async function startGateway(
  config: Config,
  aws: AwsMode,
  logger: Logger,
  { explorerAssets, consoleAssets, ...observers }: ServeOptions = {},
): Promise<ServedGateway> {
  const connectionPlan = planConnections(config, openFilesLimit());
  const { openFiles, reservedFiles, neededFiles } = connectionPlan;
  if (neededFiles > reservedFiles) {
    logger.warn(
      { openFiles, reservedFiles, neededFiles },
      'The process may open too few files for all calls to AWS at once, which then fail: raise the limit of open files (ulimit -n), or lower MAX_CONNECTIONS',
    );
  }
  const gateway = await openGateway(config, aws, logger, observers);
  gateway.operations.readiness.watch();
  const { host, port, publicProbes } = config.operations;
  const { timeouts = TIMEOUTS } = config.http;
  let operationsConnections: ClosingConnections | undefined;
  const prepare = async (app: FastifyInstance) => {
    limitConnections(app.server, {
      name: 'operations',
      limits: OPERATIONS_CONNECTIONS,
      metrics: gateway.connectionMetrics,
      logger,
    });
    guardConnections(app);
    operationsConnections = new ClosingConnections(app.server);
    if (config.http.compression) await (await import('../http/compression.js')).compressResponses(app);
  };
  const connections = connectionOptions(timeouts);
  const operationsServer =
    port === undefined
      ? undefined
      : await startOperationsServer(
          { host: await listenAddress(host), port, connections, prepare },
          gateway.operations,
        );
  const server = await startServer({
    ...gateway,
    host: await listenAddress(config.host),
    port: config.port,
    http: config.http,
    connectionLimits: connectionPlan.limits,
    requiresSignIn: config.identity !== 'ANONYMOUS',
    addPages: async (app: FastifyInstance, endpoint: string) => {
      if (publicProbes) addProbes(app, gateway.operations);
      if (operationsServer === undefined) addMetrics(app, gateway.operations);
      const page = { endpoint, emulated: aws.mode === 'emulator', compression: config.http.compression };
      if (config.explorer && explorerAssets !== undefined) {
        const { serveExplorer } = await import('../http/explorer.js');
        await serveExplorer(app, { ...page, assets: explorerAssets, console: config.console });
      }
      if (config.console && consoleAssets !== undefined) {
        const { serveConsole } = await import('../http/console.js');
        await serveConsole(app, {
          ...page,
          assets: consoleAssets,
          explorer: config.explorer,
          settings: config.consoleSettings,
          requiresSignIn: config.identity !== 'ANONYMOUS',
          // The emulator serves its presigned URLs itself.
          transferOrigins: aws.mode === 'emulator' ? [new URL(aws.endpoint).origin] : [],
        });
      }
    },
  });
  // A gateway that cannot listen must not take leases of the history.
  gateway.watch();
  return {
    url: server.url,
    origin: server.origin,
    operationsOrigin: operationsServer?.origin ?? server.origin,
    connectionPlan,
    close: async () => {
      gateway.operations.readiness.drain();
      server.drain();
      operationsConnections?.closeAfterResponses();
      await delay(config.drainDelaySeconds * 1_000);
      gateway.endStreams();
      await server.close();
      await gateway.close();
      await Promise.race([operationsConnections?.stop(), delay(OPERATIONS_CLOSE_MS)]);
      await operationsServer?.close();
    },
  };
}
