/** The address of a HOST. */
import { lookup } from 'node:dns/promises';

/**
 * One address of `localhost`, IPv4 if there is one; any other host unchanged. fastify listens on all addresses of `localhost`, with
 * further servers that lack the limits of connections. Rejects with the error of Node.js when the name has no address.
 */
export async function listenAddress(host: string): Promise<string> {
  if (host !== 'localhost') return host;
  const { address } = await lookup(host, { order: 'ipv4first' });
  return address;
}
