/** The selection of lists for reads of several kinds: the kinds and targets that the caller names, within its rights. */
import { ForbiddenError } from '../domain/errors';
import { NoReadScopeError } from '../domain/no-read-scope-error';
import { hasScope, scopeOf, type Principal, type Scope } from '../domain/principal';
import { RESOURCE_KINDS, serviceOf, type ResourceKind } from '../domain/resources';
import type { Targets } from '../domain/targets';
import { listsOf, type AwsList } from '../domain/aws-list';

interface ListSelection {
  /** Without it, all targets of the caller. */
  readonly targets?: readonly string[] | null | undefined;
  /** Without it, all kinds within the scopes of the caller. */
  readonly kinds?: readonly ResourceKind[] | null | undefined;
}

/** The kinds that a principal may read. */
export function readableKinds(principal: Principal): readonly ResourceKind[] {
  return RESOURCE_KINDS.filter((kind) => hasScope(principal, readScopeOf(kind)));
}

/** Throws NoReadScopeError when the principal may read no kind. */
export function requireReadScope(principal: Principal): void {
  if (readableKinds(principal).length > 0) return;
  throw new NoReadScopeError([...new Set(RESOURCE_KINDS.map(readScopeOf))]);
}

/**
 * The lists that the selection covers, in the targets that have the service of the kind. Throws UnknownTargetError, and
 * ForbiddenError for a kind that the caller names and may not read.
 * @param visible the targets that the caller may access.
 */
export function selectLists(
  principal: Principal,
  visible: Targets,
  { targets, kinds }: ListSelection,
): readonly AwsList[] {
  for (const target of targets ?? []) visible.describe(target);
  const readable = readableKinds(principal);
  checkNamedKinds(kinds ?? [], readable);
  return listsOf(visible).filter(
    ({ kind, target }) => (kinds ?? readable).includes(kind) && (targets?.includes(target) ?? true),
  );
}

/** Throws ForbiddenError for a kind that the caller names and may not read. */
export function checkNamedKinds(named: readonly ResourceKind[], readable: readonly ResourceKind[]): void {
  const missing = named.filter((kind) => !readable.includes(kind)).map(readScopeOf);
  if (missing.length > 0) throw new ForbiddenError([...new Set(missing)]);
}

function readScopeOf(kind: ResourceKind): Scope {
  return scopeOf(serviceOf(kind), 'read');
}
