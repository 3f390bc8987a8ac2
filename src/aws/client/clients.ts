/** The AWS SDK clients: for each target and service one that reads and one that writes, shared by all requests of a caller. */
import {
  Macie2Client,
  type Macie2ClientResolvedConfig,
  type ServiceInputTypes as Macie2Input,
  type ServiceOutputTypes as Macie2Output,
} from '@aws-sdk/client-macie2';
import {
  SecurityIRClient,
  type SecurityIRClientResolvedConfig,
  type ServiceInputTypes as SecurityIrInput,
  type ServiceOutputTypes as SecurityIrOutput,
} from '@aws-sdk/client-security-ir';
import {
  WorkMailClient,
  type ServiceInputTypes as WorkMailInput,
  type ServiceOutputTypes as WorkMailOutput,
  type WorkMailClientResolvedConfig,
} from '@aws-sdk/client-workmail';
import { StandardRetryStrategy } from '@smithy/core/retry';
import type { Client, MetadataBearer } from '@smithy/types';
import { LRUCache } from 'lru-cache';
import { InFlightRequests } from './in-flight-requests';
import type { ServiceName } from '../../domain/services';
import type { Target, Targets } from '../../domain/targets';
import type { AwsMode } from './aws-mode';
import { BoundedHandler } from './bounded-handler';
import { CALL_LIMITS, type CallLimits } from './call-limits';
import { TargetCredentials, type Credentials } from './credentials';
import { observeCalls, type CallObserver } from './observe-calls';
import type { ReadCache } from './read-cache';
import { ServicePort, type ClientPair, type PortHealth } from './service-port';

/** The SDK tries a read this often in all (standard retries). */
const READ_ATTEMPTS = 3;
/** The SDK would send a change again by itself after a lost response, so it may send it once only. */
const WRITE_ATTEMPTS = 1;

/** Callers whose clients are kept, per target and service. */
const MAX_CALLERS = 200;

/** What the clients have to do with besides AWS. */
export interface ClientDependencies {
  readonly cache?: ReadCache | undefined;
  readonly observer?: CallObserver | undefined;
  /** Without it answers are shared in flight only. */
  readonly inFlightRequests?: InFlightRequests | undefined;
}

export class AwsClients {
  private readonly ports = new Map<string, { readonly health: PortHealth }>();
  private readonly credentials = new Map<string, TargetCredentials>();
  private readonly handlers: BoundedHandler[] = [];
  private readonly limits: CallLimits;
  private readonly inFlightRequests: InFlightRequests;

  constructor(
    private readonly targets: Targets,
    private readonly aws: AwsMode,
    private readonly dependencies: ClientDependencies = {},
  ) {
    this.limits = { ...CALL_LIMITS, ...aws.limits };
    this.inFlightRequests = dependencies.inFlightRequests ?? new InFlightRequests();
  }

  macie2(target: string): ServicePort<Macie2Input, Macie2Output, Macie2ClientResolvedConfig> {
    return this.port('macie2', target, (options) => new Macie2Client(options));
  }

  workmail(target: string): ServicePort<WorkMailInput, WorkMailOutput, WorkMailClientResolvedConfig> {
    return this.port('workmail', target, (options) => new WorkMailClient(options));
  }

  securityIr(target: string): ServicePort<SecurityIrInput, SecurityIrOutput, SecurityIRClientResolvedConfig> {
    return this.port('security-ir', target, (options) => new SecurityIRClient(options));
  }

  /** Of every service in every target that has been called. */
  health(): readonly PortHealth[] {
    return [...this.ports.values()].map(({ health }) => health);
  }

  destroy(): void {
    for (const handler of this.handlers) handler.destroy();
  }

