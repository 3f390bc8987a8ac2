/** A subscriber of the live benchmark: one connection, read with little processor time, because a thousand share a core. */
import { connect, type Socket } from 'node:net';
import { once } from 'node:events';

const EVENT = /"position":"(\d+)","observedAt":"([^"]+)"/g;
const LONGEST_EVENT = 4_000;

export class Subscriber {
  /** Milliseconds from the time of each event to its arrival. */
  readonly delays: number[] = [];
  readonly positions: number[] = [];
  gaps = 0;
  isClosed = false;
  private text = '';

  private constructor(private readonly socket: Socket) {
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      this.read(chunk);
    });
    socket.once('close', () => {
      this.isClosed = true;
    });
    socket.on('error', () => undefined);
  }

  /** Resolves when the stream has its first message. */
  static async open(origin: string, query: string): Promise<Subscriber> {
    const { hostname, port } = new URL(origin);
    const socket = connect(Number(port), hostname);
    const body = JSON.stringify({ query });
    await once(socket, 'connect');
    socket.write(
      `POST /graphql/stream HTTP/1.1\r\nhost: ${hostname}:${port}\r\naccept: text/event-stream\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    );
    const subscriber = new Subscriber(socket);
    let head = '';
    while (!head.includes('heartbeat')) {
      const [chunk] = (await once(socket, 'data')) as [string];
      head += chunk;
      if (!head.startsWith('HTTP/1.1 200')) throw new Error(`No stream: ${head.slice(0, 300)}`);
    }
    return subscriber;
  }

  close(): void {
    this.socket.destroy();
  }

  private read(chunk: string): void {
    const now = Date.now();
    this.text += chunk;
    let end = 0;
    for (const match of this.text.matchAll(EVENT)) {
      this.positions.push(Number(match[1]));
      this.delays.push(now - Date.parse(match[2] ?? ''));
      end = match.index + match[0].length;
    }
    if (chunk.includes('"reason":')) this.gaps += 1;
    // An event may continue in the next chunk.
    this.text = this.text.slice(end).slice(-LONGEST_EVENT);
  }
}
