// HTTP requests written byte by byte to a socket, which no client library would send.
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

export interface RawAnswer {
  readonly status: number;
  /** The headers by their names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/** `localAddress` is the address of the client, such as 127.0.0.2. */
export async function openSocket(url: string, localAddress = '127.0.0.1'): Promise<Socket> {
  const { hostname, port } = new URL(url);
  const socket = connect({ port: Number(port), host: hostname, localAddress }).on('error', () => undefined);
  await once(socket, 'connect');
  return socket;
}

/** Sends all parts, and waits for the first response; `undefined` when the connection closes without a response. */
export async function sendRaw(
  url: string,
  ...parts: readonly (string | Buffer)[]
): Promise<RawAnswer | undefined> {
  const socket = await openSocket(url);
  for (const part of parts) socket.write(part);
  const response = await nextAnswer(socket);
  socket.destroy();
  return response;
}

/** The next response, read as far as its Content-Length says; `undefined` when the connection closes before. */
export async function nextAnswer(socket: Socket): Promise<RawAnswer | undefined> {
  let received = Buffer.alloc(0);
  return new Promise((resolve) => {
    const done = (response: RawAnswer | undefined) => {
      socket.off('data', read);
      resolve(response);
    };
    const read = (chunk: Buffer) => {
      received = Buffer.concat([received, chunk]);
      const response = parseResponse(received);
      if (response !== undefined) done(response);
    };
    socket.on('data', read).once('close', () => {
      done(parseResponse(received));
    });
  });
}

function parseResponse(received: Buffer): RawAnswer | undefined {
  const end = received.indexOf('\r\n\r\n');
  if (end === -1) return undefined;
  const [first = '', ...lines] = received.subarray(0, end).toString('latin1').split('\r\n');
  const headers = new Map(
    lines.map((line): [string, string] => {
      const [name = '', ...value] = line.split(':');
      return [name.toLowerCase(), value.join(':').trim()];
    }),
  );
  const status = Number(first.split(' ')[1]);
  if (status === 100) return parseResponse(received.subarray(end + 4));
  const length = Number(headers.get('content-length') ?? 0);
  const body = received.subarray(end + 4);
  return body.length < length
    ? undefined
    : { status, headers, body: body.subarray(0, length).toString('utf8') };
}
