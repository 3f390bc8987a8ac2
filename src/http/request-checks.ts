/** Checks of the URL and the headers of a request, before its body is read. */
import type { IncomingHttpHeaders } from 'node:http';
import { MIMEType } from 'node:util';
import type { FastifyRequest } from 'fastify';
import { parseStrictJson } from './json';
import { acceptsEventStream, GRAPHQL_RESPONSE, responseType } from '../graphql/negotiation';
import { RejectedRequestError } from '../graphql/rejection';

/** The parsers of media types, of Node.js and of Apollo Server, take quadratic time for spaces inside a value. */
const MAX_CONTENT_TYPE_LENGTH = 256;

/** Throws RejectedRequestError when the URL or the Host header is malformed. */
export function checkUrl({ url, protocol, hostname }: FastifyRequest): void {
  if (!/^[!-~]+$/.test(url) || !URL.canParse(url, `${protocol}://${hostname}/`)) {
    throw new RejectedRequestError(400, 'The URL or the Host header is malformed.');
  }
}

/**
 * Replaces the Accept header with the media type of the response. Throws RejectedRequestError.
 * @param queryString the URL after the question mark.
 */
export function checkHeaders(headers: IncomingHttpHeaders, queryString: string): void {
  const accept = responseType(headers.accept);
  if (accept === undefined) {
    throw new RejectedRequestError(
      406,
      'The gateway responds with application/graphql-response+json or application/json: accept one of them.',
    );
  }
  headers.accept = accept;
  checkOtherHeaders(headers, queryString);
}

/**
 * The checks of a request for a stream. Its rejection is JSON with the status of an error, so the Accept header asks for
 * that afterwards. Throws RejectedRequestError.
 */
export function checkStreamHeaders(headers: IncomingHttpHeaders, queryString: string): void {
  if (!acceptsEventStream(headers.accept)) {
    throw new RejectedRequestError(
      406,
      'The gateway responds to a subscription with text/event-stream: accept it.',
    );
  }
  headers.accept = GRAPHQL_RESPONSE;
  checkOtherHeaders(headers, queryString);
}

function checkOtherHeaders(headers: IncomingHttpHeaders, queryString: string): void {
  checkBodyHeaders(headers['content-encoding'], headers['content-type']);
  checkQueryString(queryString);
}

function checkBodyHeaders(encoding = 'identity', type = ''): void {
  if (encoding.toLowerCase() !== 'identity') {
    throw new RejectedRequestError(
      415,
      'The gateway does not accept compressed bodies: send the body uncompressed.',
      {
        'accept-encoding': 'identity',
      },
    );
  }
  if (type.length > MAX_CONTENT_TYPE_LENGTH) {
    throw new RejectedRequestError(
      415,
      `The Content-Type header has more than ${MAX_CONTENT_TYPE_LENGTH} characters: send application/json.`,
    );
  }
  if (!/^utf-?8$/i.test(charsetOf(type))) {
    throw new RejectedRequestError(415, 'The charset of the body must be UTF-8.');
  }
}

function charsetOf(contentType: string): string {
  try {
    return new MIMEType(contentType).params.get('charset') ?? 'utf-8';
  } catch {
    // Not a media type: the body parser rejects it.
    return 'utf-8';
  }
}

/** URLSearchParams would replace invalid UTF-8 with other characters. */
function checkQueryString(queryString: string): void {
  try {
    decodeURIComponent(queryString);
  } catch {
    throw new RejectedRequestError(400, 'The query string is not valid UTF-8.');
  }
  const parameters = new URLSearchParams(queryString);
  for (const name of ['variables', 'extensions']) {
    for (const text of parameters.getAll(name)) parseStrictJson(text, `The parameter ${name}`);
  }
}
