/** The handler of streams: the pipeline of requests checks the subscription, and graphql-sse sends its results. */
import type { ApolloServer, HTTPGraphQLResponse } from '@apollo/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../graphql/context';
import { SHED_REQUEST } from '../graphql/rejection';
import type { StreamOpening } from '../graphql/stream-opening';
import { Results } from '../graphql/subscriptions/results';
import type { SharedExecutions } from '../graphql/subscriptions/shared-executions';
import type { StreamMetrics } from '../observability/metrics/stream-metrics';
import { createEventStreams } from './event-streams';
import { toStreamRequest } from './stream-request';

/** The parts of a gateway that its streams share. */
export interface Streams {
  readonly executions: SharedExecutions;
  readonly metrics: StreamMetrics;
}

export interface StreamHandlerOptions {
  readonly streams: Streams;
  /** The time in milliseconds for which a full connection may receive nothing. */
  readonly stallMs: number;
  readonly createContext: (request: FastifyRequest, opening: StreamOpening) => Context;
  /** Called when the stream of a request begins. */
  readonly onOpen: (request: FastifyRequest) => void;
}

export function createStreamHandler(
  apollo: ApolloServer<Context>,
  { streams: { executions, metrics }, stallMs, createContext, onOpen }: StreamHandlerOptions,
): (request: FastifyRequest, reply: FastifyReply) => Promise<unknown> {
  const openEventStream = createEventStreams(stallMs);
  return async (request, reply) => {
    const opening: StreamOpening = {};
    const context = createContext(request, opening);
    const rejection = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: toStreamRequest(request),
      context: () => Promise.resolve(context),
    });
    const { opened } = opening;
    if (opened === undefined) return sendRejection(rejection, reply);
    const { stream, operation } = opened;
    const { log } = context.record;
    let sent = 0;
    metrics.opened();
    const results = new Results({
      stream,
      execute: executions.of(operation, context.call.principal),
      onMessage: ({ payload }) => {
        sent += 1;
        metrics.sent('reason' in payload ? payload.reason : undefined);
      },
      onUnexpected: (error) => {
        log.error({ err: error }, 'Unexpected error');
      },
      onEnd: (code) => {
        metrics.ended(code);
        const milliseconds = Math.round(performance.now() - context.record.arrivedAt);
        log.info({ principal: context.call.principal.name, code, sent, milliseconds }, 'A stream ended');
      },
    });
    // The client disconnected meanwhile. The error ends the request, and nobody receives it. A response behind another
    // one on the same connection does not notice.
    if (reply.raw.destroyed || request.raw.socket.destroyed) {
      await results.return();
      throw SHED_REQUEST;
    }
    // Its end releases what the subscription holds, also where no result was ever read.
    reply.raw.once('close', () => void results.return());
    const body = await openEventStream(reply, results);
    onOpen(request);
    // Not the reply, which is a promise of the end of the stream.
    return body;
  };
}

/** Sends the response of an operation that opened no stream. */
function sendRejection({ status = 200, headers, body }: HTTPGraphQLResponse, reply: FastifyReply): string {
  if (body.kind !== 'complete') throw new TypeError('Apollo Server streams its response.');
  for (const [name, value] of headers) void reply.header(name, value);
  void reply.code(status);
  return body.string;
}
