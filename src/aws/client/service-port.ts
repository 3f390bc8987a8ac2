/** The one way to a service in a target: reads are shared, cached, paced and capped, and every failure is the gateway's own error. */
import type { Client, Command, MetadataBearer, StaticOperationSchema } from '@smithy/types';
import type { InFlightRequests } from './in-flight-requests';
import { canonicalJson } from '../../domain/canonical-json';
import { ForbiddenError, GatewayError, OverloadedError, UnknownTargetError, type CallSite } from '../../domain/errors';
import { SERVICES, type ServiceName } from '../../domain/services';
import { hasScope, scopeOf, seesTarget, type AccessKind } from '../../domain/principal';
import { ATTEMPT_MIDDLEWARE, watchAttempts, type AttemptRules } from './attempts';
import type { CallContext } from './call-context';
import type { CallLimits } from './call-limits';
import { CircuitBreaker, CircuitOpenError, type BreakerState } from './circuit-breaker';
import { hasExpired, toAwsError } from './error-mapping';
import { SingleFlight } from './single-flight';
import { RateLimiter } from './rate-limiter';
import type { CacheLookup, ReadCache } from './read-cache';
import { classifyFailure } from './failure-class';
import { QueueFullError, ConcurrencyLimiter } from './concurrency-limiter';

const MAX_CONCURRENT_READS = 16;
const MAX_QUEUED_READS = 2_000;

/** Milliseconds after which a change that AWS has not answered counts as unknown. */
export const WRITE_DEADLINE_MS = 10_000;

/** When AWS was asked for an answer. */
export interface WithAsOf {
  readonly asOf: Date;
}

/** The SDK's clients of a service in a target, for every caller. */
export interface ClientPair<Input extends object, Output extends MetadataBearer, Config> {
  /** Retries. */
  reader(caller: string): Client<Input, Output, Config>;
  /** Sends once. */
  writer(caller: string): Client<Input, Output, Config>;
  /** Replaces the caller's clients, with their credentials, unless that has been done; false where no others are to be had. */
  renew(caller: string, expired: Client<Input, Output, Config>): boolean;
}

export interface PortOptions {
  readonly service: ServiceName;
  readonly target: string;
  /** Names the account and region in a cache that several gateways share. */
  readonly scope: string;
  /** Reads per second, by operation. */
  readonly rateLimits: Readonly<Partial<Record<string, number>>>;
  readonly cache: ReadCache | undefined;
  readonly limits: CallLimits;
  readonly inFlightRequests: InFlightRequests;
}

/** How a service in a target does, for those who run the gateway. */
export interface PortHealth {
  readonly service: ServiceName;
  readonly target: string;
  readonly breaker: BreakerState;
  /** Reads under way. */
  readonly inFlight: number;
  /** Reads in line. */
  readonly queued: number;
}

type AnyCommand<
  Input extends object,
  I extends Input,
  Output extends MetadataBearer,
  O extends Output,
  Config,
> = Command<Input, I, Output, O, Config>;

export class ServicePort<Input extends object, Output extends MetadataBearer, Config> {
  private readonly concurrency = new ConcurrencyLimiter(MAX_CONCURRENT_READS, MAX_QUEUED_READS);
  private readonly singleFlight: SingleFlight<Output & WithAsOf>;
  private readonly rateLimiters = new Map<string, RateLimiter>();
  private readonly breaker: CircuitBreaker;

  constructor(
    private readonly options: PortOptions,
    private readonly clients: ClientPair<Input, Output, Config>,
  ) {
    this.singleFlight = new SingleFlight(options.inFlightRequests);
    this.breaker = new CircuitBreaker(options.limits);
  }

  get health(): PortHealth {
    const { service, target } = this.options;
    const { inFlight, queued } = this.concurrency;
    return { service, target, breaker: this.breaker.state, inFlight, queued };
  }

  /**
   * Calls a read operation, with the SDK's retries, until the caller's signal aborts. Throws AwsError,
   * OverloadedError or CallBudgetExceededError.
   */
  async read<I extends Input, O extends Output>(
    command: AnyCommand<Input, I, Output, O, Config>,
    call: CallContext,
  ): Promise<O & WithAsOf> {
    const site = this.siteOf(command);
    try {
      this.authorize(call, 'read');
      call.signal.throwIfAborted();
      if (call.maxAgeSeconds <= 0) {
        call.budget?.reserve();
        return await this.callAws(site, command, call, call.signal);
      }
      const { principal, maxAgeSeconds } = call;
      const key = canonicalJson([principal.name, site.operation, command.input]);
      const flightKey = `${maxAgeSeconds} ${key}`;
      if (this.singleFlight.has(flightKey, call)) call.usage.ofOperation(site).shared += 1;
      else call.budget?.reserve();
      const readThroughCache = this.singleFlight.join(flightKey, call, (signal) =>
        this.readThroughCache(site, command, call, key, signal),
      );
      return (await readThroughCache) as O & WithAsOf;
    } catch (error) {
      throw this.toGatewayError(error, site);
    }
  }

