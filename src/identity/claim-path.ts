/**
 * Paths of claims. A path that begins with a slash is a JSON Pointer (RFC 6901), for members whose names contain dots:
 * `/https:~1~1example.com~1claims/roles`. Any other path is the name of a claim, otherwise a dotted path such as
 * `realm_access.roles`.
 */
import type { JWTPayload } from 'jose' with { 'resolution-mode': 'import' };

const POINTER = /^(?:\/(?:[^/~]|~[01])+)+$/;
const NAME = /^[^\s/.](?:.*[^\s.])?$/;

export function isClaimPath(path: string): boolean {
  return POINTER.test(path) || (NAME.test(path) && !path.includes('..'));
}

/** The claim at the path; undefined without one. A claim whose name is the whole path precedes a dotted path. */
export function claimAt(claims: JWTPayload, path: string): unknown {
  if (path.startsWith('/')) return path.slice(1).split('/').map(unescaped).reduce<unknown>(memberOf, claims);
  if (Object.hasOwn(claims, path)) return claims[path];
  return path.split('.').reduce<unknown>(memberOf, claims);
}

function unescaped(token: string): string {
  return token.replaceAll('~1', '/').replaceAll('~0', '~');
}

function memberOf(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[key];
}
