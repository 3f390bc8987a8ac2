/** Who asks, and what they may do. */
import { SERVICE_NAMES, SERVICES, type ServiceName } from './services';

export const ACCESS_KINDS = ['read', 'write'] as const;
export type AccessKind = (typeof ACCESS_KINDS)[number];

type ServiceScope = `${(typeof SERVICES)[ServiceName]['scopePrefix']}:${AccessKind}`;

/** Reading and changing, by service, and reading the audit trail. */
export type Scope = ServiceScope | 'audit:read';

export const SCOPES: readonly Scope[] = [
  ...SERVICE_NAMES.flatMap((service) => ACCESS_KINDS.map((kind) => scopeOf(service, kind))),
  'audit:read',
];

export interface Principal {
  /** What the audit trail and, where a role is assumed, CloudTrail call them: no two principals have the same. */
  readonly name: string;
  readonly scopes: ReadonlySet<Scope>;
  /** The names of the targets that there are for them. */
  readonly targets: ReadonlySet<string> | 'ALL';
}

/** Whoever asks where nobody has to sign in. */
export const ANONYMOUS: Principal = { name: 'anonymous', scopes: new Set(SCOPES), targets: 'ALL' };

export function isScope(text: string): text is Scope {
  return (SCOPES as readonly string[]).includes(text);
}

/** What it takes to read a service, or to change something in it. */
export function scopeOf(service: ServiceName, kind: AccessKind): Scope {
  return `${SERVICES[service].scopePrefix}:${kind}`;
}

/** Who may change a service may read it: a change is checked against what is so now, and answers with it. */
export function covers(granted: Scope, wanted: Scope): boolean {
  return granted === wanted || granted === wanted.replace(/:read$/, ':write');
}

export function hasScope({ scopes }: Principal, wanted: Scope): boolean {
  return [...scopes].some((granted) => covers(granted, wanted));
}

export function seesTarget({ targets }: Principal, name: string): boolean {
  return targets === 'ALL' || targets.has(name);
}
