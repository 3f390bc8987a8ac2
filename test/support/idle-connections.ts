// Many connections that send nothing, and requests from other loopback addresses.
import { request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { endWithFile } from './cleanup';

/** Beyond the backlog of a listening socket, the system delays connections by seconds. */
const AT_ONCE = 100;

export interface IdleConnections {
  /** Milliseconds from the start to the end of each connection that has ended. */
  readonly ended: readonly number[];
  /** Waits until all connections were made, and the server has closed at least this number of them. */
  settled(rejected: number): Promise<void>;
}

/** Opens connections from one address, which only read. */
export function openIdle(url: string, count: number, localAddress = '127.0.0.1'): IdleConnections {
  const { hostname, port } = new URL(url);
  const ended: number[] = [];
  const sockets = new Set<Socket>();
  let made = 0;
  const open = (): void => {
    if (sockets.size === count) return;
    const start = performance.now();
    const socket = connect({ host: hostname, port: Number(port), localAddress });
    sockets.add(socket);
    socket
      .on('error', () => undefined)
      .once('connect', () => {
        made += 1;
        open();
      });
    socket.resume().once('close', () => ended.push(performance.now() - start));
  };
  for (let index = 0; index < AT_ONCE; index += 1) open();
  endWithFile(() => {
    for (const socket of sockets) socket.destroy();
    return Promise.resolve();
  });
  return {
    ended,
    settled: async (rejected) => {
      while (made < count || ended.length < rejected) await delay(20);
      // If the server closed more, their ends would arrive now.
      await delay(500);
    },
  };
}

/** The status of one request on a new connection; the error code if there is no response. */
export function statusFrom(localAddress: string, url: string, query?: string): Promise<number | string> {
  return new Promise((resolve) => {
    const outgoing = request(url, {
      localAddress,
      agent: false,
      method: query === undefined ? 'GET' : 'POST',
      headers: { 'content-type': 'application/json' },
      timeout: 5_000,
    });
    outgoing.once('response', (response) => {
      response.resume().once('close', () => {
        resolve(response.complete ? (response.statusCode ?? 0) : 'INCOMPLETE');
      });
    });
    outgoing.once('timeout', () => outgoing.destroy());
    outgoing.once('error', ({ code }: NodeJS.ErrnoException) => {
      resolve(code ?? 'ERROR');
    });
    outgoing.end(query === undefined ? undefined : JSON.stringify({ query }));
  });
}
