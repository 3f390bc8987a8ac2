/** The lists of AWS: the resources of one kind in one target. */
import { RESOURCE_KINDS, serviceOf, type ResourceKind } from './resources';
import type { Targets } from './targets';

/** The resources of a kind in a target, or what belongs to one of them. */
export interface AwsList {
  readonly kind: ResourceKind;
  readonly target: string;
}

/** The lists of all targets with the services that the gateway serves in them. */
export function listsOf(targets: Targets): readonly AwsList[] {
  return targets.all.flatMap(({ name, services }) =>
    RESOURCE_KINDS.filter((kind) => services.includes(serviceOf(kind))).map((kind) => ({
      kind,
      target: name,
    })),
  );
}
