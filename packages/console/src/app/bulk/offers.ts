/** The changes that the selected resources allow: each with the resources that allow it, and those that do not. */
import type { BulkActions } from './bulk-mutation';
import type { BulkResource } from './bulk-resource';

export interface Offer {
  readonly action: BulkActions['actions'][number];
  /** The requested status or resolver. */
  readonly to: string;
  readonly resources: readonly BulkResource[];
  /** The selected resources that do not allow it. */
  readonly others: readonly BulkResource[];
}

interface Offers {
  readonly possible: readonly Offer[];
  /** The actions that no selected resource allows. */
  readonly impossible: BulkActions['actions'];
}

export function offersOf(resources: readonly BulkResource[], actions: BulkActions['actions']): Offers {
  const offers = actions.flatMap((action) => {
    const destinations = new Set(
      resources.flatMap(({ transitions }) =>
        transitions.filter((transition) => transition.action === action).map(({ to }) => to),
      ),
    );
    return [...destinations].map((to): Offer => {
      const allows = ({ transitions }: BulkResource) =>
        transitions.some((transition) => transition.action === action && transition.to === to);
      return {
        action,
        to,
        resources: resources.filter(allows),
        others: resources.filter((resource) => !allows(resource)),
      };
    });
  });
  const offered = new Set(offers.map(({ action }) => action));
  return { possible: offers, impossible: actions.filter((action) => !offered.has(action)) };
}

/** Such as "3 Complete, 12 Running". */
export function statusCounts(resources: readonly BulkResource[]): string {
  const counts = new Map<string, number>();
  for (const { statusLabel } of resources) counts.set(statusLabel, (counts.get(statusLabel) ?? 0) + 1);
  return [...counts]
    .map(([label, count]) => `${count} ${label}`)
    .sort()
    .join(', ');
}
