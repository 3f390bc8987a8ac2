/** The principal of a token's claims: subject, scopes and targets. */
import type { JWTPayload } from 'jose' with { 'resolution-mode': 'import' };
import { userName, type Principal } from '../domain/principal';
import { claimAt } from './claim-path';
import { countValues, textsIn } from './claim-values';
import { claimedRoles } from './role-claim';
import { claimedScopes, limitScopes, limitsScopes, scopeClaims } from './scope-claims';
import { TokenRejectedError } from './token-rejected-error';
import { BUILT_IN_ROLES, combine, type Role } from './roles';
import type { Grant, IssuerSettings } from './settings';

/** Printable ASCII, because the subject appears in the audit trail, logs and CloudTrail; OpenID Connect allows 255 characters. */
const SUBJECT = /^(?! )[\x20-\x7e]{1,255}(?<! )$/;

/** Printable ASCII without spaces: other letters could become a different address when their case changes. */
const EMAIL = /^[\x21-\x7e]+$/;

const NO_TARGET: Role['targets'] = new Set();

/** The principal. Unknown scopes and roles grant nothing. Throws TokenRejectedError when the subject is invalid. */
export function principalOf(
  claims: JWTPayload,
  issuer: IssuerSettings,
  roles: ReadonlyMap<string, Role>,
): Principal {
  const { sub, exp } = claims;
  if (typeof sub !== 'string' || !SUBJECT.test(sub)) throw new TokenRejectedError('claim sub');
  const claimed = claimedRoles(claims, issuer, roles);
  const granted = issuer.grants.filter((grant) => isMet(grant, claims)).flatMap((grant) => grant.roles);
  const held = claimed === 'UNUSABLE' ? granted : [...claimed, ...granted];
  const { scopes, targets } =
    roles === BUILT_IN_ROLES
      ? withScopeClaims(held, claims, issuer)
      : withinScopeClaims(held, claims, issuer);
  const name = userName(sub, issuer.name);
  return {
    name,
    scopes,
    targets: claimed === 'UNUSABLE' ? NO_TARGET : targets,
    expiresAt: exp === undefined ? undefined : new Date(exp * 1_000),
  };
}

/** With the built-in roles, which restrict nobody to targets, the scopes of the token add to those of its roles. */
function withScopeClaims(held: readonly Role[], claims: JWTPayload, issuer: IssuerSettings): Role {
  return combine([{ scopes: new Set(claimedScopes(claims, issuer)), targets: 'ALL' }, ...held]);
}

/** With the roles of an access file, only roles grant, and the scopes of the token limit them. */
function withinScopeClaims(held: readonly Role[], claims: JWTPayload, issuer: IssuerSettings): Role {
  if (held.length === 0) return { scopes: new Set(), targets: NO_TARGET };
  const { scopes, targets } = combine(held);
  if (!limitsScopes(claims, issuer)) return { scopes, targets };
  return { scopes: limitScopes(scopes, claimedScopes(claims, issuer)), targets };
}

/** The number of values in each claim that can grant something, by path; for the log, without any value. */
export function countClaims(claims: JWTPayload, issuer: IssuerSettings): Readonly<Record<string, number>> {
  const grantClaims = issuer.grants.flatMap(({ to, claim }) =>
    to === 'email' ? [claim, 'email_verified'] : claim,
  );
  const paths = new Set([...scopeClaims(issuer), issuer.rolesClaim, ...grantClaims]);
  return Object.fromEntries([...paths].map((path) => [path, countValues(claimAt(claims, path))]));
}

function isMet({ to, claim, value }: Grant, claims: JWTPayload): boolean {
  if (to !== 'email') return textsIn(claimAt(claims, claim)).includes(value);
  const { email, email_verified: isVerified } = claims;
  return (
    isVerified === true &&
    typeof email === 'string' &&
    EMAIL.test(email) &&
    email.toLowerCase() === value.toLowerCase()
  );
}
