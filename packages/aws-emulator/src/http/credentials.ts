/** Caller and service of a request, from the SigV4 Authorization header. Signatures are not verified. */
import { AwsError } from '../kernel/aws-error';
import type { Kernel } from '../kernel/operation';
import { accountOfAccessKey, type Scope } from '../kernel/scope';
import { isTemporary, type Session } from '../kernel/sessions';
import type { CommonErrorNames } from './protocol';

/** The credential scope of the header. */
export interface Credential {
  readonly accessKeyId: string;
  readonly region: string;
  readonly service: string;
}

export interface Caller {
  readonly scope: Scope;
  /** null for a long-term access key. */
  readonly session: Session | null;
}

const SIGV4 =
  /^AWS4-HMAC-SHA256 Credential=([^/,\s]+)\/\d{8}\/([a-z0-9-]+)\/([a-z0-9-]+)\/aws4_request, ?SignedHeaders=[^,\s]+, ?Signature=[0-9a-f]{64}$/;

/** Throws an AwsError for an unsigned request or a header that is not SigV4. */
export function readCredential(authorization: string | undefined, names: CommonErrorNames): Credential {
  if (authorization === undefined) {
    throw new AwsError(names.missingCredentials, 403, 'Missing Authentication Token');
  }
  const [, accessKeyId, region, service] = SIGV4.exec(authorization) ?? [];
  if (accessKeyId === undefined || region === undefined || service === undefined) {
    throw new AwsError(
      names.incompleteSignature,
      403,
      'The Authorization header is not a complete AWS4-HMAC-SHA256 signature.',
    );
  }
  return { service, accessKeyId, region };
}

/** Throws an AwsError for temporary credentials that were not issued, are incomplete, or have expired. */
export function identify(
  { accessKeyId, region }: Credential,
  securityToken: unknown,
  { sessions, clock }: Kernel,
  names: CommonErrorNames,
): Caller {
  if (!isTemporary(accessKeyId)) {
    return { scope: { account: accountOfAccessKey(accessKeyId), region }, session: null };
  }
  const issued = sessions.find(accessKeyId);
  if (issued === undefined || issued.sessionToken !== securityToken) {
    throw new AwsError(names.invalidToken, 403, 'The security token included in the request is invalid.');
  }
  if (issued.expires <= clock.now()) {
    throw new AwsError(names.expiredToken, 403, 'The security token included in the request is expired');
  }
  const { session } = issued;
  return { scope: { account: session.account, region }, session };
}
