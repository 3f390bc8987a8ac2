/** The verifier of one issuer's tokens, based on jose. It ignores keys that a token itself names (jku, x5u, jwk). */
import type { JWTPayload } from 'jose' with { 'resolution-mode': 'import' };
import type { Logger } from 'pino';
import { SignInUnavailableError } from '../domain/errors';
import { textsIn } from './claim-values';
import { IssuerKeys } from './issuer-keys';
import { TokenRejectedError } from './token-rejected-error';
import type { IssuerSettings } from './settings';

const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'ES384', 'EdDSA'];

/** The maximum difference between the clocks of the issuer and the gateway. */
const CLOCK_TOLERANCE_SECONDS = 5;

/** The accepted values of the header typ, which some issuers omit. Other types, such as logout tokens, are not for sign-in. */
const TOKEN_TYPES = /^(application\/)?(at\+)?jwt$/i;

/** The claims of a token. Throws TokenRejectedError, or SignInUnavailableError when the issuer's keys are unavailable. */
export type JwtVerifier = (token: string) => Promise<JWTPayload>;

export async function createJwtVerifier(settings: IssuerSettings, logger: Logger): Promise<JwtVerifier> {
  const jose = await import('jose');
  const { issuer, audiences, audienceClaim } = settings;
  const { JOSEError, JWTClaimValidationFailed, JWTExpired } = jose.errors;
  const keys = new IssuerKeys(jose, settings, logger);
  await keys.warmUp();

  const reasonOf = (error: unknown) => {
    if (error instanceof JWTClaimValidationFailed || error instanceof JWTExpired)
      return `claim ${error.claim}`;
    return error instanceof JOSEError ? error.code : 'verification failed';
  };
  const verify = async (token: string) => {
    try {
      return await jose.jwtVerify(token, (header, input) => keys.find(header, input), {
        algorithms: ALGORITHMS,
        issuer,
        ...(audienceClaim === 'aud' && { audience: [...audiences] }),
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        requiredClaims: ['exp', 'sub'],
      });
    } catch (error) {
      if (error instanceof SignInUnavailableError) throw error;
      throw new TokenRejectedError(reasonOf(error));
    }
  };
  return async (token) => {
    const { protectedHeader, payload } = await verify(token);
    const { typ, crit } = protectedHeader;
    if (crit !== undefined) throw new TokenRejectedError('header crit');
    if (typ !== undefined && !TOKEN_TYPES.test(typ)) throw new TokenRejectedError('header typ');
    // jose checks iat only when a maximum token age is set.
    if (payload.iat !== undefined && payload.iat > Date.now() / 1000 + CLOCK_TOLERANCE_SECONDS)
      throw new TokenRejectedError('claim iat');
    if (audienceClaim === 'client_id') checkClient(payload, audiences);
    return payload;
  };
}

/**
 * Checks an access token of Amazon Cognito. `token_use` excludes ID tokens, which the client may show to others than the
 * gateway. An `aud` is present only if the client asked for a token for one resource, which must be the gateway.
 */
function checkClient(claims: JWTPayload, audiences: readonly string[]): void {
  const { token_use: use, client_id: client, aud } = claims;
  if (use !== 'access') throw new TokenRejectedError('claim token_use');
  if (typeof client !== 'string' || !audiences.includes(client))
    throw new TokenRejectedError('claim client_id');
  if (aud !== undefined && !textsIn(aud).some((audience) => audiences.includes(audience)))
    throw new TokenRejectedError('claim aud');
}
