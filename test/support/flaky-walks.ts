// Walks over flaky sources: the requested size of each page, the rows that the walk must return, and the walk itself.
import fc from 'fast-check';
import { AwsError, type AwsErrorCode } from '../../src/domain/errors';
import { readConnection } from '../../src/paging/connection';
import type { ConnectionPage } from '../../src/paging/connection-page';
import { Cursors } from '../../src/paging/cursors';
import type { RowFilter } from '../../src/paging/source';
import { endless, FAILURES, inOrder, planOf, RANKED, type Plan, type Row } from './flaky-plans';
import { noIncidents, flakySource, type Incidents, type SourceBehavior } from './flaky-source';

export interface WalkPlan extends Plan {
  /** The page sizes, in order; after the last one the first one follows again. */
  readonly firsts: readonly number[];
  /** For each source the results of the requests for its lists, one for each page. */
  readonly directories: readonly (readonly SourceBehavior[])[];
  readonly wanted: Wanted;
}

export interface Wanted {
  readonly by: 'ALL' | 'MATCHES' | 'CONFIRMS';
  readonly ranks: ReadonlySet<number>;
  /** The filter cannot confirm rows of these ranks until `recovered` is set. */
  readonly hidden: ReadonlyMap<number, AwsErrorCode>;
}

export const failures = fc.constantFrom<AwsErrorCode>(...FAILURES);

const wantedOf = (by: readonly Wanted['by'][], hidden: fc.Arbitrary<AwsErrorCode> | undefined) =>
  fc.record({
    by: fc.constantFrom(...by),
    ranks: fc.array(fc.nat(9), { maxLength: 7 }).map((ranks) => new Set(ranks)),
    hidden:
      hidden === undefined
        ? fc.constant(new Map<number, AwsErrorCode>())
        : fc.array(fc.tuple(fc.nat(9), hidden), { maxLength: 2 }).map((entries) => new Map(entries)),
  });

interface WalkKind {
  readonly by?: readonly Wanted['by'][];
  /** The results of requests for the lists. */
  readonly directory?: fc.Arbitrary<SourceBehavior>;
  readonly hidden?: fc.Arbitrary<AwsErrorCode>;
}

export const walkOf = (behavior: fc.Arbitrary<SourceBehavior>, kind: WalkKind = {}): fc.Arbitrary<WalkPlan> =>
  fc
    .record({
      plan: planOf(behavior),
      firsts: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 4 }),
      directories: fc.array(
        kind.directory === undefined
          ? fc.constant<SourceBehavior[]>([])
          : fc.array(kind.directory, { maxLength: 3 }),
        { minLength: 6, maxLength: 6 },
      ),
      wanted: wantedOf(kind.by ?? ['ALL', 'MATCHES', 'CONFIRMS'], kind.hidden),
    })
    .map(({ plan, ...walk }) => ({ ...plan, ...walk }));

/** All rows that match the filter, in the order in which a walk without faults returns them. */
export function wantedRows(plan: WalkPlan): Row[] {
  const { by, ranks } = plan.wanted;
  return inOrder(plan).filter(({ rank }) => by === 'ALL' || ranks.has(rank));
}

export const targetOf = ({ list }: Row) => `target-${list.split('/')[0] ?? ''}`;

/** The maximum number of calls of one page. */
export const limitOf = ({ sources }: Plan) => sources.length + 100;

export interface FlakyWalk {
  readonly incidents: Incidents;
  readonly read: (after: string | undefined, first: number) => Promise<ConnectionPage<Row>>;
}

const cursors = new Cursors('a secret for walks');

export function beginWalk({ sources, ordered, directories, wanted }: WalkPlan): FlakyWalk {
  const incidents = noIncidents();
  const flaky = sources.map((lists, index) => {
    const target = `target-${index}`;
    return flakySource(target, lists, incidents, filterOf(wanted, target, incidents), directories[index]);
  });
  const order = ordered ? RANKED : undefined;
  return {
    incidents,
    read: (after, first) => readConnection(cursors, flaky, { first, after, query: 'rows', order }),
  };
}

function filterOf({ by, ranks, hidden }: Wanted, target: string, incidents: Incidents) {
  if (by === 'ALL') return undefined;
  const isWanted = ({ rank }: Row) => ranks.has(rank);
  if (by === 'MATCHES') return { matches: isWanted };
  const confirming: RowFilter<Row> = {
    matches: ({ rank, index }) => ranks.has(rank) || index % 2 === 0,
    confirms: (row) => {
      incidents.calls += 1;
      const code = incidents.cured ? undefined : hidden.get(row.rank);
      if (code === undefined) return Promise.resolve(isWanted(row));
      incidents.failures += 1;
      incidents.failedIn.add(target);
      const site = { service: 'macie2', operation: 'Detail', target, notApplied: true } as const;
      return Promise.reject(new AwsError(code, site));
    },
  };
  return confirming;
}

export interface WalkedPage {
  readonly first: number;
  readonly after: string | undefined;
  readonly page: ConnectionPage<Row>;
  readonly calls: number;
  /** The targets in which a call failed while the page was read. */
  readonly failedIn: readonly string[];
}

/** The cursor of a walker that wants every row. */
export const nextCursor = ({ completeness, pageInfo }: ConnectionPage<Row>) =>
  completeness.retryCursor ?? pageInfo.endCursor;

/** Follows `nextCursor`, from `after` if it is given, while `hasMore` returns true. */
export async function follow(
  plan: WalkPlan,
  { incidents, read }: FlakyWalk,
  after: string | undefined,
  check: (walked: WalkedPage) => Promise<void> | void,
  hasMore: (walked: WalkedPage) => boolean = ({ page }) => page.pageInfo.hasNextPage,
): Promise<string> {
  let cursor = after;
  for (let pages = 0; ; pages += 1) {
    if (pages > endless(plan)) throw new Error('The walk does not end.');
    const first = plan.firsts[pages % plan.firsts.length] ?? 1;
    const before = incidents.calls;
    incidents.failedIn.clear();
    const page = await read(cursor, first);
    const walked = {
      first,
      after: cursor,
      page,
      calls: incidents.calls - before,
      failedIn: [...incidents.failedIn].sort(),
    };
    await check(walked);
    cursor = nextCursor(page);
    if (!hasMore(walked)) return cursor;
  }
}

/** The targets whose state on the page is not OK. */
export const blamed = ({ page }: WalkedPage) =>
  page.completeness.sources
    .filter(({ status }) => status !== 'OK')
    .map(({ target }) => target)
    .sort();

/** The targets at which the page reached its scan limit. */
export const cutShort = ({ page }: WalkedPage) =>
  page.completeness.sources
    .filter(({ status }) => status === 'SCAN_LIMIT_REACHED')
    .map(({ target }) => target)
    .sort();
