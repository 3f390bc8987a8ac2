/** Content negotiation between the two media types of GraphQL over HTTP. */
export const JSON_RESPONSE = 'application/json';
export const GRAPHQL_RESPONSE = 'application/graphql-response+json';

export const EVENT_STREAM = 'text/event-stream';

const RESPONSE_TYPES = [JSON_RESPONSE, GRAPHQL_RESPONSE] as const;
export type ResponseType = (typeof RESPONSE_TYPES)[number];

interface Range {
  readonly type: string;
  readonly quality: number;
  readonly index: number;
}

/** Returns the preferred media type of the request header Accept; undefined when it accepts neither. */
export function responseType(accept: string | undefined): ResponseType | undefined {
  if (accept === undefined || accept.trim() === '') return JSON_RESPONSE;
  const ranges = accept.toLowerCase().split(',').map(parseRange);
  const offers = RESPONSE_TYPES.flatMap((type) => {
    const range = rangeOf(type, ranges);
    return range === undefined || range.quality === 0 ? [] : [{ ...range, type }];
  });
  offers.sort((one, other) => other.quality - one.quality || one.index - other.index);
  return offers[0]?.type;
}

/** True when the request header Accept asks for server-sent events. */
export function acceptsEventStream(accept = ''): boolean {
  const ranges = accept.toLowerCase().split(',').map(parseRange);
  return (rangeOf(EVENT_STREAM, ranges)?.quality ?? 0) > 0;
}

function parseRange(text: string, index: number): Range {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim());
  const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '1';
  return { type, quality: Number(quality) || 0, index };
}

/** Returns the most specific range that matches the type. */
function rangeOf(type: string, ranges: readonly Range[]): Range | undefined {
  const [group = ''] = type.split('/');
  return (
    ranges.find((range) => range.type === type) ??
    ranges.find((range) => range.type === `${group}/*`) ??
    ranges.find((range) => range.type === '*/*')
  );
}
