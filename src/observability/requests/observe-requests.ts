/** The observation of the requests of one route: request ids, log lines, metrics and spans. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { InFlightRequests } from '../../aws/client/in-flight-requests';
import type { RequestMetrics } from '../metrics/request-metrics';
import { logRequest, newRecord, outcomeOf, type RequestRecord } from './request-record';
import type { RequestSpan, RequestSpans } from './request-spans';

export interface RequestObservers {
  readonly logger: Logger;
  readonly metrics: RequestMetrics;
  readonly spans?: RequestSpans | undefined;
  readonly inFlightRequests: InFlightRequests;
  /** The network address that the log names for a request. */
  readonly addressOf: (request: FastifyRequest) => string;
}

/** Returns the record of a request of the route. Throws for a request of another route. */
export type RecordOf = (request: FastifyRequest) => RequestRecord;

interface ObservedRequest {
  readonly record: RequestRecord;
  readonly span: RequestSpan | undefined;
}

const ID_HEADER = 'x-request-id';
/** The valid request ids: printable ASCII without spaces. The gateway replaces any other id. */
const ID = /^[\x21-\x7e]{1,128}$/;

export function observeRequests(
  app: FastifyInstance,
  route: string,
  { logger, metrics, spans, inFlightRequests, addressOf }: RequestObservers,
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
    const removeFromInFlight = inFlightRequests.add(record);
    reply.raw.once('close', () => {
      removeFromInFlight();
      metrics.closed();
      span?.end(reply.statusCode, outcomeOf(record, reply.statusCode));
    });
    done();
  });
  // The span starts after the body was read, because callbacks of the body stream run in the context of the connection.
  app.addHook('preValidation', (request, _reply, done) => {
    const span = observedRequests.get(request)?.span;
    if (span === undefined) done();
    else span.run(done);
  });
  app.addHook('onSend', (request, reply, _payload, done) => {
    const found = observedRequests.get(request);
    if (found !== undefined) report(found, addressOf(request), reply, metrics);
    done();
  });
  return (request) => {
    const found = observedRequests.get(request);
    if (found === undefined) throw new Error(`The request does not belong to the route ${route}.`);
    return found.record;
  };
}

function report({ record }: ObservedRequest, address: string, reply: FastifyReply, metrics: RequestMetrics) {
  const status = reply.statusCode;
  const milliseconds = performance.now() - record.arrivedAt;
  const { operationType = 'none', codes, aws } = record;
  const outcome = outcomeOf(record, status);
  metrics.completed({ type: operationType, outcome, status, codes, seconds: milliseconds / 1000, aws });
  const isClientGone = reply.raw.destroyed;
  logRequest(record, { address, status, milliseconds, isClientGone });
}

/** Returns the id of a request from its header, or a new one. Used as genReqId of Fastify. */
export function requestIdOf({ headers }: Pick<IncomingMessage, 'headers'>): string {
  const given = headers[ID_HEADER];
  return typeof given === 'string' && ID.test(given) ? given : randomUUID();
}
