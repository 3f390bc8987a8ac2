/** The server of health and metrics on a separate port. It responds until the end of the shutdown. */
import fastify from 'fastify';
import { OperationsStartError } from './start-error';
import { addMetrics, addProbes, type OperationsPages } from './pages';

export interface OperationsServer {
  readonly origin: string;
  close(): Promise<void>;
}

/** Throws OperationsStartError when the port cannot be opened. */
export async function startOperationsServer(
  { host, port }: { readonly host: string; readonly port: number },
  pages: OperationsPages,
): Promise<OperationsServer> {
  const app = fastify({ forceCloseConnections: true });
  addProbes(app, pages);
  addMetrics(app, pages);
  try {
    const origin = await app.listen({ host, port });
    return { origin, close: () => app.close() };
  } catch (error) {
    throw new OperationsStartError(host, port, (error as NodeJS.ErrnoException).code);
  }
}
