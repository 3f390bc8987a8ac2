/** The security headers of every response. */
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import helmet from 'helmet';
import { COMMON_HEADERS } from '../graphql/common-headers';

/** One year. */
const HSTS_MAX_AGE_SECONDS = 31_536_000;

/** Sets the headers for every route; HTML pages override the content security policy. */
export function setResponseHeaders(app: FastifyInstance): void {
  const headers = securityHeaders();
  app.addHook('onRequest', (request, reply, done) => {
    for (const [name, value] of headers) reply.raw.setHeader(name, value);
    void reply.headers(COMMON_HEADERS);
    if (request.protocol === 'https')
      void reply.header('strict-transport-security', `max-age=${HSTS_MAX_AGE_SECONDS}`);
    done();
  });
}

/** Keeps headers in the spelling of helmet. */
class RecordingResponse extends ServerResponse {
  readonly recorded: [name: string, value: string][] = [];

  override setHeader(name: string, value: number | string | readonly string[]): this {
    this.recorded.push([name, String(value)]);
    return this;
  }
}

/** The headers of helmet, which would build the same content security policy for each response. */
function securityHeaders(): readonly (readonly [name: string, value: string])[] {
  const request = new IncomingMessage(new Socket());
  const response = new RecordingResponse(request);
  const set = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] },
    },
    xFrameOptions: { action: 'deny' },
    strictTransportSecurity: false,
    // One of the common headers.
    xContentTypeOptions: false,
  });
  set(request, response, (error) => {
    if (error instanceof Error) throw error;
  });
  return response.recorded;
}
