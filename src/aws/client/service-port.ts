/** The port to a service in a target: reads are shared, cached and limited, and every failure becomes a GatewayError. */
import type { Command, MetadataBearer } from '@smithy/types';
import { canonicalJson } from '../../domain/canonical-json';
import {
  ForbiddenError,
  GatewayError,
  OverloadedError,
  SendDeadlineError,
  UnknownTargetError,
  type CallSite,
} from '../../domain/errors';
import { hasScope, scopeOf, seesTarget, type AccessKind } from '../../domain/principal';
import { SERVICES, type ServiceName } from '../../domain/services';
import { AttemptCounter, attemptMiddleware, type AttemptRules } from './attempts';
import type { CallContext } from './call-context';
import { MAX_SOCKETS } from './call-limits';
import type { OperationObserver } from './call-observer';
import type { CallerClients } from './caller-clients';
import { CircuitBreaker, CircuitOpenError } from './circuit-breaker';
import { ConcurrencyLimiter, QueueFullError } from './concurrency-limiter';
import { observeAttempts } from './command-attempts';
import { CredentialsError } from './credentials';
import { toAwsError } from './error-mapping';
import { classifyFailure } from './failure-class';
import type { Operation, ReadOperation, WriteOperation } from './operation';
import { withoutEmptyToken } from './page-token';
import type { PortHealth, PortOptions, WithAsOf } from './port';
import { RateLimiter } from './rate-limiter';
import type { CacheLookup } from './read-cache';
import { isWholeResponse } from './response-reader';
import { SingleFlight } from './single-flight';

const MAX_QUEUED = 2_000;

/** Milliseconds for a whole change, credentials included. The attempt itself ends after `attemptMs`. */
export const WRITE_DEADLINE_MS = 10_000;

/** The state of an operation in this target, created with its first call. */
interface OperationState {
  readonly rateLimiter: RateLimiter;
  readonly observer: OperationObserver | undefined;
}

/** One call of an operation. */
interface Invocation<C> {
  readonly operation: Operation;
  readonly command: C;
  readonly call: CallContext;
  readonly site: CallSite;
}

export class ServicePort<
  Service extends ServiceName,
  Input extends object,
  Output extends MetadataBearer,
  Config,
