// Properties of walks that the gateway sorts: over lists whose rows come, go and change, over lists that fail and come back,
// with and without snapshots.
import fc from 'fast-check';
import { runs } from '../support/fc-settings';
import { readConnection } from '../../src/paging/connection';
import type { SourcesPage } from '../../src/paging/connection-page';
import { Cursors } from '../../src/paging/cursors';
import type { RowOrder } from '../../src/paging/order';
import { Snapshots } from '../../src/paging/snapshots';
import type { KeptList, KeptLists } from '../../src/paging/whole-list';
import { FAILURES } from '../support/flaky-plans';
import { SortableList, sortableSources, type SortableRow } from '../support/sortable-list';

const cursors = new Cursors(undefined);

const value = fc.option(fc.integer({ min: -3, max: 9 }), { nil: undefined, freq: 6 });
const list = fc.record({
  values: fc.array(value, { maxLength: 14 }),
  pageSize: fc.integer({ min: 1, max: 6 }),
});

/** One change between two pages. */
const change = fc.record({
  kind: fc.constantFrom('ADD', 'REMOVE', 'CHANGE'),
  list: fc.nat(),
  row: fc.nat(),
  value,
});

const failure = fc.record({
  list: fc.nat(),
  failure: fc.option(
    fc.record({
      code: fc.constantFrom(...FAILURES),
      from: fc.constantFrom('FIRST_PAGE' as const, 'SECOND_PAGE' as const),
    }),
    { nil: undefined },
  ),
});

const plan = fc.record({
  targets: fc.array(fc.array(list, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }),
  firsts: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 3 }),
  direction: fc.constantFrom('ASC' as const, 'DESC' as const),
  /** The index of the edge from which the next page continues. */
  edges: fc.array(fc.nat(12), { minLength: 1, maxLength: 3 }),
  changes: fc.array(fc.array(change, { maxLength: 8 }), { maxLength: 12 }),
  failures: fc.array(fc.array(failure, { maxLength: 3 }), { maxLength: 6 }),
  withSnapshots: fc.boolean(),
});

type Plan = typeof plan extends fc.Arbitrary<infer Value> ? Value : never;

function listsOf({ targets }: Plan): SortableList[] {
  return targets.flatMap((lists, target) =>
    lists.map(
      ({ values, pageSize }, index) =>
        new SortableList(
          `t${target}`,
          lists.length === 1 ? `t${target}` : `t${target}/${index}`,
          values,
          pageSize,
        ),
    ),
  );
}

function begin(
  lists: readonly SortableList[],
  { direction, withSnapshots }: Pick<Plan, 'direction' | 'withSnapshots'>,
) {
  const order: RowOrder<SortableRow> = { valueOf: (row) => row.value, direction, sortedBy: 'GATEWAY' };
  const snapshots = new Snapshots();
  const kept: KeptLists<SortableRow> = {
    lookUp: ({ target }, query) => {
      const lookup = snapshots.lookUp(target, query);
      return {
        find: () => lookup.found as KeptList<SortableRow> | undefined,
        keep: lookup.keep,
        drop: lookup.drop,
      };
    },
  };
  return (after: string | undefined, first: number): Promise<SourcesPage<SortableRow>> =>
    readConnection(cursors, sortableSources(lists), {
      first,
      after,
      query: 'rows',
      orderBy: direction,
      order,
      ...(withSnapshots && { kept }),
    });
}

/** The order, written a second time: missing values last, then target and list, then id. */
function compareRows(a: SortableRow, b: SortableRow, direction: 'ASC' | 'DESC'): number {
  const sign = direction === 'ASC' ? 1 : -1;
  const last = direction === 'ASC' ? Infinity : -Infinity;
  const difference = sign * ((a.value ?? last) - (b.value ?? last));
  if (difference !== 0 && !Number.isNaN(difference)) return difference;
  return a.list === b.list ? (a.id < b.id ? -1 : 1) : a.list < b.list ? -1 : 1;
}

const nameOf = ({ list: name, id }: SortableRow) => `${name} ${id}`;

