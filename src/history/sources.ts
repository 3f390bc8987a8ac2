/** The sources of the history: one list of one kind of resource in one target. */
import { RESOURCE_KINDS, serviceOf, type ResourceKind } from '../domain/resources';
import type { Targets } from '../domain/targets';

export interface HistorySource {
  readonly kind: ResourceKind;
  readonly target: string;
}

/** The key of a source in the database. */
export function sourceKey({ kind, target }: HistorySource): string {
  return `${target} ${kind}`;
}

/** The sources of all targets with the services that the gateway serves in them. */
export function sourcesOf(targets: Targets): readonly HistorySource[] {
  return targets.all.flatMap(({ name, services }) =>
    RESOURCE_KINDS.filter((kind) => services.includes(serviceOf(kind))).map((kind) => ({
      kind,
      target: name,
    })),
  );
}
