/** What leaves in a trace: names, codes, times. Instrumentation records messages, stacks and documents too, which are not passed on. */
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

/** Whatever the attribute, its value is a word: a name, a code, an id, a type as [String!]!. */
const WORD = /^[\w.:/[\]!-]{1,128}$/;
/** Two words at most, as `query Overview`. */
const NAME = /^[\w./]{1,128}( [\w./]{1,128})?$/;

/** Begun outside of any request, as the schema's own parsing at the start. */
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

/** Spans of fields are named after the path to them, in which the client's own aliases stand. */
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

/** Of what was thrown its kind only. */
function exceptionOf({ name, time, attributes }: TimedEvent): TimedEvent {
  const type = attributes?.['exception.type'];
  const isWord = typeof type === 'string' && WORD.test(type);
  return { name, time, attributes: isWord ? { 'exception.type': type } : {} };
}
