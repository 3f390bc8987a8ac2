/**
 * The requests of the console. A query that may succeed on a second attempt is repeated once, so that a broken gateway is not
 * flooded. Further attempts are decisions of the user; only live updates repeat their requests, less and less often.
 */
import { Observable, type FetchFunction, type GraphQLResponse, type Variables } from 'relay-runtime';
import type { Authorization } from './authorization';
import { GatewayError, localError, type ResponseError } from './gateway-error';

/** Longer than the gateway's deadline for the reads of one request. */
const TIMEOUT_MS = 60_000;
const MIN_RETRY_DELAY_MS = 500;
/** The user waits no longer for the second attempt. */
const MAX_RETRY_DELAY_MS = 5_000;

/** The codes after which the gateway may accept the same request. */
const RETRYABLE = new Set([
  'NETWORK',
  'TOKEN_EXPIRED',
  'OVERLOADED',
  'RATE_LIMITED',
  'AWS_THROTTLED',
  'AWS_UNAVAILABLE',
]);

/** The members of `networkCacheConfig.metadata` that the fetch function reads. */
export interface RequestMetadata {
  readonly onFieldErrors?: (errors: readonly ResponseError[]) => void;
  /** A field below the root field without which the request has failed. */
  readonly requiredField?: string | undefined;
  /** True when the page shows the list in the required field: an answer without any row, because AWS failed, is a failure. */
  readonly keepsList?: boolean;
  /** True when an answer of the gateway's read cache is too old. */
  readonly isFresh?: boolean;
  /** False for a query with one attempt. */
  readonly isRepeated?: boolean;
}

interface Body {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly ResponseError[];
}

interface List {
  readonly edges?: readonly unknown[];
  readonly completeness?: {
    readonly complete: boolean;
    readonly sources: readonly { readonly message: string | null }[];
  };
}

interface Gateway {
  readonly endpoint: string;
  readonly authorization: Authorization;
}

interface Operation {
  readonly id: string | null;
  readonly text: string | null;
  readonly isFresh: boolean;
}

/**
 * The fetch function of Relay. It throws GatewayError when the gateway does not answer or a root field failed: Relay hides
 * field errors, and a failed list would look like an empty one.
 */
export function createFetch(endpoint: string, authorization: Authorization): FetchFunction {
  return ({ id, text, operationKind }, variables, { metadata }) =>
    Observable.create<GraphQLResponse>((sink) => {
      const {
        onFieldErrors,
        requiredField,
        keepsList = false,
        isFresh = false,
        isRepeated = true,
      }: RequestMetadata = metadata ?? {};
      // A later page of a list below the root field: Relay would take a failed one for the end of the list, and drop it.
      const isRequired = (field: unknown) => field === requiredField || variables.after != null;
      const controller = new AbortController();
      const attempts = operationKind === 'query' && isRepeated ? 2 : 1;
      const operation = { id: id ?? null, text: text ?? null, isFresh };
      sendUpTo(
        attempts,
        () => post({ endpoint, authorization }, operation, variables, isRequired, controller.signal),
        controller.signal,
      )
        .then(({ data, errors = [] }) => {
          const problem = keepsList ? problemOfList(data, requiredField) : undefined;
          if (problem !== undefined) throw localError('LIST_NOT_READ', problem);
          onFieldErrors?.(errors);
          sink.next({ data } as GraphQLResponse);
          sink.complete();
        })
        .catch((error: unknown) => {
          if (!controller.signal.aborted) sink.error(error as Error);
        });
      return () => {
        controller.abort();
      };
    });
}

async function sendUpTo(attempts: number, send: () => Promise<Body>, signal: AbortSignal): Promise<Body> {
  try {
    return await send();
  } catch (error) {
    const delay = attempts > 1 ? retryDelay(error) : undefined;
    if (delay === undefined || signal.aborted) throw error;
    await new Promise((resolve) => setTimeout(resolve, delay));
    signal.throwIfAborted();
    return sendUpTo(attempts - 1, send, signal);
  }
}

/** Milliseconds until the second attempt, spread so that many tabs do not return at once; undefined when there is none. */
function retryDelay(error: unknown): number | undefined {
  if (!(error instanceof GatewayError) || !RETRYABLE.has(error.code)) return undefined;
  const delay =
    Math.max((error.retryAfterSeconds ?? 0) * 1_000, MIN_RETRY_DELAY_MS) * (1 + Math.random() / 2);
  return delay > MAX_RETRY_DELAY_MS ? undefined : delay;
}

async function post(
  { endpoint, authorization }: Gateway,
  { id, text, isFresh }: Operation,
  variables: Variables,
  isRequired: (field: unknown) => boolean,
  cancelled: AbortSignal,
): Promise<Body> {
  const header = await authorization.header();
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json',
      ...(header === undefined ? {} : { authorization: header }),
      ...(isFresh ? { 'cache-control': 'no-cache' } : {}),
    },
    // The id for gateways with registered operations, and the text for all others.
    body: JSON.stringify({ documentId: id ?? undefined, query: text, variables }),
    signal: AbortSignal.any([cancelled, AbortSignal.timeout(TIMEOUT_MS)]),
  }).catch((error: unknown) => {
    throw toNetworkError(error);
  });
  const requestId = response.headers.get('x-request-id') ?? undefined;
  const body = await readBody(response, requestId);
  const { data, errors = [] } = body;
  const failed = errors.find(({ path: [root, field] = [] }) => {
    if (data == null) return true;
    const found = data[String(root)] as Readonly<Record<string, unknown>> | null | undefined;
    return field === undefined ? found === null : isRequired(field) && found?.[String(field)] === null;
  });
  if (
    failed?.extensions?.code === 'UNAUTHENTICATED' &&
    (await authorization.onRejected(header)) === 'RENEWED'
  )
    throw localError('TOKEN_EXPIRED', 'Your session was renewed meanwhile.', requestId);
  if (failed !== undefined) throw new GatewayError(failed, requestId);
  if (data == null)
    throw localError(
      'UNEXPECTED_RESPONSE',
      `The gateway answered with the status ${response.status}, and without data.`,
      requestId,
    );
  return body;
}

/** Returns the reason why a list is empty; undefined when it has rows, or AWS has none. */
function problemOfList(data: Body['data'], field = ''): string | undefined {
  const [root] = Object.values(data ?? {}) as (Readonly<Record<string, List | null>> | null)[];
  const { edges, completeness } = root?.[field] ?? {};
  if (edges?.length !== 0 || completeness?.complete !== false) return undefined;
  return completeness.sources[0]?.message ?? undefined;
}

async function readBody(response: Response, requestId: string | undefined): Promise<Body> {
  try {
    return (await response.json()) as Body;
  } catch (error) {
    if ((error as Error).name !== 'SyntaxError') throw toNetworkError(error);
    throw localError(
      'UNEXPECTED_RESPONSE',
      `The answer with the status ${response.status} is not one of the gateway.`,
      requestId,
    );
  }
}

function toNetworkError(error: unknown): unknown {
  const { name } = error as Error;
  if (name === 'TimeoutError')
    return localError('TIMEOUT', `The gateway did not answer within ${TIMEOUT_MS / 1_000} seconds.`);
  if (name === 'AbortError') return error;
  return localError('NETWORK', 'The gateway could not be reached.');
}
