/** The credentials of a target: those of the gateway, or those of a role that the gateway assumes for each caller. */
import { createHash } from 'node:crypto';
import type { FromTemporaryCredentialsOptions } from '@aws-sdk/credential-providers';
import { memoize } from '@smithy/core/config';
import type { AwsCredentialIdentity, AwsCredentialIdentityProvider } from '@smithy/types';
import { LRUCache } from 'lru-cache';
import { EMULATED_ACCOUNT, type Target } from '../../domain/targets';
import type { AwsMode } from './aws-mode';
import type { BoundedHandler } from './bounded-handler';
import { ReadRetryStrategy } from './read-retry-strategy';

/** The gateway could not get credentials; `cause` is the reason. */
export class CredentialsError extends Error {}

/** The maximum number of attempts of AssumeRole, which the gateway calls once an hour per caller. */
const STS_ATTEMPTS = 2;

/** Milliseconds without another AssumeRole for a caller after a failure. */
const FAILURE_COOLDOWN_MS = 1_000;

/** Milliseconds before the expiration at which the gateway renews credentials. */
const RENEWAL_MS = 300_000;

const MAX_CALLERS = 200;

export type Credentials = AwsCredentialIdentity | AwsCredentialIdentityProvider;

export class TargetCredentials {
  private readonly byCaller = new LRUCache<string, AwsCredentialIdentityProvider>({ max: MAX_CALLERS });

  constructor(
    private readonly target: Target,
    private readonly aws: AwsMode,
    private readonly requestHandler: BoundedHandler,
  ) {}

  /** The credentials option of an SDK client; empty for the default credential chain of the SDK. */
  of(caller: string): { readonly credentials?: Credentials } {
    const { roleArn, accountId } = this.target;
    if (roleArn === undefined)
      return this.aws.mode === 'emulator' ? { credentials: emulatedCredentials(accountId) } : {};
    const credentials = this.byCaller.get(caller) ?? this.assume(roleArn, caller);
    this.byCaller.set(caller, credentials);
    return { credentials };
  }

  /** Discards the credentials of the caller, so that the next call assumes the role again. */
  forget(caller: string): void {
    this.byCaller.delete(caller);
  }

  private assume(roleArn: string, caller: string): AwsCredentialIdentityProvider {
    const { region, externalId, sourceIdentity } = this.target;
    const name = sessionName(caller);
    const emulated = this.aws.mode === 'emulator';
    const options: FromTemporaryCredentialsOptions = {
      ...(emulated && { masterCredentials: emulatedCredentials() }),
      params: {
        RoleArn: roleArn,
        RoleSessionName: name,
        ...(externalId !== undefined && { ExternalId: externalId }),
        ...(sourceIdentity === true && { SourceIdentity: name }),
      },
      clientConfig: {
        region,
        requestHandler: this.requestHandler,
        retryStrategy: new ReadRetryStrategy(STS_ATTEMPTS),
        ...(this.aws.mode === 'emulator' && { endpoint: this.aws.endpoint }),
      },
    };
    let assumeRole: AwsCredentialIdentityProvider | undefined;
    let lastFailure: { readonly error: CredentialsError; readonly at: number } | undefined;
    const provider = async () => {
      if (lastFailure !== undefined && performance.now() - lastFailure.at < FAILURE_COOLDOWN_MS)
        throw lastFailure.error;
      try {
        assumeRole ??= await temporaryCredentials(options);
        return await assumeRole();
      } catch (error) {
        lastFailure = {
          error: new CredentialsError('The gateway could not assume the role of the target.', {
            cause: error,
          }),
          at: performance.now(),
        };
        throw lastFailure.error;
      }
    };
    // The clients of all services share the provider, so that each caller needs one AssumeRole per target.
    return memoize(provider, expiresSoon, hasExpiration) as AwsCredentialIdentityProvider;
  }
}

/** Loads the client of STS if a target has a role, so that a failure to load it fails the start. */
export async function loadRoleCredentials(targets: readonly Target[]): Promise<void> {
  if (targets.some(({ roleArn }) => roleArn !== undefined)) await import('@aws-sdk/credential-providers');
}

async function temporaryCredentials(
  options: FromTemporaryCredentialsOptions,
): Promise<AwsCredentialIdentityProvider> {
  const { fromTemporaryCredentials } = await import('@aws-sdk/credential-providers');
  return fromTemporaryCredentials(options);
}

/** The emulator uses a twelve-digit access key id as the account id. */
function emulatedCredentials(account = EMULATED_ACCOUNT): AwsCredentialIdentity {
  return { accessKeyId: account, secretAccessKey: 'emulator' };
}

function expiresSoon({ expiration }: AwsCredentialIdentity): boolean {
  return expiration !== undefined && expiration.getTime() - Date.now() < RENEWAL_MS;
}

function hasExpiration({ expiration }: AwsCredentialIdentity): boolean {
  return expiration !== undefined;
}

/** The length that AWS allows; a session name has only letters, digits and _+=,.@- */
const MAX_SESSION_NAME = 64;

/** The hexadecimal digits of the hash in the name of a session. */
const HASH_DIGITS = 16;

/**
 * The role session name of a caller, which CloudTrail shows: `secops-graph-user-ann@example.com`. No two callers have the
 * same: the first colon of a caller ends a part without hyphens, so that it can become a hyphen, and a name that loses
 * anything else ends with = and a hash of the caller. So does a name that itself ends like that.
 */
export function sessionName(caller: string): string {
  const name = `secops-graph-${caller.replace(/^([a-z0-9@]+):/, '$1-')}`;
  const safeName = name.replace(/[^\w+=,.@-]/g, '-');
  if (safeName === name && name.length <= MAX_SESSION_NAME && !HASHED_NAME.test(name)) return name;
  const hash = createHash('sha256').update(caller).digest('hex').slice(0, HASH_DIGITS);
  return `${safeName.slice(0, MAX_SESSION_NAME - HASH_DIGITS - 1)}=${hash}`;
}

const HASHED_NAME = /=[0-9a-f]{16}$/;
