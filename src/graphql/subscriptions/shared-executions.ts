/**
 * The executions of messages. Subscribers with the same authority and operation share one execution of a message, and those
 * with the same authority share its loaders: a thousand subscribers cost AWS no more than one.
 */
import { execute, type ExecutionResult, type FormattedExecutionResult, type GraphQLSchema } from 'graphql';
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

interface SharedContext {
  readonly context: Context;
  readonly sharedUntil: number;
}

/** The milliseconds for which executions share the context of a message, shorter than the deadline of its reads. */
const SHARED_MS = 10_000;

/** Executes an operation for a message. */
export type ExecuteMessage = (message: Message) => Promise<FormattedExecutionResult>;

export class SharedExecutions {
  /** @param createContext creates the context of one message. */
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly createContext: (authority: Authority) => Context,
  ) {}

  /** The executions of one subscriber. */
  of(operation: StreamOperation, { scopes, targets }: Authority): ExecuteMessage {
    const authority = { scopes, targets };
    const authorityKey = canonicalJson([
      [...scopes].sort(),
      targets === 'ALL' ? targets : [...targets].sort(),
    ]);
    const key = `${authorityKey} ${operationKey(operation)}`;
    return ({ shared, payload }) =>
      valueIn(shared, key, async () => {
        // Operations share the loaders, and each counts the errors of its own fields.
        const context = { ...this.contextOf(shared, authorityKey, authority), completenessFields: [] };
        const result = await execute({
          schema: this.schema,
          document: operation.document,
          operationName: operation.operationName,
          variableValues: operation.variables,
          rootValue: payload,
          contextValue: context,
          fieldResolver: resolvePlainField,
        });
        return formatResult(result, context);
      });
  }

  /** A late execution, for a slow reader, needs a context whose deadline has not passed. */
  private contextOf(shared: Message['shared'], key: string, authority: Authority): Context {
    const now = performance.now();
    const known = shared.get(key) as SharedContext | undefined;
    if (known !== undefined && now < known.sharedUntil) return known.context;
    const context = this.createContext(authority);
    shared.set(key, { context, sharedUntil: now + SHARED_MS } satisfies SharedContext);
    return context;
  }
}

/** Does what the plugins of Apollo Server do for the results of requests. */
function formatResult({ data, errors = [] }: ExecutionResult, context: Context): FormattedExecutionResult {
  if (errors.length === 0) return { data: data ?? null };
  logUnexpectedErrors(errors, context.record.log);
  countFieldErrors({ data, errors }, context.completenessFields);
  return { data: data ?? null, errors: errors.map((error) => formatError(error.toJSON(), error)) };
}

function valueIn<Value>(values: Message['shared'], key: string, create: () => Value): Value {
  if (!values.has(key)) values.set(key, create());
  return values.get(key) as Value;
}
