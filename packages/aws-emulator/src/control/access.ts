/**
 * The checks that keep web pages off the control endpoints: a page can send simple requests to any address, and can make its own
 * name resolve to a loopback address (DNS rebinding).
 */
import type { IncomingMessage } from 'node:http';
import { isIPv4 } from 'node:net';
import { ControlError } from '../kernel/control-input';

const HOST_AND_PORT = /^(\[[\da-f:.]+\]|[\w.-]+)(?::\d{0,5})?$/;
const JSON_TYPE = /^application\/json\s*(;|$)/i;

/**
 * Throws a ControlError unless the Host header names loopback, the address of the connection or one of `controlHosts`, and unless a
 * POST has the content type application/json. A browser asks before a page of another origin sends that type or a DELETE, and the
 * emulator never agrees.
 * @param controlHosts names and addresses without ports, in any case.
 */
export function checkAccess(
  { method, headersDistinct, socket }: IncomingMessage,
  controlHosts: readonly string[],
): void {
  const { host: hosts = [], 'content-type': types = [] } = headersDistinct;
  const [, name = ''] = HOST_AND_PORT.exec(hosts[0]?.toLowerCase() ?? '') ?? [];
  const host = name.replace(/\.$/, '').replace(/^\[(.*)\]$/, '$1');
  const own = [socket.localAddress ?? '', ...controlHosts].map((each) => each.toLowerCase());
  if (hosts.length !== 1 || host === '' || !(isLoopback(host) || own.includes(host))) {
    throw new ControlError(
      421,
      'The Host header must name a loopback host such as localhost, or a host in EMULATOR_CONTROL_HOSTS.',
    );
  }
  if (method === 'POST' && !(types.length === 1 && JSON_TYPE.test(types[0] ?? ''))) {
    throw new ControlError(
      415,
      'A POST needs the header content-type: application/json, also without a body.',
    );
  }
}

function isLoopback(host: string): boolean {
  return (
    host === 'localhost' ||
    host.endsWith('.localhost') ||
    host === '::1' ||
    (isIPv4(host) && host.startsWith('127.'))
  );
}
