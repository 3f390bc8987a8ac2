/** Connections: how many there are, how long they may take, and what they are told when what they send is not HTTP. */
import { STATUS_CODES, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { toHttpResponse, RejectedRequestError } from '../graphql/rejection';
import type { Timeouts } from './settings';

const MAX_CONNECTIONS = 2_000;
/** Milliseconds between node's looks at its time-outs, which are late by as much. */
const CHECK_INTERVAL = 1_000;

/** fastify's options. */
export function connectionOptions(timeouts: Timeouts) {
  return {
    requestTimeout: timeouts.request,
    keepAliveTimeout: timeouts.keepAlive,
    http: {
      headersTimeout: timeouts.headers,
      connectionsCheckingInterval: Math.min(CHECK_INTERVAL, timeouts.headers),
      // Its absence is refused with a body.
      requireHostHeader: false,
    },
    forceCloseConnections: 'idle',
    clientErrorHandler: refuseClient,
  } as const;
}

/** The answers that connections are pendingResponses, oldest first. */
const pendingResponses = new WeakMap<Socket, Set<ServerResponse>>();

export function guardConnections(app: FastifyInstance, { response }: Timeouts): void {
  app.server.maxConnections = MAX_CONNECTIONS;
  app.server.on('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
    const responses = pendingResponses.get(socket) ?? new Set();
    pendingResponses.set(socket, responses.add(response));
    response.once('close', () => responses.delete(response));
  });
  // Node closes only the answer that it is writing, and none of those that are pipelined behind it.
  app.server.on('connection', (socket: Socket) => {
    socket.once('close', () => {
      for (const response of pendingResponses.get(socket) ?? []) response.emit('close');
    });
  });
  app.server.on('checkExpectation', (_request: IncomingMessage, response: ServerResponse) => {
    const { status, headers, body } = toHttpResponse(
      new RejectedRequestError(417, 'No other expectation than 100-continue is met.'),
    );
    response.writeHead(status, headers).end(body);
  });
  // A client that does not take its answer keeps it in memory.
  app.addHook('onSend', ({ raw }, reply, payload, done) => {
    const timer = setTimeout(() => raw.socket.destroy(), response).unref();
    reply.raw.once('close', () => {
      clearTimeout(timer);
    });
    done(null, payload);
  });
}

const REFUSALS: Readonly<Record<string, readonly [status: number, message: string]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'The request took too long to arrive.'],
  HPE_HEADER_OVERFLOW: [431, 'The headers are too large.'],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: [413, 'The extensions of a chunk are too large.'],
};

/** There is no request that could be answered, or only a part of one. */
function refuseClient(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const [oldest] = pendingResponses.get(socket) ?? [];
  if (oldest?.req.complete === true) {
    // It would be taken for the answer to that request, which may have changed something.
    oldest.once('close', () => socket.destroy());
    return;
  }
  const [status, message] = REFUSALS[error.code ?? ''] ?? [400, 'This is not HTTP.'];
  const { headers, body } = toHttpResponse(new RejectedRequestError(status, message));
  const lines = Object.entries({
    ...headers,
    'content-length': Buffer.byteLength(body),
    connection: 'close',
  });
  const head = lines.map(([name, value]) => `${name}: ${String(value)}\r\n`).join('');
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${head}\r\n${body}`, () =>
    socket.destroy(),
  );
}
