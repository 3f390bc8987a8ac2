/** The AWS SDK clients, and one service port per service and target. */
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
import type { ServiceName } from '../../domain/services';
import { scopeOfTarget, type Target, type Targets } from '../../domain/targets';
import type { AwsMode } from './aws-mode';
import { BoundedHandler } from './bounded-handler';
import { CALL_LIMITS, type CallLimits } from './call-limits';
import type { CallObserver } from './call-observer';
import { tuneClient } from './client-tuning';
import { CallerClients, type CreateClient } from './caller-clients';
import { TargetCredentials, type Credentials } from './credentials';
import { InFlightRequests } from './in-flight-requests';
import type { ReadCache } from './read-cache';
import type { PortHealth, PortOptions } from './port';
import { ReadRetryStrategy } from './read-retry-strategy';
import { decodeResponses } from './response-decoder';
import { ServicePort } from './service-port';

/** The maximum number of attempts of a read, with the standard retries of the SDK. */
const READ_ATTEMPTS = 3;
/** A retry after a lost response could execute a change twice. */
const WRITE_ATTEMPTS = 1;

interface ClientOptions {
  readonly region: string;
  readonly requestHandler: BoundedHandler;
  readonly retryStrategy: StandardRetryStrategy;
  readonly endpoint?: string;
  readonly credentials?: Credentials;
}

interface SdkTypes {
  macie2: [Macie2Input, Macie2Output, Macie2ClientResolvedConfig];
  workmail: [WorkMailInput, WorkMailOutput, WorkMailClientResolvedConfig];
  'security-ir': [SecurityIrInput, SecurityIrOutput, SecurityIRClientResolvedConfig];
}

type ClientOf<Service extends ServiceName> = Client<
  SdkTypes[Service][0],
  SdkTypes[Service][1] & MetadataBearer,
  SdkTypes[Service][2]
>;

type PortOf<Service extends ServiceName> = ServicePort<
  Service,
  SdkTypes[Service][0],
  SdkTypes[Service][1],
  SdkTypes[Service][2]
>;

const SDK_CLIENTS: { readonly [Service in ServiceName]: (options: ClientOptions) => ClientOf<Service> } = {
  macie2: (options) => new Macie2Client(options),
  workmail: (options) => new WorkMailClient(options),
  'security-ir': (options) => new SecurityIRClient(options),
};

export interface ClientDependencies {
  readonly cache?: ReadCache | undefined;
  readonly onInvalidate?: PortOptions<ServiceName>['onInvalidate'];
  readonly observer?: CallObserver | undefined;
  /** Without it, requests share a response only while its call is in flight. */
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

  /** The port of a service in a target. Throws BadUserInputError when the target is unknown or does not serve the service. */
  port<Service extends ServiceName>(service: Service, targetName: string): PortOf<Service> {
    const key = `${service} ${targetName}`;
    const known = this.ports.get(key);
    if (known !== undefined) return known as PortOf<Service>;
    const target = this.targets.get(targetName, service);
    const { roleArn, rateLimits = {} } = target;
    const port: PortOf<Service> = new ServicePort(
      {
        service,
        target: targetName,
        scope: scopeOfTarget(target, service),
        rateLimits,
        cache: this.dependencies.cache,
        onInvalidate: this.dependencies.onInvalidate,
        observer: this.dependencies.observer,
        limits: this.limits,
        inFlightRequests: this.inFlightRequests,
      },
      new CallerClients(
        this.clientFactory(service, target, new ReadRetryStrategy(READ_ATTEMPTS)),
        this.clientFactory(service, target, new StandardRetryStrategy(WRITE_ATTEMPTS)),
        roleArn === undefined ? undefined : this.credentialsOf(target),
      ),
    );
    this.ports.set(key, port);
    return port;
  }

  /** The health of every service in every target that has been called. */
  health(): readonly PortHealth[] {
    return [...this.ports.values()].map(({ health }) => health);
  }

  destroy(): void {
    for (const handler of this.handlers) handler.destroy();
  }

  /** All clients of a factory share connections and the retry quota. */
  private clientFactory<Service extends ServiceName>(
    service: Service,
    target: Target,
    retryStrategy: StandardRetryStrategy,
  ): CreateClient<SdkTypes[Service][0], SdkTypes[Service][1], SdkTypes[Service][2]> {
    const shared = {
      region: target.region,
      requestHandler: this.createHandler(),
      retryStrategy,
      ...(this.aws.mode === 'emulator' && { endpoint: this.aws.endpoint }),
    };
    const credentials = this.credentialsOf(target);
    return (caller) => {
      const client = SDK_CLIENTS[service]({ ...shared, ...credentials.of(caller) });
      decodeResponses(client.config.protocol);
      tuneClient(client);
      return client;
    };
  }

  private createHandler(): BoundedHandler {
    const handler = new BoundedHandler(this.limits);
    this.handlers.push(handler);
    return handler;
  }

  private credentialsOf(target: Target): TargetCredentials {
    const known =
      this.credentials.get(target.name) ?? new TargetCredentials(target, this.aws, this.createHandler());
    this.credentials.set(target.name, known);
    return known;
  }
}
