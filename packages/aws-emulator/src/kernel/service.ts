/** The interface of an emulated service to the HTTP and control layers. */
import type { PutRequest } from './control-input';
import type { Call, HttpBinding, Kernel, Operation, Output, ServiceErrors } from './operation';
import { Regional, type Scope } from './scope';
import { StaleReads } from './stale-reads';

/** The context of a call that the HTTP layer provides, in addition to its input. */
export type CallContext = Pick<Call<unknown>, 'scope' | 'session' | 'origin' | 'pageFault'>;

export interface ServiceOperation {
  readonly name: string;
  readonly http: HttpBinding | undefined;
}

export interface Service {
  /** The signing name, which control requests use too. */
  readonly name: string;
  readonly protocol: 'restJson1' | 'awsJson1_1' | 'awsQuery';
  /** The part of X-Amz-Target before the dot; only for awsJson1_1. */
  readonly targetPrefix?: string | undefined;
  /** The namespace of replies, and the Version parameter of requests; only for awsQuery. */
  readonly xml?: { readonly namespace: string; readonly version: string } | undefined;
  readonly errors: ServiceErrors;
  readonly operations: readonly ServiceOperation[];
  /** The HTTP status of an exception; undefined for a type that the service model does not define. */
  errorStatus(type: string): number | undefined;
  execute(operation: string, rawInput: unknown, context: CallContext): Output;
  put(request: PutRequest, scope: Scope): void;
  /** All stored resources in the output format of AWS. */
  dump(scope: Scope): Output;
}

/** The definition of one service, the input of `createService`. */
export interface ServiceDefinition<State> extends Pick<
  Service,
  'name' | 'protocol' | 'targetPrefix' | 'xml' | 'errors'
> {
  readonly errorStatuses: Readonly<Record<string, number>>;
  readonly operations: readonly Operation<State>[];
  seed(scope: Scope, kernel: Kernel): State;
  /** Applies all automatic changes that are due at `now`, in milliseconds since the epoch. */
  applyDueChanges(state: State, now: number): void;
  /** Throws an AwsError if the service is not enabled for the account and region. */
  admit(call: Call<State>): void;
  put(request: PutRequest, state: State, scope: Scope, now: number): void;
  dump(state: State, now: number): Output;
}

export function createService<State>(definition: ServiceDefinition<State>, kernel: Kernel): Service {
  const { name, protocol, targetPrefix, xml, errors, operations } = definition;
  const byName = new Map(operations.map((operation) => [operation.name, operation]));
  const staleReads = new StaleReads();
  const states = new Regional((scope) => definition.seed(scope, kernel));
  const stateAt = (scope: Scope, now: number): State => {
    const state = states.get(scope);
    definition.applyDueChanges(state, now);
    return state;
  };
  return {
    name,
    protocol,
    targetPrefix,
    xml,
    errors,
    operations,
    errorStatus: (type) => definition.errorStatuses[type],
    execute(operationName, rawInput, context) {
      const operation = byName.get(operationName);
      if (operation === undefined) throw new Error(`${name} has no operation ${operationName}.`);
      const now = kernel.clock.now();
      const call: Call<State> = {
        operation: operationName,
        ...context,
        state: stateAt(context.scope, now),
        stateOf: (other) => stateAt(other, now),
        now,
        kernel,
        errors,
      };
      definition.admit(call);
      const { staleReadSeconds } = kernel.behaviors.current;
      return staleReads.run(operationName, rawInput, context.scope, now, staleReadSeconds, () =>
        operation.execute(rawInput, call),
      );
    },
    put(request, scope) {
      const now = kernel.clock.now();
      definition.put(request, stateAt(scope, now), scope, now);
    },
    dump(scope) {
      const now = kernel.clock.now();
      return definition.dump(stateAt(scope, now), now);
    },
  };
}
