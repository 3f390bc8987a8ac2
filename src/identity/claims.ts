/** The principal of a token's claims: subject, scopes and roles. */
import type { JWTPayload } from 'jose' with { 'resolution-mode': 'import' };
import { isScope, userName, type Principal } from '../domain/principal';
import { claimAt } from './claim-path';
import { TokenRejectedError } from './token-rejected-error';
import { combine, type Role } from './roles';
import type { Grant, IssuerSettings } from './settings';

/** Printable ASCII, because the subject appears in the audit trail, logs and CloudTrail; OpenID Connect allows 255 characters. */
const SUBJECT = /^(?! )[\x20-\x7e]{1,255}(?<! )$/;

/** Printable ASCII without spaces: other letters could become a different address when their case changes. */
const EMAIL = /^[\x21-\x7e]+$/;

/** The claims with scopes: `scope` by RFC 8693, and `scp`, which some issuers use instead. */
const SCOPE_CLAIMS = ['scope', 'scp'];

/** The principal. Unknown scopes and roles grant nothing. Throws TokenRejectedError when the subject is invalid. */
export function principalOf(
  claims: JWTPayload,
  issuer: IssuerSettings,
  roles: ReadonlyMap<string, Role>,
): Principal {
  const { sub } = claims;
  if (typeof sub !== 'string' || !SUBJECT.test(sub)) throw new TokenRejectedError('claim sub');
  const scopes = scopeClaims(issuer).flatMap((path) => scopesIn(claimAt(claims, path), issuer.scopePrefix));
  const claimed = textsIn(claimAt(claims, issuer.rolesClaim)).flatMap((name) => roles.get(name) ?? []);
  const granted = issuer.grants.filter((grant) => isMet(grant, claims)).flatMap((grant) => grant.roles);
  const own: Role = { scopes: new Set(scopes), targets: 'ALL' };
  return { name: userName(sub, issuer.name), ...combine([own, ...claimed, ...granted]) };
}

/** The number of values in each claim that can grant something, by path; for the log, without any value. */
export function countValues(claims: JWTPayload, issuer: IssuerSettings): Readonly<Record<string, number>> {
  const grantClaims = issuer.grants.flatMap(({ to, claim }) =>
    to === 'email' ? [claim, 'email_verified'] : claim,
  );
  const paths = new Set([...scopeClaims(issuer), issuer.rolesClaim, ...grantClaims]);
  return Object.fromEntries([...paths].map((path) => [path, valuesIn(claimAt(claims, path))]));
}

export function textsIn(claim: unknown): readonly string[] {
  if (typeof claim === 'string') return [claim];
  return Array.isArray(claim) ? claim.filter((each) => typeof each === 'string') : [];
}

function valuesIn(claim: unknown): number {
  if (Array.isArray(claim)) return claim.length;
  return claim === undefined || claim === null ? 0 : 1;
}

function scopeClaims({ scopesClaim }: IssuerSettings): readonly string[] {
  return scopesClaim === undefined ? SCOPE_CLAIMS : [scopesClaim];
}

function scopesIn(claim: unknown, prefix: string) {
  return textsIn(claim)
    .flatMap((text) => text.split(' '))
    .filter((text) => text.startsWith(prefix))
    .map((text) => text.slice(prefix.length))
    .filter(isScope);
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
