/** Serves a gateway over HTTP, and the explorer when the configuration wants it. */
import type { Logger } from 'pino';
import type { AwsMode } from './aws/aws-mode';
import type { Config } from './config';
import { serveExplorer } from './explorer/page';
import { openGateway } from './gateway';
import { startServer, type Server } from './server';

/** `explorerAssets` is the folder of the explorer's built assets. */
export async function startGateway(
  config: Config,
  aws: AwsMode,
  logger: Logger,
  explorerAssets?: string,
): Promise<Server> {
  const gateway = await openGateway(config, aws, logger);
  const emulated = aws.mode === 'emulator';
  const server = await startServer({
    ...gateway,
    host: config.host,
    port: config.port,
    http: config.http,
    addPages:
      config.explorer && explorerAssets !== undefined
        ? (app, endpoint) => serveExplorer(app, { assets: explorerAssets, endpoint, emulated })
        : undefined,
  });
  return {
    url: server.url,
    origin: server.origin,
    close: async () => {
      await server.close();
      await gateway.close();
    },
  };
}
