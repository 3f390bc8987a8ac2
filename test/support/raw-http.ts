// HTTP written by hand on a socket: what no client library would send.
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

export interface RawAnswer {
  readonly status: number;
  /** By their names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

export async function openSocket(url: string): Promise<Socket> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname).on('error', () => undefined);
  await once(socket, 'connect');
  return socket;
}

/** Sends it all, and waits for the first answer; `undefined` when the connection is closed without one. */
export async function sendRaw(
  url: string,
  ...parts: readonly (string | Buffer)[]
): Promise<RawAnswer | undefined> {
  const socket = await openSocket(url);
  for (const part of parts) socket.write(part);
  const answer = await nextAnswer(socket);
  socket.destroy();
  return answer;
}

/** The next answer, read to the end that its Content-Length tells. */
export async function nextAnswer(socket: Socket): Promise<RawAnswer | undefined> {
  let received = Buffer.alloc(0);
  return new Promise((resolve) => {
    const done = (answer: RawAnswer | undefined) => {
      socket.off('data', read);
      resolve(answer);
    };
    const read = (chunk: Buffer) => {
      received = Buffer.concat([received, chunk]);
      const answer = parseAnswer(received);
      if (answer !== undefined) done(answer);
    };
    socket.on('data', read).once('close', () => {
      done(parseAnswer(received));
    });
  });
}

function parseAnswer(received: Buffer): RawAnswer | undefined {
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
  if (status === 100) return parseAnswer(received.subarray(end + 4));
  const length = Number(headers.get('content-length') ?? 0);
  const body = received.subarray(end + 4);
  return body.length < length
    ? undefined
    : { status, headers, body: body.subarray(0, length).toString('utf8') };
}
