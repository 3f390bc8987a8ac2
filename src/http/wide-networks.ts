/** Networks of trusted proxies that contain more than the proxies: every host in them can claim any client address. */
import { BlockList, isIP } from 'node:net';

/** The longest usual prefix of an IPv4 subnet with proxies only. */
const IPV4_PREFIX = 24;
/** An IPv6 subnet has this prefix, whatever the number of its hosts: a longer one is a part of a subnet. */
const IPV6_PREFIX = 64;
/** The prefix of the IPv4-mapped addresses of IPv6. */
const MAPPED_PREFIX = 96;

const mapped = new BlockList();
mapped.addSubnet('::ffff:0:0', MAPPED_PREFIX, 'ipv6');

/** True for a network, such as 10.0.0.0/8, that is wider than a subnet; false for an address. */
export function isWideNetwork(network: string): boolean {
  const [address = '', bits] = network.split('/');
  if (bits === undefined) return false;
  const prefix = Number(bits);
  if (isIP(address) === 4) return prefix < IPV4_PREFIX;
  return prefix < (mapped.check(address, 'ipv6') ? MAPPED_PREFIX + IPV4_PREFIX : IPV6_PREFIX);
}
