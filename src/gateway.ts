/** Puts the gateway together: audit log, targets, AWS clients, adapters, change engines, loaders, schema, server. */
import 'reflect-metadata';
import type { Logger } from 'pino';
import { openAuditLog } from './audit/open';
import { createAdapters } from './aws/all';
import type { AwsMode } from './aws/aws-mode';
import { AwsClients } from './aws/clients';
import { MemoryCacheStore } from './aws/memory-cache-store';
import { ReadCache } from './aws/read-cache';
import { Bill } from './bill';
import { CallBudget } from './call-budget';
import { createChanges, createSubmissions } from './changes/all';
import { KeyedQueue } from './changes/keyed-queue';
import type { Config } from './config';
import { serveExplorer } from './explorer/page';
import { wantedMaxAge } from './freshness';
import { createSchema } from './graphql-schema';
import { createLoaders } from './loaders/all';
import { MemberCounts } from './loaders/member-finder';
import { Cursors } from './paging/cursors';
import { startServer, type Server } from './server';
import { Targets } from './targets';
import { ValkeyCacheStore } from './valkey/cache-store';
import { ValkeyConnection } from './valkey/connection';

/** Who asks, as long as nobody has to sign in. */
const ANONYMOUS = 'anonymous';

/** `explorerAssets` is the folder of the explorer's built assets; the explorer is served when the configuration wants it. */
export async function startGateway(
  config: Config,
  aws: AwsMode,
  logger: Logger,
  explorerAssets?: string,
): Promise<Server> {
  const emulated = aws.mode === 'emulator';
  const audit = await openAuditLog(config, logger);
  const targets = new Targets(config.targets);
  const valkey = config.valkeyUrl === undefined ? undefined : new ValkeyConnection(config.valkeyUrl, logger);
  const store = valkey === undefined ? new MemoryCacheStore() : new ValkeyCacheStore(valkey);
  const cache =
    config.readCacheSeconds.size === 0 ? undefined : new ReadCache(store, config.readCacheSeconds);
  const clients = new AwsClients(targets, aws, cache);
  const adapters = createAdapters(clients);
  const queue = new KeyedQueue();
  const changes = createChanges(adapters, queue);
  const submissions = createSubmissions(adapters, targets, queue);
  const cursors = new Cursors(config.cursorSecret, config.previousCursorSecret);
  const memberCounts = new MemberCounts();
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
    createContext: (signal, headers) => {
      const call = {
        signal,
        since: performance.now(),
        caller: ANONYMOUS,
        bill: new Bill(),
        budget: new CallBudget(config.maxAwsCalls),
        maxAgeSeconds: wantedMaxAge(headers['cache-control']),
      };
      return {
        loaders: createLoaders(adapters, { targets, cursors, memberCounts, audit, call }),
        changes,
        submissions,
        targets,
        audit,
        emulated,
        call,
      };
    },
  });
  return {
    url: server.url,
    origin: server.origin,
    close: async () => {
      await server.close();
      await audit.close();
      clients.destroy();
      valkey?.close();
    },
  };
}
