/**
 * The filter of exported spans: it keeps names, codes and times. It removes the messages, stacks and documents that
 * the instrumentation records.
 */
import { SpanKind, type Attributes } from '@opentelemetry/api';
import type { ReadableSpan, TimedEvent } from '@opentelemetry/sdk-trace-node';

const ATTRIBUTES: ReadonlySet<string> = new Set([
  'http.request.method',
  'http.route',
  'http.response.status_code',
  'error.type',
  'graphql.operation.type',
  'graphql.operation.name',
  'graphql.field.name',
  'graphql.field.type',
  'graphql.parent.name',
  'rpc.system',
  'rpc.service',
  'rpc.method',
  'cloud.region',
  'aws.request_id',
]);

/** The valid attribute values: a name, a code, an id or a type such as [String!]!. */
const WORD = /^[\w.:/[\]!-]{1,128}$/;
/** The valid span names: one or two words, such as `query Overview`. */
const NAME = /^[\w./]{1,128}( [\w./]{1,128})?$/;

/** Returns false for spans outside of a request, such as the parsing of the schema at startup. */
export function isOfRequest({ kind, parentSpanContext }: ReadableSpan): boolean {
  return parentSpanContext !== undefined || kind === SpanKind.SERVER;
}

export function scrub(span: ReadableSpan): ReadableSpan {
  const { traceId, spanId, traceFlags } = span.spanContext();
  const attributes = wordsOf(span.attributes);
  return {
    ...timesOf(span),
    name: nameOf(span.name, attributes),
    kind: span.kind,
    spanContext: () => ({ traceId, spanId, traceFlags }),
    ...(span.parentSpanContext && { parentSpanContext: span.parentSpanContext }),
    status: { code: span.status.code },
    attributes,
    links: [],
    events: span.events.filter(({ name }) => name === 'exception').map(exceptionOf),
    resource: span.resource,
    instrumentationScope: span.instrumentationScope,
    droppedAttributesCount: span.droppedAttributesCount,
    droppedEventsCount: span.droppedEventsCount,
    droppedLinksCount: span.droppedLinksCount,
  };
}

function timesOf({ startTime, endTime, duration, ended }: ReadableSpan) {
  return { startTime, endTime, duration, ended };
}

/** Returns a name without aliases of clients: the instrumentation names the span of a field after its path. */
function nameOf(name: string, attributes: Attributes): string {
  const { 'graphql.field.name': field, 'graphql.parent.name': parent } = attributes;
  if (field !== undefined) return `${String(parent ?? '')}.${String(field)}`;
  return NAME.test(name) ? name : 'span';
}

function wordsOf(attributes: Attributes): Attributes {
  const known = Object.entries(attributes).filter(
    ([name, value]) =>
      ATTRIBUTES.has(name) && (typeof value === 'number' || (typeof value === 'string' && WORD.test(value))),
  );
  return Object.fromEntries(known);
}

/** Keeps only the type of an exception. */
function exceptionOf({ name, time, attributes }: TimedEvent): TimedEvent {
  const type = attributes?.['exception.type'];
  const isWord = typeof type === 'string' && WORD.test(type);
  return { name, time, attributes: isWord ? { 'exception.type': type } : {} };
}