> {
  private readonly readConcurrency = new ConcurrencyLimiter(MAX_SOCKETS, MAX_QUEUED);
  private readonly writeConcurrency = new ConcurrencyLimiter(MAX_SOCKETS, MAX_QUEUED);
  private readonly singleFlight: SingleFlight<Output & WithAsOf>;
  private readonly states = new Map<string, OperationState>();
  private readonly breaker: CircuitBreaker;

  constructor(
    private readonly options: PortOptions<Service>,
    private readonly clients: CallerClients<Input, Output, Config>,
  ) {
    this.singleFlight = new SingleFlight(options.inFlightRequests);
    this.breaker = new CircuitBreaker(options.limits);
  }

  get health(): PortHealth {
    const { service, target } = this.options;
    const { inFlight, queued } = this.readConcurrency;
    return { service, target, breaker: this.breaker.state, inFlight, queued };
  }

  /**
   * Calls a read operation, with the SDK's retries, until the caller's signal aborts. Throws AwsError, ForbiddenError,
   * UnknownTargetError, OverloadedError or CallBudgetExceededError.
   */
  async read<I extends Input, O extends Output>(
    operation: ReadOperation<Service>,
    command: Command<Input, I, Output, O, Config>,
    call: CallContext,
  ): Promise<O & WithAsOf> {
    const site = this.siteOf(operation);
    const invocation = { operation, command, call, site };
    try {
      this.authorize(call, 'read');
      call.signal.throwIfAborted();
      if (call.maxAgeSeconds <= 0) {
        call.budget?.reserve();
        return await this.callAws(invocation, call.signal);
      }
      const { principal, maxAgeSeconds } = call;
      const key = canonicalJson([principal.name, operation.name, command.input]);
      const flightKey = `${maxAgeSeconds} ${key}`;
      if (this.singleFlight.has(flightKey, call)) call.usage.ofOperation(site).shared += 1;
      else call.budget?.reserve();
      const response = this.singleFlight.join(flightKey, call, (signal) =>
        this.readThroughCache(invocation, key, signal),
      );
      return (await response) as O & WithAsOf;
    } catch (error) {
      throw this.toGatewayError(error, operation);
    }
  }

  /**
   * Calls a changing operation, which AWS executes at most once. The call is never aborted when the client disconnects.
   * Throws AwsError; or ForbiddenError, UnknownTargetError or SendDeadlineError when nothing was sent.
   */
  async write<I extends Input, O extends Output>(
    operation: WriteOperation<Service>,
    command: Command<Input, I, Output, O, Config>,
    call: CallContext,
  ): Promise<O> {
    const site = this.siteOf(operation);
    this.authorize(call, 'write');
    await this.invalidate();
    try {
      const invocation = { operation, command, call, site };
      const output = await this.send(invocation);
      if (call.receipt) call.receipt.requestId = output.$metadata.requestId;
      return output;
    } catch (error) {
      if (error instanceof GatewayError) throw error;
      const failure = toAwsError(error, operation, this.options.target);
      if (call.receipt) call.receipt.requestId = failure.details.requestId;
      throw failure;
    } finally {
      await this.invalidate();
    }
  }

  /** Sends a change when a socket is free. Throws SendDeadlineError when none is within the deadline, and nothing was sent. */
  private async send<I extends Input, O extends Output>(
    invocation: Invocation<Command<Input, I, Output, O, Config>>,
  ): Promise<O> {
    const { command, call } = invocation;
    const signal = AbortSignal.timeout(WRITE_DEADLINE_MS);
    const state = { isStarted: false };
    try {
      return await this.writeConcurrency.run(signal, false, () => {
        state.isStarted = true;
        return this.measured(invocation, { sendBefore: call.sendBefore }, () =>
          this.clients.write(command, call.principal.name, signal),
        );
      });
    } catch (error) {
      throw state.isStarted ? error : new SendDeadlineError();
    }
  }

  /** Checks the access of the caller in addition to the field rules, for every use of the port. */
  private authorize({ principal }: CallContext, kind: AccessKind): void {
    const { service, target } = this.options;
    if (!seesTarget(principal, target)) throw new UnknownTargetError(target);
    const scope = scopeOf(service, kind);
    if (!hasScope(principal, scope)) throw new ForbiddenError([scope]);
  }

  /** Discards all responses from before a change. */
  private async invalidate(): Promise<void> {
    this.singleFlight.forgetAll();
    this.options.onInvalidate?.(this.options.scope);
    await this.options.cache?.drop(this.options.scope);
  }

  private async readThroughCache<I extends Input, O extends Output>(
    invocation: Invocation<Command<Input, I, Output, O, Config>>,
    key: string,
    signal: AbortSignal,
  ): Promise<O & WithAsOf> {
    const { call, site } = invocation;
    const lookup = await this.lookUp(invocation, key);
    if (lookup?.found === undefined) {
      const { asOf, ...output } = await this.callAws(invocation, signal);
      // A cache that serializes responses would lose the marks of unreadable members.
      if (isWholeResponse(output)) lookup?.store({ output, asOf });
      return { ...(output as unknown as O), asOf };
    }
    const { output, asOf } = lookup.found;
    call.budget?.release();
    call.usage.ofOperation(site).cached += 1;
    call.usage.recordCached(asOf);
    return { ...(output as O), asOf };
  }

  private async lookUp(
    { operation, call }: Invocation<unknown>,
    key: string,
  ): Promise<CacheLookup | undefined> {
    const { cache, scope } = this.options;
    return cache?.lookUp(scope, operation.name, key, call.maxAgeSeconds);
  }

  private async callAws<I extends Input, O extends Output>(
    invocation: Invocation<Command<Input, I, Output, O, Config>>,
    signal: AbortSignal,
  ): Promise<O & WithAsOf> {
    const { operation, command, call } = invocation;
    const rules = this.rulesOf(invocation, signal);
    if (!call.bypassBreaker) this.breaker.admit();
    // The rows of a list lead to more calls, so lists have priority in the queue.
    return this.readConcurrency.run(signal, operation.name.startsWith('List'), async () => {
      if (!call.bypassBreaker) this.breaker.admit();
      const asOf = new Date();
      try {
        const output = await this.measured(invocation, rules, () =>
          this.clients.read(command, call.principal.name, signal),
        );
        return { ...withoutEmptyToken(output), asOf };
      } catch (error) {
        if (!(error instanceof CircuitOpenError)) {
          await this.breaker.recordFailedRead(classifyFailure(error, signal, false));
        }
        throw error;
      }
    });
  }

  private rulesOf({ operation, call, site }: Invocation<unknown>, signal: AbortSignal): AttemptRules {
    const { rateLimiter } = this.stateOf(operation, site);
    if (call.bypassBreaker === true) return { rateLimiter };
    return {
      rateLimiter,
      guard: (attempt) => {
        const enoughTimeAt = performance.now() + this.options.limits.attemptMs / 2;
        return this.breaker.attempt(attempt, (error) =>
          classifyFailure(error, signal, performance.now() >= enoughTimeAt),
        );
      },
    };
  }

  /** Counts the call and its attempts, for the usage of the request and for the metrics. */
  private async measured<I extends Input, O extends Output>(
    { operation, command, call, site }: Invocation<Command<Input, I, Output, O, Config>>,
    rules: AttemptRules,
    send: () => Promise<O>,
  ): Promise<O> {
    const usage = call.usage.ofOperation(site);
    usage.calls += 1;
    const { observer } = this.stateOf(operation, site);
    const counter = new AttemptCounter(usage);
    observeAttempts(command, attemptMiddleware<I, O>(operation, counter, rules));
    observer?.callStarted();
    const start = performance.now();
    let outcome = 'OK';
    try {
      return await send();
    } catch (error) {
      if (error instanceof CredentialsError) counter.throttle(error.cause);
      outcome = this.toGatewayError(error, operation).code;
      throw error;
    } finally {
      const milliseconds = performance.now() - start;
      usage.milliseconds += milliseconds;
      const { attempts, throttles } = counter;
      observer?.callEnded({ outcome, seconds: milliseconds / 1_000, attempts, throttles });
    }
  }

  private stateOf({ name }: Operation, site: CallSite): OperationState {
    const known = this.states.get(name);
    if (known !== undefined) return known;
    const { rateLimits, observer } = this.options;
    const state = {
      rateLimiter: new RateLimiter(rateLimits[name]),
      observer: observer?.observe(site),
    };
    this.states.set(name, state);
    return state;
  }

  private siteOf({ service, name }: Operation): CallSite {
    return { service, target: this.options.target, operation: name };
  }

  private toGatewayError(error: unknown, operation: Operation): GatewayError {
    if (error instanceof GatewayError) return error;
    const { service, target } = this.options;
    if (!(error instanceof QueueFullError)) return toAwsError(error, operation, target);
    return new OverloadedError(
      `Too many reads of ${SERVICES[service].title} are waiting in target ${target}: try again later.`,
    );
  }
}
