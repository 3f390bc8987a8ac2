/** The GraphQL request for a stream. */
import { HeaderMap, type HTTPGraphQLRequest } from '@apollo/server';
import type { FastifyRequest } from 'fastify';

/** The parameters of a query string that are JSON. */
const JSON_PARAMETERS: readonly string[] = ['variables', 'extensions'];

/** Apollo Server accepts subscriptions only by POST, and a native EventSource sends only GET. */
export function toStreamRequest({ url, method, headers, body }: FastifyRequest): HTTPGraphQLRequest {
  const search = url.slice(url.split('?', 1)[0]?.length);
  return {
    method: 'POST',
    headers: toHeaderMap(headers),
    search,
    body: method === 'GET' ? parametersIn(search) : body,
  };
}

function toHeaderMap(headers: FastifyRequest['headers']): HeaderMap {
  const entries = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, [value].flat().join(', ')] as const],
  );
  return new HeaderMap(entries);
}

/** The parameters as the members of a body. The header checks have parsed their JSON. */
function parametersIn(search: string): Readonly<Record<string, unknown>> {
  const entries = Array.from(new URLSearchParams(search), ([name, text]): readonly [string, unknown] => [
    name,
    JSON_PARAMETERS.includes(name) ? JSON.parse(text) : text,
  ]);
  return Object.fromEntries(entries);
}
