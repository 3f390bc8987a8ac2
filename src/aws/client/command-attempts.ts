/** The attempt middlewares of commands, which the stack of the client runs. */
import {
  SMITHY_CONTEXT_KEY,
  type FinalizeHandler,
  type FinalizeRequestMiddleware,
  type HandlerExecutionContext,
  type MetadataBearer,
} from '@smithy/types';
import { Attached } from '../../domain/attached';

const middlewares = new Attached<object, unknown>();

/** Sets the middleware around every attempt of a command. In the stack of the command, the SDK would compose it for every call. */
export function observeAttempts<Input extends object, Output extends MetadataBearer>(
  command: object,
  middleware: FinalizeRequestMiddleware<Input, Output>,
): void {
  middlewares.set(command, middleware);
}

/** The middleware of a client that runs the middleware of each command. */
export function commandAttempts<Input extends object, Output extends MetadataBearer>(
  next: FinalizeHandler<Input, Output>,
  context: HandlerExecutionContext,
): FinalizeHandler<Input, Output> {
  const command: object | undefined = context[SMITHY_CONTEXT_KEY]?.commandInstance;
  const middleware = command && middlewares.get(command);
  return (middleware as FinalizeRequestMiddleware<Input, Output> | undefined)?.(next, context) ?? next;
}
