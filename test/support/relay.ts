// A TCP relay to a port of this machine, which a test can make hang, stop, or drop a response.
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** Starts a relay to a port of 127.0.0.1. */
export async function startRelay(port: number) {
  const sockets = new Set<Socket>();
  let isHanging = false;
  /** The number of responses to forward before one is dropped; undefined to drop none. */
  let forwardedBeforeDrop: number | undefined;
  const server = createServer((socket) => {
    const upstream = connect(port, '127.0.0.1');
    for (const each of [socket, upstream]) {
      sockets.add(each);
      each.on('error', () => undefined).on('close', () => sockets.delete(each));
    }
    if (isHanging) return;
    socket.pipe(upstream);
    upstream.on('end', () => socket.end());
    upstream.on('data', (bytes) => {
      if (forwardedBeforeDrop === 0) {
        forwardedBeforeDrop = undefined;
        socket.destroy();
        upstream.destroy();
        return;
      }
      if (forwardedBeforeDrop !== undefined) forwardedBeforeDrop -= 1;
      socket.write(bytes);
    });
  });
  const pauseAll = () => {
    for (const socket of sockets) socket.unpipe().pause();
  };
  const destroyAll = () => {
    for (const socket of sockets) socket.destroy();
  };
  const listen = async (at = 0) => {
    server.listen(at, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  };
  const own = await listen();
  return {
    port: own,
    /** Drops the next response, or a later one, together with its connection. */
    dropNextResponse: (forwarded = 0) => {
      forwardedBeforeDrop = forwarded;
    },
    /** Keeps all connections open, and forwards nothing, also from new ones. */
    hang: () => {
      isHanging = true;
      pauseAll();
    },
    /** Keeps the connections open and forwards nothing on them; forwards new ones. */
    freeze: pauseAll,
    /** Drops the connections that hang, and forwards new ones. */
    resume: () => {
      isHanging = false;
      destroyAll();
    },
    /** Drops all connections, and frees the port. */
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      destroyAll();
      await closed;
    },
    /** Listens again at the same port, after `stop`. */
    listen: async () => {
      await listen(own);
    },
    close: () => {
      destroyAll();
      if (server.listening) server.close();
    },
  };
}
