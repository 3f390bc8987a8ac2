// Sources in memory that behave as AWS may: short and empty pages, pages that are shorter when they are read again, failures.
import { AwsError, type AwsErrorCode } from '../../src/domain/errors';
import type { Partition, RowFilter, Source } from '../../src/paging/source';

/** The result of a call: a page with this share of its rows, where `tokenAtEnd` adds a token to the last page, or a failure. */
export type SourceBehavior =
  | { readonly kind: 'PAGE'; readonly share: number; readonly tokenAtEnd: boolean }
  | { readonly kind: 'FAILURE'; readonly code: AwsErrorCode };

export const CALM: SourceBehavior = { kind: 'PAGE', share: 1, tokenAtEnd: false };

export interface ListPlan<Row> {
  readonly rows: readonly Row[];
  readonly maxPageSize: number;
  readonly keyOf: (row: Row) => string;
  /** One behavior for each call; later calls return full pages. */
  readonly behaviors: readonly SourceBehavior[];
  /** Calls fail from this number on, until `recovered` is set. */
  readonly failurePlan?: FailurePlan | undefined;
}

export interface FailurePlan {
  readonly from: number;
  readonly code: AwsErrorCode;
}

/** Counts calls and failures, for a test to compare with the reported ones. */
export interface Incidents {
  calls: number;
  failures: number;
  /** The targets in which something failed. */
  readonly failedIn: Set<string>;
  /** Once set, the failure plans and the rows that cannot be confirmed have no effect. */
  cured: boolean;
}

export function noIncidents(): Incidents {
  return { calls: 0, failures: 0, failedIn: new Set(), cured: false };
}

/** A source of one list, or of several lists like those of WorkMail's organizations. */
export function flakySource<Row>(
  target: string,
  plans: readonly ListPlan<Row>[],
  incidents: Incidents,
  filter?: RowFilter<Row>,
  /** The results of the requests for the lists, which do not count as calls. */
  directory: readonly SourceBehavior[] = [],
): Source<Row> {
  const partitions = plans.map((plan, index) => ({
    ...flakyList(plans.length === 1 ? target : `${target}/${index}`, target, plan, incidents),
    filter,
  }));
  const remaining = [...directory];
  return {
    name: target,
    reads: { target, kind: 'ClassificationJob' },
    partitions: () => {
      const behavior = remaining.shift() ?? CALM;
      return behavior.kind === 'PAGE' ? Promise.resolve(partitions) : fail(behavior.code, target, incidents);
    },
  };
}

function fail(code: AwsErrorCode, target: string, incidents: Incidents): Promise<never> {
  incidents.failures += 1;
  incidents.failedIn.add(target);
  return Promise.reject(
    new AwsError(code, { service: 'macie2', operation: 'List', target, notApplied: true }),
  );
}

function flakyList<Row>(
  key: string,
  target: string,
  { rows, maxPageSize, keyOf, behaviors, failurePlan }: ListPlan<Row>,
  incidents: Incidents,
): Partition<Row> {
  const remaining = [...behaviors];
  let calls = 0;
  return {
    key,
    keyOf,
    maxPageSize,
    fetch: ({ token, size }) => {
      if (size < 1 || size > maxPageSize) throw new Error(`The reader requested a page of ${size} rows.`);
      incidents.calls += 1;
      calls += 1;
      const behavior = remaining.shift() ?? CALM;
      if (behavior.kind === 'FAILURE') return fail(behavior.code, target, incidents);
      if (failurePlan !== undefined && !incidents.cured && calls >= failurePlan.from) {
        return fail(failurePlan.code, target, incidents);
      }
      // A token is the index of the next row, and a number that makes the token unique.
      const start = Number(token?.split('.')[0] ?? 0);
      const page = rows.slice(start, start + Math.floor(size * behavior.share));
      const end = start + page.length;
      const isLast = end >= rows.length && !behavior.tokenAtEnd;
      const nextToken = isLast ? undefined : `${end}.${incidents.calls}`;
      return Promise.resolve({ rows: page, nextToken, asOf: new Date(), unreadableRows: 0 });
    },
  };
}
