/** Limits and timeouts of connections, and the responses to clients that send invalid HTTP. */
import { STATUS_CODES, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { toHttpResponse, RejectedRequestError } from '../graphql/rejection';
import type { Timeouts } from './settings';

const MAX_CONNECTIONS = 2_000;
/** The interval at which Node.js checks its timeouts; a timeout can be late by this much. */
const TIMEOUT_CHECK_INTERVAL_MS = 1_000;

/** The connection options of fastify. */
export function connectionOptions(timeouts: Timeouts) {
  return {
    requestTimeout: timeouts.request,
    keepAliveTimeout: timeouts.keepAlive,
    http: {
      headersTimeout: timeouts.headers,
      connectionsCheckingInterval: Math.min(TIMEOUT_CHECK_INTERVAL_MS, timeouts.headers),
      // Node.js would reject a request without a Host header with an empty body; request-checks rejects it with an error.
      requireHostHeader: false,
    },
    forceCloseConnections: 'idle',
    clientErrorHandler: rejectClient,
  } as const;
}

/** The pending responses of each connection, oldest first. */
const pendingResponses = new WeakMap<Socket, Set<ServerResponse>>();

/** Limits the number of connections and the time that a client may take to receive a response. */
export function guardConnections(app: FastifyInstance, { response }: Timeouts): void {
  app.server.maxConnections = MAX_CONNECTIONS;
  app.server.on('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
    const responses = pendingResponses.get(socket) ?? new Set();
    pendingResponses.set(socket, responses.add(response));
    response.once('close', () => responses.delete(response));
  });
  // Node.js emits close only for the response that it is writing, not for the pipelined ones behind it.
  app.server.on('connection', (socket: Socket) => {
    socket.once('close', () => {
      for (const response of pendingResponses.get(socket) ?? []) response.emit('close');
    });
  });
  app.server.on('checkExpectation', (_request: IncomingMessage, response: ServerResponse) => {
    const { status, headers, body } = toHttpResponse(
      new RejectedRequestError(
        417,
        'The Expect header has an unsupported value: use 100-continue or remove the header.',
      ),
    );
    response.writeHead(status, headers).end(body);
  });
  // The response stays in memory until the client has received it.
  app.addHook('onSend', ({ raw }, reply, payload, done) => {
    const timer = setTimeout(() => raw.socket.destroy(), response).unref();
    reply.raw.once('close', () => {
      clearTimeout(timer);
    });
    done(null, payload);
  });
}

const CLIENT_ERRORS: Readonly<Record<string, readonly [status: number, message: string]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'The request did not arrive in time.'],
  HPE_HEADER_OVERFLOW: [431, 'The headers are too large.'],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: [413, 'The chunk extensions are too large.'],
};

/** Responds on the socket itself, because Node.js has parsed no request, or only a part of one. */
function rejectClient(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const [oldest] = pendingResponses.get(socket) ?? [];
  if (oldest?.req.complete === true) {
    // The client would mistake the rejection for the response to that request, which may be a mutation.
    oldest.once('close', () => socket.destroy());
    return;
  }
  const [status, message] = CLIENT_ERRORS[error.code ?? ''] ?? [400, 'The request is not valid HTTP.'];
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
