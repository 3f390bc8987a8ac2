/** Puts the gateway together: targets, AWS clients, adapters, change engines, loaders, schema, server. */
import 'reflect-metadata';
import type { Logger } from 'pino';
import { createAdapters } from './aws/all';
import { AwsClients, type AwsMode } from './aws/clients';
import { createChanges, createSubmissions } from './changes/all';
import { KeyedQueue } from './changes/keyed-queue';
import type { Config } from './config';
import { serveExplorer } from './explorer/page';
import { createSchema } from './graphql-schema';
import { createLoaders } from './loaders/all';
import { Cursors } from './paging/cursors';
import { startServer, type Server } from './server';
import { Targets } from './targets';

/** `explorerAssets` is the folder of the explorer's built assets; the explorer is served when the configuration wants it. */
export async function startGateway(
  config: Config,
  aws: AwsMode,
  logger: Logger,
  explorerAssets?: string,
): Promise<Server> {
  const emulated = aws.mode === 'emulator';
  const targets = new Targets(config.targets);
  const clients = new AwsClients(targets, aws);
  const adapters = createAdapters(clients);
  const queue = new KeyedQueue();
  const changes = createChanges(adapters, queue);
  const submissions = createSubmissions(adapters, targets, queue);
  const cursors = new Cursors(config.cursorSecret);
  const server = await startServer({
    schema: createSchema(),
    host: config.host,
    port: config.port,
    readDeadlineSeconds: config.readDeadlineSeconds,
    logger,
    addPages:
      config.explorer && explorerAssets !== undefined
        ? (app, endpoint) => serveExplorer(app, { assets: explorerAssets, endpoint, emulated })
        : undefined,
    createContext: (signal) => ({
      loaders: createLoaders(adapters, { targets, cursors, signal }),
      changes,
      submissions,
      targets,
      emulated,
      signal,
    }),
  });
  return {
    url: server.url,
    origin: server.origin,
    close: async () => {
      await server.close();
      clients.destroy();
    },
  };
}
