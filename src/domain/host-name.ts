/** Names of hosts in one spelling: as in a Host header or in a list of allowed hosts, without a port. */
import { isIP, SocketAddress } from 'node:net';
import { isLoopbackHost } from './loopback';

const NAME = /^[\w-]+(?:\.[\w-]+)*\.?$/;
const MAX_NAME_LENGTH = 254;

/**
 * The name in lower case without the dot at its end, or the IP address in its shortest form; undefined for other text.
 * @param text a name or an address; IPv6 addresses without brackets.
 */
export function canonicalHost(text: string): string | undefined {
  if (isIP(text) === 6) {
    return text.includes('%') ? undefined : new SocketAddress({ address: text, family: 'ipv6' }).address;
  }
  return text.length <= MAX_NAME_LENGTH && NAME.test(text)
    ? text.toLowerCase().replace(/\.$/, '')
    : undefined;
}

/** True for a canonical host that leads to this machine. Browsers resolve names below localhost to loopback (RFC 6761). */
export function leadsToLoopback(host: string): boolean {
  return isLoopbackHost(host) || host.endsWith('.localhost');
}
