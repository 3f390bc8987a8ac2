/** The server of health and metrics on a separate port. It responds until the end of the shutdown. */
import type { Server } from 'node:http';
import fastify, { type FastifyHttpOptions, type FastifyInstance } from 'fastify';
import { OperationsStartError } from './start-error';
import { addMetrics, addProbes, type OperationsPages } from './pages';

export interface OperationsServerOptions {
  readonly host: string;
  readonly port: number;
  /** The timeouts of connections. */
  readonly connections: FastifyHttpOptions<Server>;
  /** Runs before the pages are added. */
  readonly prepare: (app: FastifyInstance) => Promise<void>;
}

export interface OperationsServer {
  readonly origin: string;
  close(): Promise<void>;
}

/** Throws OperationsStartError when the port cannot be opened. */
export async function startOperationsServer(
  { host, port, connections, prepare }: OperationsServerOptions,
  pages: OperationsPages,
): Promise<OperationsServer> {
  const app = fastify({ ...connections, forceCloseConnections: true });
  await prepare(app);
  addProbes(app, pages);
  addMetrics(app, pages);
  try {
    const origin = await app.listen({ host, port });
    return { origin, close: () => app.close() };
  } catch (error) {
    throw new OperationsStartError(host, port, (error as NodeJS.ErrnoException).code);
  }
}
