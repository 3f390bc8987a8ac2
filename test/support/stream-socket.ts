// A stream on a raw socket, whose client stops to read or disconnects at any moment.
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { endWithFile } from './cleanup';
import type { StreamRequest, StreamResult } from './event-stream';
import { openSocket } from './raw-http';

/** The request of a stream, byte by byte. */
export function streamRequest({ query, variables, headers = {} }: StreamRequest): string {
  const body = JSON.stringify({ query, variables });
  const lines = Object.entries({
    host: 'localhost',
    accept: 'text/event-stream',
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    ...headers,
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  return `POST /graphql/stream HTTP/1.1\r\n${lines.join('')}\r\n${body}`;
}

export class StreamSocket {
  private readonly chunks: Buffer[] = [];
  /** Resolves when the connection has ended. */
  readonly closed: Promise<unknown>;

  private constructor(readonly socket: Socket) {
    socket.on('data', (chunk: Buffer) => this.chunks.push(chunk));
    this.closed = once(socket, 'close');
    endWithFile(() => socket.destroy());
  }

  /** A connection that has sent nothing. */
  static async connect(url: string): Promise<StreamSocket> {
    return new StreamSocket(await openSocket(url));
  }

  /** Sends the request without waiting for a response. */
  static async open(url: string, request: StreamRequest): Promise<StreamSocket> {
    const opened = await StreamSocket.connect(url);
    opened.socket.write(streamRequest(request));
    return opened;
  }

  /** The bytes received so far, with the headers. */
  get received(): string {
    return Buffer.concat(this.chunks).toString();
  }

  /** The results received so far, and `complete` and `closed` at their end. */
  get results(): readonly StreamResult[] {
    const { text, isComplete } = this.body;
    const results = text.split('\n\n').flatMap((block): StreamResult[] => {
      if (block.startsWith('event: complete')) return ['complete'];
      const data = /^data: (.*)$/m.exec(block)?.[1];
      return data === undefined || !block.startsWith('event: next') ? [] : [JSON.parse(data) as StreamResult];
    });
    return isComplete ? [...results, 'closed'] : results;
  }

  /** Waits until the client has received text that matches. Throws when the connection ends before. */
  async receive(pattern: RegExp): Promise<void> {
    while (!pattern.test(this.received)) {
      if (this.socket.destroyed) throw new Error(`The stream ended: ${this.received.slice(-500)}`);
      await delay(5);
    }
  }

  /** The body without the framing of its chunks. It is complete with the last chunk. */
  private get body(): { readonly text: string; readonly isComplete: boolean } {
    const bytes = Buffer.concat(this.chunks);
    const parts: Buffer[] = [];
    let start = bytes.indexOf('\r\n\r\n') + 4;
    for (;;) {
      const end = bytes.indexOf('\r\n', start);
      const size = parseInt(bytes.subarray(start, end).toString(), 16);
      const isComplete = size === 0;
      if (end < 0 || isComplete || end + 4 + size > bytes.length)
        return { text: Buffer.concat(parts).toString(), isComplete };
      parts.push(bytes.subarray(end + 2, end + 2 + size));
      start = end + 4 + size;
    }
  }
}
