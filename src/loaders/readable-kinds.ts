/** The kinds of resources that a caller may read, for reads of several kinds. */
import { ForbiddenError } from '../domain/errors';
import { NoReadScopeError } from '../domain/history-errors';
import { hasScope, scopeOf, type Principal, type Scope } from '../domain/principal';
import { RESOURCE_KINDS, serviceOf, type ResourceKind } from '../domain/resources';

export function readableKinds(principal: Principal): readonly ResourceKind[] {
  return RESOURCE_KINDS.filter((kind) => hasScope(principal, readScopeOf(kind)));
}

/** Throws NoReadScopeError when the caller may read no kind. */
export function requireReadableKinds(kinds: readonly ResourceKind[]): void {
  if (kinds.length === 0) throw new NoReadScopeError([...new Set(RESOURCE_KINDS.map(readScopeOf))]);
}

/** Throws ForbiddenError for a wanted kind that the caller may not read. */
export function checkWantedKinds(
  wanted: readonly ResourceKind[] | null | undefined,
  readable: readonly ResourceKind[],
): void {
  const missing = (wanted ?? []).filter((kind) => !readable.includes(kind)).map(readScopeOf);
  if (missing.length > 0) throw new ForbiddenError([...new Set(missing)]);
}

export function readScopeOf(kind: ResourceKind): Scope {
  return scopeOf(serviceOf(kind), 'read');
}
