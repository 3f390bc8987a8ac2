/** The principal of a token's claims: subject, scopes and roles. */
import type { JWTPayload } from 'jose' with { 'resolution-mode': 'import' };
import { isScope, type Principal } from '../domain/principal';
import { TokenRejectedError } from './token-rejected-error';
import { combine, type Role } from './roles';

/** Printable ASCII, because the subject appears in the audit trail, logs and CloudTrail; OpenID Connect allows 255 characters. */
const SUBJECT = /^(?! )[\x20-\x7e]{1,255}(?<! )$/;

export interface RoleRules {
  readonly roles: ReadonlyMap<string, Role>;
  readonly rolesClaim: string;
}

/** The principal. Unknown scopes and roles grant nothing. Throws TokenRejectedError when the subject is invalid. */
export function principalOf(claims: JWTPayload, { roles, rolesClaim }: RoleRules): Principal {
  const { sub } = claims;
  if (typeof sub !== 'string' || !SUBJECT.test(sub)) throw new TokenRejectedError('claim sub');
  const claimed = new Set(scopesIn(claims).filter(isScope));
  const granted = stringsIn(findClaim(claims, rolesClaim)).flatMap((name) => roles.get(name) ?? []);
  return { name: `user:${sub}`, ...combine([{ scopes: claimed, targets: 'ALL' }, ...granted]) };
}

/** The scopes in `scope`, a string by RFC 8693, and in `scp`, which some issuers use instead: a string or a list. */
function scopesIn({ scope, scp }: JWTPayload): string[] {
  return [scope, scp].flatMap((claim) => (typeof claim === 'string' ? claim.split(' ') : stringsIn(claim)));
}

function stringsIn(claim: unknown): string[] {
  return Array.isArray(claim) ? claim.filter((each) => typeof each === 'string') : [];
}

/** The claim with exactly this name, otherwise the member at the dotted path. A name can be a URL and contain dots. */
function findClaim(claims: JWTPayload, name: string): unknown {
  if (Object.hasOwn(claims, name)) return claims[name];
  return name.split('.').reduce<unknown>(memberOf, claims);
}

function memberOf(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[key];
}
