/** What a request must be in HTTP before its body is read. */
import type { IncomingHttpHeaders } from 'node:http';
import { MIMEType } from 'node:util';
import type { FastifyRequest } from 'fastify';
import { parseStrictJson } from './json';
import { responseType } from '../graphql/negotiation';
import { RejectedRequestError } from '../graphql/rejection';

/** Throws RefusedRequestError. */
export function checkAddress({ url, protocol, hostname }: FastifyRequest): void {
  if (!/^[!-~]+$/.test(url) || !URL.canParse(url, `${protocol}://${hostname}/`)) {
    throw new RejectedRequestError(400, 'The address or the header Host is malformed.');
  }
}

/** Leaves in Accept the one type that the answer will have; `search` is what stands behind the question mark. Throws RefusedRequestError. */
export function checkHeaders(headers: IncomingHttpHeaders, search: string): void {
  const accept = responseType(headers.accept);
  if (accept === undefined) {
    throw new RejectedRequestError(
      406,
      'Answers are application/graphql-response+json or application/json: accept one of them.',
    );
  }
  headers.accept = accept;
  checkBodyHeaders(headers['content-encoding'], headers['content-type']);
  checkQueryString(search);
}

function checkBodyHeaders(encoding = 'identity', type = ''): void {
  if (encoding.toLowerCase() !== 'identity') {
    throw new RejectedRequestError(415, 'The body is compressed: send it as it is.', {
      'accept-encoding': 'identity',
    });
  }
  if (!/^utf-?8$/i.test(charsetOf(type))) {
    throw new RejectedRequestError(415, 'The body is not in UTF-8: GraphQL over HTTP takes nothing else.');
  }
}

function charsetOf(contentType: string): string {
  try {
    return new MIMEType(contentType).params.get('charset') ?? 'utf-8';
  } catch {
    // No media type at all: nothing will read such a body.
    return 'utf-8';
  }
}

/** GraphQL reads it leniently: what is no UTF-8 becomes another text. */
function checkQueryString(search: string): void {
  try {
    decodeURIComponent(search);
  } catch {
    throw new RejectedRequestError(400, 'The parameters of the address are not UTF-8.');
  }
  const parameters = new URLSearchParams(search);
  for (const name of ['variables', 'extensions']) {
    for (const text of parameters.getAll(name)) parseStrictJson(text, `The parameter ${name}`);
  }
}
