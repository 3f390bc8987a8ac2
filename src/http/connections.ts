/** Timeouts of connections, and the responses to clients that send invalid HTTP. */
import { ServerResponse, STATUS_CODES, type IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { Attached } from '../domain/attached';
import { InFlightSet } from '../domain/in-flight';
import { toHttpResponse, RejectedRequestError } from '../graphql/rejection';
import { destroyAfter } from './graceful-end';
import type { Timeouts } from './settings';

/** The interval at which Node.js checks its timeouts; a timeout can be late by this much. */
const TIMEOUT_CHECK_INTERVAL_MS = 1_000;

/** No route has a JSON schema. Without these, fastify loads the compilers of schemas, which take a tenth of the start. */
const WITHOUT_SCHEMAS = {
  compilersFactory: { buildValidator: rejectSchema, buildSerializer: rejectSchema },
};

function rejectSchema(): never {
  throw new Error('The gateway has no compiler of JSON schemas for its routes.');
}

/** The connection options of fastify, and the parts of fastify that the gateway does not use. */
export function connectionOptions(timeouts: Timeouts) {
  return {
    requestTimeout: timeouts.request,
    keepAliveTimeout: timeouts.keepAlive,
    http: {
      ServerResponse: responseClass(timeouts),
      headersTimeout: timeouts.headers,
      connectionsCheckingInterval: Math.min(TIMEOUT_CHECK_INTERVAL_MS, timeouts.headers),
      // Node.js would reject a request without a Host header with an empty body; request-checks rejects it with an error.
      requireHostHeader: false,
    },
    forceCloseConnections: 'idle',
    schemaController: WITHOUT_SCHEMAS,
    clientErrorHandler: (error: NodeJS.ErrnoException, socket: Socket) => {
      rejectClient(error, socket, timeouts);
    },
  } as const;
}

/** The pending responses of each connection, oldest first. */
const pendingResponses = new Attached<Socket, InFlightSet<ServerResponse>>();

/** Ends the responses of closed connections. Call it after `shedBeforeParsing`, which replaces the only listener for requests. */
export function guardConnections({ server }: FastifyInstance): void {
  // The first listener: another one may respond at once.
  server.prependListener('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
    const responses = pendingResponses.get(socket) ?? new InFlightSet();
    pendingResponses.set(socket, responses);
    responses.add(response);
    response.once('close', () => {
      responses.delete(response);
    });
  });
  // Node.js emits close only for the response that it is writing, not for the pipelined ones behind it.
  server.on('connection', (socket: Socket) => {
    socket.once('close', () => {
      for (const response of pendingResponses.get(socket)?.toArray() ?? []) response.emit('close');
    });
  });
  server.on('checkExpectation', (_request: IncomingMessage, response: ServerResponse) => {
    const { status, headers, body } = toHttpResponse(
      new RejectedRequestError(
        417,
        'The Expect header has an unsupported value: use 100-continue or remove the header.',
      ),
    );
    response.writeHead(status, headers).end(body);
  });
}

const unlimited = new Attached<ServerResponse, true>();

/** Lets the client receive the response for any time, as a stream needs it. Too late when the headers are sent. */
export function exemptFromTimeout(response: ServerResponse): void {
  unlimited.set(response, true);
}

/**
 * The responses of the server, which limit the time that a client may take to receive them: until then they stay in
 * memory. The time begins when the gateway starts to send.
 */
function responseClass({ response: milliseconds }: Timeouts): typeof ServerResponse {
  return class LimitedResponse<Request extends IncomingMessage> extends ServerResponse<Request> {
    override writeHead(status: number, ...head: unknown[]): this {
      if (unlimited.get(this) === undefined) destroyAfter(milliseconds, this.req.socket, this);
      return super.writeHead(status, ...(head as [string]));
    }
  };
}

const CLIENT_ERRORS: Readonly<Record<string, readonly [status: number, message: string]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'The request did not arrive in time.'],
  HPE_HEADER_OVERFLOW: [431, 'The headers are too large.'],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: [413, 'The chunk extensions are too large.'],
};

/** Responds on the socket itself, because Node.js has parsed no request, or only a part of one. */
function rejectClient(error: NodeJS.ErrnoException, socket: Socket, { response }: Timeouts): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const oldest = pendingResponses.get(socket)?.oldest;
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
  destroyAfter(response, socket);
  const head = lines.map(([name, value]) => `${name}: ${String(value)}\r\n`).join('');
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${head}\r\n${body}`, () =>
    socket.destroy(),
  );
}
