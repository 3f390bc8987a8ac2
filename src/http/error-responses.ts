/** Errors outside of GraphQL execution, as GraphQL error responses. They repeat no part of the request and expose no details of a failure. */
import type { IncomingMessage } from 'node:http';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { GatewayError } from '../domain/errors';
import { closeAfter } from './graceful-end';
import { pathOf } from './paths';
import { GRAPHQL_RESPONSE } from '../graphql/negotiation';
import { toHttpResponse, RejectedRequestError } from '../graphql/rejection';

/** The messages of errors that fastify raises, by status. */
const MESSAGES: Readonly<Record<number, string>> = {
  400: 'The request is malformed.',
  414: 'The URL is too long.',
  415: 'The body must be JSON, with the content type application/json.',
};

export class ErrorResponses {
  constructor(private readonly logger: Logger) {}

  /** Sets the error and not-found handlers; `methods` are the methods of the endpoints. */
  install(app: FastifyInstance, endpoints: readonly string[], methods: readonly string[]): void {
    app.setErrorHandler<FastifyError>((error, request, reply) => this.send(error, request, reply));
    app.setNotFoundHandler((request, reply) => {
      const error = endpoints.includes(pathOf(request.url))
        ? new RejectedRequestError(405, `The endpoint accepts only ${methods.join(' and ')}.`, {
            allow: methods.join(', '),
          })
        : new RejectedRequestError(
            404,
            `This path does not exist: send GraphQL requests to ${endpoints[0] ?? ''}.`,
          );
      return this.send(error, request, reply);
    });
  }

  /** Sends the error response; also handles errors that occur before routing. */
  readonly send = (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const { status, headers, body } = toHttpResponse(this.toGatewayError(error, request));
    if (hasUnreadBody(request.raw)) closeAfter(reply.raw);
    void reply.code(status).headers(headers);
    if (request.headers.accept === GRAPHQL_RESPONSE) void reply.type(`${GRAPHQL_RESPONSE}; charset=utf-8`);
    return reply.send(body);
  };

  private toGatewayError(error: unknown, { id, routeOptions }: FastifyRequest): GatewayError {
    if (error instanceof GatewayError) return error;
    const status = statusIn(error);
    const message =
      status === 413 ? `The body is larger than ${routeOptions.bodyLimit} bytes.` : MESSAGES[status];
    if (message !== undefined) return new RejectedRequestError(status, message);
    this.logger.error({ err: error, requestId: id }, 'Unexpected error');
    return new GatewayError('INTERNAL_SERVER_ERROR', 'The gateway failed to process this request.');
  }
}

/** A request without a body is not complete either until its headers have been handled. */
function hasUnreadBody({ complete, headers }: IncomingMessage): boolean {
  const { 'content-length': length = '0', 'transfer-encoding': encoding } = headers;
  return !complete && (encoding !== undefined || Number(length) > 0);
}

function statusIn(error: unknown): number {
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
  return typeof status === 'number' ? status : 500;
}
