/** Principals: the callers of the gateway, their scopes and their targets. */
import { canonicalJson } from './canonical-json';
import { SERVICE_NAMES, SERVICES, type ServiceName } from './services';

export const ACCESS_KINDS = ['read', 'write'] as const;
export type AccessKind = (typeof ACCESS_KINDS)[number];

type ServiceScope = `${(typeof SERVICES)[ServiceName]['scopePrefix']}:${AccessKind}`;

/** Read and write access per service, and read access to the audit trail. */
export type Scope = ServiceScope | 'audit:read';

export const SCOPES: readonly Scope[] = [
  ...SERVICE_NAMES.flatMap((service) => ACCESS_KINDS.map((kind) => scopeOf(service, kind))),
  'audit:read',
];

export interface Principal {
  /**
   * The unique name of the caller: `anonymous`, or the result of `tokenName` or `userName`. Caches, rate limits and
   * idempotency keys of callers are kept apart by it; the audit trail and the names of assumed-role sessions show it.
   */
  readonly name: string;
  readonly scopes: ReadonlySet<Scope>;
  /** The names of the targets that the caller may access. */
  readonly targets: ReadonlySet<string> | 'ALL';
  /** The time from which the token of the caller is no longer valid; undefined without an end. */
  readonly expiresAt?: Date | undefined;
}

/** The caller of every request when sign-in is off. */
export const ANONYMOUS: Principal = { name: 'anonymous', scopes: new Set(SCOPES), targets: 'ALL' };

/** The name of the holder of an API token. */
export function tokenName(token: string): string {
  return `token:${token}`;
}

/**
 * The name of a subject of an issuer. The part before the first colon says who vouches for the rest, so no subject can
 * have the name of another issuer's subject, of a token or of the anonymous caller.
 * @param issuer the name of the issuer in the access file, without a colon; undefined for the issuer of the variables.
 */
export function userName(subject: string, issuer: string | undefined): string {
  return issuer === undefined ? `user:${subject}` : `user@${issuer}:${subject}`;
}

/** Identifies a principal with its rights: callers with the same authority get the same responses to the same reads. */
export function authorityOf({ name, scopes, targets }: Principal): string {
  return canonicalJson([name, [...scopes].sort(), targets === 'ALL' ? targets : [...targets].sort()]);
}

export function isScope(text: string): text is Scope {
  return (SCOPES as readonly string[]).includes(text);
}

/** The scope that reading or changing a service requires. */
export function scopeOf(service: ServiceName, kind: AccessKind): Scope {
  return `${SERVICES[service].scopePrefix}:${kind}`;
}

/** True when `granted` includes `wanted`. Write access includes read access, because a change reads the resource and returns it. */
export function covers(granted: Scope, wanted: Scope): boolean {
  return granted === wanted || granted === wanted.replace(/:read$/, ':write');
}

export function hasScope({ scopes }: Principal, wanted: Scope): boolean {
  return [...scopes].some((granted) => covers(granted, wanted));
}

/** The scope that a change of the service requires and the principal lacks; undefined without a service. */
export function missingWriteScope(principal: Principal, service: ServiceName | undefined): Scope | undefined {
  const scope = service && scopeOf(service, 'write');
  return scope === undefined || hasScope(principal, scope) ? undefined : scope;
}

export function seesTarget({ targets }: Principal, name: string): boolean {
  return targets === 'ALL' || targets.has(name);
}
