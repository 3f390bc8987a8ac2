/** The networks of client addresses: limits count a network like one client. */
import { isIPv6 } from 'node:net';

const GROUPS = 8;
const GROUP_BITS = 16;
const ALL_BITS = 0xffff;

/**
 * Returns the IPv4 address, or the network of an IPv6 address, because one subscriber has all its addresses.
 * @param prefix the number of bits of the network, 64 at most.
 */
export function networkOf(address: string, prefix = 64): string {
  if (!isIPv6(address)) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const [withoutZone = ''] = address.split('%', 1);
  return groupsOf(withoutZone)
    .slice(0, 4)
    .map((group, index) => {
      const hostBits = Math.min(GROUP_BITS, Math.max(0, GROUP_BITS * (index + 1) - prefix));
      return (parseInt(group, 16) & (ALL_BITS << hostBits)).toString(16);
    })
    .join(':');
}

/** The groups of an IPv6 address without a zone, including those that `::` stands for. */
function groupsOf(address: string): readonly string[] {
  const [head = '', tail] = address.split('::');
  const before = head === '' ? [] : head.split(':');
  if (tail === undefined) return before;
  const after = tail === '' ? [] : tail.split(':');
  const zeros = Array.from({ length: Math.max(0, GROUPS - before.length - after.length) }, () => '0');
  return [...before, ...zeros, ...after];
}