  /** Calls a changing operation once: it is never sent again, and never aborted by the client going away. Throws AwsError, or TooLateError when nothing was sent. */
  async write<I extends Input, O extends Output>(
    command: AnyCommand<Input, I, Output, O, Config>,
    call: CallContext,
  ): Promise<O> {
    const site = this.siteOf(command);
    this.authorize(call, 'write');
    const client = this.clients.writer(call.principal.name);
    await this.invalidate();
    try {
      const output = await this.measured(site, command, call, { sendBefore: call.sendBefore }, () =>
        client.send(command, { abortSignal: AbortSignal.timeout(WRITE_DEADLINE_MS) }),
      );
      if (call.receipt) call.receipt.requestId = output.$metadata.requestId;
      return output;
    } catch (error) {
      if (error instanceof GatewayError) throw error;
      const failure = toAwsError(error, site);
      if (call.receipt) call.receipt.requestId = failure.details.requestId;
      throw failure;
    } finally {
      await this.invalidate();
    }
  }

  /** Fields have rules of their own; this holds whatever way leads here. */
  private authorize({ principal }: CallContext, kind: AccessKind): void {
    const { service, target } = this.options;
    if (!seesTarget(principal, target)) throw new UnknownTargetError(target);
    const scope = scopeOf(service, kind);
    if (!hasScope(principal, scope)) throw new ForbiddenError([scope]);
  }

  /** What was read before a change must not be taken for what is so after it. */
  private async invalidate(): Promise<void> {
    this.singleFlight.forgetAll();
    await this.options.cache?.drop(this.options.scope);
  }

  private async readThroughCache<I extends Input, O extends Output>(
    site: CallSite,
    command: AnyCommand<Input, I, Output, O, Config>,
    call: CallContext,
    key: string,
    signal: AbortSignal,
  ): Promise<O & WithAsOf> {
    const lookup = await this.lookUp(site, call, key);
    if (lookup?.found === undefined) {
      const { asOf, ...output } = await this.callAws(site, command, call, signal);
      lookup?.store({ output, asOf });
      return { ...(output as unknown as O), asOf };
    }
    const { output, asOf } = lookup.found;
    call.budget?.release();
    call.usage.ofOperation(site).cached += 1;
    call.usage.recordCached(asOf);
    return { ...(output as O), asOf };
  }

  private async lookUp(
    { operation }: CallSite,
    { maxAgeSeconds }: CallContext,
    key: string,
  ): Promise<CacheLookup | undefined> {
    const { cache, scope } = this.options;
    return cache?.lookUp(scope, operation, key, maxAgeSeconds);
  }

  private async callAws<I extends Input, O extends Output>(
    site: CallSite,
    command: AnyCommand<Input, I, Output, O, Config>,
    call: CallContext,
    signal: AbortSignal,
  ): Promise<O & WithAsOf> {
    const rules = this.rulesOf(site, call, signal);
    if (!call.bypassBreaker) this.breaker.admit();
    // The rows of a list lead to more calls, so a list goes before what is in line already.
    return this.concurrency.run(signal, site.operation.startsWith('List'), async () => {
      if (!call.bypassBreaker) this.breaker.admit();
      const asOf = new Date();
      try {
        const output = await this.measured(site, command, call, rules, () =>
          this.sendWithNewCredentials(command, call.principal.name, signal),
        );
        return { ...output, asOf };
      } catch (error) {
        if (!(error instanceof CircuitOpenError)) {
          await this.breaker.recordFailedRead(classifyFailure(error, signal, false));
        }
        throw error;
      }
    });
  }

  private rulesOf(
    { operation }: CallSite,
    { bypassBreaker }: CallContext,
    signal: AbortSignal,
  ): AttemptRules {
    const rateLimiter = this.rateLimiterOf(operation);
    if (bypassBreaker === true) return { rateLimiter };
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

  /** A session that has expired before its time is replaced once. */
  private async sendWithNewCredentials<I extends Input, O extends Output>(
    command: AnyCommand<Input, I, Output, O, Config>,
    caller: string,
    abortSignal: AbortSignal,
  ): Promise<O> {
    const client = this.clients.reader(caller);
    try {
      return await client.send(command, { abortSignal });
    } catch (error) {
      if (!hasExpired(error) || !this.clients.renew(caller, client)) throw error;
      return this.clients.reader(caller).send(command, { abortSignal });
    }
  }

  /** Counts the call and its attempts on the caller's bill. */
  private async measured<I extends Input, O extends Output>(
    site: CallSite,
    command: AnyCommand<Input, I, Output, O, Config>,
    { usage }: CallContext,
    rules: AttemptRules,
    send: () => Promise<O>,
  ): Promise<O> {
    const operationUsage = usage.ofOperation(site);
    operationUsage.calls += 1;
    const operation = command.schema as StaticOperationSchema;
    command.middlewareStack.addRelativeTo(
      watchAttempts(operation, operationUsage, rules),
      ATTEMPT_MIDDLEWARE,
    );
    const start = performance.now();
    try {
      return await send();
    } finally {
      operationUsage.milliseconds += performance.now() - start;
    }
  }

  private rateLimiterOf(operation: string): RateLimiter {
    const rateLimiter =
      this.rateLimiters.get(operation) ?? new RateLimiter(this.options.rateLimits[operation]);
    this.rateLimiters.set(operation, rateLimiter);
    return rateLimiter;
  }

  private siteOf(command: object): CallSite {
    const { service, target } = this.options;
    return { service, target, operation: command.constructor.name.replace(/Command$/, '') };
  }

  private toGatewayError(error: unknown, site: CallSite): GatewayError {
    if (error instanceof GatewayError) return error;
    if (!(error instanceof QueueFullError)) return toAwsError(error, site);
    const { service, target } = site;
    return new OverloadedError(
      `Too many reads of ${SERVICES[service].title} are waiting in target ${target}.`,
    );
  }
}
