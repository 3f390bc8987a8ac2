/** Authentication: the caller of a request, from the token in its Authorization header. */
import type { Logger } from 'pino';
import { UnauthenticatedError } from '../domain/errors';
import { ANONYMOUS, type Principal } from '../domain/principal';
import { ApiTokens, isApiToken } from './api-tokens';
import { bearerToken, hasBearerToken } from './bearer';
import { TokenRejectedError } from './token-rejected-error';
import { createUserLookup } from './users';
import type { IdentitySettings } from './settings';

export interface Authenticator {
  /**
   * The principal of the caller. Throws UnauthenticatedError, or SignInUnavailableError when the issuer's keys are
   * unavailable.
   * @param authorization the values of all Authorization headers; `IncomingMessage.headers` contains only the first.
   * @param log receives the reason of a rejection, with the address.
   * @param address the network address of the client.
   */
  authenticate(authorization: readonly string[], log?: Logger, address?: string): Promise<Principal>;
}

/** ANONYMOUS turns sign-in off. */
export async function createAuthenticator(
  settings: IdentitySettings | 'ANONYMOUS',
  logger: Logger,
): Promise<Authenticator> {
  if (settings === 'ANONYMOUS') return { authenticate: () => Promise.resolve(ANONYMOUS) };
  const findPrincipal = await createTokenLookup(settings, logger);
  return {
    authenticate: async (authorization, log = logger, address?) => {
      try {
        return await findPrincipal(bearerToken(authorization), log);
      } catch (error) {
        if (!(error instanceof TokenRejectedError)) throw error;
        log.info({ address, reason: error.reason }, 'Sign-in was rejected');
        throw new UnauthenticatedError(hasBearerToken(authorization));
      }
    },
  };
}

async function createTokenLookup({ issuers, roles, tokens }: IdentitySettings, logger: Logger) {
  const apiTokens = new ApiTokens(tokens);
  const findUser = await createUserLookup({ issuers, roles }, logger);
  return async (token: string, log: Logger): Promise<Principal> =>
    isApiToken(token) ? apiTokens.find(token) : findUser(token, log);
}
