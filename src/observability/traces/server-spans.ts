/** The server span of a request, the parent of its other spans. It continues the trace of the caller. */
import { context, propagation, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import type { RequestSpans } from '../requests/request-spans';

/** The only propagation header that the gateway reads. It ignores tracestate, which is free text. */
const HEADER = 'traceparent';

export function createRequestSpans(): RequestSpans {
  const tracer = trace.getTracer('secops-graph');
  return {
    begin: ({ method, route, traceparent }) => {
      const caller = propagation.extract(ROOT_CONTEXT, traceparent, {
        keys: () => [HEADER],
        get: (value, key) => (key === HEADER ? value : undefined),
      });
      const attributes = { 'http.request.method': method, 'http.route': route };
      const options = { kind: SpanKind.SERVER, attributes };
      const span = tracer.startSpan(`${method} ${route}`, options, caller);
      const { traceId, spanId } = span.spanContext();
      return {
        ids: { trace_id: traceId, span_id: spanId },
        run: (work) => {
          context.with(trace.setSpan(caller, span), work);
        },
        end: (status, outcome) => {
          span.setAttribute('http.response.status_code', status);
          if (outcome !== 'OK') span.setAttribute('error.type', outcome);
          if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
          span.end();
        },
      };
    },
  };
}
