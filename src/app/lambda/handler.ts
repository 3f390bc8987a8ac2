/** The handler of AWS Lambda events, with the same authentication, schema and limits as the HTTP server. */
import { startServerAndCreateLambdaHandler, type handlers } from '@as-integrations/aws-lambda';
import type {
  APIGatewayProxyEventV2,
  APIGatewayProxyStructuredResultV2,
  Context as Invocation,
} from 'aws-lambda';
import { createApollo } from '../../graphql/apollo/apollo';
import { COMMON_HEADERS } from '../../graphql/common-headers';
import type { Context } from '../../graphql/context';
import { UnauthenticatedError } from '../../domain/errors';
import { BODY_LIMIT } from '../../http/body';
import { checkCrossSiteGet } from '../../http/cross-site-get';
import type { Gateway } from '../gateway';
import {
  logRequest,
  newRecord,
  recordRejection,
  type RequestRecord,
} from '../../observability/requests/request-record';
import type { Principal } from '../../domain/principal';
import { setDeadline, type Deadline } from './deadline';
import { createRequestHandler } from './event-checks';

type RequestHandler = ReturnType<typeof handlers.createAPIGatewayProxyEventV2RequestHandler>;

export type EventHandler = (
  event: APIGatewayProxyEventV2,
  invocation: Pick<Invocation, 'getRemainingTimeInMillis'>,
) => Promise<APIGatewayProxyStructuredResultV2>;

export function createHandler(gateway: Gateway): EventHandler {
  const { isolation } = gateway;
  const principals = new WeakMap<APIGatewayProxyEventV2, Principal>();
  const deadlines = new WeakMap<APIGatewayProxyEventV2, Deadline>();
  const records = new WeakMap<APIGatewayProxyEventV2, RequestRecord>();
  const recordOf = (event: APIGatewayProxyEventV2) => {
    const { requestId } = event.requestContext;
    const record = records.get(event) ?? newRecord(requestId, gateway.logger.child({ requestId }));
    records.set(event, record);
    return record;
  };
  const handle = startServerAndCreateLambdaHandler<RequestHandler, Context>(
    createApollo(gateway),
    createRequestHandler(gateway.logger),
    {
      middleware: [
        // Runs before the body is parsed.
        async (event) => {
          if (event.requestContext.http.method === 'GET')
            checkCrossSiteGet(event.headers, gateway.corsOrigins);
          const address = addressOf(event);
          const principal = await gateway.authenticate(authorizationOf(event), recordOf(event), address);
          principals.set(event, principal);
          await gateway.guard.admit({ principal, address }, sizeOf(event));
        },
      ],
      context: ({ event, context }) => {
        const principal = principals.get(event);
        if (principal === undefined) return Promise.reject(new UnauthenticatedError());
        const deadline = setDeadline(gateway.readDeadlineSeconds, context.getRemainingTimeInMillis());
        deadlines.set(event, deadline);
        const { headers } = event;
        const request = { principal, headers, address: addressOf(event), record: recordOf(event) };
        return Promise.resolve(gateway.createContext(deadline.signal, request));
      },
    },
  );
  return async (event, invocation) => {
    const record = recordOf(event);
    const response = await handle(event, invocation as Invocation, () => undefined);
    deadlines.get(event)?.clear();
    if (typeof response !== 'object') throw new TypeError('The handler returned no response to the event.');
    const { statusCode: status = 200, headers } = response;
    const milliseconds = performance.now() - record.arrivedAt;
    const address = addressOf(event);
    isolation.run('requests.codes', () => {
      recordRejection(record, status, response.body);
    });
    isolation.run('requests.report', () => {
      logRequest(record, { address, status, milliseconds, isClientGone: false });
    });
    return { ...response, headers: { ...headers, ...COMMON_HEADERS } };
  };
}

/** The size of the body in bytes, as far as the gateway reads it, or of the query string for GET. */
function sizeOf({
  body = '',
  isBase64Encoded,
  rawQueryString,
  requestContext,
}: APIGatewayProxyEventV2): number {
  if (requestContext.http.method === 'GET') return rawQueryString.length;
  return Math.min(Buffer.byteLength(body, isBase64Encoded ? 'base64' : 'utf8'), BODY_LIMIT);
}

/** The address that API Gateway saw. */
function addressOf({ requestContext }: APIGatewayProxyEventV2): string {
  return requestContext.http.sourceIp;
}

/** API Gateway joins repeated headers with commas. A token contains no comma, so a joined value is rejected. */
function authorizationOf({ headers: { authorization } }: APIGatewayProxyEventV2): readonly string[] {
  return authorization === undefined ? [] : [authorization];
}
