// Properties of walks in pages of any size over up to six targets, filtered or not, merged or not, in calm and in trouble.
import fc from 'fast-check';
import '../support/fc-seed';
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

test('in calm: every wanted row once, in order, on full pages, and from any edge the same rows follow', async () => {
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
        // A walk that is cut short has spent all that it may.
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
    { numRuns: 600 },
  );
});

test('without trouble every page costs the fewest calls that it can be had for', async () => {
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
    { numRuns: 500 },
  );
});

test('failures that pass: the targets in which something failed are named, those only, and in the end every row came once', async () => {
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
          const troubled = new Set([...walked.failedIn, ...cutShort(walked)]);
          expect(blamed(walked)).toEqual([...troubled].sort());
          expect(completeness.complete).toBe(troubled.size === 0);
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
    { numRuns: 400 },
  );
});

/** Some of the lists fail from some call on. */
const sickWalk = walkOf(page, { hidden: failures }).chain((plan) => {
  const lists = plan.sources.flat().length;
  const failurePlan = fc.option(fc.record({ from: fc.integer({ min: 1, max: 4 }), code: failures }), {
    nil: undefined,
    freq: 2,
  });
  return fc.array(failurePlan, { minLength: lists, maxLength: lists }).map((failurePlans): WalkPlan => {
    let next = 0;
    const sicken = (list: ListPlan<Row>) => ({ ...list, failurePlan: failurePlans[next++] });
    return { ...plan, sources: plan.sources.map((source) => source.map(sicken)) };
  });
});

const mayFail = ({ sources, wanted }: WalkPlan, source: number) =>
  sources[source]?.some(({ failurePlan }) => failurePlan !== undefined) === true ||
  (wanted.by === 'CONFIRMS' && wanted.hidden.size > 0);

test('failures that stay: no row is missing but from targets that are named, and endCursor brings the rest once all is well', async () => {
  await fc.assert(
    fc.asyncProperty(sickWalk, async (plan) => {
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
    { numRuns: 400 },
  );
});

/** Many pages of these lists are empty. */
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

test('at the scan limit a page ends, says where, and goes on from endCursor', async () => {
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
    { numRuns: 100 },
  );
  expect(cuts).toBeGreaterThan(20);
});
