// Random lists and the faults of their pages, for property-based tests of walks.
import fc from 'fast-check';
import type { AwsErrorCode } from '../../src/domain/errors';
import type { RowOrder } from '../../src/paging/order';
import type { ListPlan, SourceBehavior } from './flaky-source';

export interface Row {
  /** The sort key of a merged connection; many rows share one. */
  readonly rank: number;
  readonly list: string;
  readonly index: number;
}

export const nameOf = ({ list, index }: Row) => `${list}#${index}`;

export const byRank = (a: Row, b: Row) => a.rank - b.rank;

/** The order of lists that are already sorted by rank. */
export const RANKED: RowOrder<Row> = { valueOf: ({ rank }) => rank, direction: 'ASC', sortedBy: 'AWS' };

export const page: fc.Arbitrary<SourceBehavior> = fc.record({
  kind: fc.constant('PAGE' as const),
  share: fc.constantFrom(1, 1, 0.7, 0.5, 0),
  tokenAtEnd: fc.boolean(),
});

export const FAILURES = ['AWS_ACCESS_DENIED', 'AWS_THROTTLED', 'AWS_TIMEOUT', 'AWS_UNAVAILABLE'] as const;
export const failure: fc.Arbitrary<SourceBehavior> = fc
  .constantFrom<AwsErrorCode>(...FAILURES)
  .map((code) => ({ kind: 'FAILURE', code }));

export interface Plan {
  readonly first: number;
  readonly ordered: boolean;
  /** The lists of each source; several only without an order, as in the gateway. */
  readonly sources: readonly (readonly ListPlan<Row>[])[];
}

export const planOf = (behavior: fc.Arbitrary<SourceBehavior>): fc.Arbitrary<Plan> =>
  fc.boolean().chain((ordered) => {
    const list = fc.record({
      ranks: fc.array(fc.nat(9), { maxLength: 30 }),
      maxPageSize: fc.integer({ min: 1, max: 12 }),
      behaviors: fc.array(behavior, { maxLength: 12 }),
    });
    const source = fc.array(list, { minLength: ordered ? 1 : 0, maxLength: ordered ? 1 : 3 });
    return fc.record({
      first: fc.integer({ min: 1, max: 25 }),
      ordered: fc.constant(ordered),
      sources: fc.array(source, { maxLength: 6 }).map((sources) =>
        sources.map((lists, s) =>
          lists.map(({ ranks, ...plan }, l) => ({
            ...plan,
            keyOf: nameOf,
            rows: ranks.sort((a, b) => a - b).map((rank, index) => ({ rank, list: `${s}/${l}`, index })),
          })),
        ),
      ),
    });
  });

/** All rows in the order in which a walk without faults returns them. */
export function inOrder({ sources, ordered }: Plan): Row[] {
  const rows = sources.flatMap((lists) => lists.flatMap((list) => list.rows));
  return ordered ? rows.sort(byRank) : rows;
}

export const names = (rows: readonly Row[]) => rows.map(nameOf);

/** More pages than any walk needs. */
export const endless = (plan: Plan) => 60 + inOrder(plan).length;
