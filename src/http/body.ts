/** The parser of request bodies: JSON in UTF-8. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { parseStrictJson } from './json';
import { RejectedRequestError } from '../graphql/rejection';

/** The maximum size of a body, in bytes. */
export const BODY_LIMIT = 100_000;
/** The maximum size of the body of a subscription, in bytes: its document and its variables stay as long as the stream. */
export const STREAM_BODY_LIMIT = 20_000;

/**
 * Replaces fastify's parsers, which accept invalid UTF-8 by replacing characters.
 * @param charge is called with the size of each body in bytes, before it is parsed; an error rejects the request.
 */
export function acceptJsonBodies(
  app: FastifyInstance,
  charge: (request: FastifyRequest, bytes: number) => Promise<void>,
): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    async (request: FastifyRequest, body: Buffer) => {
      await charge(request, body.length);
      return parseBody(body);
    },
  );
}

/** Throws RejectedRequestError when the body is not strict JSON in UTF-8. */
export function parseBody(body: Buffer): unknown {
  return parseStrictJson(decode(body), 'The body');
}

const UTF_8 = new TextDecoder('utf-8', { fatal: true });

function decode(body: Buffer): string {
  try {
    return UTF_8.decode(body);
  } catch {
    throw new RejectedRequestError(400, 'The body is not valid UTF-8.');
  }
}
