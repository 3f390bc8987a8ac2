/** Roles bundle scopes, and may restrict them to targets. */
import { SCOPES, type Principal, type Scope } from '../domain/principal';

export type Role = Omit<Principal, 'name'>;

const READS = SCOPES.filter((scope) => scope.endsWith(':read') && scope !== 'audit:read');
const WRITES = SCOPES.filter((scope) => scope.endsWith(':write'));

const everywhere = (scopes: readonly Scope[]): Role => ({ scopes: new Set(scopes), targets: 'ALL' });

/** Those that there are as long as nobody has defined others. */
export const BUILT_IN_ROLES: ReadonlyMap<string, Role> = new Map([
  ['viewer', everywhere(READS)],
  ['responder', everywhere([...READS, ...WRITES])],
  ['auditor', everywhere([...READS, 'audit:read'])],
  ['admin', everywhere(SCOPES)],
]);

/** What roles grant together: all of their scopes, but only where every one of them holds, so that no scope reaches further than its role. */
export function combine(roles: readonly Role[]): Role {
  return {
    scopes: new Set(roles.flatMap(({ scopes }) => [...scopes])),
    targets: roles.map(({ targets }) => targets).reduce(intersect, 'ALL'),
  };
}

function intersect(some: Role['targets'], others: Role['targets']): Role['targets'] {
  if (some === 'ALL') return others;
  return others === 'ALL' ? some : new Set([...some].filter((name) => others.has(name)));
}
