/** Tells who sends a request, by the token in its Authorization header. */
import type { Logger } from 'pino';
import { UnauthenticatedError } from '../domain/errors';
import { ANONYMOUS, type Principal } from '../domain/principal';
import { ApiTokens, isApiToken } from './api-tokens';
import { bearerToken, sentToken } from './bearer';
import { principalOf } from './claims';
import { createJwtVerifier } from './jwt-verifier';
import { TokenRejectedError } from './refused';
import type { IdentitySettings } from './settings';

export interface Authenticator {
  /**
   * `authorization` are the values of all headers of that name, of which node would show the first only; `log` hears why
   * nobody was found.
   * Throws UnauthenticatedError, or SignInUnavailableError when the issuer's keys cannot be had.
   */
  authenticate(authorization: readonly string[], log?: Logger): Promise<Principal>;
}

/** Everybody is anonymous where nobody has to sign in. */
export async function createAuthenticator(
  settings: IdentitySettings | 'ANONYMOUS',
  logger: Logger,
): Promise<Authenticator> {
  if (settings === 'ANONYMOUS') return { authenticate: () => Promise.resolve(ANONYMOUS) };
  const find = await createFinder(settings, logger);
  return {
    authenticate: async (authorization, log = logger) => {
      try {
        return await find(bearerToken(authorization));
      } catch (error) {
        if (!(error instanceof TokenRejectedError)) throw error;
        log.info({ reason: error.reason }, 'sign-in refused');
        throw new UnauthenticatedError(sentToken(authorization));
      }
    },
  };
}

async function createFinder(settings: IdentitySettings, logger: Logger) {
  const { oidc, roles, tokens } = settings;
  const apiTokens = new ApiTokens(tokens);
  const verify = oidc && (await createJwtVerifier(oidc, logger));
  return async (token: string): Promise<Principal> => {
    if (isApiToken(token)) return apiTokens.find(token);
    if (oidc === undefined || verify === undefined) throw new TokenRejectedError('no issuer is configured');
    return principalOf(await verify(token), { roles, rolesClaim: oidc.rolesClaim });
  };
}