  private port<Input extends object, Output extends MetadataBearer, Config>(
    service: ServiceName,
    name: string,
    create: (options: ClientOptions) => Client<Input, Output, Config>,
  ): ServicePort<Input, Output, Config> {
    const key = `${service} ${name}`;
    const known = this.ports.get(key);
    if (known instanceof ServicePort) return known as ServicePort<Input, Output, Config>;
    const target = this.targets.get(name, service);
    const { region, roleArn, rateLimits = {} } = target;
    const port = new ServicePort(
      {
        service,
        target: name,
        scope: `${service} ${region} ${roleArn ?? ''}`,
        rateLimits,
        cache: this.dependencies.cache,
        limits: this.limits,
        inFlightRequests: this.inFlightRequests,
      },
      new CallerClients(
        this.clientsOf(service, target, READ_ATTEMPTS, create),
        this.clientsOf(service, target, WRITE_ATTEMPTS, create),
        target.roleArn === undefined ? undefined : this.credentialsOf(target),
      ),
    );
    this.ports.set(key, port);
    return port;
  }

  /** All of its clients share connections, and how often they may retry. */
  private clientsOf<Input extends object, Output extends MetadataBearer, Config>(
    service: ServiceName,
    target: Target,
    attempts: number,
    create: (options: ClientOptions) => Client<Input, Output, Config>,
  ): MakeClient<Input, Output, Config> {
    const requestHandler = this.handler();
    const shared = {
      region: target.region,
      requestHandler,
      retryStrategy: new StandardRetryStrategy(attempts),
      ...(this.aws.mode === 'emulator' && { endpoint: this.aws.endpoint }),
    };
    const credentials = this.credentialsOf(target);
    return (caller) => {
      const client = create({ ...shared, ...credentials.of(caller) });
      // Without a logger too it filters all that it would log.
      client.middlewareStack.remove('loggerMiddleware');
      const site = { service, target: target.name };
      const { observer } = this.dependencies;
      if (observer !== undefined) observeCalls(client.middlewareStack, site, observer);
      return client;
    };
  }

  private handler(): BoundedHandler {
    const handler = new BoundedHandler(this.limits);
    this.handlers.push(handler);
    return handler;
  }

  private credentialsOf(target: Target): TargetCredentials {
    const known =
      this.credentials.get(target.name) ?? new TargetCredentials(target, this.aws, this.handler());
    this.credentials.set(target.name, known);
    return known;
  }
}

interface ClientOptions {
  readonly region: string;
  readonly requestHandler: BoundedHandler;
  readonly retryStrategy: StandardRetryStrategy;
  readonly endpoint?: string;
  readonly credentials?: Credentials;
}

type MakeClient<Input extends object, Output extends MetadataBearer, Config> = (
  caller: string,
) => Client<Input, Output, Config>;

/** One pair of clients for each caller; without credentials of their own all callers are the gateway itself to AWS. */
class CallerClients<Input extends object, Output extends MetadataBearer, Config> implements ClientPair<
  Input,
  Output,
  Config
> {
  private readonly readers;
  private readonly writers;

  constructor(
    makeReader: MakeClient<Input, Output, Config>,
    makeWriter: MakeClient<Input, Output, Config>,
    private readonly credentials: TargetCredentials | undefined,
  ) {
    const memoMethod = (make: MakeClient<Input, Output, Config>) =>
      new LRUCache<string, Client<Input, Output, Config>>({ max: MAX_CALLERS, memoMethod: make });
    this.readers = memoMethod(makeReader);
    this.writers = memoMethod(makeWriter);
  }

  reader(caller: string): Client<Input, Output, Config> {
    return this.readers.memo(this.keyOf(caller));
  }

  writer(caller: string): Client<Input, Output, Config> {
    return this.writers.memo(this.keyOf(caller));
  }

  renew(caller: string, expired: Client<Input, Output, Config>): boolean {
    if (this.credentials === undefined) return false;
    if (this.readers.get(caller) !== expired) return true;
    this.credentials.forget(caller);
    this.readers.delete(caller);
    this.writers.delete(caller);
    return true;
  }

  private keyOf(caller: string): string {
    return this.credentials === undefined ? '' : caller;
  }
}
