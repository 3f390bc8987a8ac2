/** The end of a connection that resets no client, also one that is still sending. */
import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** The time for which the gateway still reads: closing immediately would reset the connection before the response arrives. */
const LINGER_MS = 2_000;

/** Makes the response say `Connection: close`, and ends the connection after it. Too late when the headers are sent. */
export function closeAfter(response: ServerResponse): void {
  const { socket } = response.req;
  if (response.headersSent) return;
  response.setHeader('connection', 'close');
  // Node.js calls it after such a response. The original method also stops reading, which can reset the connection.
  socket.destroySoon = () => {
    closeGracefully(socket);
  };
}

/** Sends everything and the end, and waits until the client ends the connection too. */
export function closeGracefully(socket: Socket): void {
  if (!socket.writable) return;
  socket.end();
  destroyAfter(LINGER_MS, socket);
}

/** Destroys the socket after a time in milliseconds, unless it, or a response on it, is closed by then. */
export function destroyAfter(
  milliseconds: number,
  socket: Socket,
  closing: Socket | ServerResponse = socket,
): void {
  // It emits close no more, and the timer would keep it in memory.
  if (socket.destroyed || closing.destroyed) return;
  const timer = setTimeout(() => socket.destroy(), milliseconds).unref();
  closing.once('close', () => {
    clearTimeout(timer);
  });
}
