/** Roles: sets of scopes, optionally restricted to targets. */
import { SCOPES, type Principal, type Scope } from '../domain/principal';

export type Role = Pick<Principal, 'scopes' | 'targets'>;

const READS = SCOPES.filter((scope) => scope.endsWith(':read') && scope !== 'audit:read');
const WRITES = SCOPES.filter((scope) => scope.endsWith(':write'));

const onAllTargets = (scopes: readonly Scope[]): Role => ({ scopes: new Set(scopes), targets: 'ALL' });

/** The roles when the access file defines none. */
export const BUILT_IN_ROLES: ReadonlyMap<string, Role> = new Map([
  ['viewer', onAllTargets(READS)],
  ['responder', onAllTargets([...READS, ...WRITES])],
  ['auditor', onAllTargets([...READS, 'audit:read'])],
  ['admin', onAllTargets(SCOPES)],
]);

/** The union of the scopes, on the intersection of the targets, so that no scope applies to a target outside of its role. */
export function combine(roles: readonly Role[]): Role {
  return {
    scopes: new Set(roles.flatMap(({ scopes }) => [...scopes])),
    targets: roles.map(({ targets }) => targets).reduce(intersect, 'ALL'),
  };
}

function intersect(left: Role['targets'], right: Role['targets']): Role['targets'] {
  if (left === 'ALL') return right;
  return right === 'ALL' ? left : new Set([...left].filter((name) => right.has(name)));
}
