/** The subscriptions of the console: one request as server-sent events, without repetition. The caller decides when to connect again. */
import type { createClient, ExecutionResult, NetworkError, RequestParams } from 'graphql-sse';
import { Observable, type GraphQLResponse, type SubscribeFunction } from 'relay-runtime';
import type { Authorization } from './authorization';
import { GatewayError, localError, type ResponseError } from './gateway-error';

type Client = ReturnType<typeof createClient<false>>;

/**
 * The subscribe function of Relay. It fails with GatewayError: with the code of the gateway, or NETWORK when there was no
 * answer. Streams are below the URL of the endpoint.
 */
export function createSubscribe(endpoint: string, authorization: Authorization): SubscribeFunction {
  let client: Promise<Client> | undefined;
  let sent: string | undefined;
  // Loaded with the first subscription: no page needs it to be painted.
  const load = async (): Promise<Client> => {
    const { createClient: create } = await import('graphql-sse');
    return create({
      url: `${endpoint}/stream`,
      headers: async () => {
        sent = await authorization.header();
        return sent === undefined ? {} : { authorization: sent };
      },
      retryAttempts: 0,
    });
  };
  return ({ id, text }, variables) =>
    Observable.create<GraphQLResponse>((sink) => {
      let isOver = false;
      let end = () => {
        isOver = true;
      };
      let hasFailed = false;
      const fail = async (error: unknown) => {
        hasFailed = true;
        const failure = await toGatewayError(error);
        const isRenewed =
          failure.code === 'UNAUTHENTICATED' && (await authorization.onRejected(sent)) === 'RENEWED';
        sink.error(isRenewed ? localError('TOKEN_EXPIRED', 'The session was renewed meanwhile.') : failure);
      };
      const start = (loaded: Client) => {
        if (isOver) return;
        // The id for gateways with registered operations, and the text for all others.
        const request = { documentId: id ?? undefined, query: text, variables };
        end = loaded.subscribe(request as unknown as RequestParams, {
          next: (result: ExecutionResult<Record<string, unknown>, unknown>) => {
            // Without data, it is the last result, which says why the gateway ends the stream, or one that could not be read.
            if (result.data == null) void fail(new GatewayError(result.errors?.[0] ?? NO_ERROR));
            else sink.next({ data: result.data });
          },
          error: (error: unknown) => {
            void fail(error);
          },
          complete: () => {
            if (!hasFailed) sink.complete();
          },
        });
      };
      client ??= load();
      client.then(start).catch((error: unknown) => {
        client = undefined;
        void fail(error);
      });
      return () => {
        end();
      };
    });
}

const NO_ERROR: ResponseError = { message: 'The gateway ended the stream without a reason.' };

async function toGatewayError(error: unknown): Promise<GatewayError> {
  if (error instanceof GatewayError) return error;
  const response = (error as NetworkError<Response>).response;
  if (response === undefined) return localError('NETWORK', 'The stream could not be opened.');
  const requestId = response.headers.get('x-request-id') ?? undefined;
  const body = (await response.json().catch(() => ({}))) as { readonly errors?: readonly ResponseError[] };
  const [first] = body.errors ?? [];
  if (first === undefined)
    return localError(
      'UNEXPECTED_RESPONSE',
      `The stream was answered with the status ${response.status}, and not by the gateway.`,
      requestId,
    );
  const retryAfterSeconds =
    first.extensions?.retryAfterSeconds ?? (Number(response.headers.get('retry-after')) || undefined);
  const extensions = {
    ...first.extensions,
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  };
  return new GatewayError({ ...first, extensions }, requestId);
}
