// A fake Valkey: it speaks enough of the Redis protocol for a client to connect, and then misbehaves.
import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

/** Handles a command: returns the response as RESP text, or undefined for no response. May also act on the connection. */
export type Behaviour = (command: string, socket: Socket) => string | undefined | Promise<string | undefined>;

const INFO = 'redis_version:7.4.0\r\nloading:0\r\nrole:master\r\nuptime_in_seconds:100000\r\n';

const bulk = (text: string) => `$${Buffer.byteLength(text)}\r\n${text}\r\n`;

/** An empty store that accepts every write. */
export const healthy: Behaviour = (command) => {
  switch (command) {
    case 'INFO':
      return bulk(INFO);
    case 'GET':
      return '$-1\r\n';
    case 'MGET':
      return '*2\r\n$-1\r\n$-1\r\n';
    case 'SET':
      return '+OK\r\n';
    case 'INCR':
    case 'EVAL':
    case 'EVALSHA':
    case 'DEL':
      return ':1\r\n';
    default:
      return '+OK\r\n';
  }
};

/** Healthy, but returns an error for these commands. */
export const refusing =
  (commands: readonly string[], text: string): Behaviour =>
  (command, socket) =>
    commands.includes(command) ? `-${text}\r\n` : healthy(command, socket);

/** Healthy, but delays every response. */
export const slow =
  (milliseconds: number): Behaviour =>
  async (command, socket) => {
    await delay(milliseconds);
    return healthy(command, socket);
  };

/** Healthy for the commands that connect a gateway, and `then` for all others. */
export const onceReady =
  (then: Behaviour): Behaviour =>
  (command, socket) =>
    command === 'INFO' || command === 'CLIENT' || command === 'HELLO'
      ? healthy(command, socket)
      : then(command, socket);

export class FakeValkey {
  private readonly sockets = new Set<Socket>();
  private readonly server = createServer((socket) => {
    this.sockets.add(socket);
    socket.on('error', () => undefined).once('close', () => this.sockets.delete(socket));
    let text = '';
    let previous: Promise<void> = Promise.resolve();
    socket.setEncoding('latin1').on('data', (chunk: string) => {
      text += chunk;
      for (let read = commandIn(text); read !== undefined; read = commandIn(text)) {
        text = text.slice(read.length);
        const { name } = read;
        previous = previous.then(async () => {
          const response = await this.behaviour(name, socket);
          if (response !== undefined && !socket.destroyed) socket.write(response);
        });
      }
    });
  });

  private constructor(private behaviour: Behaviour) {}

  static async start(behaviour: Behaviour): Promise<FakeValkey> {
    const started = new FakeValkey(behaviour);
    started.server.listen(0, '127.0.0.1');
    await once(started.server, 'listening');
    return started;
  }

  get url(): string {
    return `redis://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Drops all connections, and behaves differently from now on. */
  become(behaviour: Behaviour): void {
    this.behaviour = behaviour;
    for (const socket of this.sockets) socket.destroy();
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
    await once(this.server, 'close');
  }
}

/** The first command in the text, if it is complete. */
function commandIn(text: string): { readonly name: string; readonly length: number } | undefined {
  const [head, count] = /^\*(\d+)\r\n/.exec(text) ?? [];
  if (head === undefined) return undefined;
  let at = head.length;
  let name = '';
  for (let index = 0; index < Number(count); index += 1) {
    const [size, length] = /^\$(\d+)\r\n/.exec(text.slice(at)) ?? [];
    if (size === undefined) return undefined;
    const start = at + size.length;
    at = start + Number(length) + 2;
    if (at > text.length) return undefined;
    if (index === 0) name = text.slice(start, start + Number(length)).toUpperCase();
  }
  return { name, length: at };
}
