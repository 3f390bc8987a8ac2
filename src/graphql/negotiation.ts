/** In which of the two media types of GraphQL over HTTP a client wants its answer. */
export const JSON_RESPONSE = 'application/json';
export const GRAPHQL_RESPONSE = 'application/graphql-response+json';

const RESPONSE_TYPES = [JSON_RESPONSE, GRAPHQL_RESPONSE] as const;
export type ResponseType = (typeof RESPONSE_TYPES)[number];

interface Range {
  readonly type: string;
  readonly quality: number;
  readonly place: number;
}

/** By HTTP's Accept; undefined when it takes neither. */
export function responseType(accept: string | undefined): ResponseType | undefined {
  if (accept === undefined || accept.trim() === '') return JSON_RESPONSE;
  const ranges = accept.toLowerCase().split(',').map(parseRange);
  const offers = RESPONSE_TYPES.flatMap((type) => {
    const range = rangeOf(type, ranges);
    return range === undefined || range.quality === 0 ? [] : [{ ...range, type }];
  });
  offers.sort((one, other) => other.quality - one.quality || one.place - other.place);
  return offers[0]?.type;
}

function parseRange(text: string, place: number): Range {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim());
  const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '1';
  return { type, quality: Number(quality) || 0, place };
}

/** The one that says most about the type counts. */
function rangeOf(type: ResponseType, ranges: readonly Range[]): Range | undefined {
  return (
    ranges.find((range) => range.type === type) ??
    ranges.find((range) => range.type === 'application/*') ??
    ranges.find((range) => range.type === '*/*')
  );
}
