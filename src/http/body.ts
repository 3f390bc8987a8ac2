/** The body of a request: JSON in UTF-8. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { parseStrictJson } from './json';
import { RejectedRequestError } from '../graphql/rejection';

/** Bytes. */
export const BODY_LIMIT = 100_000;

/** In place of fastify's parsers, which read what is not UTF-8 as something else. */
export function acceptJsonBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    (_request: FastifyRequest, body: Buffer, done) => {
      // What it throws is refused as what it tells to done.
      done(null, parseBody(body));
    },
  );
}

/** Throws RefusedRequestError. */
export function parseBody(body: Buffer): unknown {
  return parseStrictJson(decode(body), 'The body');
}

function decode(body: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    throw new RejectedRequestError(400, 'The body is not UTF-8.');
  }
}
