// Sources in memory that answer as AWS may: short and empty pages, a page shorter when it is read again, failures.
import { AwsError, type AwsErrorCode } from '../../src/errors';
import type { Partition, RowFilter, Source } from '../../src/paging/source';

/** What a list does when it is asked: hands out so much of the page, hands it out with a token though it is the last, or fails. */
export type Mood =
  | { readonly kind: 'PAGE'; readonly share: number; readonly tokenAtEnd: boolean }
  | { readonly kind: 'FAILURE'; readonly code: AwsErrorCode };

export const CALM: Mood = { kind: 'PAGE', share: 1, tokenAtEnd: false };

export interface ListPlan<Row> {
  readonly rows: readonly Row[];
  readonly maxPageSize: number;
  /** For one call after the other; calm once they are used up. */
  readonly moods: readonly Mood[];
}

/** Counts what happened, for a test to compare with what was told. */
export interface Incidents {
  calls: number;
  failures: number;
}

/** A source of one list, or of several as WorkMail's organizations are. */
export function shakySource<Row>(
  target: string,
  plans: readonly ListPlan<Row>[],
  incidents: Incidents,
  filter?: RowFilter<Row>,
): Source<Row> {
  const partitions = plans.map((plan, index) => ({
    ...shakyList(plans.length === 1 ? target : `${target}/${index}`, target, plan, incidents),
    filter,
  }));
  return { target, service: 'macie2', partitions: () => Promise.resolve(partitions) };
}

function shakyList<Row>(
  key: string,
  target: string,
  { rows, maxPageSize, moods }: ListPlan<Row>,
  incidents: Incidents,
): Partition<Row> {
  const ahead = [...moods];
  return {
    key,
    maxPageSize,
    fetch: ({ token, size }) => {
      if (size < 1 || size > maxPageSize) throw new Error(`A page of ${size} rows was asked for.`);
      incidents.calls += 1;
      const mood = ahead.shift() ?? CALM;
      if (mood.kind === 'FAILURE') {
        incidents.failures += 1;
        return Promise.reject(
          new AwsError(mood.code, { service: 'macie2', operation: 'List', target, notApplied: true }),
        );
      }
      // A token is the index of the row that comes next, and a number that makes it new.
      const start = Number(token?.split('.')[0] ?? 0);
      const page = rows.slice(start, start + Math.floor(size * mood.share));
      const end = start + page.length;
      const isLast = end >= rows.length && !mood.tokenAtEnd;
      const nextToken = isLast ? undefined : `${end}.${incidents.calls}`;
      return Promise.resolve({ rows: page, nextToken, asOf: new Date() });
    },
  };
}
