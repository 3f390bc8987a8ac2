/** The graceful end of an HTTP server's connections: no request that a client has sent is lost, and no connection is reset. */
import { once } from 'node:events';
import { Server, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { setImmediate as nextIteration, setTimeout as delay } from 'node:timers/promises';
import { InFlightSet } from '../domain/in-flight';
import { closeAfter, closeGracefully } from './graceful-end';

/** The time for which idle connections stay open, for requests that are on their way. */
const GRACE_MS = 100;
/** An iteration of the event loop that takes less has handled no event. */
const QUIET_ITERATION_MS = 0.1;
/** The maximum wait for such an iteration. */
const QUIET_LIMIT_MS = 250;

export class ClosingConnections {
  /** The pending responses of each connection, oldest first. */
  private readonly connections = new Map<Socket, InFlightSet<ServerResponse>>();
  private isClosing = false;

  /** Create it before requests arrive, and after other listeners for requests were added: this listener must be the first. */
  constructor(private readonly server: Server) {
    server.on('connection', (socket) => {
      this.connections.set(socket, new InFlightSet());
      socket.once('close', () => this.connections.delete(socket));
    });
    const watch = (request: IncomingMessage, response: ServerResponse) => {
      this.watch(request.socket, response);
    };
    server.prependListener('request', watch);
    server.prependListener('checkExpectation', watch);
    // Node.js calls it when the listener closes, and would reset clients that are sending their next request.
    server.closeIdleConnections = () => undefined;
  }

  /** From now on every response, also a pending one, says `Connection: close` and ends its connection. New connections are accepted. */
  closeAfterResponses(): void {
    if (this.isClosing) return;
    this.isClosing = true;
    for (const pending of this.connections.values()) {
      if (pending.newest !== undefined) closeAfter(pending.newest);
    }
  }

  /** Stops listening, closes idle connections, and resolves when all connections have ended. */
  async stop(): Promise<void> {
    this.closeAfterResponses();
    await quietIteration();
    const closed = once(this.server, 'close');
    this.server.close();
    const hasClosed = closed.then(() => true);
    while (!(await Promise.race([hasClosed, delay(GRACE_MS, false)]))) {
      await quietIteration();
      this.closeIdle();
    }
  }

  private watch(socket: Socket, response: ServerResponse): void {
    const pending = this.connections.get(socket);
    if (pending === undefined) return;
    if (!socket.writable) {
      // The client sent the request before it noticed the end of the connection. Nobody would receive the response.
      response.destroy();
      return;
    }
    if (this.isClosing) {
      // The client did not wait for earlier responses, which would end the connection before this one.
      for (const earlier of pending.toArray()) if (!earlier.headersSent) earlier.removeHeader('connection');
      closeAfter(response);
    }
    pending.add(response);
    response.once('close', () => {
      pending.delete(response);
    });
  }

  /** Ends the connections on which no request has begun to arrive. */
  private closeIdle(): void {
    for (const [socket, pending] of this.connections) {
      if (pending.size === 0 && socket.bytesRead === 0) closeGracefully(socket);
      // The method of Node.js destroys each idle connection. Only its parser knows which part of a chunk belongs to the next request.
      socket.destroy = () => {
        if (pending.size === 0) closeGracefully(socket);
        return socket;
      };
    }
    Server.prototype.closeIdleConnections.call(this.server);
    for (const socket of this.connections.keys()) Reflect.deleteProperty(socket, 'destroy');
  }
}

/**
 * Resolves in an iteration of the event loop in which nothing arrived. The kernel accepts connections and data for the process: what it
 * holds when a listener or a connection closes is lost, and its client is reset.
 */
async function quietIteration(): Promise<void> {
  const limit = performance.now() + QUIET_LIMIT_MS;
  for (;;) {
    const start = performance.now();
    await nextIteration();
    const end = performance.now();
    if (end - start < QUIET_ITERATION_MS || end > limit) return;
  }
}
