/** Middlewares of the SDK that do the same work for every call of a client: their results are remembered. */
import { SMITHY_CONTEXT_KEY, type EndpointV2, type HandlerExecutionContext } from '@smithy/types';

interface Arguments {
  readonly request: { readonly headers: Record<string, string | undefined> };
}
export type Handler = (args: Arguments) => Promise<unknown>;
export type Middleware = (next: Handler, context: HandlerExecutionContext) => Handler;

type SmithyContext = NonNullable<HandlerExecutionContext[typeof SMITHY_CONTEXT_KEY]>;

/** The endpoint depends only on the configuration of the client, which never changes. */
export function resolveEndpointOnce(middleware: Middleware): Middleware {
  let known: { readonly endpoint: EndpointV2; readonly features: SmithyContext['features'] } | undefined;
  return (next, context) => async (args) => {
    const smithyContext: SmithyContext = (context[SMITHY_CONTEXT_KEY] ??= {});
    if (known !== undefined) {
      context.endpointV2 = known.endpoint;
      // The User-Agent header names the features of the call.
      smithyContext.features = { ...known.features };
      return next(args);
    }
    const resolve = middleware((result) => {
      const { endpointV2: endpoint, authSchemes } = context;
      // An endpoint with authentication schemes also changes the signature.
      if (endpoint !== undefined && authSchemes === undefined) {
        known = { endpoint, features: { ...smithyContext.features } };
      }
      return next(result);
    }, context);
    return resolve(args);
  };
}

/** The headers depend only on the configuration of the client and on the source of the credentials. */
export function setUserAgentOnce(middleware: Middleware): Middleware {
  const known = new WeakMap<object, Record<string, string | undefined>>();
  return (next, context) => async (args) => {
    const identity = context[SMITHY_CONTEXT_KEY]?.selectedHttpAuthScheme?.identity;
    const headers = identity && known.get(identity);
    if (headers !== undefined) {
      Object.assign(args.request.headers, headers);
      return next(args);
    }
    const compute = middleware((result) => {
      const { 'x-amz-user-agent': sdk, 'user-agent': full } = result.request.headers;
      if (identity) known.set(identity, { 'x-amz-user-agent': sdk, 'user-agent': full });
      return next(result);
    }, context);
    return compute(args);
  };
}
