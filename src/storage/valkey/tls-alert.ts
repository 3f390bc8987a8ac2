/** The TLS alert of a server that rejects the gateway after the handshake, as TLS 1.3 does with a missing client certificate. */
import { connect } from 'node:tls';
import { classifyValkeyError, type ValkeyFailure } from './failure';

/** The time for the alert, once the handshake is complete. */
const ALERT_TIMEOUT_MS = 200;

/**
 * Connects and sends nothing, because a write after the alert fails with ECONNRESET, without the alert.
 * @param timeoutMs the limit for the handshake.
 * @returns the failure of the connection; undefined when the server keeps it open.
 */
export function findTlsAlert(url: string, timeoutMs: number): Promise<ValkeyFailure | undefined> {
  const { hostname, port } = new URL(url);
  const host = hostname.replace(/^\[(.*)\]$/, '$1');
  return new Promise((resolve) => {
    const socket = connect({ host, port: port === '' ? 6379 : Number(port), timeout: timeoutMs });
    const end = (failure: ValkeyFailure | undefined) => {
      resolve(failure);
      socket.destroy();
    };
    socket.once('secureConnect', () => socket.setTimeout(ALERT_TIMEOUT_MS));
    // A client that does not read gets no alert.
    socket.resume();
    socket.once('error', (error) => {
      end(classifyValkeyError(error));
    });
    socket.once('timeout', () => {
      end(undefined);
    });
    socket.once('close', () => {
      end(undefined);
    });
  });
}
