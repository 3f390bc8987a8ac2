/** Who calls which service: read from the SigV4 Authorization header. Signatures are not verified. */
import { AwsError } from '../kernel/aws-error';
import { accountOfAccessKey, type Scope } from '../kernel/scope';

export interface Caller {
  readonly service: string;
  readonly scope: Scope;
}

const SIGV4 =
  /^AWS4-HMAC-SHA256 Credential=([^/,\s]+)\/\d{8}\/([a-z0-9-]+)\/([a-z0-9-]+)\/aws4_request, ?SignedHeaders=[^,\s]+, ?Signature=[0-9a-f]{64}$/;

/** Throws as AWS does for an unsigned request or a header that is not SigV4. */
export function readCaller(authorization: string | undefined): Caller {
  if (authorization === undefined) {
    throw new AwsError('MissingAuthenticationTokenException', 403, 'Missing Authentication Token');
  }
  const [, accessKeyId, region, service] = SIGV4.exec(authorization) ?? [];
  if (accessKeyId === undefined || region === undefined || service === undefined) {
    throw new AwsError(
      'IncompleteSignatureException',
      403,
      'The Authorization header is not a complete AWS4-HMAC-SHA256 signature.',
    );
  }
  return { service, scope: { account: accountOfAccessKey(accessKeyId), region } };
}
