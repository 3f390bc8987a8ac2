/** Credentials of a target: the gateway's own, or those of a role that it assumes in the caller's name. */
import { fromTemporaryCredentials } from '@aws-sdk/credential-providers';
import { memoize } from '@smithy/core/config';
import type { AwsCredentialIdentity, AwsCredentialIdentityProvider } from '@smithy/types';
import { LRUCache } from 'lru-cache';
import type { Target } from '../../domain/targets';
import type { AwsMode } from './aws-mode';
import type { BoundedHandler } from './bounded-handler';

/** Credentials could not be had; `cause` says why. */
export class CredentialsError extends Error {}

/** The emulator takes a twelve-digit access key id for the account. */
const EMULATED_CREDENTIALS = { accessKeyId: '111122223333', secretAccessKey: 'emulator' };

/** STS is asked once an hour per caller, so often in all when it fails. */
const STS_ATTEMPTS = 2;

/** Milliseconds for which STS is not asked again after it has failed a caller. */
const FAILURE_COOLDOWN_MS = 1_000;

/** Credentials are renewed this long before they expire. */
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

  /** An SDK client's option; none leaves it to the SDK's own chain. */
  of(caller: string): { readonly credentials?: Credentials } {
    const { roleArn } = this.target;
    if (roleArn === undefined)
      return this.aws.mode === 'emulator' ? { credentials: EMULATED_CREDENTIALS } : {};
    const credentials = this.byCaller.get(caller) ?? this.assume(roleArn, caller);
    this.byCaller.set(caller, credentials);
    return { credentials };
  }

  /** Makes the caller's next call assume the role anew. */
  forget(caller: string): void {
    this.byCaller.delete(caller);
  }

  private assume(roleArn: string, caller: string): AwsCredentialIdentityProvider {
    const { region, externalId, sourceIdentity } = this.target;
    const name = sessionName(caller);
    const emulated = this.aws.mode === 'emulator';
    const assumed = fromTemporaryCredentials({
      ...(emulated && { masterCredentials: EMULATED_CREDENTIALS }),
      params: {
        RoleArn: roleArn,
        RoleSessionName: name,
        ...(externalId !== undefined && { ExternalId: externalId }),
        ...(sourceIdentity === true && { SourceIdentity: name }),
      },
      clientConfig: {
        region,
        requestHandler: this.requestHandler,
        maxAttempts: STS_ATTEMPTS,
        ...(this.aws.mode === 'emulator' && { endpoint: this.aws.endpoint }),
      },
    });
    let failed: { readonly error: CredentialsError; readonly at: number } | undefined;
    const provider = async () => {
      if (failed !== undefined && performance.now() - failed.at < FAILURE_COOLDOWN_MS) throw failed.error;
      try {
        return await assumed();
      } catch (error) {
        failed = {
          error: new CredentialsError('No credentials for the target.', { cause: error }),
          at: performance.now(),
        };
        throw failed.error;
      }
    };
    // Shared by the clients of all services, so that each caller costs one AssumeRole per target.
    return memoize(provider, expiresSoon, hasExpiration) as AwsCredentialIdentityProvider;
  }
}

function expiresSoon({ expiration }: AwsCredentialIdentity): boolean {
  return expiration !== undefined && expiration.getTime() - Date.now() < RENEWAL_MS;
}

function hasExpiration({ expiration }: AwsCredentialIdentity): boolean {
  return expiration !== undefined;
}

/** What AWS takes for the name of a session, which CloudTrail then shows: 2 to 64 letters, digits and _+=,.@- */
export function sessionName(caller: string): string {
  return `secops-graph-${caller}`.replace(/[^\w+=,.@-]/g, '-').slice(0, 64);
}
