/**
 * The Host and Origin check of a gateway without sign-in. A web page can make its own name resolve to a loopback address
 * (DNS rebinding); its requests then reach the gateway with the name of the page in the Host header.
 */
import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { GatewayError } from '../domain/errors';
import { canonicalHost, leadsToLoopback } from '../domain/host-name';
import { RejectedRequestError } from '../graphql/rejection';
import { HEALTH_PATHS } from '../observability/health/pages';
import type { AddressOf } from './client-address';
import { isOriginOf } from './origin';
import type { HttpSettings } from './settings';

type Reason = 'NO_SINGLE_HOST' | 'UNKNOWN_HOST' | 'UNKNOWN_ORIGIN';

const ERRORS: Readonly<Record<Reason, GatewayError>> = {
  NO_SINGLE_HOST: new RejectedRequestError(
    400,
    'Without sign-in, the gateway accepts only requests with exactly one valid Host header.',
  ),
  UNKNOWN_HOST: new RejectedRequestError(
    421,
    'Without sign-in, the gateway accepts only requests for a loopback host such as localhost: use one, or list the host in ALLOWED_HOSTS.',
  ),
  UNKNOWN_ORIGIN: new GatewayError(
    'FORBIDDEN',
    'Without sign-in, the gateway accepts no requests from pages of other origins: list the origin in CORS_ORIGINS to allow them.',
  ),
};

const HOST_AND_PORT = /^(?:\[([^\]]+)\]|([^:[\]]+))(?::\d{0,5})?$/;

/**
 * Rejects every request to `app` whose Host header is neither a loopback host nor in `allowedHosts`, or whose Origin is
 * neither that of the Host nor in `corsOrigins`, unless the browser states that the page sent it to its own origin: a
 * proxy on the way may have changed the Host. Health checks name no data, and probes use IP addresses: they are exempt.
 */
export function checkHosts(
  app: FastifyInstance,
  settings: Pick<HttpSettings, 'allowedHosts' | 'corsOrigins'>,
  logger: Logger,
  addressOf: AddressOf,
): void {
  app.addHook('onRequest', (request, _reply, done) => {
    const { url: route = '' } = request.routeOptions;
    const reason = HEALTH_PATHS.includes(route) ? undefined : rejectionOf(request.raw, settings);
    if (reason === undefined) {
      done();
      return;
    }
    logger.warn(
      { requestId: request.id, address: addressOf(request), reason },
      'The Host or the Origin of a request was rejected',
    );
    done(ERRORS[reason]);
  });
}

/** Reads only headers that a browser lets no page set: any client can send X-Forwarded-Host. */
function rejectionOf(
  {
    headersDistinct: { host: hosts = [], origin: origins = [], 'sec-fetch-site': sites = [] },
  }: IncomingMessage,
  { allowedHosts, corsOrigins }: Pick<HttpSettings, 'allowedHosts' | 'corsOrigins'>,
): Reason | undefined {
  const [authority = ''] = hosts;
  const [, address, name = ''] = HOST_AND_PORT.exec(authority) ?? [];
  const host = canonicalHost(address ?? name);
  if (hosts.length !== 1 || host === undefined || (address !== undefined && !host.includes(':'))) {
    return 'NO_SINGLE_HOST';
  }
  if (!leadsToLoopback(host) && !allowedHosts.includes(host)) return 'UNKNOWN_HOST';
  // Browsers send Sec-Fetch-Site to trustworthy origins only: to no name that an attacker makes resolve to a loopback address.
  const isMarked = sites.length === 1 && sites[0] === 'same-origin';
  const isOwn = (origin: string) => isMarked || corsOrigins.includes(origin) || isOriginOf(origin, authority);
  return origins.length <= 1 && origins.every(isOwn) ? undefined : 'UNKNOWN_ORIGIN';
}
