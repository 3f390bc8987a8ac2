// The query of a page of resource events, and its result.
import type { GraphqlAnswer } from './gateway';

export interface EventsPage {
  readonly edges: readonly { readonly cursor: string }[];
  readonly nodes: readonly { readonly position: string }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string;
  };
  readonly completeness: {
    readonly complete: boolean;
    readonly sources: readonly { readonly gaps: readonly { readonly reason: string }[] }[];
  };
}

export const EVENTS = `query ($first: Int, $after: String, $filter: ResourceEventFilter) {
  resourceEvents(first: $first, after: $after, filter: $filter) {
    edges { cursor }
    nodes { position }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    completeness {
      complete
      sources { kind target { name } watchedSince observedAt intervalSeconds gaps { startedAt endedAt reason } }
    }
  }
}`;

/** Throws for a response without a page. */
export function pageIn({ data, errors }: GraphqlAnswer<Record<string, unknown>>): EventsPage {
  if (data?.resourceEvents == null) throw new Error(`There is no page: ${JSON.stringify(errors)}`);
  return data.resourceEvents as EventsPage;
}

export const positionsIn = ({ nodes }: EventsPage) => nodes.map(({ position }) => position);
