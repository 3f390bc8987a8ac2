/** Verifies tokens of the issuer by jose. What a token says of where its key is (jku, x5u, jwk) is never followed. */
import type { JWTPayload } from 'jose' with { 'resolution-mode': 'import' };
import type { Logger } from 'pino';
import { SignInUnavailableError } from '../domain/errors';
import { IssuerKeys } from './issuer-keys';
import { TokenRejectedError } from './refused';
import type { OidcSettings } from './settings';

const ALGORITHMS = ['RS256', 'ES256'];

/** Seconds that clocks may differ. */
const TOLERANCE = 5;

/** Some issuers leave it out; of other kinds, as logout tokens, none is for signing in. */
const TYPES = /^(application\/)?(at\+)?jwt$/i;

/** Throws Refused, or SignInUnavailableError when the issuer's keys cannot be had. */
export type JwtVerifier = (token: string) => Promise<JWTPayload>;

export async function createJwtVerifier(settings: OidcSettings, logger: Logger): Promise<JwtVerifier> {
  const jose = await import('jose');
  const { JOSEError, JWTClaimValidationFailed, JWTExpired } = jose.errors;
  const keys = new IssuerKeys(jose, settings, logger);
  await keys.warmUp();

  const reasonOf = (error: unknown) => {
    if (error instanceof JWTClaimValidationFailed || error instanceof JWTExpired)
      return `claim ${error.claim}`;
    return error instanceof JOSEError ? error.code : 'cannot be verified';
  };
  const verify = async (token: string) => {
    try {
      return await jose.jwtVerify(token, (header, input) => keys.find(header, input), {
        algorithms: ALGORITHMS,
        issuer: settings.issuer,
        audience: settings.audience,
        clockTolerance: TOLERANCE,
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
    if (typ !== undefined && !TYPES.test(typ)) throw new TokenRejectedError('header typ');
    // jose looks at it only where tokens have a greatest age.
    if (payload.iat !== undefined && payload.iat > Date.now() / 1000 + TOLERANCE)
      throw new TokenRejectedError('claim iat');
    return payload;
  };
}
