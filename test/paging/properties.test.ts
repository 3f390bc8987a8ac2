// Properties of walks in pages of any size over up to six targets, filtered or not, merged or not, with and without failures.
import fc from 'fast-check';
import { runs } from '../support/fc-settings';
import { LeastCalls } from '../support/least-calls';
import { failure, names, page, type Row } from '../support/flaky-plans';
import { CALM, type ListPlan } from '../support/flaky-source';
import {
  beginWalk,
  blamed,
  cutShort,
  failures,
  follow,
  limitOf,
  targetOf,
  walkOf,
  wantedRows,
  type WalkPlan,
} from '../support/flaky-walks';

const sorted = (rows: readonly Row[]) => names(rows).sort();
const inList = (rows: readonly Row[], name: string) => rows.filter(({ list }) => list === name);

test('a walk without failures returns every matching row once, in order, on full pages, and the same rows after any edge', async () => {
  await fc.assert(
    fc.asyncProperty(walkOf(page), fc.nat(), fc.integer({ min: 1, max: 40 }), async (plan, at, size) => {
      const walk = beginWalk(plan);
      const expected = names(wantedRows(plan));
      const rows: Row[] = [];
      await follow(plan, walk, undefined, async (walked) => {
        const { nodes, edges, pageInfo, completeness } = walked.page;
        const before = rows.length;
        rows.push(...nodes);
        expect(names(rows)).toEqual(expected.slice(0, rows.length));
        expect(blamed(walked)).toEqual(cutShort(walked));
        const isCut = cutShort(walked).length > 0;
        expect(completeness.complete).toBe(!isCut);
        expect(nodes.length === walked.first || !pageInfo.hasNextPage || isCut).toBe(true);
        expect(nodes.length).toBeLessThanOrEqual(walked.first);
        expect(walked.calls).toBeLessThanOrEqual(limitOf(plan));
        // A page that is cut short has used all its calls.
        expect(isCut && (walked.calls < limitOf(plan) || !pageInfo.hasNextPage)).toBe(false);

        const edge = edges[at % Math.max(1, edges.length)];
        if (edge === undefined) return;
        const next = await walk.read(edge.cursor, size);
        const follows = before + (at % edges.length) + 1;
        expect(names(next.nodes)).toEqual(expected.slice(follows, follows + next.nodes.length));
        const isShort = next.nodes.length < Math.min(size, expected.length - follows);
        expect(isShort && next.completeness.complete).toBe(false);
      });
      expect(names(rows)).toEqual(expected);
    }),
    { numRuns: runs(600) },
  );
});

test('every page of a walk without failures costs the fewest calls possible', async () => {
  await fc.assert(
    fc.asyncProperty(walkOf(fc.constant(CALM), { by: ['ALL', 'MATCHES'] }), async (plan) => {
      const walk = beginWalk(plan);
      const least = new LeastCalls(plan);
      const costs: number[] = [];
      const expected: number[] = [];
      await follow(plan, walk, undefined, ({ first, calls }) => {
        costs.push(calls);
        expected.push(least.page(first));
      });
      fc.pre(Math.max(...expected) <= limitOf(plan));
      expect(costs).toEqual(expected);
    }),
    { numRuns: runs(500) },
  );
});

test('a walk with transient failures names exactly the targets that failed, and returns every row once in the end', async () => {
  const behavior = fc.oneof({ weight: 3, arbitrary: page }, { weight: 1, arbitrary: failure });
  const kind = { by: ['ALL', 'MATCHES'], directory: behavior } as const;
  await fc.assert(
    fc.asyncProperty(walkOf(behavior, kind), async (plan) => {
      const rows: Row[] = [];
      await follow(
        plan,
        beginWalk(plan),
        undefined,
        (walked) => {
          const { nodes, pageInfo, completeness } = walked.page;
          rows.push(...nodes);
          const failed = new Set([...walked.failedIn, ...cutShort(walked)]);
          expect(blamed(walked)).toEqual([...failed].sort());
          expect(completeness.complete).toBe(failed.size === 0);
          expect(nodes.length).toBeLessThanOrEqual(walked.first);
          expect(nodes.length === walked.first || !pageInfo.hasNextPage || cutShort(walked).length > 0).toBe(
            true,
          );
        },
        (walked) => walked.page.pageInfo.hasNextPage || walked.failedIn.length > 0,
      );
      expect(sorted(rows)).toEqual(sorted(wantedRows(plan)));
      for (const list of new Set(rows.map((row) => row.list))) {
        expect(names(inList(rows, list))).toEqual(names(inList(wantedRows(plan), list)));
      }
    }),
    { numRuns: runs(400) },
  );
});

