/** Protection against queries by GET that a page of another origin makes a browser send. */
import type { IncomingHttpHeaders } from 'node:http';
import { GatewayError } from '../domain/errors';
import { isOriginOf } from './origin';

/** A browser sends a request with one of these from another origin only after a preflight request allowed it. */
export const PREFLIGHTED_HEADERS = ['apollo-require-preflight', 'x-apollo-operation-name'] as const;
/** Browsers add credentials of other schemes, such as Basic, by themselves; a token needs a preflight request. */
const BEARER = /^bearer /i;

/** The values of Sec-Fetch-Site of requests that a page of the gateway's own origin, or the user, started. */
const OWN_SITES: readonly unknown[] = ['same-origin', 'none'];

const CROSS_SITE_GET = new GatewayError(
  'FORBIDDEN',
  'A page of another origin sent this request by GET: use POST, send the header apollo-require-preflight, or list the origin of the page in CORS_ORIGINS.',
);

/**
 * Rejects a query by GET that a page of another origin started, for example as an image or a link: a browser sends such
 * a request without a preflight request, and with what identifies its user. Over TLS and to loopback hosts browsers send
 * Sec-Fetch-Site; a request without it and without Origin counts as one of another client. Throws GatewayError (FORBIDDEN).
 */
export function checkCrossSiteGet(headers: IncomingHttpHeaders, corsOrigins: readonly string[]): void {
  const { 'sec-fetch-site': site, origin, host = '', authorization = '' } = headers;
  if (site === undefined ? origin === undefined || isOriginOf(origin, host) : OWN_SITES.includes(site)) {
    return;
  }
  if (origin !== undefined && corsOrigins.includes(origin)) return;
  if (BEARER.test(authorization) || PREFLIGHTED_HEADERS.some((name) => headers[name] !== undefined)) return;
  throw CROSS_SITE_GET;
}
