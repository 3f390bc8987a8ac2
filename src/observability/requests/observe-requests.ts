/** Watches the requests of one route: their ids, one line of the log for each, their metrics and spans. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { InFlightRequests } from '../../aws/client/in-flight-requests';
import { addressOf } from '../../http/endpoint';
import type { RequestMetrics } from '../metrics/request-metrics';
import { logRequest, newRecord, outcomeOf, type RequestRecord } from './request-record';
import type { RequestSpan, RequestSpans } from './request-spans';

export interface RequestObservers {
  readonly logger: Logger;
  readonly metrics: RequestMetrics;
  readonly spans?: RequestSpans | undefined;
  readonly inFlightRequests: InFlightRequests;
}

/** Finds the record of a request of the route. */
export type RecordOf = (request: FastifyRequest) => RequestRecord;

interface ObservedRequest {
  readonly record: RequestRecord;
  readonly span: RequestSpan | undefined;
}

const ID_HEADER = 'x-request-id';
/** Printable ASCII without spaces; whatever else a caller calls its request is replaced. */
const ID = /^[\x21-\x7e]{1,128}$/;

export function observeRequests(
  app: FastifyInstance,
  route: string,
  { logger, metrics, spans, inFlightRequests }: RequestObservers,
): RecordOf {
  const observedRequests = new WeakMap<FastifyRequest, ObservedRequest>();
  app.addHook('onRequest', (request, reply, done) => {
    if (request.routeOptions.url !== route) {
      done();
      return;
    }
    const { id } = request;
    void reply.header(ID_HEADER, id);
    const { traceparent } = request.headers;
    const span = spans?.begin({
      method: request.method,
      route,
      traceparent: typeof traceparent === 'string' ? traceparent : undefined,
    });
    const record = newRecord(id, logger.child({ requestId: id, ...span?.ids }));
    observedRequests.set(request, { record, span });
    metrics.started();
    const leave = inFlightRequests.add(record);
    reply.raw.once('close', () => {
      leave();
      metrics.closed();
      span?.end(reply.statusCode, outcomeOf(record, reply.statusCode));
    });
    done();
  });
  // The body has been read by now; what the stream called back before belonged to the connection.
  app.addHook('preValidation', (request, _reply, done) => {
    const span = observedRequests.get(request)?.span;
    if (span === undefined) done();
    else span.run(done);
  });
  app.addHook('onSend', (request, reply, _payload, done) => {
    const found = observedRequests.get(request);
    if (found !== undefined) report(found, request, reply, metrics);
    done();
  });
  return (request) => {
    const found = observedRequests.get(request);
    if (found === undefined) throw new Error('The request is not of the route that is watched.');
    return found.record;
  };
}

function report(
  { record }: ObservedRequest,
  request: FastifyRequest,
  reply: FastifyReply,
  metrics: RequestMetrics,
) {
  const status = reply.statusCode;
  const milliseconds = performance.now() - record.arrivedAt;
  const { operationType = 'none', codes, aws } = record;
  const outcome = outcomeOf(record, status);
  metrics.completed({ type: operationType, outcome, status, codes, seconds: milliseconds / 1000, aws });
  const isClientGone = reply.raw.destroyed;
  logRequest(record, { address: addressOf(request), status, milliseconds, isClientGone });
}

/** What a request is called: fastify's genReqId. */
export function requestIdOf({ headers }: Pick<IncomingMessage, 'headers'>): string {
  const given = headers[ID_HEADER];
  return typeof given === 'string' && ID.test(given) ? given : randomUUID();
}
