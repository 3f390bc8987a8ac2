/**
 * The executions of messages. Subscribers with the same authority and operation share one execution of a message, and those
 * with the same authority share its loaders: a thousand subscribers cost AWS no more than one.
 */
import { AsyncResource } from 'node:async_hooks';
import {
  execute,
  type ExecutionResult,
  type FormattedExecutionResult,
  type GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql';
import { canonicalJson } from '../../domain/canonical-json';
import type { Principal } from '../../domain/principal';
import type { Message } from '../../live/messages';
import { countFieldErrors } from '../apollo/field-errors-plugin';
import { formatError } from '../apollo/format-error';
import { logUnexpectedErrors } from '../apollo/record-plugin';
import type { Context } from '../context';
import { resolvePlainField } from '../readable-fields';
import { operationKey } from './operation-key';
import type { StreamOperation } from '../stream-opening';

/** The rights of a caller, without its name: the gateway reads for all callers that have them. */
export type Authority = Pick<Principal, 'scopes' | 'targets'>;

const UNEXPECTED = 'INTERNAL_SERVER_ERROR';

interface SharedContext {
  readonly context: Context;
  readonly sharedUntil: number;
}

/** Executes an operation for a message. */
export type ExecuteMessage = (message: Message) => Promise<FormattedExecutionResult>;

export interface SharedExecutionsOptions {
  readonly schema: GraphQLSchema;
  /** Creates the context of one message. */
  readonly createContext: (authority: Authority) => Context;
  /** The time in milliseconds for which executions share a context, less than the deadline of its reads. */
  readonly shareMs: number;
}

export class SharedExecutions {
  /** An execution belongs to no request, so the trace of none shows its AWS calls. */
  private readonly runDetached = AsyncResource.bind(<Result>(work: () => Result): Result => work());

  constructor(private readonly options: SharedExecutionsOptions) {}

  /** The executions of one subscriber. */
  of(operation: StreamOperation, { scopes, targets }: Authority): ExecuteMessage {
    const authority = { scopes, targets };
    const authorityKey = canonicalJson([
      [...scopes].sort(),
      targets === 'ALL' ? targets : [...targets].sort(),
    ]);
    const key = `${authorityKey} ${operationKey(operation)}`;
    return (message) =>
      message.share(key, () =>
        this.runDetached(async () => {
          // Operations share the loaders. The count of failed fields is per operation.
          const context = { ...this.contextOf(message, authorityKey, authority), completenessFields: [] };
          const result = await execute({
            schema: this.options.schema,
            document: operation.document,
            operationName: operation.operationName,
            variableValues: operation.variables,
            rootValue: message.payload,
            contextValue: context,
            fieldResolver: resolvePlainField,
          });
          return formatResult(result, context);
        }),
      );
  }

  /** A late execution, for a slow reader, needs a context whose deadline has not passed. */
  private contextOf(message: Message, authorityKey: string, authority: Authority): Context {
    const { createContext, shareMs } = this.options;
    const create = (): SharedContext => ({
      context: createContext(authority),
      sharedUntil: performance.now() + shareMs,
    });
    const shared = message.share(authorityKey, create);
    return performance.now() < shared.sharedUntil ? shared.context : create().context;
  }
}

/** Does what the plugins of Apollo Server do for the results of requests. */
function formatResult({ data, errors = [] }: ExecutionResult, context: Context): FormattedExecutionResult {
  if (errors.length === 0) return { data: data ?? null };
  const { record, completenessFields } = context;
  logUnexpectedErrors(errors, record.log);
  countFieldErrors({ data, errors }, completenessFields);
  return { data: data ?? null, errors: errors.map((error) => formatStreamError(error, record.id)) };
}

/** Without locations, which need the text of the document: no stream keeps it. */
function formatStreamError(error: GraphQLError, requestId: string): GraphQLFormattedError {
  const { message, path = [], extensions } = error.toJSON();
  // As Apollo Server does: an error without a code is one that nobody expected.
  const formatted = formatError({ message, path, extensions: { code: UNEXPECTED, ...extensions } }, error);
  if (formatted.extensions?.code !== UNEXPECTED) return formatted;
  return {
    path,
    message: 'The gateway failed to resolve this part of the message. Report its requestId to the operator.',
    extensions: { code: UNEXPECTED, requestId },
  };
}
