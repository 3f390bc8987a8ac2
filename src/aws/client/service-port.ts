/** The one way to a service in a target: reads are shared, cached, paced and capped, and every failure is the gateway's own error. */
import type { Client, Command, MetadataBearer, StaticOperationSchema } from '@smithy/types';
import type { Arrivals } from './in-flight-requests';
import { canonical } from '../../domain/canonical-json';
import {
  ForbiddenError,
  GatewayError,
  OverloadedError,
  SERVICE_TITLES,
  UnknownTargetError,
  type CallSite,
  type ServiceName,
} from '../../domain/errors';
import { hasScope, scopeOf, seesTarget, type AccessKind } from '../../domain/principal';
import { ATTEMPTS, watchAttempts, type AttemptRules } from './attempts';
import type { CallContext } from './call-context';
import type { CallLimits } from './call-limits';
import { Circuit, CircuitOpenError, type BreakerState } from './circuit-breaker';
import { hasExpired, toAwsError } from './error-mapping';
import { Flights } from './single-flight';
import { Pace } from './rate-limiter';
import type { CacheLook, ReadCache } from './read-cache';
import { symptomOf } from './failure-class';
import { LineFullError, Turns } from './concurrency-limiter';

const MAX_CONCURRENT_READS = 16;
const MAX_WAITING_READS = 2_000;

/** Milliseconds after which a change that AWS has not answered counts as unknown. */
export const WRITE_DEADLINE = 10_000;

/** When AWS was asked for an answer. */
export interface Dated {
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
  readonly arrivals: Arrivals;
}

/** How a service in a target does, for those who run the gateway. */
export interface PortHealth {
  readonly service: ServiceName;
  readonly target: string;
  readonly breaker: BreakerState;
  /** Reads under way. */
  readonly inFlight: number;
  /** Reads in line. */
  readonly waiting: number;
}

type AnyCommand<
  Input extends object,
  I extends Input,
  Output extends MetadataBearer,
  O extends Output,
  Config,
> = Command<Input, I, Output, O, Config>;

export class ServicePort<Input extends object, Output extends MetadataBearer, Config> {
  private readonly turns = new Turns(MAX_CONCURRENT_READS, MAX_WAITING_READS);
  private readonly flights: Flights<Output & Dated>;
  private readonly paces = new Map<string, Pace>();
  private readonly circuit: Circuit;

  constructor(
    private readonly options: PortOptions,
    private readonly clients: ClientPair<Input, Output, Config>,
  ) {
    this.flights = new Flights(options.arrivals);
    this.circuit = new Circuit(options.limits);
  }

  get health(): PortHealth {
    const { service, target } = this.options;
    const { inFlight, waiting } = this.turns;
    return { service, target, breaker: this.circuit.state, inFlight, waiting };
  }

