// Sources in memory that answer as AWS may: short and empty pages, a page shorter when it is read again, failures.
import { AwsError, type AwsErrorCode } from '../../src/domain/errors';
import type { Partition, RowFilter, Source } from '../../src/paging/source';

/** What a list does when it is asked: hands out so much of the page, hands it out with a token though it is the last, or fails. */
export type SourceBehavior =
  | { readonly kind: 'PAGE'; readonly share: number; readonly tokenAtEnd: boolean }
  | { readonly kind: 'FAILURE'; readonly code: AwsErrorCode };

export const CALM: SourceBehavior = { kind: 'PAGE', share: 1, tokenAtEnd: false };

export interface ListPlan<Row> {
  readonly rows: readonly Row[];
  readonly maxPageSize: number;
  readonly keyOf: (row: Row) => string;
  /** For one call after the other; calm once they are used up. */
  readonly behaviors: readonly SourceBehavior[];
  /** Fails from this call on until all is cured. */
  readonly failurePlan?: FailurePlan | undefined;
}

export interface FailurePlan {
  readonly from: number;
  readonly code: AwsErrorCode;
}

/** Counts what happened, for a test to compare with what was told. */
export interface Incidents {
  calls: number;
  failures: number;
  /** The targets in which something failed. */
  readonly failedIn: Set<string>;
  /** From then on no sickness shows any more. */
  cured: boolean;
}

export function noIncidents(): Incidents {
  return { calls: 0, failures: 0, failedIn: new Set(), cured: false };
}

/** A source of one list, or of several as WorkMail's organizations are. */
export function flakySource<Row>(
  target: string,
  plans: readonly ListPlan<Row>[],
  incidents: Incidents,
  filter?: RowFilter<Row>,
  /** How it goes to ask for the lists, which counts as no call. */
  directory: readonly SourceBehavior[] = [],
): Source<Row> {
  const partitions = plans.map((plan, index) => ({
    ...flakyList(plans.length === 1 ? target : `${target}/${index}`, target, plan, incidents),
    filter,
  }));
  const ahead = [...directory];
  return {
    target,
    service: 'macie2',
    partitions: () => {
      const behavior = ahead.shift() ?? CALM;
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
  const ahead = [...behaviors];
  let calls = 0;
  return {
    key,
    keyOf,
    maxPageSize,
    fetch: ({ token, size }) => {
      if (size < 1 || size > maxPageSize) throw new Error(`A page of ${size} rows was asked for.`);
      incidents.calls += 1;
      calls += 1;
      const behavior = ahead.shift() ?? CALM;
      if (behavior.kind === 'FAILURE') return fail(behavior.code, target, incidents);
      if (failurePlan !== undefined && !incidents.cured && calls >= failurePlan.from) {
        return fail(failurePlan.code, target, incidents);
      }
      // A token is the index of the row that comes next, and a number that makes it new.
      const start = Number(token?.split('.')[0] ?? 0);
      const page = rows.slice(start, start + Math.floor(size * behavior.share));
      const end = start + page.length;
      const isLast = end >= rows.length && !behavior.tokenAtEnd;
      const nextToken = isLast ? undefined : `${end}.${incidents.calls}`;
      return Promise.resolve({ rows: page, nextToken, asOf: new Date() });
    },
  };
}
