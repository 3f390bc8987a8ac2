/** The observation of the requests of some routes: request ids, log lines, metrics and spans. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { Attached } from '../../domain/attached';
import type { InFlightRequests } from '../../aws/client/in-flight-requests';
import type { RequestMetrics } from '../metrics/request-metrics';
import type { Isolation } from '../isolation';
import { isolatedSpans } from './isolated-spans';
import {
  logRequest,
  newRecord,
  outcomeOf,
  recordRejection,
  type RequestEnd,
  type RequestRecord,
} from './request-record';
import type { RequestSpan, RequestSpans } from './request-spans';

export interface RequestObservers {
  readonly logger: Logger;
  readonly metrics: RequestMetrics;
  readonly spans?: RequestSpans | undefined;
  readonly inFlightRequests: InFlightRequests;
  readonly isolation: Isolation;
  /** The network address that the log names for a request. */
  readonly addressOf: (request: FastifyRequest) => string;
}

export interface RequestObservation {
  /** The record of a request of the routes. Throws for a request of another route. */
  readonly recordOf: (request: FastifyRequest) => RequestRecord;
  /** Ends the observation of a request when its response begins, as for a stream, which can last for days. */
  readonly endEarly: (request: FastifyRequest) => void;
}

interface ObservedRequest {
  readonly record: RequestRecord;
  readonly span: RequestSpan | undefined;
  /** The status in log and metrics, once the request has both: a hook that fails afterwards leads to another response. */
  status: number | undefined;
  /** True when the observation ends before the response. */
  endsEarly: boolean;
  /** Ends the observation; may be called again. */
  readonly end: () => void;
}

/** The status of nginx for a client that disconnects before the response. */
const CLIENT_GONE = 499;

const ID_HEADER = 'x-request-id';
/** The valid request ids: printable ASCII without spaces. The gateway replaces any other id. */
const ID = /^[\x21-\x7e]{1,128}$/;

export function observeRequests(
  app: FastifyInstance,
  routes: readonly string[],
  { logger, metrics, spans, inFlightRequests, isolation, addressOf }: RequestObservers,
): RequestObservation {
  const observedRequests = new Attached<FastifyRequest, ObservedRequest>();
  const requestSpans = spans && isolatedSpans(spans, isolation);
  app.addHook('onRequest', (request, reply, done) => {
    const { url: route = '' } = request.routeOptions;
    if (!routes.includes(route)) {
      done();
      return;
    }
    const { id } = request;
    void reply.header(ID_HEADER, id);
    const { traceparent } = request.headers;
    const span = requestSpans?.begin({
      method: request.method,
      route,
      traceparent: typeof traceparent === 'string' ? traceparent : undefined,
    });
    const record = newRecord(id, logger.child({ requestId: id, ...span?.ids }));
    metrics.started();
    const removeFromInFlight = inFlightRequests.add(record);
    let isOver = false;
    const end = () => {
      if (isOver) return;
      isOver = true;
      removeFromInFlight();
      metrics.closed();
      const { status = CLIENT_GONE } = observed;
      span?.end(status, outcomeOf(record, status));
    };
    const observed: ObservedRequest = { record, span, status: undefined, endsEarly: false, end };
    observedRequests.set(request, observed);
    reply.raw.once('close', end);
    done();
  });
  // The span starts after the body was read, because callbacks of the body stream run in the context of the connection.
  app.addHook('preValidation', (request, _reply, done) => {
    const span = observedRequests.get(request)?.span;
    if (span === undefined) done();
    else span.run(done);
  });
  app.addHook('onSend', (request, reply, payload, done) => {
    const found = observedRequests.get(request);
    if (found !== undefined && found.status === undefined) {
      const { record } = found;
      const isClientGone = reply.raw.destroyed;
      const wasExecuted = record.operationType !== undefined;
      const status = isClientGone && !wasExecuted ? CLIENT_GONE : reply.statusCode;
      found.status = status;
      isolation.run('requests.codes', () => {
        if (status !== CLIENT_GONE) recordRejection(record, status, payload);
      });
      isolation.run('requests.report', () => {
        report(record, { address: addressOf(request), status, isClientGone }, metrics);
      });
      if (found.endsEarly) found.end();
    }
    done();
  });
  const observedOf = (request: FastifyRequest) => {
    const found = observedRequests.get(request);
    if (found === undefined) throw new Error('The request does not belong to an observed route.');
    return found;
  };
  return {
    recordOf: (request) => observedOf(request).record,
    endEarly: (request) => {
      observedOf(request).endsEarly = true;
    },
  };
}

function report(record: RequestRecord, end: Omit<RequestEnd, 'milliseconds'>, metrics: RequestMetrics): void {
  const { status } = end;
  const milliseconds = performance.now() - record.arrivedAt;
  const { operationType = 'none', codes, aws } = record;
  const outcome = outcomeOf(record, status);
  metrics.completed({ type: operationType, outcome, status, codes, seconds: milliseconds / 1000, aws });
  logRequest(record, { ...end, milliseconds });
}

/** Returns the id of a request from its header, or a new one. Used as genReqId of Fastify. */
export function requestIdOf({ headers }: Pick<IncomingMessage, 'headers'>): string {
  const given = headers[ID_HEADER];
  return typeof given === 'string' && ID.test(given) ? given : randomUUID();
}
