/** The middleware stack of an SDK client. It composes the middlewares of a command once, instead of for every call. */
import { constructStack } from '@smithy/core/client';
import type { HandlerExecutionContext, MiddlewareStack } from '@smithy/types';
import { resolveEndpointOnce, setUserAgentOnce, type Handler, type Middleware } from './repeated-middlewares';

/** The substitutes of middlewares of the SDK that do the same work for every call of a client, by name. */
const SUBSTITUTES: Readonly<Partial<Record<string, (middleware: Middleware) => Middleware>>> = {
  endpointV2Middleware: resolveEndpointOnce,
  getUserAgentMiddleware: setUserAgentOnce,
};

/**
 * A stack with the same middlewares in the same order. The SDK copies and sorts the stack for every call, because each
 * command may add middlewares; in this stack, all commands of a class must have the same.
 */
export function composedStack<Input extends object, Output extends object>(
  stack: MiddlewareStack<Input, Output>,
): MiddlewareStack<Input, Output> {
  const composed = new Map<string | undefined, readonly Middleware[]>();
  const concat = (ofCommand: MiddlewareStack<Input, Output>) => ({
    ...ofCommand,
    resolve: (handler: Handler, context: HandlerExecutionContext) => {
      const middlewares = composed.get(context.commandName) ?? middlewaresOf(stack.concat(ofCommand));
      composed.set(context.commandName, middlewares);
      return middlewares.reduce((next, middleware) => middleware(next, context), handler);
    },
  });
  return { ...stack, concat: concat as unknown as typeof stack.concat };
}

interface EntryOptions {
  readonly name?: string;
  readonly middleware?: Middleware;
}

interface RecordingStack {
  add(entry: Middleware, options: EntryOptions): void;
  addRelativeTo(entry: Middleware, options: EntryOptions): void;
  resolve(handler: Handler, context: HandlerExecutionContext): Handler;
}

/** The middlewares of a stack, the innermost first. */
function middlewaresOf<Input extends object, Output extends object>(
  stack: MiddlewareStack<Input, Output>,
): readonly Middleware[] {
  const middlewares: Middleware[] = [];
  const recorderOf = (middleware: Middleware, { name = '' }: EntryOptions) => {
    const substitute = SUBSTITUTES[name]?.(middleware) ?? middleware;
    return (next: Handler) => {
      middlewares.push(substitute);
      return next;
    };
  };
  const copy = constructStack<Input, Output>() as unknown as RecordingStack;
  // A stack shows its middlewares only to another stack, and passes them in the options as well.
  const recording: RecordingStack = {
    ...copy,
    add: (entry, options) => {
      const middleware = recorderOf(entry, options);
      copy.add(middleware, { ...options, middleware });
    },
    addRelativeTo: (entry, options) => {
      const middleware = recorderOf(entry, options);
      copy.addRelativeTo(middleware, { ...options, middleware });
    },
  };
  stack.applyToStack(recording as unknown as MiddlewareStack<Input, Output>);
  // The stack calls the middlewares in their order.
  copy.resolve(() => Promise.resolve(), {});
  return middlewares;
}
