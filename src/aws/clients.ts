/** The AWS SDK clients: for each target and service one that reads and one that writes, shared by all requests. */
import { Macie2Client } from '@aws-sdk/client-macie2';
import { SecurityIRClient } from '@aws-sdk/client-security-ir';
import { WorkMailClient } from '@aws-sdk/client-workmail';
import { fromTemporaryCredentials } from '@aws-sdk/credential-providers';
import type { ServiceName } from '../errors';
import type { Target, Targets } from '../targets';
import { ServicePort } from './service-port';

/** Where AWS is: the emulator at an endpoint, or AWS itself by the SDK's own configuration. */
export type AwsMode = { readonly mode: 'emulator'; readonly endpoint: string } | { readonly mode: 'live' };

/** The SDK tries a read this often in all (standard retries). */
const READ_ATTEMPTS = 3;
/** The SDK would send a change again by itself after a lost response, so it may send it once only. */
const WRITE_ATTEMPTS = 1;

/** Milliseconds; without these the SDK waits for ever. */
const TIMEOUTS = {
  connectionTimeout: 1_000,
  requestTimeout: 5_000,
  throwOnRequestTimeout: true,
  socketTimeout: 5_000,
} as const;

/** The emulator takes a twelve-digit access key id for the account, so that a target's role leads to the role's account. */
const EMULATED_DEFAULT_ACCOUNT = '111122223333';

interface Destroyable {
  destroy(): void;
}

export class AwsClients {
  private readonly ports = new Map<string, unknown>();
  private readonly clients: Destroyable[] = [];

  constructor(
    private readonly targets: Targets,
    private readonly aws: AwsMode,
  ) {}

  macie2(target: string): ServicePort<Macie2Client> {
    return this.port('macie2', target, (options) => new Macie2Client(options));
  }

  workmail(target: string): ServicePort<WorkMailClient> {
    return this.port('workmail', target, (options) => new WorkMailClient(options));
  }

  securityIr(target: string): ServicePort<SecurityIRClient> {
    return this.port('security-ir', target, (options) => new SecurityIRClient(options));
  }

  destroy(): void {
    for (const client of this.clients) client.destroy();
  }

  private port<Client extends Destroyable>(
    service: ServiceName,
    name: string,
    create: (options: ClientOptions) => Client,
  ): ServicePort<Client> {
    const key = `${service} ${name}`;
    const known = this.ports.get(key);
    if (known !== undefined) return known as ServicePort<Client>;
    const options = clientOptions(this.targets.get(name, service), this.aws);
    const reader = create({ ...options, maxAttempts: READ_ATTEMPTS });
    const writer = create({ ...options, maxAttempts: WRITE_ATTEMPTS });
    this.clients.push(reader, writer);
    const port = new ServicePort(service, name, reader, writer);
    this.ports.set(key, port);
    return port;
  }
}

type ClientOptions = ReturnType<typeof clientOptions> & { maxAttempts: number };

function clientOptions(target: Target, aws: AwsMode) {
  const { region } = target;
  const shared = { region, retryMode: 'standard', requestHandler: { ...TIMEOUTS } };
  if (aws.mode === 'emulator') {
    return { ...shared, endpoint: aws.endpoint, credentials: emulatedCredentials(target) };
  }
  return target.roleArn === undefined
    ? shared
    : { ...shared, credentials: assumedRole(target, target.roleArn) };
}

function emulatedCredentials({ roleArn }: Target) {
  const account = roleArn?.split(':')[4] ?? EMULATED_DEFAULT_ACCOUNT;
  return { accessKeyId: account, secretAccessKey: 'emulator' };
}

function assumedRole({ region, externalId }: Target, roleArn: string) {
  return fromTemporaryCredentials({
    params: {
      RoleArn: roleArn,
      RoleSessionName: 'secops-graph',
      ...(externalId === undefined ? {} : { ExternalId: externalId }),
    },
    clientConfig: { region },
  });
}
