/** What a token's claims say: who it is about, and what they may do. */
import type { JWTPayload } from 'jose' with { 'resolution-mode': 'import' };
import { isScope, type Principal } from '../domain/principal';
import { TokenRejectedError } from './refused';
import { combine, type Role } from './roles';

/** Printable, because it goes to the audit trail, to logs and to CloudTrail; as long as OpenID Connect lets it be. */
const SUBJECT = /^(?! )[\x20-\x7e]{1,255}(?<! )$/;

export interface RoleRules {
  readonly roles: ReadonlyMap<string, Role>;
  readonly rolesClaim: string;
}

/** Scopes and roles that are not ours grant nothing. Throws Refused. */
export function principalOf(claims: JWTPayload, { roles, rolesClaim }: RoleRules): Principal {
  const { sub } = claims;
  if (typeof sub !== 'string' || !SUBJECT.test(sub)) throw new TokenRejectedError('claim sub');
  const claimed = new Set(scopesIn(claims).filter(isScope));
  const granted = listed(find(claims, rolesClaim)).flatMap((name) => roles.get(name) ?? []);
  return { name: `user:${sub}`, ...combine([{ scopes: claimed, targets: 'ALL' }, ...granted]) };
}

/** `scope` is a text of the standard's; `scp`, as some issuers call it, a text or a list. */
function scopesIn({ scope, scp }: JWTPayload): string[] {
  return [scope, scp].flatMap((claim) => (typeof claim === 'string' ? claim.split(' ') : listed(claim)));
}

function listed(claim: unknown): string[] {
  return Array.isArray(claim) ? claim.filter((each) => typeof each === 'string') : [];
}

/** The claim of that very name, or else what the dots in it lead to: names may be URLs. */
function find(claims: JWTPayload, name: string): unknown {
  if (Object.hasOwn(claims, name)) return claims[name];
  return name.split('.').reduce<unknown>(memberOf, claims);
}

function memberOf(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[key];
}
