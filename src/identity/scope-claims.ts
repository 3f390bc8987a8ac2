/** The scopes that a token claims. */
import type { JWTPayload } from 'jose' with { 'resolution-mode': 'import' };
import { covers, isScope, SCOPES, type Scope } from '../domain/principal';
import { claimAt } from './claim-path';
import { hasOnlyTexts, isMissing, textsIn } from './claim-values';
import type { IssuerSettings } from './settings';

/** The claims with scopes: `scope` by RFC 8693, and `scp`, which some issuers use instead. */
const SCOPE_CLAIMS = ['scope', 'scp'];

/** The parts of scopes before the colon. */
const SCOPE_PREFIXES = new Set(SCOPES.map((scope) => scope.slice(0, scope.indexOf(':') + 1)));

/** The paths of the claims with the scopes of the issuer's tokens. */
export function scopeClaims({ scopesClaim }: IssuerSettings): readonly string[] {
  return scopesClaim === undefined ? SCOPE_CLAIMS : [scopesClaim];
}

/** The known scopes that the token claims. */
export function claimedScopes(claims: JWTPayload, issuer: IssuerSettings): readonly Scope[] {
  return scopeClaims(issuer).flatMap((path) =>
    textsIn(claimAt(claims, path))
      .flatMap((text) => text.split(' '))
      .flatMap((text) => withoutPrefix(text, issuer))
      .filter(isScope),
  );
}

/**
 * True when the token limits the scopes of the caller's roles: it claims a scope of the gateway, or what looks like one,
 * so that a misspelled scope does not grant more than the right one. Scopes of other services limit nothing.
 */
export function limitsScopes(claims: JWTPayload, issuer: IssuerSettings): boolean {
  return scopeClaims(issuer).some((path) => {
    const claim = claimAt(claims, path);
    if (isMissing(claim)) return false;
    return !hasOnlyTexts(claim) || textsIn(claim).some((text) => namesScope(text, issuer));
  });
}

/** The part of the granted scopes that the token claims, too. */
export function limitScopes(granted: Iterable<Scope>, claimed: readonly Scope[]): ReadonlySet<Scope> {
  const common = [...granted].flatMap((scope) =>
    claimed.flatMap((limit) => {
      if (covers(scope, limit)) return [limit];
      return covers(limit, scope) ? [scope] : [];
    }),
  );
  return new Set(common);
}

function namesScope(text: string, issuer: IssuerSettings): boolean {
  return text
    .split(/[\s,]+/)
    .flatMap((each) => withoutPrefix(each, issuer))
    .some((each) => SCOPE_PREFIXES.has(each.slice(0, each.indexOf(':') + 1).toLowerCase()));
}

/** Nothing for a text without the issuer's prefix. */
function withoutPrefix(text: string, { scopePrefix }: IssuerSettings): readonly string[] {
  return text.startsWith(scopePrefix) ? [text.slice(scopePrefix.length)] : [];
}
