/** The HTTP service of a gateway: GraphQL, health, metrics and, if configured, the explorer. */
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { AwsMode } from '../aws/client/aws-mode';
import type { Config } from '../config/config';
import { serveExplorer } from '../http/explorer';
import { openGateway } from './gateway';
import { addMetrics, addProbes } from '../observability/health/pages';
import type { RequestSpans } from '../observability/requests/request-spans';
import { startOperationsServer } from '../observability/health/server';
import { startServer, type Server } from '../http/server';

export interface ServeOptions {
  /** The folder of the explorer's built assets. */
  readonly explorerAssets?: string;
  /** Creates the trace spans of requests; omitted when tracing is off. */
  readonly spans?: RequestSpans | undefined;
}

export interface ServedGateway extends Server {
  /** The URL of health and metrics, without a path. */
  readonly operationsOrigin: string;
}

/** Throws when the gateway cannot open its stores or listen on its addresses. */
export async function startGateway(
  config: Config,
  aws: AwsMode,
  logger: Logger,
  { explorerAssets, spans }: ServeOptions = {},
): Promise<ServedGateway> {
  const gateway = await openGateway(config, aws, logger, spans);
  const { host, port, publicProbes } = config.operations;
  const operationsServer =
    port === undefined ? undefined : await startOperationsServer({ host, port }, gateway.operations);
  const server = await startServer({
    ...gateway,
    host: config.host,
    port: config.port,
    http: config.http,
    requiresSignIn: config.identity !== 'ANONYMOUS',
    addPages: async (app: FastifyInstance, endpoint: string) => {
      if (publicProbes) addProbes(app, gateway.operations);
      if (operationsServer === undefined) addMetrics(app, gateway.operations);
      if (!config.explorer || explorerAssets === undefined) return;
      await serveExplorer(app, { assets: explorerAssets, endpoint, emulated: aws.mode === 'emulator' });
    },
  });
  return {
    url: server.url,
    origin: server.origin,
    operationsOrigin: operationsServer?.origin ?? server.origin,
    close: async () => {
      gateway.operations.readiness.drain();
      await server.close();
      await gateway.close();
      await operationsServer?.close();
    },
  };
}