/** Checks that exactly the rows that sort before an earlier row of another list are out of order. */
function checkSequence(
  delivered: readonly SortableRow[],
  page: SourcesPage<SortableRow>,
  { direction }: Plan,
): void {
  const rows = [...delivered];
  for (const { node, isOutOfOrder } of page.edges) {
    const isLate = rows.some((row) => row.list !== node.list && compareRows(node, row, direction) < 0);
    expect(isOutOfOrder).toBe(isLate);
    rows.push(node);
  }
}

test('a walk over unchanged lists returns every row in order, reads each list once with snapshots, and counts all rows', async () => {
  await fc.assert(
    fc.asyncProperty(plan, async (walk) => {
      const lists = listsOf(walk);
      const read = begin(lists, walk);
      const expected = lists.flatMap(({ rows }) => rows).sort((a, b) => compareRows(a, b, walk.direction));
      const rows: SortableRow[] = [];
      let after: string | undefined;
      for (let pages = 0, more = true; more; pages += 1) {
        const first = walk.firsts[pages % walk.firsts.length] ?? 1;
        const page = await read(after, first);
        expect(page.nodes).toHaveLength(Math.min(first, expected.length - rows.length));
        expect(page.edges.every(({ isOutOfOrder }) => !isOutOfOrder)).toBe(true);
        expect(page.completeness).toMatchObject({ complete: true, retryCursor: undefined });
        const exact = { value: expected.length, exact: true };
        expect(pages % 2 === 0 ? await page.totalCount : exact).toEqual(exact);
        const cut = Math.min(page.edges.length, (walk.edges[pages % walk.edges.length] ?? 0) + 1);
        const isCut = cut < page.edges.length;
        rows.push(...page.nodes.slice(0, cut));
        after = isCut ? page.edges[cut - 1]?.cursor : page.pageInfo.endCursor;
        more = isCut || page.pageInfo.hasNextPage;
        expect(page.pageInfo.hasNextPage).toBe(rows.length + page.nodes.length - cut < expected.length);
      }
      expect(rows.map(nameOf)).toEqual(expected.map(nameOf));
      if (!walk.withSnapshots) return;
      const pageSizes = walk.targets.flat().map(({ pageSize }) => pageSize);
      const reads = lists.map(({ rows: { length } }, index) =>
        Math.max(1, Math.ceil(length / (pageSizes[index] ?? 1))),
      );
      expect(lists.map(({ calls }) => calls)).toEqual(reads);
    }),
    { numRuns: runs(200) },
  );
});

function apply(lists: readonly SortableList[], changes: Plan['changes'][number]): void {
  for (const { kind, list: at, row, value: next } of changes) {
    const changed = lists[at % lists.length];
    const { id = '' } = changed?.rows[row % Math.max(1, changed.rows.length)] ?? {};
    if (kind === 'ADD') changed?.add(next);
    if (kind === 'REMOVE') changed?.remove(id);
    if (kind === 'CHANGE' && id !== '') changed?.change(id, next);
  }
}

test('a walk returns every row whose value did not change exactly once, whatever rows come, go and change', async () => {
  await fc.assert(
    fc.asyncProperty(plan, async (walk) => {
      const lists = listsOf(walk);
      const read = begin(lists, walk);
      const rows: SortableRow[] = [];
      let after: string | undefined;
      for (let pages = 0, more = true; more; pages += 1) {
        expect(pages).toBeLessThan(500);
        const page = await read(after, walk.firsts[pages % walk.firsts.length] ?? 1);
        checkSequence(rows, page, walk);
        const cut = (walk.edges[pages % walk.edges.length] ?? 0) + 1;
        const isCut = cut < page.edges.length;
        rows.push(...page.nodes.slice(0, cut));
        after = isCut ? page.edges[cut - 1]?.cursor : page.pageInfo.endCursor;
        more = isCut || page.pageInfo.hasNextPage;
        apply(lists, walk.changes[pages] ?? []);
      }
      const stable = lists.flatMap((each) => [...each.stable].map((id) => `${each.key} ${id}`));
      const returned = rows.map(nameOf).filter((name) => stable.includes(name));
      expect(returned.sort()).toEqual(stable.sort());
      const seen = rows.map((row) => `${nameOf(row)} ${row.value ?? ''}`);
      expect(new Set(seen).size).toBe(seen.length);
    }),
    { numRuns: runs(250) },
  );
});