  /**
   * Calls a read operation, with the SDK's retries, until the caller's signal aborts. Throws AwsError,
   * OverloadedError or CallBudgetExceededError.
   */
  async read<I extends Input, O extends Output>(
    command: AnyCommand<Input, I, Output, O, Config>,
    call: CallContext,
  ): Promise<O & Dated> {
    const site = this.siteOf(command);
    try {
      this.permit(call, 'read');
      call.signal.throwIfAborted();
      if (call.maxAgeSeconds <= 0) {
        call.budget?.reserve();
        return await this.ask(site, command, call, call.signal);
      }
      const { principal, maxAgeSeconds } = call;
      const key = canonical([principal.name, site.operation, command.input]);
      const flight = `${maxAgeSeconds} ${key}`;
      if (this.flights.has(flight, call)) call.bill.line(site).shared += 1;
      else call.budget?.reserve();
      const answer = this.flights.join(flight, call, (signal) =>
        this.answer(site, command, call, key, signal),
      );
      return (await answer) as O & Dated;
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
    this.permit(call, 'write');
    const client = this.clients.writer(call.principal.name);
    await this.forget();
    try {
      const output = await this.timed(site, command, call, { sendBefore: call.sendBefore }, () =>
        client.send(command, { abortSignal: AbortSignal.timeout(WRITE_DEADLINE) }),
      );
      if (call.receipt) call.receipt.requestId = output.$metadata.requestId;
      return output;
    } catch (error) {
      if (error instanceof GatewayError) throw error;
      const failure = toAwsError(error, site);
      if (call.receipt) call.receipt.requestId = failure.details.requestId;
      throw failure;
    } finally {
      await this.forget();
    }
  }

  /** Fields have rules of their own; this holds whatever way leads here. */
  private permit({ principal }: CallContext, kind: AccessKind): void {
    const { service, target } = this.options;
    if (!seesTarget(principal, target)) throw new UnknownTargetError(target);
    const scope = scopeOf(service, kind);
    if (!hasScope(principal, scope)) throw new ForbiddenError([scope]);
  }

  /** What was read before a change must not be taken for what is so after it. */
  private async forget(): Promise<void> {
    this.flights.close();
    await this.options.cache?.drop(this.options.scope);
  }

  private async answer<I extends Input, O extends Output>(
    site: CallSite,
    command: AnyCommand<Input, I, Output, O, Config>,
    call: CallContext,
    key: string,
    signal: AbortSignal,
  ): Promise<O & Dated> {
    const look = await this.lookFor(site, call, key);
    if (look?.found === undefined) {
      const { asOf, ...output } = await this.ask(site, command, call, signal);
      look?.keep({ output, asOf });
      return { ...(output as unknown as O), asOf };
    }
    const { output, asOf } = look.found;
    call.budget?.release();
    call.bill.line(site).cached += 1;
    call.bill.usedCached(asOf);
    return { ...(output as O), asOf };
  }

  private async lookFor(
    { operation }: CallSite,
    { maxAgeSeconds }: CallContext,
    key: string,
  ): Promise<CacheLook | undefined> {
    const { cache, scope } = this.options;
    return cache?.look(scope, operation, key, maxAgeSeconds);
  }

  private async ask<I extends Input, O extends Output>(
    site: CallSite,
    command: AnyCommand<Input, I, Output, O, Config>,
    call: CallContext,
    signal: AbortSignal,
  ): Promise<O & Dated> {
    const rules = this.rulesOf(site, call, signal);
    if (!call.evenIfDown) this.circuit.admit();
    // The rows of a list lead to more calls, so a list goes before what is in line already.
    return this.turns.take(signal, site.operation.startsWith('List'), async () => {
      if (!call.evenIfDown) this.circuit.admit();
      const asOf = new Date();
      try {
        const output = await this.timed(site, command, call, rules, () =>
          this.sendWithNewCredentials(command, call.principal.name, signal),
        );
        return { ...output, asOf };
      } catch (error) {
        if (!(error instanceof CircuitOpenError)) {
          await this.circuit.gaveUp(symptomOf(error, signal, false));
        }
        throw error;
      }
    });
  }

  private rulesOf({ operation }: CallSite, { evenIfDown }: CallContext, signal: AbortSignal): AttemptRules {
    const pace = this.paceOf(operation);
    if (evenIfDown === true) return { pace };
    return {
      pace,
      guard: (attempt) => {
        const long = performance.now() + this.options.limits.attemptMs / 2;
        return this.circuit.attempt(attempt, (error) => symptomOf(error, signal, performance.now() >= long));
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
  private async timed<I extends Input, O extends Output>(
    site: CallSite,
    command: AnyCommand<Input, I, Output, O, Config>,
    { bill }: CallContext,
    rules: AttemptRules,
    send: () => Promise<O>,
  ): Promise<O> {
    const line = bill.line(site);
    line.calls += 1;
    const operation = command.schema as StaticOperationSchema;
    command.middlewareStack.addRelativeTo(watchAttempts(operation, line, rules), ATTEMPTS);
    const start = performance.now();
    try {
      return await send();
    } finally {
      line.milliseconds += performance.now() - start;
    }
  }

  private paceOf(operation: string): Pace {
    const pace = this.paces.get(operation) ?? new Pace(this.options.rateLimits[operation]);
    this.paces.set(operation, pace);
    return pace;
  }

  private siteOf(command: object): CallSite {
    const { service, target } = this.options;
    return { service, target, operation: command.constructor.name.replace(/Command$/, '') };
  }

  private toGatewayError(error: unknown, site: CallSite): GatewayError {
    if (error instanceof GatewayError) return error;
    if (!(error instanceof LineFullError)) return toAwsError(error, site);
    const { service, target } = site;
    return new OverloadedError(
      `Too many reads of ${SERVICE_TITLES[service]} are waiting in target ${target}.`,
    );
  }
}
