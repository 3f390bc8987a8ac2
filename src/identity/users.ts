/** The users of the issuers: the principal of a JWT, whichever configured issuer signed it. */
import type { Logger } from 'pino';
import type { Principal } from '../domain/principal';
import { countClaims, principalOf } from './claims';
import { createJwtVerifier, type JwtVerifier } from './jwt-verifier';
import { claimedRoles } from './role-claim';
import { TokenRejectedError } from './token-rejected-error';
import type { IdentitySettings, IssuerSettings } from './settings';

/** The principal of a JWT. Throws TokenRejectedError or SignInUnavailableError. */
export type FindUser = (token: string, log: Logger) => Promise<Principal>;

interface Verified {
  readonly issuer: IssuerSettings;
  readonly verify: JwtVerifier;
}

export async function createUserLookup(
  { issuers, roles }: Pick<IdentitySettings, 'issuers' | 'roles'>,
  logger: Logger,
): Promise<FindUser> {
  const verifiers = await Promise.all(
    issuers.map(async (issuer): Promise<Verified> => {
      return { issuer, verify: await createJwtVerifier(issuer, logger) };
    }),
  );
  const select = await createSelector(verifiers);
  return async (token, log) => {
    const { issuer, verify } = select(token);
    const claims = await verify(token);
    const principal = principalOf(claims, issuer, roles);
    if (isPowerless(principal)) {
      const isUnusable = claimedRoles(claims, issuer, roles) === 'UNUSABLE';
      const facts = {
        principal: principal.name,
        issuer: issuer.issuer,
        claims: countClaims(claims, issuer),
        ...(isUnusable && { rolesClaim: issuer.rolesClaim }),
      };
      const advice = isUnusable
        ? 'its role claim names no configured role, or is neither a text nor a list of texts'
        : 'compare its claims with the settings of the issuer';
      log.warn(facts, `The token is valid and grants nothing: ${advice}`);
    }
    return principal;
  };
}

/** Selects the verifier of a token by the claim `iss`, which that verifier then verifies with the rest of the token. */
async function createSelector(verifiers: readonly Verified[]): Promise<(token: string) => Verified> {
  const [only, ...others] = verifiers;
  if (only === undefined) {
    return () => {
      throw new TokenRejectedError('no issuer is configured');
    };
  }
  if (others.length === 0) return () => only;
  const { decodeJwt, errors } = await import('jose');
  const byIssuer = new Map<unknown, Verified>(verifiers.map((each) => [each.issuer.issuer, each]));
  const issuerIn = (token: string) => {
    try {
      return decodeJwt(token).iss;
    } catch (error) {
      throw new TokenRejectedError(error instanceof errors.JOSEError ? error.code : 'malformed JWT');
    }
  };
  return (token) => {
    const found = byIssuer.get(issuerIn(token));
    if (found === undefined) throw new TokenRejectedError('claim iss');
    return found;
  };
}

/** True for a principal that may do nothing, for example because its roles have no target in common. */
function isPowerless({ scopes, targets }: Principal): boolean {
  return scopes.size === 0 || (targets !== 'ALL' && targets.size === 0);
}