test('a walk along retryCursor returns every row of lists that fail and come back, and marks those that are out of order', async () => {
  let late = 0;
  await fc.assert(
    fc.asyncProperty(plan, async (walk) => {
      const lists = listsOf(walk);
      const read = begin(lists, walk);
      const rows: SortableRow[] = [];
      const failing = () => lists.filter(({ isFailing }) => isFailing);
      let after: string | undefined;
      for (let pages = 0, more = true; more; pages += 1) {
        expect(pages).toBeLessThan(500);
        for (const { list: at, failure: next } of walk.failures[pages] ?? []) {
          const failed = lists[at % lists.length];
          if (failed !== undefined) failed.failure = next;
        }
        if (pages >= walk.failures.length) for (const each of lists) each.failure = undefined;
        const page = await read(after, walk.firsts[pages % walk.firsts.length] ?? 1);
        checkSequence(rows, page, walk);
        late += page.edges.filter(({ isOutOfOrder }) => isOutOfOrder).length;
        rows.push(...page.nodes);
        const { complete, retryCursor, sources } = page.completeness;
        const blamed = sources.filter(({ status }) => status !== 'OK').map(({ target }) => target);
        expect(blamed.filter((target) => !failing().some((each) => each.target === target))).toEqual([]);
        expect(complete).toBe(blamed.length === 0);
        expect(retryCursor === undefined).toBe(complete);
        const isExact = failing().length === 0;
        expect(after === undefined ? (await page.totalCount).exact : isExact).toBe(isExact);
        after = retryCursor ?? page.pageInfo.endCursor;
        more = page.pageInfo.hasNextPage || !complete;
      }
      expect(rows.map(nameOf).sort()).toEqual(lists.flatMap((each) => each.rows.map(nameOf)).sort());
    }),
    { numRuns: runs(250) },
  );
  expect(late).toBeGreaterThan(50);
});

test('a walk along endCursor reports the lists that failed on every later page, and never calls them', async () => {
  await fc.assert(
    fc.asyncProperty(plan, fc.constantFrom(...FAILURES), fc.nat(), async (walk, code, which) => {
      const lists = listsOf(walk);
      const read = begin(lists, walk);
      const failed = lists[which % lists.length];
      if (failed === undefined) return;
      failed.failure = { code, from: 'FIRST_PAGE' };
      const first = await read(undefined, 1);
      const rows = [...first.nodes];
      // A failure that AWS may resolve stops all lists of the target.
      failed.failure = undefined;
      failed.calls = 0;
      let page = first;
      while (page.pageInfo.hasNextPage) {
        page = await read(page.pageInfo.endCursor, 3);
        rows.push(...page.nodes);
        const { complete, retryCursor, sources } = page.completeness;
        const source = sources.find(({ target }) => target === failed.target);
        expect({ complete, status: source?.status }).toEqual({ complete: false, status: 'FAILED_EARLIER' });
        expect(retryCursor).toEqual(expect.any(String));
        expect(await page.totalCount).toMatchObject({ exact: false });
      }
      expect(failed.calls).toBe(0);
      expect(rows.some(({ list: name }) => name === failed.key)).toBe(false);

      for (let more = true, after = page.completeness.retryCursor; more;) {
        page = await read(after, 5);
        rows.push(...page.nodes);
        expect(page.completeness.complete).toBe(true);
        after = page.pageInfo.endCursor;
        more = page.pageInfo.hasNextPage;
      }
      expect(rows.map(nameOf).sort()).toEqual(lists.flatMap((each) => each.rows.map(nameOf)).sort());
    }),
    { numRuns: runs(120) },
  );
});
