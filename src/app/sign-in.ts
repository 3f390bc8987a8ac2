/** Sign-in: authentication, and a rate limit of failed sign-ins for each network. */
import { RateLimitedError, UnauthenticatedError } from '../domain/errors';
import { networkOf } from '../domain/network';
import type { Principal } from '../domain/principal';
import { MemoryPointStore } from '../graphql/query-limits/rate-limit';
import type { Authenticator } from '../identity/authenticator';
import type { RequestRecord } from '../observability/requests/request-record';

/** The rejected tokens per minute and network that get status 401; the others get status 429. */
export const FAILED_SIGN_INS_PER_MINUTE = 100;

/**
 * The caller with these Authorization headers, also stored in the record. Throws UnauthenticatedError,
 * SignInUnavailableError, or RateLimitedError for a rejected token after too many others from its network.
 */
export type SignIn = (
  authorization: readonly string[],
  record: RequestRecord,
  address: string,
) => Promise<Principal>;

/**
 * Counts only after the verification, so that nobody can lock out the users of a network, such as all users behind a
 * proxy. A request without a token is no sign-in: its client needs the challenge of status 401.
 */
export function createSignIn(authenticator: Authenticator): SignIn {
  const failures = new MemoryPointStore(FAILED_SIGN_INS_PER_MINUTE);
  return async (authorization, record, address) => {
    try {
      const principal = await authenticator.authenticate(authorization, record.log, address);
      record.principal = principal.name;
      return principal;
    } catch (error) {
      if (!(error instanceof UnauthenticatedError) || !error.tokenSent) throw error;
      const seconds = await failures.take(networkOf(address), 1);
      if (seconds === undefined) throw error;
      throw new RateLimitedError(
        seconds,
        `Too many sign-ins from this network failed: try again in ${seconds} seconds, or send a valid token.`,
      );
    }
  };
}
