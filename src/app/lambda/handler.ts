/** Answers the events of AWS Lambda as the server answers requests: the same callers, schema and limits. */
import { startServerAndCreateLambdaHandler, type handlers } from '@as-integrations/aws-lambda';
import type {
  APIGatewayProxyEventV2,
  APIGatewayProxyStructuredResultV2,
  Context as Invocation,
} from 'aws-lambda';
import { createApollo } from '../../graphql/apollo/apollo';
import type { Context } from '../../graphql/context';
import { UnauthenticatedError } from '../../domain/errors';
import type { Gateway } from '../gateway';
import { logRequest, newRecord, type RequestRecord } from '../../observability/requests/request-record';
import type { Principal } from '../../domain/principal';
import { setDeadline, type Deadline } from './deadline';
import { eventShape } from './event-checks';

type Form = ReturnType<typeof handlers.createAPIGatewayProxyEventV2RequestHandler>;

export type EventHandler = (
  event: APIGatewayProxyEventV2,
  invocation: Pick<Invocation, 'getRemainingTimeInMillis'>,
) => Promise<APIGatewayProxyStructuredResultV2>;

export function createHandler(gateway: Gateway): EventHandler {
  const principals = new WeakMap<APIGatewayProxyEventV2, Principal>();
  const deadlines = new WeakMap<APIGatewayProxyEventV2, Deadline>();
  const records = new WeakMap<APIGatewayProxyEventV2, RequestRecord>();
  const recordOf = (event: APIGatewayProxyEventV2) => {
    const { requestId } = event.requestContext;
    const record = records.get(event) ?? newRecord(requestId, gateway.logger.child({ requestId }));
    records.set(event, record);
    return record;
  };
  const handle = startServerAndCreateLambdaHandler<Form, Context>(
    createApollo(gateway),
    eventShape(gateway.logger),
    {
      middleware: [
        // Before the body is read.
        async (event) => {
          const record = recordOf(event);
          const address = event.requestContext.http.sourceIp;
          const principal = await gateway.authenticate(authorizationOf(event), record);
          principals.set(event, principal);
          await gateway.guard.admit({ principal, address });
          return ({ statusCode: status = 200 }) => {
            deadlines.get(event)?.lift();
            const milliseconds = performance.now() - record.arrivedAt;
            logRequest(record, { address, status, milliseconds, isClientGone: false });
            return Promise.resolve();
          };
        },
      ],
      context: ({ event, context }) => {
        const principal = principals.get(event);
        if (principal === undefined) return Promise.reject(new UnauthenticatedError());
        const deadline = setDeadline(gateway.readDeadlineSeconds, context.getRemainingTimeInMillis());
        deadlines.set(event, deadline);
        const { headers, requestContext } = event;
        const request = {
          principal,
          headers,
          address: requestContext.http.sourceIp,
          record: recordOf(event),
        };
        return Promise.resolve(gateway.createContext(deadline.signal, request));
      },
    },
  );
  return async (event, invocation) => {
    const answer = await handle(event, invocation as Invocation, () => undefined);
    if (typeof answer !== 'object') throw new TypeError('There is no answer to the event.');
    return answer;
  };
}

/** API Gateway joins headers of one name by commas, which no token has in it. */
function authorizationOf({ headers: { authorization } }: APIGatewayProxyEventV2): readonly string[] {
  return authorization === undefined ? [] : [authorization];
}
