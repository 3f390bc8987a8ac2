// Properties of walks over sources that return short pages, empty pages and errors, as AWS may.
// A failing test prints its seed: replay it with FC_SEED.
import fc from 'fast-check';
import { readConnection } from '../../src/paging/connection';
import type { ConnectionPage } from '../../src/paging/connection-page';
import { Cursors } from '../../src/paging/cursors';
import { runs } from '../support/fc-settings';
import {
  endless,
  failure,
  FAILURES,
  inOrder,
  names,
  page,
  planOf,
  RANKED,
  type Plan,
  type Row,
} from '../support/flaky-plans';
import { nextCursor } from '../support/flaky-walks';
import { noIncidents, flakySource, type ListPlan, type SourceBehavior } from '../support/flaky-source';

const cursors = new Cursors(undefined);

function begin({ sources, ordered, first }: Plan) {
  const incidents = noIncidents();
  const flaky = sources.map((lists, index) => flakySource(`target-${index}`, lists, incidents));
  const order = ordered ? RANKED : undefined;
  const read = (after?: string, size = first): Promise<ConnectionPage<Row>> =>
    readConnection(cursors, flaky, { first: size, after, query: 'rows', order });
  return { incidents, read };
}

test('a walk over short and empty pages returns every row once, in order, on full pages', async () => {
  await fc.assert(
    fc.asyncProperty(planOf(page), async (plan) => {
      const { read } = begin(plan);
      const rows: Row[] = [];
      let after: string | undefined;
      for (let pages = 0; ; pages += 1) {
        const { nodes, pageInfo, completeness } = await read(after);
        rows.push(...nodes);
        expect(completeness.complete).toBe(true);
        expect(completeness.sources.every(({ status }) => status === 'OK')).toBe(true);
        if (!pageInfo.hasNextPage) break;
        expect(nodes).toHaveLength(plan.first);
        expect(pages).toBeLessThan(endless(plan));
        after = pageInfo.endCursor;
      }
      expect(names(rows)).toEqual(names(inOrder(plan)));
    }),
    { numRuns: runs(400) },
  );
});

test('a walk continues after any edge with the remaining rows, whatever the new page size', async () => {
  await fc.assert(
    fc.asyncProperty(planOf(page), fc.nat(), fc.integer({ min: 1, max: 40 }), async (plan, at, size) => {
      const { read } = begin(plan);
      const expected = names(inOrder(plan));
      const { edges } = await read();
      const edge = edges[edges.length === 0 ? 0 : at % edges.length];
      if (edge === undefined) return;

      const rest: Row[] = [];
      let after = edge.cursor;
      for (let pages = 0, more = true; more; pages += 1) {
        expect(pages).toBeLessThan(endless(plan));
        const { nodes, pageInfo } = await read(after, size);
        rest.push(...nodes);
        after = pageInfo.endCursor;
        more = pageInfo.hasNextPage;
      }
      expect(names(rest)).toEqual(expected.slice((at % edges.length) + 1));
    }),
    { numRuns: runs(300) },
  );
});

test('a walk with transient failures reports every incomplete page and returns every row once in the end', async () => {
  const behavior = fc.oneof({ weight: 3, arbitrary: page }, { weight: 1, arbitrary: failure });
  await fc.assert(
    fc.asyncProperty(planOf(behavior), async (plan) => {
      const { incidents, read } = begin(plan);
      const rows: Row[] = [];
      let after: string | undefined;
      for (let pages = 0, more = true; more; pages += 1) {
        const failedBefore = incidents.failures;
        const { nodes, pageInfo, completeness } = await read(after);
        rows.push(...nodes);
        const failed = incidents.failures > failedBefore;
        expect(completeness.complete).toBe(!failed);
        expect(completeness.sources.some(({ status }) => status !== 'OK')).toBe(failed);
        expect(nodes.length).toBeLessThanOrEqual(plan.first);
        // A page is short only when no more rows are available at the moment.
        expect(nodes.length === plan.first || !pageInfo.hasNextPage).toBe(true);
        expect(pages).toBeLessThan(endless(plan));
        after = completeness.retryCursor ?? pageInfo.endCursor;
        more = pageInfo.hasNextPage || failed;
      }
      expect(names(rows).sort()).toEqual(names(inOrder(plan)).sort());
      for (const list of plan.sources.flat()) {
        const [row] = list.rows;
        const inList = rows.filter((each) => each.list === row?.list);
        expect(names(inList)).toEqual(names(list.rows));
      }
    }),
    { numRuns: runs(400) },
  );
});

test('a walk ends without the rows of a source that keeps failing, and retryCursor returns them once it recovers', async () => {
  const failingSource = fc.nat(3);
  const attempts = 500;
  await fc.assert(
    fc.asyncProperty(planOf(page), failingSource, fc.constantFrom(...FAILURES), async (plan, which, code) => {
      const lists = plan.sources[which];
      const [first, ...others] = lists ?? [];
      if (first === undefined) return;
      const behaviors = Array.from({ length: attempts }, (): SourceBehavior => ({ kind: 'FAILURE', code }));
      const failing: ListPlan<Row> = { ...first, behaviors };
      const sources = plan.sources.with(which, [failing, ...others]);
      const { incidents, read } = begin({ ...plan, sources });

      const rows: Row[] = [];
      let after: string | undefined;
      let last = await read();
      rows.push(...last.nodes);
      for (let pages = 0; last.pageInfo.hasNextPage; pages += 1) {
        expect(pages).toBeLessThan(endless(plan));
        after = nextCursor(last);
        last = await read(after);
        rows.push(...last.nodes);
      }
      expect(last.completeness.complete).toBe(false);
      const incomplete = last.completeness.sources.filter(({ status }) => status !== 'OK');
      expect(incomplete.map(({ target }) => target)).toEqual([`target-${which}`]);
      expect(rows.some(({ list }) => list === first.rows[0]?.list)).toBe(false);
      // After a failure that needs a retry the other lists of the source are not read; a denied access concerns one list only.
      const othersRead = code === 'AWS_ACCESS_DENIED' ? others : [];
      const healthy = plan.sources.flatMap((each, index) => (index === which ? othersRead : each));
      expect(names(rows).sort()).toEqual(names(healthy.flatMap((list) => list.rows)).sort());

      for (let tries = 0; incidents.failures < attempts; tries += 1) {
        expect(tries).toBeLessThan(attempts);
        await read(nextCursor(last));
      }
      for (let pages = 0, more = true; more; pages += 1) {
        expect(pages).toBeLessThan(endless(plan));
        last = await read(nextCursor(last));
        rows.push(...last.nodes);
        more = last.pageInfo.hasNextPage;
      }
      expect(last.completeness.complete).toBe(true);
      expect(names(rows).sort()).toEqual(names(inOrder(plan)).sort());
    }),
    { numRuns: runs(60) },
  );
});