/** Walks in which some of the lists fail from some call on. */
const failingWalk = walkOf(page, { hidden: failures }).chain((plan) => {
  const lists = plan.sources.flat().length;
  const failurePlan = fc.option(fc.record({ from: fc.integer({ min: 1, max: 4 }), code: failures }), {
    nil: undefined,
    freq: 2,
  });
  return fc.array(failurePlan, { minLength: lists, maxLength: lists }).map((failurePlans): WalkPlan => {
    let next = 0;
    const withFailure = (list: ListPlan<Row>) => ({ ...list, failurePlan: failurePlans[next++] });
    return { ...plan, sources: plan.sources.map((source) => source.map(withFailure)) };
  });
});

const mayFail = ({ sources, wanted }: WalkPlan, source: number) =>
  sources[source]?.some(({ failurePlan }) => failurePlan !== undefined) === true ||
  (wanted.by === 'CONFIRMS' && wanted.hidden.size > 0);

test('a walk with permanent failures loses rows only of targets that it names, and retryCursor returns them after recovery', async () => {
  await fc.assert(
    fc.asyncProperty(failingWalk, async (plan) => {
      const walk = beginWalk(plan);
      const wanted = wantedRows(plan);
      const rows: Row[] = [];
      let named: string[] = [];
      const end = await follow(plan, walk, undefined, (walked) => {
        rows.push(...walked.page.nodes);
        named = blamed(walked);
        const couldFail = [...walked.failedIn, ...cutShort(walked)];
        expect(named.filter((target) => !couldFail.includes(target))).toEqual([]);
        expect(walked.page.completeness.complete).toBe(named.length === 0);
      });
      expect(new Set(names(rows)).size).toBe(rows.length);
      const missing = wanted.filter((row) => !rows.includes(row));
      expect(missing.map(targetOf).filter((target) => !named.includes(target))).toEqual([]);
      const healthy = wanted.filter((row) => !mayFail(plan, Number(targetOf(row).split('-')[1])));
      expect(names(healthy.filter((row) => !rows.includes(row)))).toEqual([]);

      walk.incidents.cured = true;
      await follow(plan, walk, end, (walked) => {
        rows.push(...walked.page.nodes);
        expect(blamed(walked)).toEqual(cutShort(walked));
      });
      expect(sorted(rows)).toEqual(sorted(wanted));
    }),
    { numRuns: runs(400) },
  );
});

/** Walks over lists with many empty pages. */
const emptyWalk = walkOf(fc.constant({ kind: 'PAGE', share: 0, tokenAtEnd: true })).map((plan): WalkPlan => {
  const drain = (list: ListPlan<Row>) => ({
    ...list,
    behaviors: Array.from(
      { length: list.behaviors.length * 12 },
      () => ({ kind: 'PAGE', share: 0, tokenAtEnd: true }) as const,
    ),
  });
  return { ...plan, sources: plan.sources.map((source) => source.map(drain)) };
});

test('a page ends at the scan limit, names the targets it cut short, and continues from endCursor', async () => {
  let cuts = 0;
  await fc.assert(
    fc.asyncProperty(emptyWalk, async (plan) => {
      const rows: Row[] = [];
      await follow(plan, beginWalk(plan), undefined, (walked) => {
        rows.push(...walked.page.nodes);
        const isCut = cutShort(walked).length > 0;
        if (isCut) cuts += 1;
        expect(isCut).toBe(!walked.page.completeness.complete);
        expect(isCut && !(walked.page.pageInfo.hasNextPage && walked.calls === limitOf(plan))).toBe(false);
        expect(walked.calls).toBeLessThanOrEqual(limitOf(plan));
      });
      expect(names(rows)).toEqual(names(wantedRows(plan)));
    }),
    { numRuns: runs(100) },
  );
  expect(cuts).toBeGreaterThan(20);
});
