/** The connections of the HTTP handler, with time limits. */
import type { buildConnector } from 'undici';
import createConnector from 'undici/lib/core/connect';
import type { CallLimits } from './call-limits';
import { ConnectTimeoutError } from './transport-errors';

/**
 * A TCP connection, the look-up of the name included, takes `connectMs` at most. A TLS handshake takes `attemptMs` at most:
 * an attempt that ends before it has no connection that it could close.
 */
export function boundedConnect({
  connectMs,
  attemptMs,
}: Pick<CallLimits, 'connectMs' | 'attemptMs'>): buildConnector.connector {
  // The timer of undici is inaccurate by up to a second; 0 turns it off.
  const connect = createConnector({ timeout: 0 });
  return (options, callback) => {
    const socket = connect(options, callback);
    const expire = () => socket.destroy(new ConnectTimeoutError());
    let timer = setTimeout(expire, connectMs);
    const stop = () => {
      clearTimeout(timer);
    };
    socket.once('connect', () => {
      stop();
      if (options.protocol === 'https:') timer = setTimeout(expire, attemptMs);
    });
    socket.once('secureConnect', stop).once('close', stop);
  };
}
