/** Starts a node:http server on a free port, and prints its URL. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export function announce(server: Server): void {
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo;
    process.stdout.write(`listens at http://127.0.0.1:${port}/graphql\n`);
  });
  process.once('SIGTERM', () => process.exit());
}
