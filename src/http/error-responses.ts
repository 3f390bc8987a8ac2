/** Every refusal that is not GraphQL's own, in GraphQL's shape: nothing of a request is repeated, nothing of a failure is told. */
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { GatewayError } from '../domain/errors';
import { GRAPHQL_RESPONSE } from '../graphql/negotiation';
import { toHttpResponse, RejectedRequestError } from '../graphql/rejection';

/** Milliseconds in which what a refused client still sends is read: closing at once would destroy the answer on its way. */
const LINGER_MS = 2_000;

/** What fastify refuses by itself, by its status. */
const MESSAGES: Readonly<Record<number, string>> = {
  400: 'The request is malformed.',
  413: 'The body is too large.',
  414: 'The address is too long.',
  415: 'The body must be JSON, with the content type application/json.',
};

export class ErrorResponses {
  constructor(private readonly logger: Logger) {}

  /** `methods` are those that `endpoint` takes. */
  install(app: FastifyInstance, endpoint: string, methods: readonly string[]): void {
    app.setErrorHandler<FastifyError>((error, request, reply) => this.send(error, request, reply));
    app.setNotFoundHandler((request, reply) => {
      const isKnown = request.url.split('?', 1)[0] === endpoint;
      const error = isKnown
        ? new RejectedRequestError(405, `The endpoint takes ${methods.join(' and ')}.`, {
            allow: methods.join(', '),
          })
        : new RejectedRequestError(404, 'There is nothing at this address.');
      return this.send(error, request, reply);
    });
  }

  /** Also for what fails before a route is found. */
  readonly send = (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const { status, headers, body } = toHttpResponse(this.toGatewayError(error, request));
    if (!request.raw.complete) {
      reply.removeHeader('connection');
      lingerAfter(request, reply);
    }
    void reply.code(status).headers(headers);
    if (request.headers.accept === GRAPHQL_RESPONSE) void reply.type(`${GRAPHQL_RESPONSE}; charset=utf-8`);
    return reply.send(body);
  };

  private toGatewayError(error: unknown, { id }: FastifyRequest): GatewayError {
    if (error instanceof GatewayError) return error;
    const status = statusIn(error);
    const message = MESSAGES[status];
    if (message !== undefined) return new RejectedRequestError(status, message);
    this.logger.error({ err: error, requestId: id }, 'unexpected error');
    return new GatewayError('INTERNAL_SERVER_ERROR', 'The gateway failed to answer this request.');
  }
}

function statusIn(error: unknown): number {
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
  return typeof status === 'number' ? status : 500;
}

function lingerAfter({ raw }: FastifyRequest, reply: FastifyReply): void {
  reply.raw.once('finish', () => {
    const timer = setTimeout(() => raw.socket.destroy(), LINGER_MS).unref();
    raw.once('close', () => {
      clearTimeout(timer);
    });
  });
}
